import Testing

@testable import Service

private let start = WallTime(millisecondsSince1970: 1_795_255_200_000)

extension WallTime {
    fileprivate static func + (time: WallTime, duration: Duration) -> WallTime { time - (.zero - duration) }
}

private func event(
    _ seq: Int, _ type: String = "agent.status",
    _ subject: ToldEvent.Subject = .agent(participantID: "pa_1", leftAlone: false), after: Duration = .zero
) -> ToldEvent {
    ToldEvent(
        seq: seq, at: start + after, type: type, subject: subject, utf8: Array(#"{"seq":\#(seq)}"#.utf8))
}

/// - Parameter naming: what the event itself does not say.
private func message(_ seq: Int, after: Duration = .zero, naming: String = "") -> CallbackMessage {
    let body = #"{"seq":\#(seq),\#(naming)"metadata":{"a":1}}"#
    return CallbackMessage(id: "msg_1_\(seq)", body: Array(body.utf8), since: start + after, seq: seq)
}

private func queue(
    _ patterns: [String] = ["agent.*"], place: Int = 0, isLeaving: Bool = false
) throws -> CallbackQueue {
    let story = CallbackStory(participantID: "pa_1", events: try EventFilter(patterns), isLeaving: isLeaving)
    return CallbackQueue(story, metadata: Array(#"{"a":1}"#.utf8), place: place)
}

@Suite struct CallbackQueueTests {
    @Test func `messages go one at a time and in order, each after a look at what is kept`() throws {
        var queue = try queue()
        #expect(queue.wake() == .look(after: 0))
        #expect(queue.found([event(1), event(2)]) == .post(message(1)))
        #expect(queue.wake() == .rest, "one at a time")
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .look(after: 1))
        #expect(queue.found([event(2)]) == .post(message(2)))
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .look(after: 2))
        #expect(queue.found([]) == .rest)
        #expect(queue.isAtRest && queue.place == 2)
    }

    @Test func `what is kept while it looks is looked for again`() throws {
        var queue = try queue()
        _ = queue.wake()
        #expect(queue.wake() == .rest)
        #expect(queue.found([]) == .look(after: 0))
        #expect(queue.found([]) == .rest)
    }

    @Test func `what is not wanted is passed over, and others' states are not wanted`() throws {
        var queue = try queue()
        _ = queue.wake()
        let others = event(2, "agent.status", .agent(participantID: "pa_2", leftAlone: true))
        #expect(queue.found([event(1, "turn.ended", .other), others, event(3)]) == .post(message(3)))
        #expect(queue.place == 2)
    }

    @Test func `a failure is retried after 1, 2, 4 … s and at most 60 s, with the same message`() throws {
        var queue = try queue()
        _ = queue.wake()
        _ = queue.found([event(1)])
        for (count, seconds) in [1, 2, 4, 8, 16, 32, 60, 60, 60].enumerated() {
            #expect(queue.answered(.failed, at: start, jitter: 0.5) == .wake(after: .seconds(seconds)))
            #expect(queue.failureCount == count + 1)
            #expect(queue.wake() == .rest, "the next one waits")
            #expect(queue.woke() == .post(message(1)))
        }
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .look(after: 1))
    }

    @Test(arguments: 1...20)
    func `jitter moves a pause by a fifth and never beyond a minute`(attempt: Int) {
        let doubled = min(60, Double(1 << min(attempt - 1, 6)))
        for jitter in [0, 0.25, 0.5, 0.999] {
            let pause = CallbackQueue.pause(after: attempt, jitter: jitter)
            #expect(
                pause >= .seconds(doubled * 0.8 - 0.001) && pause <= .seconds(min(60, doubled * 1.2) + 0.001))
        }
    }

    @Test func `410 ends everything`() throws {
        var queue = try queue()
        _ = queue.wake()
        _ = queue.found([event(1)])
        #expect(queue.answered(.gone, at: start, jitter: 0) == .settle)
        #expect(queue.wake() == .rest)
        #expect(queue.woke() == .rest)
        #expect(queue.isAtRest)
    }

    @Test
    func `after 24 hours a message gives way to the next, also when it was a restart that took the time`()
        throws
    {
        var queue = try queue()
        _ = queue.wake()
        _ = queue.found([event(1)])
        let almost = start + CallbackQueue.lifetime - .seconds(10)
        #expect(queue.answered(.failed, at: almost, jitter: 0.5) == .wake(after: .seconds(1)))
        #expect(queue.woke() == .post(message(1)))
        #expect(queue.answered(.failed, at: start + CallbackQueue.lifetime, jitter: 0.5) == .look(after: 1))
        #expect(queue.givenUpCount == 1)
        let late = event(2, after: .seconds(-3_600))
        #expect(queue.found([late]) == .post(message(2, after: .seconds(-3_600))), "tried once all the same")
        #expect(queue.answered(.failed, at: start + CallbackQueue.lifetime, jitter: 0.5) == .look(after: 2))
    }

    @Test func `whoever leaves a room that goes on is told so, and nothing after it`() throws {
        var queue = try queue(["*"])
        _ = queue.wake()
        let left = event(1, "agent.status", .agent(participantID: "pa_1", leftAlone: true))
        let gone = event(2, "participant.left", .participantLeft)
        #expect(queue.found([left]) == .post(message(1)))
        #expect(queue.answered(.accepted, at: start, jitter: 0) == .look(after: 1))
        let naming = #""participant_id":"pa_1","#
        #expect(
            queue.found([gone, event(3, "turn.ended", .other)]) == .post(message(2, naming: naming)),
            "everything says whose callback it is")
        #expect(queue.answered(.accepted, at: start, jitter: 0) == .settle)
    }

    @Test func `a restart between leaving and having left changes nothing`() throws {
        var queue = try queue(place: 1, isLeaving: true)
        #expect(queue.wake() == .look(after: 1))
        #expect(queue.found([event(2, "participant.left", .participantLeft), event(3)]) == .settle)
    }

    @Test func `the room's end is the end, whether it is wanted or not`() throws {
        for (patterns, isWanted) in [(["room.*"], true), (["agent.*"], false)] {
            var queue = try queue(patterns)
            _ = queue.wake()
            let closing = [event(7, "room.closed", .roomClosed)]
            #expect(
                queue.found(closing)
                    == (isWanted ? .post(message(7, naming: #""participant_id":"pa_1","#)) : .settle))
            if isWanted { #expect(queue.answered(.accepted, at: start, jitter: 0) == .settle) }
        }
    }
}
