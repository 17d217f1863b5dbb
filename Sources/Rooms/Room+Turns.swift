import Audio
public import FloorControl
import Realtime

// A turn from its grant to its last sample: what the floor decides is carried out here.

/// A turn that is over, as `turn.ended` tells it.
public struct EndedTurn: Equatable, Sendable {
    public let turn: TurnID
    public let agent: Identity
    public let outcome: TurnOutcome
    public let heard: Duration
    public let text: String
    public let usage: Consumption
}

extension Room {
    mutating func begin(_ turn: Turn) {
        publish(.turnGranted(turn.id, agent: turn.agent, turn.reason, why: why(turn)))
        let cause = causes.last { $0.turn == turn.id }
        if let right = confirmGuess(turn, answering: cause?.words) {
            adopt(right)
            return
        }
        live = LiveTurn(turn, since: cause?.since ?? now, answering: cause?.words)
        // Asked for at the end of the step: more words may be understood in it, and be meant for another.
        setStatus(.thinking, of: turn.agent)
    }

    /// The answer that waited behind the gate is the turn's; what it wanted done is done now.
    private mutating func adopt(_ right: Guess) {
        live = right.answer
        if right.answer.playout.received > 0 { noteSound(of: right.answer.turn) }
        setStatus(.thinking, of: right.agent)
        tellNewWords()
        for call in right.calls { itemDone(call, right.agent) }
        followUp()
    }

    /// Brings the agent's session up to date and asks it to speak, as soon as it is free to.
    mutating func askForResponse() {
        if let live { yieldSummary(of: live.turn.agent) }
        guard var turn = live, let index = agentIndex(turn.turn.agent),
            case .ready(let link, let life, _) = agents[index].connection, life.isIdle,
            turn.responseCount > 0 || !isAboutToGiveWay(index)
        else { return }
        makeRoom(in: index)
        if turn.responseCount == 0, let question = turn.question, isHeard(question) {
            tell(index, on: link, before: question)
            turn.used.sent += commit(question, to: index, on: link) ?? 0
        }
        tellEarlierWords(of: &turn, to: index, on: link)
        keepPlace(of: turn, in: index, on: link)
        tell(index, on: link, unheard: !turn.isAudible && !turn.items.isEmpty)
        turn.tag = turn.turn.id.description
        request(&turn, of: index, on: link)
        live = turn
        if turn.turn.isRetry { noteWait() }
    }

    /// A turn that goes on after a tool's result has its place in the session's memory already: words that
    /// were said before it and understood since go in front.
    private mutating func keepPlace(of turn: LiveTurn, in agent: Int, on link: LinkID) {
        guard turn.link == link, let utterance = turn.utterance else { return }
        let own = turn.items.dropFirst(turn.earlierCount).filter { $0.received > 0 }.map(\.id)
        let spoken = [turn.earlierToldAs].compactMap(\.self) + own
        guard !spoken.isEmpty else { return }
        let load = Load.spoken(turn.playout.received, items: spoken.count)
        agents[agent].projection.mark(utterance, as: spoken, load)
    }

    /// Whether an utterance's sound is there for the agent that answers it.
    private func isHeard(_ utterance: Conversation.UtteranceID) -> Bool {
        callers.contains { $0.clip?.utterance == utterance }
    }

    /// Brings an agent's session up to date.
    /// - Parameter limit: what was said from there on is left out.
    mutating func tell(
        _ agent: Int, on link: LinkID, before limit: Conversation.UtteranceID? = nil, unheard: Bool = false
    ) {
        applyDigest(to: agent, on: link)
        for result in agents[agent].tools.catchUp() {
            send(.itemCreate(keep(result, agent), after: .end), on: link)
        }
        let identity = agents[agent].identity
        let lacking = agents[agent].projection.catchUp(
            conversation, for: identity, before: limit, unheard: unheard)
        for (item, place) in lacking {
            send(.itemCreate(item, after: place), on: link)
        }
    }

