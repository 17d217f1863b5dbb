import HTTPTypes
import Testing

@testable import Service

/// A day of retries in no time.
@Suite struct IdempotencyStoreTests {
    private static let start = WallTime(millisecondsSince1970: 1_795_255_200_000)
    private let body: [UInt8] = [1]

    private func after(_ duration: Duration) -> WallTime { Self.start - (.zero - duration) }

    private func answered(_ keys: String...) -> IdempotencyStore {
        var store = IdempotencyStore()
        for key in keys {
            _ = store.claim(key, body, at: Self.start)
            _ = store.settle(key, with: Answer(status: .accepted))
        }
        return store
    }

    @Test(
        arguments: [
            (.zero, true), (.seconds(24 * 3_600 - 1), true), (.seconds(24 * 3_600 + 1), false),
        ] as [(Duration, Bool)])
    func `a first success is given again for 24 hours, and after that the key is new`(
        age: Duration, isKept: Bool
    ) {
        var store = answered("a", "b")
        #expect(
            store.claim("a", body, at: after(age)) == (isKept ? .answered(Answer(status: .accepted)) : .first)
        )
    }

    @Test func `what failed is not kept, and its retry is a first attempt`() {
        var store = IdempotencyStore()
        #expect(store.claim("a", body, at: Self.start) == .first)
        #expect(store.claim("a", body, at: Self.start) == .wait)
        var calls: [Int] = []
        store.wait(for: "a") { calls.append(1) }
        store.wait(for: "a") { calls.append(2) }
        for again in store.settle("a", with: Answer(status: .conflict)) { again() }
        #expect(calls == [1, 2])
        #expect(store.claim("a", body, at: Self.start) == .first)
    }

    @Test func `another body under the same key is a mismatch while the first runs, too, and harms nothing`()
    {
        var store = answered("a")
        _ = store.claim("b", body, at: Self.start)
        #expect(store.claim("a", [2], at: Self.start) == .mismatch)
        #expect(store.claim("b", [2], at: Self.start) == .mismatch)
        #expect(store.claim("a", body, at: Self.start) == .answered(Answer(status: .accepted)))
    }

    @Test func `a key whose request is at work is kept, however many and however long`() {
        var store = IdempotencyStore(capacity: 1)
        #expect(store.claim("a", body, at: Self.start) == .first)
        #expect(store.claim("b", body, at: Self.start) == .first)
        #expect(store.claim("a", body, at: after(.seconds(48 * 3_600))) == .wait)
    }

    @Test func `of too many keys the oldest give way, to new ones only`() {
        var store = IdempotencyStore(capacity: 3)
        for key in ["a", "b", "c", "d"] {
            #expect(store.claim(key, body, at: Self.start) == .first)
            _ = store.settle(key, with: Answer(status: .accepted))
        }
        for key in ["b", "c", "d"] {
            #expect(store.claim(key, body, at: Self.start) == .answered(Answer(status: .accepted)), "\(key)")
        }
        #expect(store.claim("a", body, at: Self.start) == .first)
    }
}
