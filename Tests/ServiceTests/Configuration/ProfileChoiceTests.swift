import Personas
import Realtime
import Testing

@testable import Service

/// Which profile holds for which server.
@Suite struct ProfileChoiceTests {
    private func backend(_ environment: [String: String]) throws -> RoomSettings.Backend {
        RoomSettings(try Settings(environment: environment), embeddedURL: "ws://127.0.0.1:1/v1/realtime")
            .backend
    }

    private func persona(_ backend: Persona.Backend...) -> Persona {
        Persona(id: "nova", name: "Nova", realtime: backend, instructions: "You are Nova.")
    }

    @Test(arguments: [
        ([:], ServerProfile.Name.embedded),
        (["OPENAI_API_KEY": "k"], .openAI),
        (["PARLEY_REALTIME_URL": "wss://api.x.ai/v1/realtime"], .xai),
        (["PARLEY_REALTIME_URL": "ws://127.0.0.1:8765/v1/realtime"], .generic),
        (
            [
                "PARLEY_REALTIME_URL": "ws://127.0.0.1:8765/v1/realtime",
                "PARLEY_REALTIME_PROFILE": "speech-to-speech",
            ], .speechToSpeech
        ),
    ])
    func `the service's server has the profile that is named, else its host's`(
        environment: [String: String], name: ServerProfile.Name
    ) throws {
        #expect(try backend(environment).profile.name == name)
    }

    @Test func `a persona's server has its own profile`() throws {
        let servers = try backend(["OPENAI_API_KEY": "k"]).attempts(
            for: persona(
                Persona.Backend(model: "m"),
                Persona.Backend(url: "wss://r.openai.azure.com/openai/v1/realtime"),
                Persona.Backend(url: "ws://gpu:8080/v1/realtime", profile: "localai"),
                Persona.Backend(url: "wss://api.x.ai.example/v1/realtime")))
        #expect(servers.map(\.profile.name) == [.openAI, .azure, .localAI, .generic])
    }

    @Test func `an unknown profile is a mistake with its place and the list`() {
        let text = "port: 1\nrealtime_profile: openapi\n"
        let complaint = #expect(throws: SettingComplaint.self) {
            try Settings(file: (name: "f.yaml", text: text))
        }
        #expect(complaint?.place == "f.yaml:2: realtime_profile")
        #expect(complaint?.detail.contains("openai, azure, xai, qwen") == true)
    }
}
