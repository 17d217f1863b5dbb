import FloorControl
import Realtime

// A budget for every session: before one is full the oldest talk of the room is condensed into a summary, which an
// agent's session makes in a moment in which nobody waits for it, or is left out, and a note says so. The record
// itself is condensed, so every session and all that come later hold the same, and none holds it silently.

extension Room {
    /// After each event: what has become too much goes.
    mutating func condense() {
        guard !isClosed else { return }
        defer { applyDigest() }
        if let summary = condensing.summary, connection(of: summary.link)?.isReady != true {
            summaryFailed(nil)
        }
        guard condensing.summary == nil, let surplus = surplus() else { return }
        if let agent = summariser(of: surplus) {
            askForSummary(of: surplus, agent)
        } else if !isAnswerUnderWay, let fault = whyNoSummary(of: surplus) {
            leaveOut(surplus, fault)
        }
    }

    /// Worked out anew whenever the record has changed, or what of it must stay.
    private mutating func surplus() -> Surplus? {
        let oldest = oldestNeeded
        guard condensing.revision != conversation.revision || condensing.oldestNeeded != oldest else {
            return condensing.surplus
        }
        condensing.revision = conversation.revision
        condensing.oldestNeeded = oldest
        let present = agents.indices.filter { agents[$0].status != .failed }
        condensing.surplus = firstSurplus(of: present)
        return condensing.surplus
    }

    private func firstSurplus(of present: [Int]) -> Surplus? {
        guard !present.isEmpty else { return surplus(of: nil) }
        for agent in present {
            if let surplus = surplus(of: agent) { return surplus }
        }
        return nil
    }

    /// - Parameter agent: whose session; `nil` is a session that knows nothing yet.
    private func surplus(of agent: Int?) -> Surplus? {
        let budget = settings.budget
        let projection = agent.map { agents[$0].projection } ?? Projection()
        let loads = projection.loads(of: conversation).map { scaled($0, agent) }
        let room = roomForTalk(agent)
        let digest = scaled(conversation.digest.map { .text($0.text) } ?? Load(), agent)
        guard let all = loads.first, budget.isNearlyFull(all + digest, room) else { return nil }
        let kept = loads.firstIndex { budget.isHalf($0, room) } ?? loads.endIndex
        let count = min(kept, condensableCount)
        guard count > 0 else { return nil }
        return Surplus(
            agent: agent.map { agents[$0].identity }, through: conversation.utterances[count - 1].id,
            tokens: load(of: agent).tokens, isPressing: budget.isFull(all + digest, room))
    }

    /// How many of the oldest utterances may go: not the latest two, which are a question and its answer, nor what is
    /// still being said, or waits to be answered, and what came after it.
    private var condensableCount: Int {
        var limit = conversation.utterances.dropLast(2).count
        let oldest = oldestNeeded
        for (index, utterance) in conversation.utterances.prefix(limit).enumerated()
        where utterance.text == nil || oldest.map({ $0 <= utterance.id }) == true {
            limit = index
            break
        }
        return limit
    }

    /// The oldest utterance that is answered, spoken, guessed at or kept as sound.
    private var oldestNeeded: Conversation.UtteranceID? {
        var oldest: Conversation.UtteranceID?
        func needs(_ utterance: Conversation.UtteranceID?) {
            guard let utterance else { return }
            oldest = oldest.map { min($0, utterance) } ?? utterance
        }
        needs(live?.question)
        needs(live?.utterance)
        needs(guess?.utterance)
        for caller in callers { needs(caller.clip?.utterance) }
        return oldest
    }

    /// The agent whose session is to make the summary, if one of those that may still be asked has time now.
    private func summariser(of surplus: Surplus) -> Int? {
        let all = [surplus.agent.flatMap(agentIndex)].compactMap(\.self) + agents.indices
        return all.first { index in
            let seat = agents[index]
            guard case .ready(_, let life, _) = seat.connection, life.isIdle, life.server.summarises,
                !seat.tools.isWaiting,
                !condensing.failed.contains(seat.identity), guess?.agent != seat.identity,
                !floor.queue.contains(where: { $0.turn.agent == seat.identity })
            else { return false }
            return live?.turn.agent != seat.identity || live?.isGenerated == true
        }
    }

    /// What a model answers from is not changed while it does.
    private var isAnswerUnderWay: Bool { guess != nil || live.map { !$0.isGenerated } ?? false }

    /// `nil` while there is time to wait for an agent that may be asked.
    private func whyNoSummary(of surplus: Surplus) -> SummaryFault? {
        let present = presentAgents
        if present.isEmpty { return .nobody }
        if present.allSatisfy({ condensing.failed.contains($0.identity) || !canSummarise($0) }) {
            return condensing.fault ?? .refused
        }
        return surplus.isPressing ? .busy : nil
    }

    /// As far as its server is known.
    private func canSummarise(_ seat: AgentSeat) -> Bool { seat.connection.life?.server.summarises ?? true }

    /// Before an agent is asked to speak: a session that is full waits for no summary.
    mutating func makeRoom(in agent: Int) {
        guard condensing.summary == nil, let surplus = surplus(of: agent), surplus.isPressing else { return }
        leaveOut(surplus, condensing.fault ?? .busy)
    }
}

// The talk, condensed.

extension Room {
    private mutating func leaveOut(_ surplus: Surplus, _ fault: SummaryFault) {
        condense(surplus, .dropped(fault), into: nil)
    }

    mutating func condense(_ surplus: Surplus, _ how: CondensedBy, into summary: String?) {
        let count = conversation.condense(through: surplus.through, into: summary)
        condensing.finish()
        guard count > 0 else { return }
        let after = load(of: surplus.agent.flatMap(agentIndex)).tokens
        publish(
            .contextCondensed(
                surplus.agent, utterances: count, how, tokensBefore: surplus.tokens, tokensAfter: after))
    }

    /// To every session that holds what the digest stands for and has time for it.
    private mutating func applyDigest() {
        for index in agents.indices {
            guard case .ready(let link, let life, _) = agents[index].connection, life.isIdle else { continue }
            if agents[index].projection.isOutdated(by: conversation) { applyDigest(to: index, on: link) }
            let leftovers = agents[index].projection.takeLeftovers(during: turnUnderWay(of: index))
            guard life.server.deletesItems else { continue }
            for item in leftovers { send(.itemDelete(item), on: link) }
        }
    }

    private func turnUnderWay(of agent: Int) -> TurnID? {
        live?.turn.agent == agents[agent].identity ? live?.turn.id : nil
    }

    /// The session holds the digest, and nothing of what that stands for. Where nothing can be deleted it goes on
    /// holding the talk itself, for as long as its server keeps it, and needs no digest beside it.
    mutating func applyDigest(to agent: Int, on link: LinkID) {
        let turn = turnUnderWay(of: agent)
        guard let (gone, digest) = agents[agent].projection.condense(conversation, during: turn) else {
            return
        }
        guard server(of: link).deletesItems || gone.isEmpty else { return }
        send(.itemCreate(digest, after: .root), on: link)
        for item in gone.items { send(.itemDelete(item), on: link) }
        for utterance in gone.unnamed { takeBack(utterance, from: agent, on: link) }
    }

    /// A tool's earlier result, which is told as text; it goes with the talk around it.
    mutating func keep(_ result: Item, _ agent: Int) -> Item {
        if let id = result.id, let text = result.text {
            let turn = turnUnderWay(of: agent)
            agents[agent].projection.asides.add([id], at: conversation.next, in: turn, .text(text))
        }
        return result
    }
}
