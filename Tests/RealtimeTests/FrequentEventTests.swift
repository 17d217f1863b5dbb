import Realtime
import TestMaterial
import Testing

@Suite struct FrequentEventTests {
    private static let plain = [
        #"{"type":"input_audio_buffer.speech_started","event_id":"e","audio_start_ms":1460,"item_id":"i1"}"#,
        #"{"type":"conversation.item.input_audio_transcription.delta","event_id":"e","item_id":"i1","content_index":0,"delta":"Nova, what"}"#,
        #"{"type":"response.output_audio_transcript.delta","event_id":"e","response_id":"r1","item_id":"i1","output_index":2,"content_index":3,"delta":" do","obfuscation":"x"}"#,
        #"{"type":"input_audio_buffer.speech_stopped","event_id":"e","audio_end_ms":2460,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.committed","event_id":"e","previous_item_id":null,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.committed","event_id":"e","previous_item_id":"i0","item_id":"i1"}"#,
        #"{"type":"conversation.item.added","event_id":"e","previous_item_id":"i0","item":{"id":"i1","object":"realtime.item","type":"message","status":"completed","role":"user","content":[{"type":"input_audio","transcript":null}]}}"#,
        #"{"type":"conversation.item.done","event_id":"e","item":{"id":"i1","type":"message","role":"system","content":[{"type":"input_text","text":"be kind"}]}}"#,
        #"{"type":"response.output_item.added","response_id":"r1","output_index":1,"item":{"id":"i1","type":"message","status":"in_progress","role":"assistant","content":[]}}"#,
        #"{"type":"response.output_item.done","response_id":"r1","output_index":1,"item":{"id":"i1","type":"message","status":"late","role":"assistant","content":[{"type":"text","text":"a"},{"type":"output_text","text":"b"},{"type":"audio","transcript":"c"},{"type":"output_audio"}]}}"#,
        #"{"type":"response.output_item.done","response_id":"r1","output_index":1,"item":{"type":"message","role":"user"}}"#,
        #"{"type":"response.content_part.added","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"part":{"type":"audio","transcript":""}}"#,
        #"{"type":"response.content_part.done","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"part":{"type":"text","text":null}}"#,
        #"{"type":"response.content_part.done","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"part":{"type":"smell","text":"x"}}"#,
        #"{"type":"response.output_audio.done","response_id":"r1","item_id":"i1","output_index":0,"content_index":0}"#,
        #"{"type":"response.output_audio_transcript.done","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"transcript":"All of it."}"#,
    ]

    @Test(arguments: plain)
    func `what is written plainly is read as the parser reads it`(text: String) throws {
        let bytes = Array(text.utf8)
        let parsed = try bytes.withUnsafeBytes { try ServerMessage(parsing: $0).event }
        #expect(bytes.withUnsafeBytes { FrequentEvent.scan($0) } == parsed)
    }

    @Test(arguments: [
        "", "{", "{}", "[]", "hello",
        #"{"type":"input_audio_buffer.cleared"}"#,
        #"{"type":"input_audio_buffer.speech_stopped","audio_start_ms":1460,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.committed","previous_item_id":7,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.committed","previous_item_id":null,"previous_item_id":null,"item_id":"i1"}"#,
        #"{"type":"conversation.item.added"}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"narrator","content":[]}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"assistant","phase":"commentary"}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"function_call","name":"f","call_id":"c"}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"user","content":[{"type":"input_text"}]}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"user","content":[{"type":"input_audio","audio":"AAAA"}]}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"user","content":[{"text":"a"}]}}"#,
        #"{"type":"conversation.item.added","item":{"id":"i1","type":"message","role":"user","role":"user"}}"#,
        #"{"type":"response.output_item.added","item":{"id":"i1","type":"message","role":"user"}}"#,
        #"{"type":"response.content_part.done","response_id":"r1","item_id":"i1","output_index":0,"content_index":0}"#,
        #"{"type":"input_audio_buffer.speech_started","item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.speech_started","audio_start_ms":"1s","item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.speech_started","audio_start_ms":-1,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.speech_started","audio_start_ms":1,"audio_start_ms":2,"item_id":"i1"}"#,
        #"{"type":"input_audio_buffer.speech_started","audio_start_ms":1,"item_id":"i1"}x"#,
        #"{"type":"input_audio_buffer.speech_started","audio_start_ms":1,"item_id":"i1","event_id":7}"#,
        #"{"type":"response.output_audio_transcript.delta","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"delta":"\u00e9"}"#,
        #"{"type":"response.output_audio_transcript.delta","response_id":"r1","item_id":"i1","output_index":0,"content_index":0,"delta":"é"}"#,
        #"{"type":"response.output_audio_transcript.delta","item_id":"i1","output_index":0,"content_index":0,"delta":"a"}"#,
        #"{"type":"conversation.item.input_audio_transcription.delta","item_id":"i1","delta":"a"}"#,
    ])
    func `anything else is left to the parser`(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { FrequentEvent.scan($0) } == nil)
    }

    /// Frames cut short or with one byte changed: whatever the scan accepts, the parser reads alike.
    @Test(arguments: UInt64(0)..<200)
    func `the scan agrees with the parser`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        for text in Self.plain {
            for _ in 0..<30 {
                var bytes = Array(text.utf8)
                if Bool.random(using: &random) {
                    bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
                } else {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[place] = .random(in: 0...255, using: &random)
                }
                try agree(bytes, "seed \(seed)")
            }
        }
    }

    private func agree(_ bytes: [UInt8], _ context: String) throws {
        try bytes.withUnsafeBytes { bytes in
            guard let event = FrequentEvent.scan(bytes) else { return }
            let parsed = try ServerMessage(parsing: bytes).event
            #expect(event == parsed, "\(context): \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
