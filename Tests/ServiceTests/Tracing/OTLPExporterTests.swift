import Networking
import Testing

@testable import Service

@Suite struct `What a collector's answer means` {
    private func verdict(
        _ status: Int, retryAfter: String? = nil, body: String = "", attempt: Int = 1
    ) -> OTLPExporter.Verdict {
        let reply = OTLPExporter.Reply(status: status, retryAfter: retryAfter, body: Array(body.utf8))
        return OTLPExporter.verdict(
            on: .success(reply), attempt: attempt, at: WallTime(millisecondsSince1970: 0))
    }

    @Test(arguments: [
        ("", 0), ("{}", 0), ("not json", 0), (#"{"partialSuccess":{}}"#, 0),
        (#"{"partialSuccess":{"rejectedSpans":"3","errorMessage":"old"}}"#, 3),
        (#"{"partialSuccess":{"rejectedSpans":2}}"#, 2), (#"{"partialSuccess":{"rejectedSpans":"-4"}}"#, 0),
    ])
    func `success may be in part`(body: String, rejected: Int) {
        guard case .accepted(rejected, _) = verdict(200, body: body) else {
            Issue.record("\(verdict(200, body: body))")
            return
        }
    }

    @Test(arguments: [429, 502, 503, 504])
    func `four statuses ask for another attempt, five attempts in all`(status: Int) {
        for attempt in 1..<OTLPExporter.attempts {
            guard case .again(let pause) = verdict(status, attempt: attempt) else {
                Issue.record("attempt \(attempt) is the last")
                continue
            }
            let doubled = Double(1 << (attempt - 1))
            #expect(pause >= .seconds(doubled * 0.79) && pause <= .seconds(doubled * 1.21))
        }
        #expect(verdict(status, attempt: 5) == .refused("status \(status)"))
        #expect(verdict(status, retryAfter: "7") == .again(after: .seconds(7)))
        #expect(verdict(status, retryAfter: "3000") == .again(after: .seconds(60)))
        #expect(
            verdict(status, retryAfter: "Thu, 01 Jan 1970 00:00:09 GMT")
                == .again(after: .seconds(9)))
    }

    @Test(arguments: [301, 400, 401, 404, 408, 413, 500, 501])
    func `every other status is final`(status: Int) {
        #expect(verdict(status, retryAfter: "1") == .refused("status \(status)"))
    }

    @Test func `a connection that fails is tried again`() {
        let failure = NetworkingError.cannotConnect(host: "c", port: 4318, reason: "refused")
        guard case .again = OTLPExporter.verdict(on: .failure(failure), attempt: 1) else {
            Issue.record("given up at once")
            return
        }
        #expect(OTLPExporter.verdict(on: .failure(failure), attempt: 5) == .refused("\(failure)"))
    }
}
