public import Personas
public import Realtime

// Which servers are tried for agents and ears, and what each of them is sent.

extension RoomSettings.Backend {
    /// One server to try for an agent or an ear.
    public struct Attempt: Equatable, Sendable {
        public var url: String
        public var model: String
        public var profile: ServerProfile
        /// Sent as the profile says; `nil` sends none.
        public var key: Secret?
    }

    /// The servers to try for an agent, in this order; never empty.
    public func attempts(for persona: Persona) -> [Attempt] {
        let own = wishes(of: persona).compactMap { attempt($0, for: persona) }
        let attempts = own.isEmpty ? servers.compactMap { attempt($0, for: persona) } : own
        let usual = Attempt(
            url: url, model: model(for: persona, wish: nil), profile: profile,
            key: key(of: nil, for: profile))
        return attempts.isEmpty ? [usual] : attempts
    }

    /// The servers to try for an ear, in this order; never empty.
    var ears: [Attempt] {
        var ears: [Attempt] = []
        for server in servers {
            guard let place = place(of: server), !ears.contains(where: { $0.url == place.url }) else {
                continue
            }
            let key = key(of: server, for: place.profile)
            ears.append(Attempt(url: place.url, model: earModel, profile: place.profile, key: key))
        }
        let usual = Attempt(url: url, model: earModel, profile: profile, key: key(of: nil, for: profile))
        return ears.isEmpty ? [usual] : ears
    }

    /// A persona that names no server means its model, its profile and its key on the servers there are.
    private func wishes(of persona: Persona) -> [Persona.Backend] {
        guard !servers.isEmpty else { return persona.realtime }
        guard !persona.realtime.isEmpty else { return servers }
        return persona.realtime.flatMap { wish in
            guard wish.url == nil else { return [wish] }
            return servers.map {
                guard $0 != .embedded else { return $0 }
                // A server that is given a key of its own is told no other.
                return Persona.Backend(
                    model: $0.model ?? wish.model, url: $0.url, profile: wish.profile ?? $0.profile,
                    key: $0.key ?? wish.key)
            }
        }
    }

    private func attempt(_ wish: Persona.Backend, for persona: Persona) -> Attempt? {
        guard let place = place(of: wish) else { return nil }
        let model: String =
            if wish.url == Persona.Backend.embedded.url, let embedded {
                embedded.model(for: persona)
            } else if place.url == url {
                model(for: persona, wish: wish.model)
            } else {
                wish.model ?? usualModel(for: persona, on: place.profile)
            }
        return Attempt(
            url: place.url, model: model, profile: place.profile, key: key(of: wish, for: place.profile))
    }

    /// - Returns: `nil` for the embedded server when it does not run.
    private func place(of wish: Persona.Backend) -> (url: String, profile: ServerProfile)? {
        if wish.url == Persona.Backend.embedded.url { return embedded.map { ($0.url, .embedded) } }
        // A key without a URL is for the server that asks for one, never the embedded one.
        let other = wish.url ?? (wish.key != nil && isEmbedded ? Settings.Realtime.openAI : nil)
        let profile = wish.namedProfile ?? other.map { ServerProfile.of(url: $0) } ?? profile
        return (other ?? url, profile)
    }

    /// The server's own key, else the service's, which the embedded server is not told.
    private func key(of wish: Persona.Backend?, for profile: ServerProfile) -> Secret? {
        if let own = wish?.key { return Secret(own.value) }
        return profile == .embedded ? nil : key
    }

    private var isEmbedded: Bool {
        switch model {
        case .named: false
        case .scripted, .languageModel: true
        }
    }

    /// The model of an ear that is a conversation: never asked, but a session has one.
    private var earModel: String {
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

    /// The embedded server's names for models mean nothing to a server of others.
    private func usualModel(for persona: Persona, on profile: ServerProfile) -> String {
        isEmbedded && profile != .embedded ? modelElsewhere : model(for: persona, wish: nil)
    }
}

extension RoomSettings.Backend.Embedded {
    func model(for persona: Persona) -> String { asksLanguageModel ? "llm" : "scripted/\(persona.id)" }
}

extension Persona.Backend {
    /// The profile that it names.
    fileprivate var namedProfile: ServerProfile? {
        profile.flatMap(ServerProfile.Name.init(rawValue:)).map(ServerProfile.named)
    }
}
