import FloorControl
import Realtime
import Rooms

// What the room sends a server: items that come, are cut and go, and responses that are asked for.

extension AgentPeer {
    func receive(_ message: ClientMessage) {
        guard !isSilent, !isClosed else { return }
        sent.append(message)
        for violation in message.violations { complain(violation.message) }
        switch understood(message) {
        case .sessionUpdate(let update):
            configuration.apply(update)
            tell(.sessionUpdated(Session(id: "\(link)", configuration: configuration)))
        case .itemCreate(let item, let previous): create(item, after: previous, message)
        case .itemTruncate(let item, _, let end): truncate(item, end, message)
        case .itemDelete(let item): delete(item, message)
        case .responseCreate(let parameters): respond(parameters, message)
        case .responseCancel(let response): cancel(response, message)
        case .inputAudioCommit: commit(message)
        case .inputAudioClear:
            input = []
            tell(.inputAudioCleared)
        case .inputAudioAppend, .itemRetrieve, .outputAudioClear, .unknown:
            complain("unexpected \(message.event)")
        }
    }

    private func create(_ item: Item, after previous: PreviousItem, _ message: ClientMessage) {
        let id = item.id ?? stage.mintItem()
        if items.contains(where: { $0.id == id }) { complain("item \(id) was created twice") }
        var place = items.endIndex
        switch previous {
        case .end: break
        case .root: place = 0
        case .item(let id):
            guard let index = items.firstIndex(where: { $0.id == id }) else {
                refuse("invalid_value", "previous item \(id) does not exist", message)
                complain("previous item \(id) does not exist")
                return
            }
            place = index + 1
        }
        guard let content = content(of: item) else {
            complain("unexpected item \(item)")
            return
        }
        items.insert(Entry(id: id, content: content), at: place)
        tell(.itemAdded(item, after: nil))
        tell(.itemDone(item, after: nil))
    }

    private func content(of item: Item) -> Entry.Content? {
        switch item.body {
        case .message(.user, _, _) where item.id?.description.hasPrefix("result_") == true:
            return .earlierResult(item.text ?? "")
        case .message(.system, _, _): return .note(item.text ?? "")
        case .message(.user, _, _): return .user(item.text ?? "")
        case .message(.assistant, _, _):
            guard let id = item.id?.description, id.hasPrefix("said_") else {
                return .assistant(item.text ?? "")
            }
            return .spokenBefore(tag: String(id.dropFirst(5)), item.text ?? "")
        case .functionCallOutput(let call, let output):
            if !calls.contains(call) { complain("output of unknown call \(call)") }
            if outputs[call] != nil { complain("second output of call \(call)") }
            outputs[call] = output
            return .result(call, output)
        case .functionCall, .reference, .other: return nil
        }
    }

    private func truncate(_ id: ItemID, _ end: Duration, _ message: ClientMessage) {
        guard server.correction == .truncate else { return complain("this server truncates nothing") }
        guard let index = items.firstIndex(where: { $0.id == id }) else {
            complain("truncated item \(id) does not exist")
            refuse("item_truncate_invalid_item_id", "no item \(id)", message)
            return
        }
        guard case .speech(let tag, let generated, _) = items[index].content, generated > 0 else {
            complain("truncated item \(id) has no sound")
            refuse("unsupported_content_type", "no sound", message)
            return
        }
        // The wire counts in whole milliseconds, rounded down.
        if end >= .milliseconds(generated / 24 + 1) || end < .milliseconds(1) {
            complain("item \(id) of \(generated) samples truncated to \(end)")
        }
        items[index].content = .speech(tag: tag, generated: generated, cut: end)
        tell(.itemTruncated(id, contentIndex: 0, audioEnd: end))
    }

    private func delete(_ id: ItemID, _ message: ClientMessage) {
        guard server.deletesItems else { return complain("this server deletes nothing") }
        guard items.contains(where: { $0.id == id }) else {
            if !hasStuttered { complain("deleted item \(id) does not exist") }
            refuse("item_delete_invalid_item_id", "no item \(id)", message)
            return
        }
        items.removeAll { $0.id == id }
        for index in commits.indices where commits[index].item == id { commits[index].isDeleted = true }
        tell(.itemDeleted(id))
    }

    private func respond(_ parameters: ResponseParameters, _ message: ClientMessage) {
        guard run == nil, summaryRun == nil else {
            complain("response.create while a response is active")
            refuse("conversation_already_has_active_response", "busy", message)
            return
        }
        guard parameters.metadata[Response.purposeKey] == nil else { return sumUp(parameters, message) }
        for index in commits.indices where commits[index].tag == nil {
            commits[index].tag = parameters.metadata[Response.tagKey] ?? ""
        }
        requests.append(Request(at: stage.now, parameters: parameters, context: items.map(\.content)))
        // Nobody could know yet that it lacks what was just refused.
        if !refusedCommit { stage.check(self, parameters) }
        refusedCommit = false
        let script = stage.nextScript(of: agent)
        if script.fault == .isBusy {
            beBusy(message)
            return
        }
        if script.fault == .refuses {
            refuse("invalid_value", "no", message)
            return
        }
        run = ResponseRun(self, script, parameters)
        run?.begin()
    }

    private func beBusy(_ message: ClientMessage) {
        let other = stage.mintResponse()
        tell(.responseCreated(Response(id: other, status: .inProgress)))
        refuse("conversation_already_has_active_response", "busy", message)
        stage.plan(after: .milliseconds(300)) { [self] _ in
            tell(.responseDone(Response(id: other, status: .cancelled(.clientCancelled))))
        }
    }

    private func sumUp(_ parameters: ResponseParameters, _ message: ClientMessage) {
        summaries.append(Request(at: stage.now, parameters: parameters, context: items.map(\.content)))
        stage.checkSummary(self, parameters)
        let script = stage.nextSummary(of: agent)
        if script == .refuses { return refuse("invalid_value", "no", message) }
        summaryRun = SummaryRun(self, script, parameters)
        summaryRun?.begin()
    }

    private func cancel(_ response: ResponseID?, _ message: ClientMessage) {
        if let summaryRun, summaryRun.id == response { return summaryRun.cancel() }
        guard let run, response == nil || run.id == response else {
            refuse("response_cancel_not_active", "no active response", message)
            return
        }
        run.cancel()
    }

    func refuse(_ code: String, _ text: String, _ message: ClientMessage) {
        tell(
            .error(
                ErrorDetail(
                    type: "invalid_request_error", code: code, message: text, eventID: message.eventID)))
    }
}
