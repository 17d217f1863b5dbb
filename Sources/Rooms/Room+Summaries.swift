import FloorControl
import Realtime

// The summary of the oldest talk: asked of an agent's idle session, collected, and never heard.

extension Room {
    mutating func askForSummary(of surplus: Surplus, _ agent: Int) {
        guard case .ready(let link, var life, _) = agents[agent].connection else { return }
        condensing.lastNumber += 1
        let deadline = now.advanced(by: Summary.patience)
        let summary = Summary(
            number: condensing.lastNumber, agent: agents[agent].identity, link: link, surplus,
            deadline: deadline)
        let eventID = send(.responseCreate(parameters(for: summary)), on: link)
        life.request(tag: summary.tag, eventID: eventID)
        agents[agent].connection.life = life
        condensing.summary = summary
    }

    /// Text only, outside the conversation, from nothing but the lines that go, and no tools: whatever the session
    /// holds, or is told meanwhile, has no part in it.
    private func parameters(for summary: Summary) -> ResponseParameters {
        let old = conversation.utterances.prefix { $0.id <= summary.surplus.through }
        let lines = [conversation.digest?.text].compactMap(\.self) + old.map(\.attributed)
        var parameters = ResponseParameters()
        parameters.instructions = Summary.instructions
        parameters.outputModalities = [.text]
        parameters.toolChoice = ToolChoice.none
        // Five times what it is asked for: models that reason count that, too.
        parameters.maxOutputTokens = .limited(1_500)
        parameters.conversationNone = true
        parameters.metadata = [Response.tagKey: summary.tag, Response.purposeKey: Summary.purpose]
        parameters.input = [.user(lines.joined(separator: "\n"))]
        return parameters
    }

    /// What the session says of the summary, and to nobody else.
    /// - Returns: Whether the event was about it.
    mutating func listenForSummary(_ event: ServerEvent, _ agent: Identity) -> Bool {
        if isStray(event, agent) { return true }
        guard let summary = condensing.summary, let response = summary.response else { return false }
        switch event {
        case .outputItemAdded(response, _, let item):
            if let id = item.id { condensing.summary?.say(id) { _ in } }
        case .outputTextDelta(let place, let delta) where place.responseID == response,
            .outputTranscriptDelta(let place, let delta) where place.responseID == response:
            condensing.summary?.say(place.itemID) { $0 += delta }
        case .outputTextDone(let place, let text) where place.responseID == response,
            .outputTranscriptDone(let place, let text) where place.responseID == response:
            condensing.summary?.say(place.itemID) { $0 = text }
        case .outputItemDone(response, _, let item):
            if let id = item.id, let text = item.text, !text.isEmpty {
                condensing.summary?.say(id) { $0 = text }
            }
        case .itemAdded(let item, _):
            guard let id = item.id, summary.holds(id) else { return false }
            // A server that knows no answers outside the conversation.
            send(.itemDelete(id), on: summary.link)
        default: return false
        }
        return true
    }

    /// A summary that gave way has no item in the conversation to be deleted, unless the server put one there.
    private mutating func isStray(_ event: ServerEvent, _ agent: Identity) -> Bool {
        guard let index = agentIndex(agent), case .ready(let link, let life, _) = agents[index].connection
        else { return false }
        switch event {
        case .outputItemAdded(let response, _, let item):
            guard case .ready(.cancelling(response, let tag)) = life.stage, Summary.isTag(tag) else {
                return false
            }
            if let id = item.id { condensing.strays = (condensing.strays + [id]).suffix(8) }
        case .itemAdded(let item, _):
            guard let id = item.id, condensing.strays.contains(id) else { return false }
            send(.itemDelete(id), on: link)
        default: return false
        }
        return true
    }

    /// Servers may say it at the end alone.
    mutating func noteSummary(in response: Response) {
        guard condensing.summary?.response == response.id else { return }
        for item in response.output {
            guard let id = item.id, let text = item.text else { continue }
            condensing.summary?.say(id) { if $0.isEmpty { $0 = text } }
        }
    }

    /// What its tokens ran out over is still a summary.
    mutating func summaryEnded(_ status: ResponseStatus) {
        guard let summary = condensing.summary else { return }
        switch status {
        case .completed, .incomplete(.maxOutputTokens):
            let text = summary.text(atMost: settings.budget.longestSummary)
            guard !text.isEmpty else { return summaryFailed(.empty) }
            condensing.summary = nil
            condense(summary.surplus, .summary, into: text)
        case .incomplete, .failed, .cancelled, .inProgress, .other: summaryFailed(.failed)
        }
        askIfWaiting()
    }

    /// This agent cannot make it.
    /// - Parameter fault: `nil` when its session was lost, which says nothing about the next one.
    mutating func summaryFailed(_ fault: SummaryFault?) {
        guard let summary = condensing.summary else { return }
        condensing.summary = nil
        guard let fault else { return noteYield(fault: .failed) }
        condensing.failed.append(summary.agent)
        condensing.fault = fault
        emit(.note(.summaryFailed(agent: summary.agent, fault)))
        askIfWaiting()
    }

    mutating func giveUpLateSummary() {
        guard let summary = condensing.summary, summary.deadline <= now else { return }
        cancelResponse(of: summary.agent, on: summary.link)
        summaryFailed(.late)
    }

    /// The agent is to speak: its summary gives way at once.
    /// - Returns: Whether it was making one.
    @discardableResult
    mutating func yieldSummary(of agent: Identity) -> Bool {
        guard let summary = condensing.summary, summary.agent == agent else { return false }
        condensing.summary = nil
        cancelResponse(of: agent, on: summary.link)
        noteYield(fault: .busy)
        return true
    }

    /// Tried again when there is time, but not for ever: every try costs.
    private mutating func noteYield(fault: SummaryFault) {
        condensing.yields += 1
        guard condensing.yields >= Condensing.mostYields else { return }
        condensing.failed = agents.map(\.identity)
        condensing.fault = fault
    }
}
