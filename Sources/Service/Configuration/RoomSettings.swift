public import FloorControl
public import JSONValues
public import Personas
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
        public var reconnect = BackOff()
        public var rotateBefore: Duration = .seconds(120)
        public var session = SessionBudget()
    }

    /// The Realtime server of agents and ears that name no other.
    public struct Backend: Equatable, Sendable {
        /// The whole WebSocket URL but for its query.
        public var url: String
        /// Sent as `Authorization: Bearer`; `nil` sends none.
        public var key: Secret?
        public var model: Model
        /// The servers of personas that name none, to be tried in this order; empty: `url` and `model`.
        public var servers: [Persona.Backend] = []
        /// Where the embedded server listens, and what its sessions are; `nil`: it does not run, and is passed over.
        public var embedded: Embedded?

        public struct Embedded: Equatable, Sendable {
            public var url: String
            /// Its sessions ask the language model; else they speak the persona's script.
            public var asksLanguageModel: Bool
        }
        /// How agents on other servers than the embedded one take in what callers say.
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

        public init(url: String, key: Secret?, model: Model) {
            self.url = url
            self.key = key
            self.model = model
        }

        public var isEmbedded: Bool {
            switch model {
            case .named: false
            case .scripted, .languageModel: true
            }
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
            backend = Backend(url: embeddedURL, key: nil, model: model)
        } else {
            backend = Backend(
                url: settings.realtime.url ?? Settings.Realtime.openAI, key: settings.realtime.key,
                model: .named(settings.realtime.model ?? Settings.Realtime.defaultModel))
        }
        backend.servers = settings.realtime.servers
        if !embeddedURL.isEmpty {
            backend.embedded = Backend.Embedded(
                url: embeddedURL, asksLanguageModel: settings.languageModel.url != nil)
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
    }

    /// How an agent's session on this server takes in what callers say.
    func input(at attempt: Attempt) -> AgentInput {
        isEmbedded && attempt.url == url || isEmbedded(attempt.url) ? .text : agentInput
    }

    /// The servers to try for an agent, in this order; never empty.
    public func attempts(for persona: Persona) -> [Attempt] {
        let attempts = wishes(of: persona).compactMap { wish -> Attempt? in
            if wish.url == Persona.Backend.embedded.url {
                return embedded.map { Attempt(url: $0.url, model: $0.model(for: persona)) }
            }
            guard let other = wish.url else {
                return Attempt(url: url, model: model(for: persona, wish: wish.model))
            }
            return Attempt(url: other, model: wish.model ?? model(for: persona, wish: nil))
        }
        return attempts.isEmpty ? [Attempt(url: url, model: model(for: persona, wish: nil))] : attempts
    }

    /// A persona that names a model and no server means that model on the servers there are.
    private func wishes(of persona: Persona) -> [Persona.Backend] {
        guard !servers.isEmpty else { return persona.realtime }
        guard !persona.realtime.isEmpty else { return servers }
        return persona.realtime.flatMap { wish in
            guard wish.url == nil else { return [wish] }
            return servers.map { Persona.Backend(model: $0.model ?? wish.model, url: $0.url) }
        }
    }

    /// The servers to try for an ear, in this order; never empty.
    var earURLs: [String] {
        var urls: [String] = []
        for server in servers {
            let isEmbedded = server.url == Persona.Backend.embedded.url
            guard let url = isEmbedded ? embedded?.url : server.url ?? url, !urls.contains(url) else {
                continue
            }
            urls.append(url)
        }
        return urls.isEmpty ? [url] : urls
    }

    /// Only servers of others are told the key.
    func key(at url: String) -> Secret? { isEmbedded(url) ? nil : key }

    private func isEmbedded(_ url: String) -> Bool { embedded.map { $0.url == url } ?? false }

    private func model(for persona: Persona, wish: String?) -> String {
        switch model {
        case .named(let name): wish ?? name
        case .scripted: "scripted/\(persona.id)"
        case .languageModel: "llm"
        }
    }
}

extension RoomSettings.Backend.Embedded {
    func model(for persona: Persona) -> String { asksLanguageModel ? "llm" : "scripted/\(persona.id)" }
}
