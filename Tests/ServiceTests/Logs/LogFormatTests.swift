import JSONValues
import Logging
import Testing

@testable import Service

@Suite struct `A line of the log` {
    private let time = WallTime(millisecondsSince1970: 1_795_255_200_123)

    private func line(_ format: LogFormat, _ message: String, _ metadata: Logger.Metadata) -> String {
        String(decoding: format.line(time, .info, "parley.room", message, metadata), as: UTF8.self)
    }

    @Test func `where it happened comes first`() {
        let metadata: Logger.Metadata = [
            "outcome": "completed", "participant": "scout", "heard_ms": .stringConvertible(1_240),
            "turn": "tu_1", "room": "standup",
        ]
        #expect(
            line(.human, "turn ended", metadata)
                == "2026-11-21T10:00:00.123Z info parley.room: turn ended room=standup turn=tu_1 participant=scout heard_ms=1240 outcome=completed\n"
        )
        #expect(
            line(.json, "turn ended", metadata)
                == #"{"time":"2026-11-21T10:00:00.123Z","level":"info","logger":"parley.room","message":"turn ended","room":"standup","turn":"tu_1","participant":"scout","heard_ms":1240,"outcome":"completed"}"#
                + "\n")
    }

    /// Names and details come from outside: nobody can write lines or fields of the log that way.
    @Test(arguments: [
        "a\nb", "a\r\nb", "a b", "a=b", "a\"b", "a\\", "", "\u{1b}[2Jx", "\u{2028}", "\u{202e}x", "\u{7f}",
        "\u{85}", "\u{0}",
        "x\" level=critical \"", "é日🎈",
    ])
    func `no value breaks out of its place`(text: String) throws {
        for format in LogFormat.allCases {
            let line = line(format, text, ["room": "\(text)", text: "x"])
            #expect(line.last == "\n" && line.dropLast().allSatisfy { !$0.isNewline })
            #expect(line.unicodeScalars.dropLast().allSatisfy { format == .json || $0.value >= 32 })
        }
        let json = try JSON(parsing: line(.json, text, ["room": "\(text)"]))
        #expect(json["room"]?.stringValue == text && json["message"]?.stringValue == text)
    }

    @Test func `what people read is quoted where it is no word`() {
        #expect(
            line(.human, "x", ["k": "a \"b\"\n", "l": "plain", "m": "", "n": "\u{202e}"]).hasSuffix(
                #": x k="a \"b\"\n" l=plain m="" n="\u{202e}""# + "\n"))
    }

    @Test func `a field that is called like one of the line's own stands beside it`() throws {
        let json = try JSON(
            parsing: line(.json, "m", ["level": "critical", "nested": ["b": "2", "a": ["1"]]]))
        #expect(json["level"] == "info" && json["metadata.level"] == "critical")
        #expect(json["nested"] == ["a": ["1"], "b": "2"])
    }
}
