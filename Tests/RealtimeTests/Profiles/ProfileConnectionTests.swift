import JSONValues
import Realtime
import Testing

/// How servers are told apart, reached and made to hear.
@Suite struct ProfileConnectionTests {
    @Test(arguments: [
        ("wss://api.openai.com/v1/realtime", ServerProfile.Name.openAI),
        ("wss://API.OpenAI.com:443/v1/realtime", .openAI),
        ("wss://eu.api.openai.com/v1/realtime", .openAI),
        ("wss://res.openai.azure.com/openai/v1/realtime", .azure),
        ("wss://api.x.ai/v1/realtime", .xai),
        ("wss://eu.api.x.ai/v1/realtime", .xai),
        ("wss://dashscope-intl.aliyuncs.com/api-ws/v1/realtime", .qwen),
        ("wss://api.inworld.ai/api/v1/realtime/session", .inworld),
        ("ws://127.0.0.1:8765/v1/realtime", .generic),
        ("ws://[::1]:8080/v1/realtime", .generic),
        ("wss://api.openai.com.example/v1/realtime", .generic),
        ("wss://example/api.openai.com", .generic),
        ("wss://api.openai.com@example/v1", .generic),
        ("wss://notapi.x.ai/v1", .generic),
        ("", .generic),
    ])
    func `the host tells the vendor`(url: String, name: ServerProfile.Name) {
        #expect(ServerProfile.of(url: url).name == name)
    }

    @Test(arguments: ServerProfile.Name.allCases)
    func `every name has its profile`(name: ServerProfile.Name) {
        #expect(ServerProfile.named(name).name == name)
    }

    @Test(arguments: [
        (ServerProfile.openAI, "Authorization", "Bearer k"), (.azure, "api-key", "k"),
        (.inworld, "Authorization", "Basic k"), (.generic, "Authorization", "Bearer k"),
    ])
    func `the key goes where the server looks for it`(profile: ServerProfile, header: String, value: String) {
        #expect(profile.credentials("k") == (header, value))
    }

    @Test func `the query names the model, or the session`() {
        #expect(ServerProfile.xai.query(model: "m", session: "s").map(\.name) == ["model"])
        #expect(ServerProfile.inworld.query(model: "m", session: "s").map(\.value) == ["s", "realtime"])
    }

    @Test func `only OpenAI itself is known to call MCP servers`() {
        let able = ServerProfile.Name.allCases.filter { ServerProfile.named($0).remoteMCP }
        #expect(able == [.openAI])
    }

    @Test(arguments: [
        (ServerProfile.openAI, true), (.azure, true), (.generic, true), (.embedded, false), (.xai, false),
        (.qwen, false), (.speechToSpeech, false),
    ])
    func `sound goes where it is worth something and can be taken back`(profile: ServerProfile, gains: Bool) {
        #expect(profile.gainsFromSound == gains)
    }

    private func ear(_ model: String) -> SessionConfiguration {
        var ear = SessionConfiguration(kind: .transcription)
        ear.input.format = .value(.standard)
        ear.input.transcription = .value(InputTranscription(model: model, language: "de"))
        ear.input.turnDetection = .value(
            .other(["type": "server_vad", "threshold": 0.5, "silence_duration_ms": 500]))
        return ear
    }

    @Test func `an ear without a transcription session is a conversation that never answers`() {
        let session = ServerProfile.xai.ear(ear(InputTranscription.defaultModel))
        #expect(session.kind == .realtime && session.input.transcription.value?.model == "grok-transcribe")
        #expect(session.input.transcription.value?.language == "de")
        let detection = session.input.turnDetection.value
        #expect(detection?.createsResponse == false && detection?.interruptsResponse == false)
        #expect(session.instructions.isAbsent && session.tools.isAbsent)
    }

    @Test func `a transcription model that was chosen is kept`() {
        #expect(ServerProfile.xai.ear(ear("my-model")).input.transcription.value?.model == "my-model")
        #expect(ServerProfile.azure.ear(ear("my-deployment")) == ear("my-deployment"))
    }

    @Test(arguments: [
        TurnDetection.serverVAD(.init(threshold: 0.4)), .semanticVAD(.init(eagerness: .low)),
        .other(["type": "smart_turn"]),
    ])
    func `whatever detects the voice, nothing answers it`(detection: TurnDetection) {
        var wish = ear("m")
        wish.input.turnDetection = .value(detection)
        let changed = ServerProfile.qwen.ear(wish).input.turnDetection.value
        #expect(changed?.createsResponse == false && changed?.interruptsResponse == false)
        #expect(changed?.json["type"] == detection.json["type"])
    }
}
