import Testing

@testable import Service

private let start = ContinuousClock.now

private func message(_ number: Int, after: Duration = .zero) -> CallbackMessage {
    CallbackMessage(id: "msg_\(number)", body: [UInt8(number)], since: start + after)
}

@Suite struct CallbackQueueTests {
    @Test func `messages go one at a time and in order`() {
        var queue = CallbackQueue()
        #expect(queue.add(message(1)) == .post(message(1)))
        #expect(queue.add(message(2)) == nil && queue.add(message(3)) == nil)
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .post(message(2)))
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .post(message(3)))
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .rest)
        #expect(queue.isEmpty && queue.add(message(4)) == .post(message(4)))
    }

    @Test func `a failure is retried after 1, 2, 4 … s and at most 60 s, and the next one waits`() {
        var queue = CallbackQueue()
        _ = queue.add(message(1))
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60, 60] {
            #expect(queue.add(message(2)) == nil)
            #expect(queue.answered(.failed, at: start, jitter: 0.5) == .wake(after: .seconds(seconds)))
            #expect(queue.woke() == .post(message(1)), "the same message, with the same id")
        }
        #expect(queue.answered(.accepted, at: start, jitter: 0.5) == .post(message(2)))
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

    @Test func `410 ends everything`() {
        var queue = CallbackQueue()
        _ = queue.add(message(1))
        _ = queue.add(message(2))
        #expect(queue.answered(.gone, at: start, jitter: 0) == .rest)
        #expect(queue.isEmpty && queue.add(message(3)) == nil && queue.woke() == .rest)
    }

    @Test func `after 24 hours a message gives way to the next`() {
        var queue = CallbackQueue()
        _ = queue.add(message(1))
        let second = message(2, after: .seconds(3_600))
        _ = queue.add(second)
        let almost = start + CallbackQueue.lifetime - .seconds(10)
        #expect(queue.answered(.failed, at: almost, jitter: 0.5) == .wake(after: .seconds(1)))
        #expect(queue.woke() == .post(message(1)))
        #expect(queue.answered(.failed, at: start + CallbackQueue.lifetime, jitter: 0.5) == .post(second))
        #expect(queue.givenUpCount == 1)
    }

    @Test func `a dead receiver does not fill the memory`() {
        var queue = CallbackQueue()
        _ = queue.add(message(1))
        for number in 0..<CallbackQueue.capacity + 50 { _ = queue.add(message(number % 256)) }
        var delivered = 1
        while case .post = queue.answered(.accepted, at: start, jitter: 0) { delivered += 1 }
        #expect(delivered == CallbackQueue.capacity)
        #expect(queue.givenUpCount == 51, "what is lost is counted")
    }
}
