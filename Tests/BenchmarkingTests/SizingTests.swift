import Testing

@testable import Benchmarking

/// A machine that runs so many rooms smoothly and no more, looked at until the answer is known.
private func size(_ capacity: Int, most: Int = 5_000) -> Sizing {
    var sizing = Sizing(most: most)
    while let rooms = sizing.next, sizing.steps.count < 50 {
        sizing.note(step(rooms, isSmooth: rooms <= capacity))
    }
    return sizing
}

private func step(_ rooms: Int, isSmooth: Bool, late: Int = 0) -> Sizing.Step {
    let latencies = Quantiles([isSmooth ? .milliseconds(1) : .milliseconds(21)])
    return Sizing.Step(
        rooms: rooms, toModel: latencies, toCaller: latencies, lateCount: late, serviceLoad: 0.5,
        benchLoad: 0.5,
        memory: 1 << 26)
}

struct SizingTests {
    @Test(arguments: [10, 11, 25, 100, 333, 640, 1_000, 4_999])
    func `what a machine holds is found to a tenth, from below`(capacity: Int) throws {
        let held = try #require(size(capacity).held?.rooms)
        #expect(held <= capacity)
        #expect(Double(held) >= Double(capacity) / 1.1 - 1)
    }

    @Test func `rooms double until they are too many`() {
        #expect(size(100).steps.prefix(6).map(\.rooms) == [10, 20, 40, 80, 160, 160])
    }

    @Test func `no more than allowed are tried, and then that is the answer`() {
        let sizing = size(1_000_000, most: 50)
        #expect(sizing.steps.map(\.rooms) == [10, 20, 40, 50])
        #expect(sizing.held?.rooms == 50)
    }

    @Test func `a machine too busy for the first rooms is asked for fewer`() {
        #expect(size(3).held?.rooms == 3)
        #expect(size(0).held == nil)
    }

    @Test func `a late frame is not smooth, nor is a slow hundredth, nor silence`() {
        #expect(step(1, isSmooth: true).isSmooth)
        #expect(!step(1, isSmooth: true, late: 1).isSmooth)
        #expect(!step(1, isSmooth: false).isSmooth)
        var silent = step(1, isSmooth: true)
        silent.toModel = Quantiles([])
        #expect(!silent.isSmooth)
    }

    @Test func `a stumble is looked at again, and forgotten if it was one`() {
        var sizing = Sizing()
        sizing.note(step(10, isSmooth: false))
        #expect(sizing.next == 10)
        sizing.note(step(10, isSmooth: true))
        #expect(sizing.next == 20)
        #expect(sizing.held?.rooms == 10)
    }

    @Test func `fewer rooms that were rough twice outweigh more that ran well before`() {
        var sizing = Sizing()
        sizing.note(step(100, isSmooth: true))
        for _ in 0..<2 { sizing.note(step(50, isSmooth: false)) }
        #expect(sizing.held == nil)
    }
}
