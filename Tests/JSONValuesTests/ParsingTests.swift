import JSONValues
import Testing

@Suite struct ParsingTests {
    @Test(
        arguments: [
            ("null", JSON.null), (" true ", true), ("-7", -7), ("0.5", 0.5), ("1e3", 1000.0), (#""a""#, "a"),
            ("[]", []), ("{}", [:]), (#"{"a":[1,{"b":null}]}"#, ["a": [1, ["b": nil]]]),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ] as [(String, JSON)])
    func `every kind of value is read`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test(arguments: [
        ("an empty frame", ""), ("white space", " \n"), ("a word", "hello"), ("half an object", #"{"a":1"#),
        ("a comma too many", "[1,]"), ("a value after the end", "{} {}"), ("single quotes", "{'a':1}"),
        ("a name that is none", "{1:2}"), ("a leading zero", "01"), ("a lone minus", "-"), ("NaN", "NaN"),
        ("a comment", "/* */ 1"), ("an integer beyond 64 bits", "9223372036854775808"),
        ("a number beyond a double", "1e999"), ("a name there twice", #"{"type":"a","type":"b"}"#),
        ("the same name, escaped", #"{"type":"a","t\u0079pe":"b"}"#), ("a NUL in a name", #"{"a\u0000":1}"#),
        ("a high surrogate alone", #""\ud83d""#), ("a low surrogate alone", #""\ude00""#),
        ("two high surrogates", #""\ud83d\ud83d""#), ("a control in a string", "\"a\u{01}\""),
        ("a line end in a string", "\"a\nb\""), ("an unknown escape", #""\x41""#),
        ("a short escape", #""\u12""#),
        ("a byte order mark", "\u{FEFF}{}"),
    ])
    func `what is not JSON is refused`(what: String, text: String) {
        #expect(throws: JSONSyntaxError.self, "\(what)") { try JSON(parsing: text) }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0xEF, 0xBB],
        ] as [[UInt8]])
    func `text that is not UTF-8 is refused`(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: bytes) }
    }

    @Test func `a complaint says where`() {
        #expect { try JSON(parsing: "{\n  \"type\": }") } throws: { "\($0)".hasPrefix("line 2, column 11:") }
    }

    @Test func `escapes stand for their characters`() throws {
        let text = #""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\u0000""#
        #expect(try JSON(parsing: text) == "\"\\/\u{08}\u{0C}\n\r\té😀\0")
    }

    @Test func `members keep their order`() throws {
        let text = #"{"z":1,"a":2,"m":3}"#
        #expect(try JSON(parsing: text).text == text)
        #expect(try JSON(parsing: text) == JSON(parsing: #"{"m":3,"z":1,"a":2}"#))
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `thirty thousand levels are an error, not a crash`(opening: String) {
        let text = String(repeating: opening, count: 30_000)
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
    }

    /// The deepest value the parser lets through must also be copied, compared, written and freed.
    @Test func `two thousand levels are read and written again`() throws {
        let text = String(repeating: "[", count: 2_000) + String(repeating: "]", count: 2_000)
        let value = try JSON(parsing: text)
        #expect(value == value)
        #expect(value.text == text)
    }
}
