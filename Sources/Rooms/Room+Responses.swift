import FloorControl
import Realtime

// What an agent's session says while it answers.

extension Room {
    mutating func responseStarted(_ response: ResponseID, tag: String) {
        if live?.tag == tag {
            live?.responses.insert(response)
            live?.used.responses += 1
        } else if guess?.answer.tag == tag {
            guess?.answer.responses.insert(response)
            guess?.answer.used.responses += 1
        } else if condensing.summary?.tag == tag {
            condensing.summary?.response = response
        }
    }

    /// Only this frees the session; a turn that waited for it asks now.
    mutating func responseEnded(
        _ response: ResponseID, tag: String, _ status: ResponseStatus, _ owner: LinkOwner
    ) {
        guard case .agent(let agent) = owner, let index = agentIndex(agent) else { return }
        agents[index].stuckBy = nil
        if condensing.summary?.response == response { return summaryEnded(status) }
        if isGuessed(response, of: agent) { return guessEnded(response, status) }
        guard let turn = live, turn.turn.agent == agent else { return }
        guard turn.responses.contains(response) else { return askIfWaiting() }
        // What still comes of it is late.
        live?.responses.remove(response)
        switch status {
        case .completed, .incomplete:
            live?.endGeneration()
        case .failed, .cancelled, .inProgress, .other: live?.fail()
        }
        followUp()
    }

    private mutating func guessEnded(_ response: ResponseID, _ status: ResponseStatus) {
        switch status {
        case .completed, .incomplete:
            guess?.answer.responses.remove(response)
            guess?.answer.endGeneration()
        case .failed, .cancelled, .inProgress, .other: discardGuess(.failed)
        }
    }

    mutating func askIfWaiting() {
        if live?.generation == .waiting { askForResponse() }
    }

    mutating func responseRefused(tag: String, _ error: ErrorDetail, _ owner: LinkOwner) {
        guard case .agent(let agent) = owner, let index = agentIndex(agent) else { return }
        agents[index].stuckBy = nil
        if condensing.summary?.tag == tag { return summaryFailed(.refused) }
        if guess?.answer.tag == tag { return discardGuess(.failed) }
        guard let turn = live, turn.turn.agent == agent else { return }
        if turn.tag == tag { live?.fail() } else { askIfWaiting() }
    }

    /// The session is not free after all. The turn loses nothing by it but the time until it is.
    mutating func responsePostponed(tag: String, behind other: ResponseID?, _ link: LinkID) {
        guard case .agent(let agent) = link.owner else { return }
        if let other {
            live?.responses.remove(other)
            send(.responseCancel(other), on: link)
        }
        awaitEnd(of: link.owner)
        if guess?.answer.tag == tag { return discardGuess(.failed) }
        guard let turn = live, turn.turn.agent == agent, turn.tag == tag else { return }
        live?.generation = .waiting
        live?.responseCount -= 1
        live?.wordsToSay = turn.askedToSay
    }

    /// Results the model has not answered yet are answered once all of them are there and the response
    /// that asked for them is over.
    mutating func followUp() {
        dropNeedlessFiller()
        guard !sayDueFiller() else { return }
        guard let turn = live, turn.generation == .over, turn.failure == nil, turn.owesFollowUp,
            turn.openCalls.isEmpty, !mustBeHeardFirst
        else {
            noteWait()
            return
        }
        guard turn.followUpCount <= LiveTurn.maxFollowUps else {
            live?.owesFollowUp = false
            return
        }
        if turn.followUpCount == LiveTurn.maxFollowUps, !turn.isToldOfRounds {
            live?.isToldOfRounds = true
            publish(
                .error(
                    EventFault(
                        code: "too_many_tool_rounds",
                        detail:
                            "\(turn.turn.agent) called tools \(turn.followUpCount + 1) times in one turn; it is to answer without them."
                    )))
        }
        live?.followUpCount += 1
        live?.generation = .waiting
        askForResponse()
        noteWait()
    }

