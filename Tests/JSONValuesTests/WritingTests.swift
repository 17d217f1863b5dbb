import JSONValues
import TestMaterial
import Testing

@Suite struct WritingTests {
    @Test(
        arguments: [
            (JSON.null, "null"), (false, "false"), (-3, "-3"), (0.25, "0.25"), (.real(3), "3.0"),
            (1e-7, "1e-07"),
            (.real(.infinity), "null"), (.real(.nan), "null"), ([], "[]"), ([1, "a", nil], #"[1,"a",null]"#),
            ([:], "{}"), (["b": 1, "a": [true]], #"{"b":1,"a":[true]}"#),
            ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t\u{08}\u{1F}\0", ##""\n\r\t\u0008\u001f\u0000""##),
            ("é😀\u{7F}\u{2028}", "\"é😀\u{7F}\u{2028}\""), (["a\"": 1], #"{"a\"":1}"#),
        ] as [(JSON, String)])
    func `a value is written compactly`(value: JSON, text: String) {
        #expect(value.text == text)
    }

    @Test(arguments: UInt64(0)..<300)
    func `what is written is read again as it was`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        let value = JSON.random(depth: 4, using: &random)
        #expect(try JSON(parsing: value.utf8) == value, "seed \(seed): \(value.text)")
    }

    @Test func `an object is made of the members that have a value`() {
        #expect(JSON.members([("b", 1), ("gone", nil), ("a", .null)]).text == #"{"b":1,"a":null}"#)
    }

    @Test func `a member is set and removed`() {
        var object: JSON = ["a": 1]
        object["b"] = 2
        object["a"] = nil
        #expect(object.text == #"{"b":2}"#)
        #expect(object["a"] == nil && JSON.array([1])["a"] == nil)
    }
}

extension JSON {
    static func random(depth: Int, using random: inout SplitMix64) -> JSON {
        switch Int.random(in: depth > 0 ? 0..<7 : 0..<5, using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(.random(in: .min ... .max, using: &random))
        case 3: .real(Double(bitPattern: random.next() & 0xBFEF_FFFF_FFFF_FFFF))
        case 4: .string(.random(using: &random))
        case 5:
            .array(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    .random(depth: depth - 1, using: &random)
                })
        default:
            .members(
                (0..<Int.random(in: 0..<4, using: &random)).map {
                    ("\($0)" + .random(using: &random), .random(depth: depth - 1, using: &random))
                })
        }
    }
}

extension String {
    /// Letters, what must be escaped, and what takes two, three and four bytes. No NUL: names may not hold one.
    static func random(using random: inout SplitMix64) -> String {
        let letters = Array("az09 \"\\/\n\t\u{01}\u{1F}\u{7F}éßж中😀\u{FFFF}".unicodeScalars)
        var text = ""
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
            text.unicodeScalars.append(letters[Int.random(in: 0..<letters.count, using: &random)])
        }
        return text
    }
}
