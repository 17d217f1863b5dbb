import Testing

@testable import Service

@Suite struct `W3C trace context` {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    @Test(arguments: ["00", "01"])
    func `what is read is written the same`(flags: String) throws {
        let text = "00-\(Self.trace)-00f067aa0ba902b7-\(flags)"
        let context = try #require(TraceContext(traceparent: text, state: "vendor=1"))
        #expect(context.traceparent == text && context.state == "vendor=1")
        #expect(context.isSampled == (flags == "01"))
        #expect("\(context.traceID)" == Self.trace && TraceContext.hex(context.spanID) == "00f067aa0ba902b7")
    }

    @Test(arguments: [
        "", "00", "00-\(trace)-00f067aa0ba902b7", "00-\(trace)-00f067aa0ba902b7-01-more",
        "ff-\(trace)-00f067aa0ba902b7-01", "0-\(trace)-00f067aa0ba902b7-01", "00-\(trace)-00f067aa0ba902b7-1",
        "00-\(trace.uppercased())-00f067aa0ba902b7-01", "00-\(trace)-00F067AA0BA902B7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-\(trace)-0000000000000000-01",
        "00-\(trace)0-00f067aa0ba902b7-01", "00-\(trace)-00f067aa0ba902b-01",
        "00-\(trace)-00f067aa0ba902b7-zz",
        " 00-\(trace)-00f067aa0ba902b7-01", "00--00f067aa0ba902b7-01", "00-é\(trace)-00f067aa0ba902b7-01",
    ])
    func `what is no traceparent is as if it were not there`(text: String) {
        #expect(TraceContext(traceparent: text) == nil)
    }

    @Test func `a later version may say more, and flags we do not know are not passed on`() throws {
        let later = try #require(
            TraceContext(traceparent: "cc-\(Self.trace)-00f067aa0ba902b7-ff-what-the-future-will-be"))
        #expect(later.traceparent == "00-\(Self.trace)-00f067aa0ba902b7-01")
    }

    @Test func `a state that is too long to be passed on is left out`() throws {
        let text = "00-\(Self.trace)-00f067aa0ba902b7-01"
        let kept = String(repeating: "x", count: 512)
        #expect(TraceContext(traceparent: text, state: kept)?.state == kept)
        #expect(TraceContext(traceparent: text, state: kept + "x")?.state == "")
    }

    @Test func `a ratio samples about as many traces, and the same ones for one that is higher`() {
        var sampled = 0
        for _ in 0..<4_000 {
            let trace = TraceContext.new(isSampled: true).traceID
            let isSampled = Sampler.ratio(0.25).samples(trace, parent: nil)
            if isSampled {
                sampled += 1
                #expect(Sampler.ratio(0.5).samples(trace, parent: nil))
            }
            #expect(Sampler.ratio(1).samples(trace, parent: nil))
            #expect(!Sampler.ratio(0).samples(trace, parent: nil))
        }
        // Ten standard deviations: 274.
        #expect((726...1_274).contains(sampled), "\(sampled) of 4000")
    }

    @Test func `a trace that goes on keeps the decision of its beginning`() {
        let trace = TraceContext.new(isSampled: true)
        var unsampled = trace
        unsampled.isSampled = false
        let sampler = Sampler.parentBased(root: .never)
        #expect(sampler.samples(trace.traceID, parent: trace))
        #expect(!Sampler.parentBased(root: .always).samples(trace.traceID, parent: unsampled))
        #expect(!sampler.samples(trace.traceID, parent: nil))
    }
}