    /// Asks for the turn's next response. The session must be idle.
    mutating func request(_ turn: inout LiveTurn, of agent: Int, on link: LinkID) {
        guard case .ready(_, var life, _) = agents[agent].connection else { return }
        let parameters = parameters(for: turn, tag: turn.tag, isFirst: turn.responseCount == 0)
        let eventID = send(.responseCreate(parameters), on: link)
        life.request(tag: turn.tag, eventID: eventID)
        agents[agent].connection.life = life
        agents[agent].askedWith = load(of: agent).tokens
        turn.link = link
        turn.heardAt = now
        turn.generation = .running
        turn.owesFollowUp = false
        turn.askedToSay = turn.wordsToSay
        turn.wordsToSay = nil
        turn.responseCount += 1
        turn.receivedBefore = turn.playout.received
    }

    private func parameters(for live: LiveTurn, tag: String, isFirst: Bool) -> ResponseParameters {
        var parameters = ResponseParameters()
        parameters.metadata = [Response.tagKey: tag]
        guard let index = agentIndex(live.turn.agent) else { return parameters }
        let briefing = briefing(of: agents[index].profile)
        if let words = live.wordsToSay {
            parameters.instructions = briefing.instructions(toSay: words)
            parameters.toolChoice = ToolChoice.none
        } else if isFirst {
            let name = live.turn.handedOverBy.map(displayName)
            parameters.instructions = briefing.instructions(for: live.turn, handedOverBy: name)
        } else if live.followUpCount > LiveTurn.maxFollowUps {
            parameters.toolChoice = ToolChoice.none
        }
        return parameters
    }

    /// The gate closes. What was not heard will be sent again if the turn goes on.
    mutating func hold(_ turn: Turn) {
        guard live?.turn.id == turn.id else { return }
        let heard = heardSamples
        live?.isHeld = true
        live?.heldFor = interrupter
        guard live?.isAudible == true else { return }
        let sent = live?.playout.sent ?? 0
        live?.playout.rewind(to: heard, at: now.sinceOpening)
        clearLines(of: turn.agent, unheard: sent - (live?.playout.sent ?? 0))
    }

    mutating func resume(_ turn: Turn) {
        guard live?.turn.id == turn.id else { return }
        live?.isHeld = false
        live?.playout.takeUp()
        live?.toldWait = nil
        // Whatever the player had reported before the gate closed is no measure any more.
        for index in callers.indices { callers[index].position = nil }
        followUp()
    }

    /// The turn is over: the response is cancelled, every memory is cut down to what was heard.
    mutating func end(_ turn: Turn, _ outcome: TurnOutcome) {
        guard let over = live, over.turn.id == turn.id else { return }
        let heard = outcome == .completed ? over.playout.sent : heardSamples
        live = nil
        // One player's word that it has played everything is no reason to let the others play on.
        let isPlayedOut = heard == over.playout.sent && over.playout.isPlayedOut(at: now.sinceOpening)
        if over.isAudible && !over.isHeld && !isPlayedOut {
            clearLines(of: turn.agent, unheard: over.playout.sent - heard)
        }
        cancelResponse(of: over)
        let text = over.text(heard: heard)
        let items = correctMemory(of: over, heard: heard)
        record(over, as: items, heard: heard, text: text, interrupted: outcome != .completed)
        let duration = SampleRate.hz24000.duration(of: heard)
        let usage = settleAccount(of: over, heard: heard)
        publish(.turnEnded(turn.id, agent: turn.agent, outcome, heard: duration, text: text, usage: usage))
        ended.append(
            EndedTurn(
                turn: turn.id, agent: turn.agent, outcome: outcome, heard: duration, text: text, usage: usage)
        )
        if ended.count > 20 { ended.removeFirst() }
        if let index = agentIndex(turn.agent), agents[index].connection.isReady {
            setStatus(.listening, of: turn.agent)
        }
    }

