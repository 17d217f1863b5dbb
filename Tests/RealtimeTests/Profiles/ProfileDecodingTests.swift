import Foundation
import JSONValues
import Realtime
import Testing

/// The odd events of each kind of server, and what they mean.
@Suite struct ProfileDecodingTests {
    private func read(_ profile: ServerProfile, _ text: String) throws -> [ServerEvent] {
        profile.read(try ServerMessage(try JSON(parsing: text)).event)
    }

    @Test func `a call that xAI tells of in response.done alone is announced before it`() throws {
        let text = #"""
            {"type":"response.done","response":{"id":"r","status":"completed","status_details":"unimplemented","usage":{},
            "output":[{"id":"a","type":"message","role":"assistant","status":"completed",
            "content":[{"type":"audio","transcript":"I'll look."}]},
            {"id":"f","type":"function_call","status":"completed","role":"user","call_id":"call-1","name":"t",
            "arguments":"{}"}]}}
            """#
        let events = try read(.xai, text)
        try #require(events.count == 2)
        let call = FunctionCall(callID: "call-1", name: "t", arguments: "{}")
        let item = Item(id: "f", status: .completed, body: .functionCall(call))
        #expect(events[0] == .outputItemDone("r", outputIndex: 1, item))
        guard case .responseDone = events[1] else { throw Unexpected(events[1]) }
        #expect(try read(.generic, text).count == 1)
    }

    @Test(arguments: ["cancelled", "failed", "incomplete"])
    func `a call of a response that was cut off is none`(status: String) throws {
        let events = try read(
            .xai,
            #"""
            {"type":"response.done","response":{"id":"r","status":"\#(status)","output":[
            {"id":"f","type":"function_call","call_id":"c","name":"t","arguments":"{\"a"}]}}
            """#)
        #expect(events.count == 1)
    }

    @Test func `xAI's words so far replace those before, until they are final`() throws {
        let prefix = #"{"type":"conversation.item.input_audio_transcription."#
        let rest = #""item_id":"i","content_index":0,"transcript":"Hello?""#
        let soFar = ServerEvent.transcriptionUpdated("i", contentIndex: 0, transcript: "Hello?")
        #expect(try read(.xai, prefix + #"updated","# + rest + "}") == [soFar])
        #expect(try read(.xai, prefix + #"completed","status":"in_progress","# + rest + "}") == [soFar])
        #expect(
            try read(.xai, prefix + #"completed","status":"completed","# + rest + "}")
                == [.transcriptionCompleted("i", contentIndex: 0, transcript: "Hello?", usage: nil)])
    }

    @Test func `xAI's ping asks for no answer`() throws {
        #expect(try read(.xai, #"{"type":"ping","event_id":"e","timestamp":1}"#) == [.unknown(type: "ping")])
    }

    @Test(arguments: [
        (
            ServerProfile.speechToSpeech, "conversation_already_has_active_response",
            String?.some("conversation_already_has_active_response")
        ),
        (.speechToSpeech, "conversation_item_not_found", "item_delete_invalid_item_id"),
        (.generic, "conversation_item_not_found", nil),
    ])
    func `an error's name stands where the server puts it`(
        profile: ServerProfile, type: String, code: String?
    ) throws {
        let text =
            #"{"type":"error","error":{"type":"\#(type)","code":null,"message":"m","param":null,"event_id":"e"}}"#
        let error = ErrorDetail(type: type, code: code, message: "m", eventID: "e")
        #expect(try read(profile, text) == [.error(error)])
    }

    @Test func `a code that is there stays`() throws {
        let error = ErrorDetail(type: "t", code: "c", message: "m")
        #expect(ServerProfile.speechToSpeech.read(.error(error)) == [.error(error)])
    }

    @Test func `Qwen's session is read by its flat names`() throws {
        let events = try read(
            .qwen,
            #"""
            {"type":"session.created","session":{"object":"realtime.session","id":"s","modalities":["text","audio"],
            "voice":"Cherry","input_audio_format":"pcm16","output_audio_format":"pcm24","model":"q",
            "turn_detection":{"type":"semantic_vad"},"temperature":0.8}}
            """#)
        guard case .sessionCreated(let session) = events[0] else { throw Unexpected(events[0]) }
        #expect(session.voice == "Cherry" && session.model == "q" && session.id == "s")
    }

    @Test func `Azure's copy of a part changes nothing`() throws {
        let events = try read(
            .azure,
            #"""
            {"type":"response.content_part.added","response_id":"r","item_id":"i","output_index":0,"content_index":0,
            "part":{"type":"text","text":""},"content":{"type":"text","text":""}}
            """#)
        let place = PartLocation(responseID: "r", itemID: "i")
        #expect(events == [.contentPartAdded(place, .text(""))])
    }

    @Test(.enabled(if: !Reference.captures.isEmpty, Reference.noCaptures))
    func `every recorded event means what it says, and xAI's call is announced`() throws {
        var calls: [String] = []
        for file in Reference.captures {
            let name = file.lastPathComponent
            let profile: ServerProfile =
                name.contains("xai") ? .xai : name.contains("azure") ? .azure : .openAI
            for line in try Reference.lines(of: file) where line.direction == .server {
                let event = try ServerMessage(line.event).event
                let read = profile.read(event)
                #expect(read.last == event)
                for case .outputItemDone(_, _, let item) in read.dropLast() {
                    calls.append("\(profile.name) \(item.functionCall?.name ?? "")")
                }
            }
        }
        #expect(calls == ["xai get_weather"])
    }
}
