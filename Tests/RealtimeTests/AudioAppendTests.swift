import JSONValues
import Realtime
import TestMaterial
import Testing

@Suite struct AudioAppendTests {
    @Test(arguments: [
        #"{"type":"input_audio_buffer.append","audio":"AAAA"}"#,
        #" { "audio" : "AAAA" , "event_id" : "c1", "type" : "input_audio_buffer.append" } "#,
        #"{"event_id":null,"extra":[1,{"audio":"BBBB"}],"type":"input_audio_buffer.append","audio":"AAAA"}"#,
    ])
    func `the sound is found in place`(text: String) {
        #expect(scan(text) == "AAAA")
    }

    @Test(arguments: [
        "", "{}", #"{"type":"input_audio_buffer.append"}"#, #"{"audio":"AAAA"}"#,
        #"{"type":"input_audio_buffer.commit","audio":"AAAA"}"#,
        #"{"type":"input_audio_buffer.append","audio":7}"#,
        #"{"type":"input_audio_buffer.append","audio":"AAAA","audio":"BBBB"}"#,
        #"{"type":"input_audio_buffer.append","type":"input_audio_buffer.append","audio":"AAAA"}"#,
        #"{"type":"input_audio_buffer.append","audio":"AA\/A"}"#,
        #"{"type":"input_audio_buffer.append","audio":"AAAA""#,
        #"{"type":"input_audio_buffer.append","audio":"AAAA"} {}"#,
    ])
    func `anything else is left to the parser`(text: String) {
        #expect(scan(text) == nil)
    }

    /// With one byte changed, whatever the scan accepts the parser reads alike.
    @Test(arguments: UInt64(0)..<100)
    func `the scan agrees with the parser`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let sound = (0..<50).map { _ in UInt8.random(in: 0...255, using: &random) }
        let event = ClientMessage(eventID: "c1", .inputAudioAppend(base64: Base64.encode(sound)))
        #expect(scan(event.json.text) == Base64.encode(sound))
        for _ in 0..<50 {
            var bytes = event.utf8
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            bytes.withUnsafeBytes { bytes in
                guard let audio = AudioAppend.scan(bytes) else { return }
                let base64 = String(decoding: audio, as: UTF8.self)
                let tree = try? ClientMessage(parsing: bytes)
                #expect(tree?.event == .inputAudioAppend(base64: base64), "seed \(seed)")
            }
        }
    }

    private func scan(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBytes { AudioAppend.scan($0).map { String(decoding: $0, as: UTF8.self) } }
    }
}
