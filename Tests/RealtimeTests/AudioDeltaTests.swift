import JSONValues
import Realtime
import TestMaterial
import Testing

@Suite struct AudioDeltaTests {
    private let plain =
        #"{"type":"response.output_audio.delta","event_id":"e","response_id":"r1","item_id":"i1","#
        + #""output_index":2,"content_index":3,"delta":"AAECAwQF"}"#

    @Test func `a delta is found in place`() throws {
        try scan(plain) { view in
            let view = try #require(view)
            #expect(
                view.location == PartLocation(responseID: "r1", itemID: "i1", outputIndex: 2, contentIndex: 3)
            )
            #expect(Base64.decode(view.base64) == [0, 1, 2, 3, 4, 5])
        }
    }

    @Test(arguments: [
        #" { "delta" : "AAAA" , "item_id":"i","content_index":0,"response_id":"r","output_index":0,"type":"response.output_audio.delta"} "#,
        #"{"type":"response.audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}"#,
        #"{"rid":null,"ts":17,"x":[1,{"delta":"BBBB","a":[]},-0.5e+3,true,false],"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}"#,
    ])
    func `order, space, strange members and the beta name do not matter`(text: String) throws {
        try scan(text) { view in
            let view = try #require(view)
            #expect(view.location == PartLocation(responseID: "r", itemID: "i"))
            #expect(Base64.decode(view.base64) == [0, 0, 0])
        }
    }

    @Test(arguments: [
        "", "{", "{}", "[]", "null", "hello",
        #"{"type":"response.output_audio.done","response_id":"r","item_id":"i","output_index":0,"content_index":0}"#,
        #"{"type":"response.output_audio_transcript.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0}"#,
        #"{"type":"response.output_audio.delta","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":"0","content_index":0,"delta":"AAAA"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0.0,"content_index":0,"delta":"AAAA"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":null}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA","delta":"BBBB"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}x"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA",}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AA\/A"}"#,
        #"{"type":"response.output_audio.delta","response_id":"r","item_id":"ï","output_index":0,"content_index":0,"delta":"AAAA"}"#,
        #"{"x":01,"type":"response.output_audio.delta","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA"}"#,
    ])
    func `anything else is left to the parser`(text: String) {
        scan(text) { #expect($0 == nil) }
    }

    @Test func `a hundred thousand brackets are left to the parser`() {
        let deep = String(repeating: "[", count: 100_000)
        scan(#"{"x":\#(deep)"#) { #expect($0 == nil) }
    }

    /// Frames cut short or with one byte changed: whatever the scan accepts, the parser reads alike.
    @Test(arguments: UInt64(0)..<400)
    func `the scan agrees with the parser`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        for _ in 0..<25 {
            let text = RandomDelta.frame(using: &random)
            agree(text.bytes, mustBeFound: text.isPlain, "seed \(seed)")
            var broken = text.bytes
            if Bool.random(using: &random) {
                broken.removeLast(Int.random(in: 0...broken.count, using: &random))
            } else {
                broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            agree(broken, mustBeFound: false, "seed \(seed), broken")
        }
    }

    private func agree(_ bytes: [UInt8], mustBeFound: Bool, _ context: String) {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes.withUnsafeBytes { bytes in
            guard let view = AudioDelta.scan(bytes) else {
                #expect(!mustBeFound, "\(context): not found in \(text)")
                return
            }
            let base64 = String(decoding: view.base64, as: UTF8.self)
            let tree = try? ServerMessage(parsing: bytes)
            #expect(tree?.event == .outputAudioDelta(view.location, base64: base64), "\(context): \(text)")
        }
    }

    private func scan(_ text: String, _ body: (AudioDeltaView?) throws -> Void) rethrows {
        try Array(text.utf8).withUnsafeBytes { try body(AudioDelta.scan($0)) }
    }
}

/// Event texts as a server might write them, most of them audio deltas.
private enum RandomDelta {
    /// `isPlain`: a whole audio delta without escapes or text beyond ASCII, which the scan must find.
    static func frame(using random: inout SplitMix64) -> (bytes: [UInt8], isPlain: Bool) {
        var isPlain = true
        let types = ["response.output_audio.delta", "response.audio.delta", "response.output_text.delta"]
        let type = types[[0, 0, 0, 0, 1, 2][Int.random(in: 0..<6, using: &random)]]
        isPlain = type != types[2]
        let sound = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        var members: [(String, JSON?)] = [
            ("type", .string(type)), ("event_id", "event_1"),
            ("response_id", .string(name("resp_", &random))),
            ("item_id", .string(name("item_", &random))),
            ("output_index", .integer(Int.random(in: 0..<12, using: &random))),
            ("content_index", .integer(Int.random(in: 0..<3, using: &random))),
            ("delta", .string(Base64.encode(sound))),
        ]
        if Int.random(in: 0..<8, using: &random) == 0 {
            members.remove(at: Int.random(in: 0..<members.count, using: &random))
            isPlain =
                isPlain
                && ["type", "response_id", "item_id", "output_index", "content_index", "delta"]
                    .allSatisfy { key in members.contains { $0.0 == key } }
        }
        for extra in 0..<Int.random(in: 0..<4, using: &random) {
            let (value, plain) = strange(&random)
            members.append(("extra\(extra)", value))
            isPlain = isPlain && plain
        }
        members.shuffle(using: &random)
        var bytes = JSON.members(members).utf8
        if Bool.random(using: &random) { bytes = spaced(bytes, &random) }
        return (bytes, isPlain)
    }

    private static func name(_ prefix: String, _ random: inout SplitMix64) -> String {
        mintedName(prefix: prefix, using: &random)
    }

    private static func strange(_ random: inout SplitMix64) -> (JSON, isPlain: Bool) {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: (.null, true)
        case 1: (.bool(.random(using: &random)), true)
        case 2: (.integer(.random(in: -1_000...1_000, using: &random)), true)
        case 3: (.real(.random(in: -1e9...1e9, using: &random)), true)
        case 4: (["delta": "AAAA", "type": ["x", [], [:], ["item_id": 1.5e-9]]], true)
        case 5: ("a \"quoted\" \\ text\n", false)
        default: ("sound of a café 😀", false)
        }
    }

    /// White space around every structural character outside strings.
    private static func spaced(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var out: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            let isStructure = !isInString && "{}[]:,".utf8.contains(byte)
            if isStructure, Bool.random(using: &random) { out.append(0x20) }
            out.append(byte)
            if isStructure, Bool.random(using: &random) { out += [0x0A, 0x09] }
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        return out
    }
}
