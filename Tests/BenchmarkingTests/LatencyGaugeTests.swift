import Testing

@testable import Benchmarking

struct LatencyGaugeTests {
    @Test func `medians and the slowest hundredth, each way by itself`() {
        var gauge = LatencyGauge()
        for milliseconds in 1...99 { gauge.reached(model: .milliseconds(milliseconds)) }
        gauge.reached(caller: .milliseconds(250))
        let (toModel, toCaller, late) = gauge.take()
        #expect(toModel.median == .milliseconds(50))
        #expect(toModel.p99 == .milliseconds(98))
        #expect(toCaller.median == .milliseconds(250))
        #expect(late == 1)
        #expect(gauge.take().toModel.p99 == nil)
    }
}