    mutating func agentReceived(_ event: ServerEvent, _ agent: Identity) {
        if listenForSummary(event, agent) { return }
        switch event {
        case .outputItemAdded(let response, _, let item): itemAdded(item, response, agent)
        case .outputTranscriptDelta(let place, let delta), .outputTextDelta(let place, let delta):
            changeWords(at: place, of: agent) { $0.add(delta) }
        case .outputTranscriptDone(let place, let text), .outputTextDone(let place, let text):
            changeWords(at: place, of: agent) { $0.set(text) }
        case .outputItemDone(let response, _, let item):
            vendorCallDone(item, agent)
            if isOnFloor(response, of: agent) {
                itemDone(item, agent)
            } else if isGuessed(response, of: agent) {
                guess?.done(item)
            }
        case .mcpCallArgumentsDone(let response, let item, _, let arguments):
            vendorCalled(item, response, arguments, by: agent)
        case .mcpCall(let item, _, .completed): vendorReturned(item, ok: true, to: agent)
        case .mcpCall(let item, _, .failed): vendorReturned(item, ok: false, to: agent)
        case .itemDone(let item, _): vendorCallDone(item, agent)
        case .itemAdded(let item, _): vendorListAdded(item, agent)
        case .mcpListTools(let item, .failed): vendorListFailed(item, agent)
        case .inputAudioCommitted(let item, _): committed(item, agent)
        case .error(let error):
            if !commitRefused(error, agent) { sessionComplained(error, agent) }
        default: break
        }
    }

    /// Words are in no order with sound, nor always with the response's end (reference §3): whoever still hears
    /// the sound is told what it says.
    private mutating func changeWords(
        at place: PartLocation, of agent: Identity, _ words: (inout SpokenItem) -> Void
    ) {
        if isOnFloor(place.responseID, of: agent) || isGuessed(place.responseID, of: agent) {
            change(place.responseID, of: agent) { $0.withItem(place.itemID, words) }
            return tellNewWords()
        }
        if live?.turn.agent == agent {
            live.modify { $0.addLate(place.itemID, words) }
            tellNewWords()
        }
        if guess?.agent == agent { guess.modify { $0.answer.addLate(place.itemID, words) } }
    }

    /// An item of a response that is already cancelled was not heard and never will be. What is neither said nor a
    /// call of ours (thoughts, the server's own tools) is the server's business and stays in its memory.
    private mutating func itemAdded(_ item: Item, _ response: ResponseID, _ agent: Identity) {
        guard let id = item.id, let index = agentIndex(agent), !vendorItemAdded(item, index), item.isOurs
        else { return }
        if isOnFloor(response, of: agent) || isGuessed(response, of: agent) {
            change(response, of: agent) { $0.withItem(id) { _ in } }
        } else if case .ready(let link, let life, _) = agents[index].connection, life.isCancelling(response) {
            takeOut(id, on: link)
        }
    }

    mutating func itemDone(_ item: Item, _ agent: Identity) {
        guard let call = item.functionCall else {
            if let id = item.id, item.isOurs { live?.withItem(id) { $0.isDone = true } }
            return
        }
        // That it is done the event itself says; servers may leave it out of the item.
        guard item.status == .completed || item.status == nil else { return }
        // A call that is made stays in the session's memory, whatever becomes of the turn.
        live?.items.removeAll { $0.id == item.id }
        if let id = item.id, let index = agentIndex(agent) {
            agents[index].projection.asides.called(id, call, at: conversation.next, in: live?.turn.id)
        }
        called(call, by: agent)
    }

    /// Whether the response belongs to the turn that holds the floor: everything else is late.
    @inline(__always)
    func isOnFloor(_ response: ResponseID, of agent: Identity) -> Bool {
        live?.turn.agent == agent && live?.responses.contains(response) == true
    }

    /// Most errors change nothing (reference §12); people see those that are no mere race.
    private mutating func sessionComplained(_ error: ErrorDetail, _ agent: Identity) {
        let races: Set<String> = [
            "response_cancel_not_active", "conversation_already_has_active_response",
            "unsupported_content_type",
            "item_delete_invalid_item_id", "item_truncate_invalid_item_id", "session_expired",
        ]
        guard !races.contains(error.code ?? ""), !error.isAboutLength else { return }
        publish(
            .error(EventFault(code: error.code ?? "realtime_error", detail: "\(agent): \(error.message)")))
    }
}

extension Item {
    /// Something said, or a function that Parley is to call.
    var isOurs: Bool {
        switch body {
        case .message, .functionCall: true
        case .functionCallOutput, .reference, .other: false
        }
    }
}

extension ErrorDetail {
    /// A truncate to more than there is: `Audio content of 900ms is already shorter than 1000ms`, whose code is not
    /// settled (reference §12).
    fileprivate var isAboutLength: Bool { message.contains("is already shorter than") }
}
