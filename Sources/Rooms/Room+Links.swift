import FloorControl
import Personas
import Realtime

// Connections to Realtime servers: made, configured, lost and made again; agents and ears alike.

extension Room {
    mutating func connect(_ owner: LinkOwner, attempt: Int) {
        let deadline = now.advanced(by: Connection.setUpTimeout)
        func connecting(_ link: LinkID) -> Connection {
            .connecting(link, SessionLife(), attempt: attempt, deadline: deadline)
        }
        switch owner {
        case .agent(let agent):
            guard let index = agentIndex(agent) else { return }
            agents[index].beginSession(input: .text, instructions: "", term: nil)
            let link = LinkID(owner: owner, generation: mintGeneration())
            agents[index].connection = connecting(link)
            emit(.openLink(link, attempt: attempt, server: agents[index].ladder.server))
        case .ear(let caller):
            guard let index = callerIndex(caller) else { return }
            dropClip(of: index)
            callers[index].beginEar(term: nil, at: now)
            let link = LinkID(owner: owner, generation: mintGeneration())
            callers[index].ear = connecting(link)
            emit(.openLink(link, attempt: attempt, server: callers[index].ladder.server))
        }
    }

    /// Counted by the room, not by the seat: whoever leaves and comes back has a new seat, and events of the
    /// connection before are still on their way.
    mutating func mintGeneration() -> Int {
        lastGeneration += 1
        return lastGeneration
    }

    /// The connection that `link` names, unless it is one of the past.
    @inline(__always)
    func connection(of link: LinkID) -> Connection? {
        isCurrent(link) ? connection(of: link.owner) : nil
    }

    @inline(__always)
    func isCurrent(_ link: LinkID) -> Bool { self.link(of: link.owner) == link }

    @inline(__always)
    private func link(of owner: LinkOwner) -> LinkID? {
        switch owner {
        case .agent(let agent): if let index = agentIndex(agent) { agents[index].link } else { nil }
        case .ear(let caller): if let index = callerIndex(caller) { callers[index].earLink } else { nil }
        }
    }

    @inline(__always)
    func connection(of owner: LinkOwner) -> Connection? {
        switch owner {
        case .agent(let agent): if let index = agentIndex(agent) { agents[index].connection } else { nil }
        case .ear(let caller): if let index = callerIndex(caller) { callers[index].ear } else { nil }
        }
    }

    mutating func setConnection(_ connection: Connection, of owner: LinkOwner) {
        switch owner {
        case .agent(let agent):
            guard let index = agentIndex(agent) else { return }
            agents[index].connection = connection
            // Nothing is awaited of a session that is gone.
            if connection.link == nil { agents[index].stuckBy = nil }
        case .ear(let caller): if let index = callerIndex(caller) { callers[index].ear = connection }
        }
    }