    /// - Parameter items: what is left of the turn in its session.
    private mutating func record(
        _ turn: LiveTurn, as items: [ItemID], heard: Int, text: String, interrupted: Bool
    ) {
        guard let utterance = turn.utterance else { return }
        guard !text.isEmpty else {
            conversation.drop(utterance)
            if let index = agentIndex(turn.turn.agent) { _ = agents[index].projection.forget(utterance) }
            remember(turn, as: items, heard: heard) { $0.asides.add($1, at: utterance.number, in: nil, $2) }
            return
        }
        conversation.finish(utterance, text: text, interrupted: interrupted)
        remember(turn, as: items, heard: heard) { $0.mark(utterance, as: $1, $2) }
        let ended = now
        let began = conversation[utterance]?.at ?? ended
        publish(
            .transcriptFinal(
                turn.turn.agent, turn: turn.turn.id, text: text, interrupted: interrupted, said: began...ended
            ))
    }

    /// What is left of a turn's sound in the session that spoke it.
    private mutating func remember(
        _ turn: LiveTurn, as items: [ItemID], heard: Int,
        _ note: (inout Projection, [ItemID], Load) -> Void
    ) {
        guard !items.isEmpty, let index = agentIndex(turn.turn.agent) else { return }
        note(&agents[index].projection, items, Load.spoken(heard, items: items.count))
    }

    mutating func cancelResponse(of turn: LiveTurn) {
        // While the turn is still heard its session may be making a summary: nothing of the turn's runs there then.
        if condensing.summary?.link != turn.link { cancelResponse(of: turn.turn.agent, on: turn.link) }
    }

    mutating func cancelResponse(of agent: Identity, on asked: LinkID?) {
        guard let index = agentIndex(agent),
            case .ready(let link, var life, _) = agents[index].connection, link == asked, !life.isIdle
        else { return }
        let response = life.cancel()
        agents[index].connection.life = life
        if let response { send(.responseCancel(response), on: link) }
        awaitEnd(of: link.owner)
    }

    /// An agent's response is unwanted: its end is awaited, for until then the session cannot answer again.
    mutating func awaitEnd(of owner: LinkOwner) {
        guard case .agent(let agent) = owner, let index = agentIndex(agent) else { return }
        agents[index].stuckBy = agents[index].stuckBy ?? now.advanced(by: .seconds(5))
    }

    /// A turn is complete when all of it was generated and the last sample was heard.
    mutating func completeIfHeard() {
        goOnWhenHeard()
        guard live?.isGenerated == true, let turn = live, !turn.isHeld else { return }
        if turn.playout.received == 0 {
            let isWorthless = turn.failure != nil || !turn.calledTool
            if isWorthless {
                decide(.turnFailed(turn.turn.id, mayRetry: !turn.calledTool))
                return
            }
        } else {
            guard turn.playout.unsent == 0, isPlayedOut(turn) else { return }
            switch turn.failure {
            case nil: if awaitsWords(turn) { return }
            case .response: return decide(.turnFailed(turn.turn.id, mayRetry: false))
            // Half of it was heard, and the next session is told that half.
            case .session:
                end(turn.turn, .interrupted)
                return decide(.turnCompleted(turn.turn.id))
            }
        }
        end(turn.turn, .completed)
        decide(.turnCompleted(turn.turn.id))
    }

    /// Sound that nobody can tell the words of would be forgotten by everybody.
    private func awaitsWords(_ turn: LiveTurn) -> Bool {
        turn.lacksWords && now.sinceOpening < turn.playout.playsUntil + Self.wordsGrace
    }

    /// How long a turn that was heard to its end waits for words that have not come at all. Default 300 ms: longer
    /// than events lie apart on the wire, shorter than the pause that people make before they speak.
    private static let wordsGrace: Duration = .milliseconds(300)

    /// Tells the floor what the turn waits for: its clocks run only while the session owes sound.
    mutating func noteWait() {
        guard let turn = live else { return }
        let wait: Floor.Wait =
            turn.hasFrame || turn.isGenerated ? .nothing : turn.openCalls.isEmpty ? .audio : .tool
        live?.toldWait = wait
        decide(.turnWaits(turn.turn.id, for: wait))
    }
}
