import FloorControl
import Realtime

// What an agent's session says while it answers.

extension Room {
    mutating func responseStarted(_ response: ResponseID, tag: String) {
        guard live?.turn.id.description == tag else { return }
        live?.responses.insert(response)
    }

    /// Only this frees the session; a turn that waited for it asks now.
    mutating func responseEnded(
        _ response: ResponseID, tag: String, _ status: ResponseStatus, _ owner: LinkOwner
    ) {
        guard case .agent(let agent) = owner, let index = agentIndex(agent) else { return }
        agents[index].stuckBy = nil
        guard let turn = live, turn.turn.agent == agent else { return }
        if turn.turn.id.description == tag {
            live?.generation = .over
            switch status {
            case .completed, .incomplete: break
            case .failed, .cancelled, .inProgress, .other: live?.failed = true
            }
            followUp()
        } else if turn.generation == .waiting {
            askForResponse()
        }
    }

    mutating func responseRefused(tag: String, _ error: ErrorDetail, _ owner: LinkOwner) {
        guard let turn = live, turn.turn.id.description == tag else { return }
        live?.generation = .over
        live?.failed = true
    }

    /// Results the model has not answered yet are answered once all of them are there and the response
    /// that asked for them is over.
    mutating func followUp() {
        guard let turn = live, turn.generation == .over, !turn.failed, turn.owesFollowUp,
            turn.openCalls.isEmpty
        else {
            noteWait()
            return
        }
        guard turn.responseCount < LiveTurn.maxResponses else {
            live?.owesFollowUp = false
            publish(
                .error(
                    EventFault(
                        code: "too_many_tool_rounds",
                        detail:
                            "\(turn.turn.agent) called tools \(turn.responseCount) times in one turn; it was stopped."
                    )))
            return
        }
        live?.generation = .waiting
        askForResponse()
        noteWait()
    }

    mutating func agentReceived(_ event: ServerEvent, _ agent: Identity) {
        switch event {
        case .outputTranscriptDelta(let place, let delta), .outputTextDelta(let place, let delta):
            guard isOnFloor(place.responseID, of: agent) else { return }
            live?.addWords(delta, of: place.itemID)
        case .outputTranscriptDone(let place, let text), .outputTextDone(let place, let text):
            guard isOnFloor(place.responseID, of: agent) else { return }
            live?.setWords(text, of: place.itemID)
        case .outputItemDone(let response, _, let item):
            guard isOnFloor(response, of: agent), let call = item.functionCall, item.status == .completed
            else {
                return
            }
            called(call, by: agent)
        case .error(let error): sessionComplained(error, agent)
        default: break
        }
    }

    /// Whether the response belongs to the turn that holds the floor: everything else is late.
    func isOnFloor(_ response: ResponseID, of agent: Identity) -> Bool {
        guard let live, live.turn.agent == agent else { return false }
        return live.responses.contains(response)
    }

    /// Most errors change nothing (reference §12); people see those that are no mere race.
    private mutating func sessionComplained(_ error: ErrorDetail, _ agent: Identity) {
        let races: Set<String> = [
            "response_cancel_not_active", "conversation_already_has_active_response",
            "unsupported_content_type",
            "item_delete_invalid_item_id", "item_truncate_invalid_item_id", "session_expired",
        ]
        guard !races.contains(error.code ?? "") else { return }
        publish(
            .error(EventFault(code: error.code ?? "realtime_error", detail: "\(agent): \(error.message)")))
    }
}
