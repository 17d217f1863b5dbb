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
        #expect(attempts.map(\.key?.value) == ["k", "k", nil])
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

    private let keyed = """
        realtime:
          - {url: wss://a.example/v1, key: "${A_KEY}"}
          - {model: m, key: "${B_KEY}"}
          - embedded
        """

    @Test(arguments: [nil, "k"])
    func `a server with a key of its own is sent that, to agents and to ears`(service: String?) throws {
        var environment = ["A_KEY": "a", "B_KEY": "b"]
        environment["OPENAI_API_KEY"] = service
        let settings = try Settings(environment: environment, file: (name: "f", text: keyed))
        #expect(!settings.realtime.isEmbedded, "a list that leads elsewhere is not the embedded server")
        let backend = RoomSettings(settings, embeddedURL: "ws://127.0.0.1:1/v1").backend
        let attempts = backend.attempts(for: persona())
        #expect(
            attempts.map(\.url) == ["wss://a.example/v1", Settings.Realtime.openAI, "ws://127.0.0.1:1/v1"])
        #expect(attempts.map(\.model) == [Settings.Realtime.defaultModel, "m", "scripted/scout"])
        #expect(attempts.map(\.key?.value) == ["a", "b", nil])
        #expect(backend.ears.map(\.url) == attempts.map(\.url))
        #expect(backend.ears.map(\.key?.value) == ["a", "b", nil])
        let own = persona(Persona.Backend(model: "mine", key: .hidden("p")), Persona.Backend(url: "wss://c"))
        #expect(backend.attempts(for: own).map(\.key?.value) == ["a", "b", nil, service])
    }

    @Test func `a persona's key leads to a server that asks for one, with a model it knows`() throws {
        let backend = RoomSettings(Settings(), embeddedURL: "ws://127.0.0.1:1/v1").backend
        let attempts = backend.attempts(
            for: persona(
                Persona.Backend(key: .hidden("p")), Persona.Backend(url: "wss://c.example"),
                Persona.Backend(model: "m")))
        #expect(
            attempts.map(\.url) == [Settings.Realtime.openAI, "wss://c.example", "ws://127.0.0.1:1/v1"])
        let usual = Settings.Realtime.defaultModel
        #expect(attempts.map(\.model) == [usual, usual, "scripted/scout"])
        #expect(attempts.map(\.key?.value) == ["p", nil, nil])
    }

    @Test func `a call that asks for another model keeps the persona's server, and its key`() {
        let own = Persona.Backend(model: "m", url: "wss://c.example", profile: "xai", key: .hidden("p"))
        var overrides = JoinRequest.Overrides()
        overrides.model = "other"
        var expected = own
        expected.model = "other"
        #expect(overrides.applied(to: persona(own, .embedded)).realtime == [expected])
    }

    @Test(arguments: [
        ("realtime: embedded\n", true), ("realtime: {model: m}\n", true), ("", true),
        ("realtime: {url: wss://a.example}\n", false), ("realtime: [embedded, {url: wss://a}]\n", false),
    ])
    func `a list is the embedded server's only when nothing in it is elsewhere`(
        text: String, isEmbedded: Bool
    ) throws {
        #expect(try Settings(file: (name: "f", text: text)).realtime.isEmbedded == isEmbedded)
    }

    @Test func `a server of the list that nobody has a key for is a mistake`() throws {
        let text = "realtime: [{url: wss://a.example}, {model: m}]\n"
        let complaint = try #require(throws: SettingComplaint.self) {
            try Settings(file: (name: "f", text: text))
        }
        #expect(complaint.detail.contains("there is no key for it"))
        #expect(throws: Never.self) { try settings(text) }
    }

    @Test func `a key of a server is never shown`() throws {
        let settings = try Settings(
            environment: ["A_KEY": "hunter2", "B_KEY": "hunter3"], file: (name: "f", text: keyed))
        let backend = RoomSettings(settings, embeddedURL: "").backend
        var shown = "\(settings) \(backend) \(backend.attempts(for: persona()))"
        dump((settings, backend, backend.ears), to: &shown)
        #expect(!shown.contains("hunter") && shown.contains("(hidden)"))
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
        (
            "realtime:\n  - embedded\n  - {url: wss://x, key: \"${NOPE}\"}\n",
            "parley.yaml:3: realtime: the environment variable 'NOPE' is not set; set it before starting"
        ),
        ("realtime: {key: hunter 2}\n", "parley.yaml:1: realtime: the key holds a character that no key"),
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
