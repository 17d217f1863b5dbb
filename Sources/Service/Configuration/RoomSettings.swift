public import FloorControl
public import JSONValues
public import Personas
public import Realtime
public import Rooms

/// What one room needs to know of the ``Settings``, with the server it really talks to filled in.
public struct RoomSettings: Equatable, Sendable {
    public var limits: Limits
    public var backend: Backend
    public var ear: Ear

    public struct Limits: Equatable, Sendable {
        public var idleTimeout, emptyTimeout: Duration
        public var maxAgents, maxCallers: Int
        public var floor: FloorSettings
    }

    /// The Realtime server of agents and ears that name no other.
    public struct Backend: Equatable, Sendable {
        /// The whole WebSocket URL but for its query.
        public var url: String
        public var profile: ServerProfile
        /// Sent as the profile says; `nil` sends none.
        public var key: Secret?
        public var model: Model
        /// How agents take in what callers say, on servers that gain from it.
        public var agentInput = AgentInput.audio

        public enum Model: Equatable, Sendable {
            /// For every persona that names none.
            case named(String)
            /// The embedded server's: each persona speaks its own script. A persona's own model is
            /// meant for another server and does not count here.
            case scripted
            /// The embedded server's, asking its language model.
            case languageModel
        }

        /// - Parameter profile: `nil`: as the host tells.
        public init(url: String, key: Secret?, model: Model, profile: ServerProfile.Name? = nil) {
            self.url = url
            self.key = key
            self.model = model
            self.profile = profile.map(ServerProfile.named) ?? ServerProfile.of(url: url)
        }
    }

    /// A caller's transcription session: `?intent=transcription` on the backend.
    public struct Ear: Equatable, Sendable {
        public var model: String
        public var language: String?
        public var turnDetection: JSON

        /// What OpenAI's server does when asked for nothing; said aloud because the room reckons with the window.
        public static let turnDetection: JSON = [
            "type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300, "silence_duration_ms": 500,
        ]

        /// How long the ear waits in silence before it says that speech has stopped; 0 when it does not tell.
        public var silenceWindow: Duration {
            .milliseconds(turnDetection["silence_duration_ms"]?.integerValue ?? 0)
        }
    }
}

extension RoomSettings {
    /// - Parameter embeddedURL: where the embedded server listens; only asked when ``Settings/Realtime/isEmbedded``.
    public init(_ settings: Settings, embeddedURL: @autoclosure () -> String) {
        limits = Limits(
            idleTimeout: settings.limits.idleTimeout, emptyTimeout: settings.limits.emptyTimeout,
            maxAgents: settings.limits.maxAgentsPerRoom, maxCallers: settings.limits.maxCallersPerRoom,
            floor: settings.limits.floor)
        // A round of everyone and one promise more for each, however many agents there may be.
        limits.floor.maxQueue = max(limits.floor.maxQueue, 2 * limits.maxAgents)
        if settings.realtime.isEmbedded {
            let model: Backend.Model = settings.languageModel.url == nil ? .scripted : .languageModel
            backend = Backend(url: embeddedURL(), key: nil, model: model, profile: .embedded)
        } else {
            backend = Backend(
                url: settings.realtime.url ?? Settings.Realtime.openAI, key: settings.realtime.key,
                model: .named(settings.realtime.model ?? Settings.Realtime.defaultModel),
                profile: settings.realtime.profile)
        }
        backend.agentInput = settings.realtime.agentInput
        ear = Ear(
            model: settings.ear.model, language: settings.ear.language,
            turnDetection: settings.ear.turnDetection ?? Ear.turnDetection)
    }
}

extension RoomSettings.Backend {
    /// One server to try for an agent.
    public struct Attempt: Equatable, Sendable {
        public var url: String
        public var model: String
        public var profile: ServerProfile
    }

    /// The servers to try for an agent, in this order; never empty.
    public func attempts(for persona: Persona) -> [Attempt] {
        let wishes = persona.realtime.isEmpty ? [Persona.Backend()] : persona.realtime
        return wishes.map { wish in
            let named = wish.profile.flatMap(ServerProfile.Name.init(rawValue:)).map(ServerProfile.named)
            guard let other = wish.url else {
                let model = model(for: persona, wish: wish.model)
                return Attempt(url: url, model: model, profile: named ?? profile)
            }
            return Attempt(
                url: other, model: wish.model ?? model(for: persona, wish: nil),
                profile: named ?? ServerProfile.of(url: other))
        }
    }

    /// The model of an ear that is a conversation: never asked, but a session has one.
    var earModel: String {
        switch model {
        case .named(let name): name
        case .scripted, .languageModel: "llm"
        }
    }

    private func model(for persona: Persona, wish: String?) -> String {
        switch model {
        case .named(let name): wish ?? name
        case .scripted: "scripted/\(persona.id)"
        case .languageModel: "llm"
        }
    }
}
