import Audio
import FloorControl
import Realtime

// What sessions say that they have used, and whose account it goes on.

extension Room {
    public var consumption: RoomConsumption { ledger.room }

    /// Before the event is acted upon: the end of a response may be the end of its turn, whose `turn.ended` tells
    /// what it has used.
    mutating func account(for event: ServerEvent, on link: LinkID) {
        switch event {
        case .sessionCreated(let session), .sessionUpdated(let session):
            if let model = session.model { name(model, of: link) }
        case .responseCreated(let response): responseBegan(response, on: link)
        case .responseDone(let response):
            responseBegan(response, on: link)
            responseEnded(response, on: link)
        case .transcriptionCompleted(let item, _, _, let usage):
            guard case .ear = link.owner else { return }
            ledger.transcribed(item, on: link, usage, model: settings.ear.input.transcription.value?.model)
        default: return
        }
    }

    /// Some servers announce no response before it is done.
    private mutating func responseBegan(_ response: Response, on link: LinkID) {
        guard case .agent(let agent) = link.owner, ledger.responseBegan(response.id, on: link) else { return }
        if let index = agentIndex(agent) { agents[index].used.responses += 1 }
    }

    private mutating func responseEnded(_ response: Response, on link: LinkID) {
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent) else { return }
        let tokens = response.usage.map { TokenCount($0) }
        let model = agents[index].models.last { $0.link == link }?.model
        guard ledger.responseEnded(response.id, on: link, tokens, model: model) else { return }
        agents[index].used.add(tokens)
        change(response.id, of: agent) { $0.used.add(tokens) }
    }

    private mutating func name(_ model: String, of link: LinkID) {
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent) else { return }
        agents[index].models.removeAll { $0.link == link }
        agents[index].models.append((link, model))
        // The session in force and the one that is to take its place.
        if agents[index].models.count > 2 { agents[index].models.removeFirst() }
    }

    /// An agent's session was given sound of a caller.
    mutating func countSent(_ samples: Int, to link: LinkID) {
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent) else { return }
        agents[index].used.sent += samples
        ledger.agentsSent(samples)
    }

    mutating func countReceived(_ samples: Int, from agent: Identity) {
        guard let index = agentIndex(agent) else { return }
        agents[index].used.received += samples
        ledger.agentsReceived(samples)
    }

    /// The turn is over: what it has used, as far as it is known by now.
    mutating func settleAccount(of turn: LiveTurn, heard: Int) -> Consumption {
        var used = turn.used
        used.received = turn.playout.received
        used.heard = heard
        ledger.agentsHeard(heard)
        if let index = agentIndex(turn.turn.agent) { agents[index].used.heard += heard }
        return used
    }
}
