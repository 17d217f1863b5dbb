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
    public var callLimits: CallLimits
    public var prices: PriceTable?
    /// Whether the room is recorded from its opening on, whoever joins.
    public var isRecorded = false

    public struct Limits: Equatable, Sendable {
        public var idleTimeout, emptyTimeout: Duration
        public var maxAgents, maxCallers: Int
        public var floor: FloorSettings
        public var reconnect = BackOff()
        public var rotateBefore: Duration = .seconds(120)
        public var session = SessionBudget()
    }

    /// The Realtime server of agents and ears that name no other.
    public struct Backend: Equatable, Sendable {
        /// The whole WebSocket URL but for its query.
        public var url: String
        public var profile: ServerProfile
        /// Sent, as the profile says, to servers that have no key of their own; `nil` sends none.
        public var key: Secret?
        public var model: Model
        /// Asked of another server than the embedded one where ``model`` is the embedded one's.
        var modelElsewhere = Settings.Realtime.defaultModel
        /// The servers of personas that name none, to be tried in this order; empty: `url` and `model`.
        public var servers: [Persona.Backend] = []
        /// Where the embedded server listens, and what its sessions are; `nil`: it does not run, and is passed over.
        public var embedded: Embedded?

        public struct Embedded: Equatable, Sendable {
            public var url: String
            /// Its sessions ask the language model; else they speak the persona's script.
            public var asksLanguageModel: Bool
        }
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
    /// - Parameter embeddedURL: where the embedded server listens; empty when it does not run.
    public init(_ settings: Settings, embeddedURL: String) {
        limits = Limits(
            idleTimeout: settings.limits.idleTimeout, emptyTimeout: settings.limits.emptyTimeout,
            maxAgents: settings.limits.maxAgentsPerRoom, maxCallers: settings.limits.maxCallersPerRoom,
            floor: settings.limits.floor, reconnect: settings.limits.reconnect,
            rotateBefore: settings.limits.rotateBefore, session: settings.limits.session)
        // A round of everyone and one promise more for each, however many agents there may be.
        limits.floor.maxQueue = max(limits.floor.maxQueue, 2 * limits.maxAgents)
        if settings.realtime.isEmbedded {
            let model: Backend.Model = settings.languageModel.url == nil ? .scripted : .languageModel
            backend = Backend(url: embeddedURL, key: nil, model: model, profile: .embedded)
        } else {
            backend = Backend(
                url: settings.realtime.url ?? Settings.Realtime.openAI, key: settings.realtime.key,
                model: .named(settings.realtime.model ?? Settings.Realtime.defaultModel),
                profile: settings.realtime.profile)
        }
        backend.servers = settings.realtime.servers
        backend.modelElsewhere = settings.realtime.model ?? Settings.Realtime.defaultModel
        if !embeddedURL.isEmpty {
            backend.embedded = Backend.Embedded(
                url: embeddedURL, asksLanguageModel: settings.languageModel.url != nil)
        }
        backend.agentInput = settings.realtime.agentInput
        callLimits = settings.callLimits
        prices = settings.prices
        isRecorded = settings.isRecorded
        ear = Ear(
            model: settings.ear.model, language: settings.ear.language,
            turnDetection: settings.ear.turnDetection ?? Ear.turnDetection)
    }
}