    /// The server speaks first: `session.created`.
    mutating func opened(
        _ link: LinkID, _ wish: AgentInput, _ server: ServerProfile, _ vendorServers: [String]
    ) {
        let input = server.gainsFromSound ? wish : .text
        guard var connection = connection(of: link) else {
            return change(successor: link) {
                $0.input = input
                $0.life.server = server
                $0.vendorServers = vendorServers
            }
        }
        connection.life?.server = server
        setConnection(connection, of: link.owner)
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent) else { return }
        agents[index].input = input
        agents[index].vendorServers = vendorServers
    }

    mutating func received(_ event: ServerEvent, on link: LinkID) {
        account(for: event, on: link)
        guard isCurrent(link) else { return successorReceived(event, on: link) }
        noteLife(of: link.owner)
        let news = Self.concernsLife(event) ? newsOfLife(in: event, on: link) : nil
        let wasSecret = isRefusalInSecret(news)
        if case .responseDone(let response) = event {
            measure(response, on: link)
            noteSummary(in: response)
        }
        if let news { act(on: news, of: link) }
        guard !wasSecret else { return }
        switch link.owner {
        case .agent(let agent): agentReceived(event, agent)
        case .ear(let caller): earReceived(event, caller)
        }
    }

    /// Words and sound are most of what a session says, and change nothing in its life, of which each change is a copy.
    private static func concernsLife(_ event: ServerEvent) -> Bool {
        switch event {
        case .sessionCreated, .sessionUpdated, .responseCreated, .responseDone, .error: true
        default: false
        }
    }

    private mutating func newsOfLife(in event: ServerEvent, on link: LinkID) -> SessionLife.News? {
        guard var connection = connection(of: link), var life = connection.life else { return nil }
        let news = life.handle(event)
        connection.life = life
        setConnection(connection, of: link.owner)
        return news
    }

    private mutating func noteLife(of owner: LinkOwner) {
        switch owner {
        case .agent(let agent): if let index = agentIndex(agent) { agents[index].heardAt = now }
        case .ear(let caller): if let index = callerIndex(caller) { callers[index].earWatch.heard(at: now) }
        }
    }

    /// Nobody knows of a guess or a summary, so nobody is told that it was refused.
    private func isRefusalInSecret(_ news: SessionLife.News?) -> Bool {
        guard case .responseRefused(let tag, _) = news else { return false }
        return Summary.isTag(tag) || GuessID.isTag(tag) && live?.tag != tag
    }

    private mutating func act(on news: SessionLife.News, of link: LinkID) {
        switch news {
        case .greeted: configure(link)
        case .ready: becameReady(link.owner)
        case .responseStarted(let id, let tag): responseStarted(id, tag: tag)
        case .responseUnwanted(let id):
            send(.responseCancel(id), on: link)
            // While another one runs it fills no place.
            if connection(of: link)?.life?.isCancelling(id) == true { awaitEnd(of: link.owner) }
        case .responseEnded(let id, let tag, let status): responseEnded(id, tag: tag, status, link.owner)
        case .responseRefused(let tag, let error): responseRefused(tag: tag, error, link.owner)
        case .responsePostponed(let tag, let other): responsePostponed(tag: tag, behind: other, link)
        case .sessionRefused(let error):
            lose(link, .rejected(detail: error.message))
        case .expired: lose(link, .closed(code: 1001, reason: "session expired"))
        }
    }

    private mutating func configure(_ link: LinkID) {
        let configuration: SessionConfiguration
        switch link.owner {
        case .agent(let agent):
            guard let index = agentIndex(agent) else { return }
            let briefing = briefing(of: agents[index].profile)
            agents[index].instructions = briefing.instructions
            agents[index].toldTools = briefing.tools
            configuration = briefing.configuration
        case .ear: configuration = server(of: link).ear(settings.ear)
        }
        let eventID = send(.sessionUpdate(configuration), on: link)
        guard var connection = connection(of: link), var life = connection.life else { return }
        life.configure(eventID: eventID)
        connection.life = life
        setConnection(connection, of: link.owner)
    }

    private mutating func becameReady(_ owner: LinkOwner) {
        switch owner {
        case .agent(let agent): agentBecameReady(agent)
        case .ear(let caller): earBecameReady(caller)
        }
    }

    @discardableResult
    mutating func send(_ event: ClientEvent, on link: LinkID) -> String {
        let eventID = mintEventID()
        emit(.send(link, ClientMessage(eventID: eventID, event)))
        return eventID
    }

    func briefing(of profile: AgentProfile) -> Briefing {
        let seat = agentIndex(profile.identity).map { agents[$0] }
        return briefing(
            of: profile, hearing: seat?.input ?? .text, vendorServers: seat?.vendorServers ?? [])
    }

    func briefing(
        of profile: AgentProfile, hearing input: AgentInput, vendorServers: [String]
    ) -> Briefing {
        let others = presentAgents.filter { $0.identity != profile.identity }
            .map { "\($0.profile.persona.name) (\($0.identity))" }
        let heard = input == .audio ? callers.map { attribution(of: $0.identity) } : nil
        let offers = agentIndex(profile.identity).map { agents[$0].offers } ?? []
        return Briefing(
            profile: profile, others: others, heard: heard, vendorServers: vendorServers, offers: offers)
    }

    /// Tells a running session who is here now. Sent only when it changed: new instructions cost the
    /// server's prompt cache.
    mutating func refreshInstructions(of agent: Identity) {
        guard let index = agentIndex(agent), case .ready(let link, _, _) = agents[index].connection else {
            return
        }
        let instructions = briefing(of: agents[index].profile).instructions
        guard instructions != agents[index].instructions else { return }
        agents[index].instructions = instructions
        var update = SessionConfiguration(kind: .realtime)
        update.instructions = .value(instructions)
        send(.sessionUpdate(update), on: link)
    }
}
