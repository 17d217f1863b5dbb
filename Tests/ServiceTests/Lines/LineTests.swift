import FloorControl
import HTTPTypes
import Rooms
import Testing

@testable import Service

private func message(_ text: String) throws -> LineMessage {
    try Array(text.utf8).withUnsafeBytes { try LineMessage($0) }
}

@Suite struct LineTests {
    @Test func `a query says who calls and how they sound`() throws {
        let query = try LineQuery("identity=ana&name=Ana+M%C3%BCller&rate=16000&format=pcm16&utm_source=mail")
        #expect(query.identity == "ana" && query.name == "Ana Müller" && query.rate == 16_000)
        #expect(try LineQuery("") == LineQuery("format=pcm16&rate=24000"))
        #expect(try LineQuery("format=pcmu").rate == 8_000)
        #expect(try LineQuery("after=17").after == 17 && LineQuery("").after == nil)
    }

    @Test(arguments: [
        ("format=mp3", ["/format"]), ("rate=11025", ["/rate"]), ("rate=x", ["/rate"]),
        ("rate=%2B16000", ["/rate"]), ("rate=016000", ["/rate"]),
        ("identity=bad%20identity", ["/identity"]),
        ("identity=&rate=0&format=", ["/identity", "/rate", "/format"]), ("name=%ff", ["/name"]),
        ("format=pcmu&rate=16000", ["/rate"]), ("after=-1&identity=ana", ["/after"]), ("after=", ["/after"]),
    ])
    func `every wrong parameter is named`(query: String, expected: [String]) throws {
        let problem = try #require(throws: Problem.self) { try LineQuery(query) }
        #expect(problem.status.code == 422 && problem.errors.map(\.pointer.description) == expected)
    }

    @Test func `the messages of a line are read`() throws {
        #expect(
            try message(#"{"type":"playback.position","turn":"tu_7","ms":1240}"#)
                == .playbackPosition(TurnID(7), played: .milliseconds(1_240)))
        #expect(try message(#"{"type":"message","text":"Hi"}"#) == .message("Hi"))
        #expect(try message(#"{"type":"interrupt"}"#) == .interrupt)
        #expect(try message(#"{"type":"mute","muted":true}"#) == .mute(true))
        #expect(try message(#"{"type":"snapshot"}"#) == .snapshot)
    }

    @Test(arguments: [("-1", 0), ("1e308", 86_400_000), ("1000000000000000", 86_400_000), ("12.7", 12)])
    func `absurd positions are clamped`(number: String, milliseconds: Int) throws {
        #expect(
            try message(#"{"type":"playback.position","turn":"tu_1","ms":\#(number)}"#)
                == .playbackPosition(TurnID(1), played: .milliseconds(milliseconds)))
    }

    @Test(arguments: [
        "garbage", "{", "[]", #""x""#, "null", #"{"type":"dance"}"#, #"{"no":"type"}"#, #"{"type":"mute"}"#,
        #"{"type":"mute","muted":"yes"}"#,
        #"{"type":"playback.position","turn":"tu_x","ms":9}"#,
        #"{"type":"playback.position","turn":"tu_1","ms":"9"}"#,
        #"{"type":"message","text":5}"#, #"{"type":"message","text":" "}"#,
        String(repeating: "[", count: 5_000),
    ])
    func `anything else is a fault with a code and a reason`(text: String) throws {
        let fault = try #require(throws: EventFault.self) { try message(text) }
        #expect(!fault.code.isEmpty && !fault.detail.isEmpty && fault.detail.utf8.count < 500)
    }
}
