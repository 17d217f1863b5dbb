import Personas
import Rooms
import Testing

@testable import Service

/// `realtime:` of the config file, and the settings of how lost sessions are tried again.
@Suite struct ServerListTests {
    private func settings(_ text: String) throws -> Settings {
        try Settings(environment: ["OPENAI_API_KEY": "k"], file: (name: "parley.yaml", text: text))
    }

    private func persona(_ realtime: Persona.Backend...) -> Persona {
        Persona(id: "scout", name: "Scout", realtime: realtime, instructions: "You are Scout.")
    }

    private let list = """
        realtime_model: usual
        realtime:
          - {url: wss://a.example/v1, model: big}
          - {url: wss://b.example/v1}
          - embedded
        """

    @Test func `a list of servers holds for every persona that names none, and for ears`() throws {
        let backend = RoomSettings(try settings(list), embeddedURL: "ws://127.0.0.1:1/v1").backend
        let attempts = backend.attempts(for: persona())
        #expect(attempts.map(\.url) == ["wss://a.example/v1", "wss://b.example/v1", "ws://127.0.0.1:1/v1"])
        #expect(attempts.map(\.model) == ["big", "usual", "scripted/scout"])
        #expect(attempts.map(\.profile) == [.generic, .generic, .embedded])
        #expect(backend.ears.map(\.url) == attempts.map(\.url))
        #expect(attempts.map { backend.key(for: $0.profile)?.value } == ["k", "k", nil])
    }

    @Test func `a persona's own model is asked for where the list names none`() throws {
        let backend = RoomSettings(try settings(list), embeddedURL: "ws://127.0.0.1:1/v1").backend
        let models = backend.attempts(for: persona(Persona.Backend(model: "mine"))).map(\.model)
        #expect(models == ["big", "mine", "scripted/scout"])
    }

    @Test func `a persona's own servers are its own`() throws {
        let backend = RoomSettings(try settings(list), embeddedURL: "ws://127.0.0.1:1/v1").backend
        let own = persona(Persona.Backend(model: "m", url: "wss://c.example"), .embedded)
        #expect(backend.attempts(for: own).map(\.url) == ["wss://c.example", "ws://127.0.0.1:1/v1"])
    }

    @Test func `an embedded server that does not run is passed over`() throws {
        let backend = RoomSettings(try settings(""), embeddedURL: "").backend
        #expect(backend.attempts(for: persona(.embedded)).map(\.url) == [Settings.Realtime.openAI])
        #expect(backend.ears.map(\.url) == [Settings.Realtime.openAI])
    }

    @Test func `one server needs no list`() throws {
        #expect(try settings("realtime: embedded\n").realtime.servers == [.embedded])
        let named = try settings("realtime: {model: m}\n").realtime.servers
        #expect(named == [Persona.Backend(model: "m")])
    }

    @Test(arguments: [
        ("realtime: []\n", "parley.yaml:1: realtime: an empty list"),
        (
            "realtime:\n  - {url: http://x}\n",
            "parley.yaml:2: realtime: expected a URL that begins with ws://"
        ),
        ("realtime: {modle: m}\n", "parley.yaml:1: realtime: `modle` is no part of a server"),
        ("realtime: elsewhere\n", "parley.yaml:1: realtime: expected a server"),
        ("reconnect_attempts: 0\n", "parley.yaml:1: reconnect_attempts: expected a number from 1"),
        ("rotate_before: 0s\n", "parley.yaml:1: rotate_before:"),
        ("reconnect_initial: 2s\nreconnect_max: 1s\n", "reconnect_max is shorter than reconnect_initial"),
    ])
    func `a mistake is named by its line`(text: String, start: String) throws {
        let complaint = try #require(throws: SettingComplaint.self) { try settings(text) }
        #expect(complaint.description.hasPrefix(start), "\(complaint)")
    }

    @Test func `how sessions are tried again reaches the room from a flag, a variable and the file`() throws {
        let values: [(SettingName, String)] = [
            (.reconnectInitial, "250ms"), (.reconnectMax, "5s"), (.reconnectAttempts, "3"),
            (.rotateBefore, "40s"),
        ]
        for settings in [
            try Settings(flags: Dictionary(uniqueKeysWithValues: values.map { ($0, [$1]) })),
            try Settings(
                environment: Dictionary(uniqueKeysWithValues: values.map { ($0.environmentVariable, $1) })),
            try Settings(file: (name: "f", text: values.map { "\($0.rawValue): \($1)\n" }.joined())),
        ] {
            let limits = RoomSettings(settings, embeddedURL: "").limits
            #expect(limits.reconnect.initial == .milliseconds(250) && limits.reconnect.longest == .seconds(5))
            #expect(limits.reconnect.attempts == 3 && limits.rotateBefore == .seconds(40))
        }
    }
}
