import Realtime
import Testing

/// One response at a time: who fills the slot, and what frees it.
@Suite struct SessionLifeTests {
    private func ready() -> SessionLife {
        var life = SessionLife()
        let session = Session(id: "s", configuration: SessionConfiguration())
        #expect(life.handle(.sessionCreated(session)) == .greeted)
        life.configure(eventID: "c0")
        #expect(life.handle(.sessionUpdated(session)) == .ready)
        return life
    }

    private func requested() -> SessionLife {
        var life = ready()
        life.request(tag: "t1", eventID: "c1")
        return life
    }

    private func active() -> SessionLife {
        var life = requested()
        #expect(life.handle(.responseCreated(response("r1", tag: "t1"))) == .responseStarted("r1", tag: "t1"))
        return life
    }

    private func response(_ id: ResponseID, tag: String? = nil, _ status: ResponseStatus = .inProgress)
        -> Response
    {
        var response = Response(id: id, status: status)
        if let tag { response.metadata = [Response.tagKey: tag] }
        return response
    }

    private func error(_ code: String?, for eventID: String? = nil) -> ServerEvent {
        .error(ErrorDetail(type: "invalid_request_error", code: code, message: "no", eventID: eventID))
    }

    @Test func `only response.done frees the slot, not a cancel and not the end of the sound`() {
        var life = active()
        #expect(life.handle(.outputAudioDone(PartLocation(responseID: "r1", itemID: "i"))) == nil)
        #expect(!life.isIdle)
        #expect(life.cancel() == "r1")
        #expect(life.isCancelling("r1"))
        #expect(life.cancel() == nil)
        let done = response("r1", tag: "t1", .cancelled(.clientCancelled))
        #expect(life.handle(.responseDone(done)) == .responseEnded("r1", tag: "t1", done.status))
        #expect(life.isIdle)
    }

    @Test func `a response that is unwanted before it begins is cancelled when it does`() {
        var life = requested()
        #expect(life.cancel() == nil)
        #expect(life.handle(.responseCreated(response("r1", tag: "t1"))) == .responseUnwanted("r1"))
        #expect(life.isCancelling("r1"))
    }

    @Test func `the end of another response frees nothing`() {
        var life = active()
        #expect(life.handle(.responseDone(response("r0", tag: "t0", .completed))) == nil)
        #expect(!life.isIdle)
    }

    @Test func `a response is linked to its request by metadata, or by being the only one`() {
        var life = requested()
        #expect(life.handle(.responseCreated(response("r0", tag: "other"))) == .responseUnwanted("r0"))
        #expect(life.handle(.responseCreated(response("r1"))) == .responseStarted("r1", tag: "t1"))
    }

    @Test func `what is said twice counts once`() {
        var life = active()
        #expect(life.handle(.responseCreated(response("r1", tag: "t1"))) == nil)
        let done = ServerEvent.responseDone(response("r1", tag: "t1", .completed))
        #expect(life.handle(done) != nil)
        #expect(life.handle(done) == nil)
        life.request(tag: "t2", eventID: "c2")
        #expect(life.handle(.responseCreated(response("r1", tag: "t1"))) == nil)
        #expect(life.handle(done) == nil)
        #expect(life.handle(.responseCreated(response("r2", tag: "t2"))) == .responseStarted("r2", tag: "t2"))
    }

    @Test func `a response that nobody asked for fills the slot until it ends`() {
        var life = ready()
        #expect(life.handle(.responseCreated(response("r9"))) == .responseUnwanted("r9"))
        #expect(!life.isIdle)
        #expect(life.handle(.responseDone(response("r9", .completed))) != nil)
        #expect(life.isIdle)
    }

    @Test func `a request that meets a response nobody asked for is postponed until that has ended`() {
        var life = requested()
        #expect(life.handle(.responseCreated(response("r9", tag: "?"))) == .responseUnwanted("r9"))
        #expect(
            life.handle(error("conversation_already_has_active_response", for: "c1"))
                == .responsePostponed(tag: "t1", cancel: nil))
        #expect(!life.isIdle)
        #expect(life.handle(.responseDone(response("r9", tag: "?", .cancelled(.clientCancelled)))) != nil)
        #expect(life.isIdle)
    }

    @Test func `a response without a name is not taken for the own one for longer than the server lets one`()
    {
        var life = requested()
        #expect(life.handle(.responseCreated(response("r9"))) == .responseStarted("r9", tag: "t1"))
        #expect(
            life.handle(error("conversation_already_has_active_response", for: "c1"))
                == .responsePostponed(tag: "t1", cancel: "r9"))
        #expect(life.isCancelling("r9"))
    }

    @Test func `a request that is refused frees the slot`() {
        var life = requested()
        guard case .responseRefused(tag: "t1", _) = life.handle(error("invalid_value", for: "c1")) else {
            Issue.record("not refused")
            return
        }
        #expect(life.isIdle)
    }

    @Test(arguments: [
        "response_cancel_not_active", "item_truncate_invalid_item_id", "item_delete_invalid_item_id",
        "unsupported_content_type", "input_audio_buffer_commit_empty", "server_error",
        "rate_limit_exceeded", nil,
    ])
    func `an error that names no request is pinned on none`(code: String?) {
        for life in [ready(), requested(), active()] {
            var after = life
            #expect(after.handle(error(code)) == nil)
            #expect(after == life)
        }
    }

    @Test func `a late refusal does not touch the response that runs`() {
        var life = active()
        #expect(life.handle(error("conversation_already_has_active_response")) == nil)
        #expect(life.cancel() == "r1")
    }

    @Test func `a response outside the conversation fills no slot`() {
        var life = ready()
        var aside = response("r5")
        aside.metadata = ["purpose": "summary"]
        #expect(life.handle(.responseCreated(aside)) == nil)
        #expect(life.isIdle)
    }
}
