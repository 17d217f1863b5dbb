import Foundation
import JSONValues
import Realtime
import Testing

/// What each kind of server is sent.
@Suite struct ProfileEncodingTests {
    /// The first `session.update` of an agent.
    private var agent: SessionConfiguration {
        var session = SessionConfiguration(kind: .realtime)
        session.instructions = .value("Be Ada.")
        session.outputModalities = .value([.audio])
        session.input.format = .value(.standard)
        session.input.turnDetection = .null
        session.output.format = .value(.standard)
        session.output.voice = .value("ara")
        session.tools = .value([.function(FunctionTool(name: "t", description: "d"))])
        session.toolChoice = .value(.auto)
        return session
    }

    private func session(_ profile: ServerProfile, _ session: SessionConfiguration) -> JSON? {
        profile.encode(ClientMessage(eventID: "e", .sessionUpdate(session)), model: "m")["session"]
    }

    @Test(arguments: [
        ServerProfile.openAI, .azure, .localAI, .speechToSpeech, .vllmOmni, .embedded, .generic,
    ])
    func `most are sent what the reference is sent`(profile: ServerProfile) {
        let message = ClientMessage(eventID: "e", .sessionUpdate(agent))
        #expect(profile.encode(message, model: "m") == message.json)
    }

    @Test func `xAI's session is half flat and has no type`() throws {
        let expected = try JSON(
            parsing: #"""
                {"instructions":"Be Ada.","voice":"ara","turn_detection":{"type":null},
                "audio":{"input":{"format":{"type":"audio/pcm","rate":24000}},
                "output":{"format":{"type":"audio/pcm","rate":24000}}},
                "tools":[{"type":"function","name":"t","description":"d"}],"tool_choice":"auto"}
                """#)
        #expect(session(.xai, agent) == expected)
    }

    @Test func `Qwen's session is flat, takes 16 kHz and nests its functions`() throws {
        let expected = try JSON(
            parsing: #"""
                {"modalities":["text","audio"],"instructions":"Be Ada.","voice":"ara","input_audio_format":"pcm",
                "output_audio_format":"pcm","turn_detection":null,
                "tools":[{"type":"function","function":{"name":"t","description":"d"}}],"tool_choice":"auto"}
                """#)
        #expect(session(.qwen, agent) == expected)
        #expect(ServerProfile.qwen.inputRate == 16_000)
    }

    @Test func `speaches' session is the beta's`() {
        let flat = session(.speaches, agent)
        #expect(flat?["input_audio_format"] == "pcm16" && flat?["modalities"] == ["text", "audio"])
        #expect(flat?["type"] == nil && flat?["audio"] == nil)
    }

    @Test func `Inworld is told the model in its session`() {
        #expect(session(.inworld, agent)?["model"] == "m" && session(.generic, agent)?["model"] == nil)
    }

    @Test(arguments: [
        (ServerProfile.generic, true), (.speechToSpeech, true), (.xai, false), (.qwen, false),
    ])
    func `metadata goes where it comes back`(profile: ServerProfile, isSent: Bool) {
        var parameters = ResponseParameters()
        parameters.metadata = ["turn": "tu_1"]
        parameters.instructions = "Say hello."
        let json = profile.encode(ClientMessage(.responseCreate(parameters)))
        #expect(json["response"]?["metadata"] == (isSent ? ["turn": "tu_1"] : nil))
        #expect(json["response"]?["instructions"] == "Say hello.")
    }

    @Test func `a response with nothing of its own asks for nothing`() {
        var parameters = ResponseParameters()
        parameters.metadata = ["turn": "tu_1"]
        #expect(
            ServerProfile.xai.encode(ClientMessage(.responseCreate(parameters))) == [
                "type": "response.create"
            ])
    }

    @Test func `what a flat response differs in has the beta's names`() {
        var parameters = ResponseParameters()
        parameters.outputModalities = [.audio]
        parameters.voice = "Cherry"
        parameters.format = .standard
        parameters.maxOutputTokens = .limited(7)
        parameters.input = [.assistant("Hi")]
        #expect(
            ServerProfile.qwen.encode(ClientMessage(.responseCreate(parameters)))["response"] == [
                "input": [
                    [
                        "type": "message", "role": "assistant", "content": [["type": "text", "text": "Hi"]],
                    ]
                ],
                "modalities": ["text", "audio"], "voice": "Cherry", "output_audio_format": "pcm",
                "max_response_output_tokens": 7,
            ])
    }

    @Test(arguments: [
        (ServerProfile.generic, "output_text", true), (.speechToSpeech, "output_text", false),
        (.speaches, "text", true), (.qwen, "text", false),
    ])
    func `an item has the server's names, and a place where places count`(
        profile: ServerProfile, type: String, isPlaced: Bool
    ) {
        let json = profile.encode(
            ClientMessage(.itemCreate(.assistant("Hi", id: "i"), after: .item("before"))))
        #expect(json["item"]?["content"] == [["type": .string(type), "text": "Hi"]])
        #expect(json["previous_item_id"] == (isPlaced ? "before" : nil))
    }

    @Test(arguments: ServerProfile.Name.allCases)
    func `sound, commits, cancels and deletions are the same everywhere`(name: ServerProfile.Name) {
        let events: [ClientEvent] = [
            .inputAudioAppend(base64: "AAAA"), .inputAudioCommit, .inputAudioClear, .itemDelete("i"),
            .responseCancel("r"),
        ]
        for event in events {
            let message = ClientMessage(eventID: "e", event)
            #expect(ServerProfile.named(name).encode(message) == message.json)
        }
    }

    @Test(.enabled(if: !Reference.captures.isEmpty, Reference.noCaptures))
    func `what was said to xAI and understood is what we would say`() throws {
        for file in Reference.captures where file.lastPathComponent.contains("xai") {
            for line in try Reference.lines(of: file) where line.direction == .client {
                let message = try ClientMessage(line.event)
                if case .inputAudioAppend = message.event { continue }
                #expect(ServerProfile.xai.encode(message) == line.event, "\(line.place)")
            }
        }
    }

    @Test(.enabled(if: !Reference.captures.isEmpty, Reference.noCaptures))
    func `what was said to Azure and understood is what we would say`() throws {
        for file in Reference.captures where file.lastPathComponent.contains("azure") {
            for line in try Reference.lines(of: file) where line.direction == .client {
                let message = try ClientMessage(line.event)
                if case .inputAudioAppend = message.event { continue }
                #expect(ServerProfile.azure.encode(message) == line.event, "\(line.place)")
            }
        }
    }
}
