import FloorControl
import JSONValues
import Personas
import Rooms
import Testing

@testable import Service

@Suite struct SettingsTests {
    @Test func `defaults are those of the contract`() throws {
        let settings = try Settings(flags: [:])
        #expect(settings.host == "127.0.0.1" && settings.port == 8_080)
        #expect(settings.limits.idleTimeout == .seconds(60) && settings.limits.emptyTimeout == .seconds(600))
        #expect(settings.limits.drainTimeout == .seconds(30) && settings.limits.maxAgentsPerRoom == 32)
        #expect(settings.limits.floor == FloorSettings())
        #expect(settings.ear.model == "gpt-realtime-whisper" && settings.realtime.isEmbedded)
    }

    @Test func `a flag wins over the environment, the environment over the file`() throws {
        let file = (
            name: "parley.yaml",
            text: "port: 1\nidle_timeout: 1m\nmax_rooms: 7\nrealtime_api_key: from-file\n"
        )
        let settings = try Settings(
            flags: [.port: ["3"]],
            environment: [
                "PARLEY_PORT": "2", "PARLEY_IDLE_TIMEOUT": "500ms", "OPENAI_API_KEY": "from-environment",
            ], file: file)
        #expect(settings.port == 3)
        #expect(settings.limits.idleTimeout == .milliseconds(500))
        #expect(settings.limits.maxRooms == 7)
        #expect(settings.realtime.key?.value == "from-environment")
    }

    @Test func `every limit of the floor reaches the room from a flag, a variable and the file`() throws {
        let values: [(SettingName, String)] = [
            (.firstAudioTimeout, "6s"), (.silenceTimeout, "7s"), (.maxTurnLength, "3m"),
            (.wordsTimeout, "900ms"),
            (.transcriptTimeout, "2s"), (.claimTimeout, "20s"), (.maxAgentTurns, "9"),
            (.maxSelfRequests, "0"),
        ]
        var expected = FloorSettings()
        expected.firstAudioTimeout = .seconds(6)
        expected.silenceTimeout = .seconds(7)
        expected.maxTurnLength = .seconds(180)
        expected.wordsTimeout = .milliseconds(900)
        expected.finalTranscriptTimeout = .seconds(2)
        expected.claimTimeout = .seconds(20)
        expected.maxAgentTurns = 9
        expected.maxSelfRequests = 0
        let file = values.map { "\($0.rawValue): \($1)\n" }.joined()
        for settings in [
            try Settings(flags: Dictionary(uniqueKeysWithValues: values.map { ($0, [$1]) })),
            try Settings(
                environment: Dictionary(
                    uniqueKeysWithValues: values.map { ($0.environmentVariable, $1) })),
            try Settings(file: (name: "f", text: file)),
        ] {
            #expect(settings.limits.floor == expected)
            #expect(RoomSettings(settings, embeddedURL: "").limits.floor == expected)
        }
    }

    @Test func `how much a session may hold reaches the room`() throws {
        let settings = try Settings(file: (name: "f", text: "session_items: 60\nsession_tokens: 9000\n"))
        let budget = Room.Settings(RoomSettings(settings, embeddedURL: "")).budget
        #expect(budget.items == 60)
        #expect(budget.tokens == 9_000)
    }

    @Test func `a queue has room for a round of all agents there may be`() throws {
        let settings = try Settings(flags: [.maxAgentsPerRoom: ["100"]])
        #expect(RoomSettings(settings, embeddedURL: "").limits.floor.maxQueue == 200)
    }

    @Test(
        arguments: [
            (.silenceTimeout, "0"), (.maxTurnLength, "0s"), (.wordsTimeout, "-1s"),
            (.transcriptTimeout, "0ms"),
            (.claimTimeout, "never"), (.firstAudioTimeout, "0"), (.idleTimeout, "0"), (.maxAgentTurns, "0"),
            (.maxSelfRequests, "-1"), (.sessionItems, "7"), (.sessionTokens, "999"),
        ] as [(SettingName, String)])
    func `a limit that makes no sense is refused with what would`(name: SettingName, value: String) throws {
        let complaint = try #require(throws: SettingComplaint.self) { try Settings(flags: [name: [value]]) }
        #expect(complaint.place == name.flag && complaint.detail.contains("found “\(value)”"))
        #expect(complaint.detail.contains("more than nothing") || complaint.detail.contains("a number from"))
    }

    @Test(arguments: [
        ("transcript_timeout: 1s\n", "transcript_timeout"), ("max_turn_length: 3s\n", "max_turn_length"),
    ])
    func `clocks that disagree are refused`(text: String, name: String) throws {
        let complaint = try #require(throws: SettingComplaint.self) {
            try Settings(file: (name: "f", text: text))
        }
        #expect(complaint.detail.hasPrefix("\(name) is shorter than"))
    }

    @Test func `the key with our name wins over the common one`() throws {
        let settings = try Settings(environment: ["OPENAI_API_KEY": "a", "PARLEY_REALTIME_API_KEY": "b"])
        #expect(settings.realtime.key?.value == "b" && !settings.realtime.isEmbedded)
    }

    @Test func `the ear is passed on as it is`() throws {
        let text = """
            ear:
              model: whisper-1
              language: de
              turn_detection: {type: semantic_vad, eagerness: high, threshold: 0.5, silence_duration_ms: 300, on: true}
            """
        let settings = try Settings(file: (name: "f", text: text))
        #expect(settings.ear.model == "whisper-1" && settings.ear.language == "de")
        #expect(
            settings.ear.turnDetection == [
                "type": "semantic_vad", "eagerness": "high", "threshold": 0.5, "silence_duration_ms": 300,
                "on": true,
            ])
    }

    @Test(arguments: [
        ([:], AgentInput.audio), (["PARLEY_AGENT_INPUT": "text"], .text),
        (["PARLEY_AGENT_INPUT": "Audio"], .audio),
    ])
    func `agents hear unless they are to read`(environment: [String: String], input: AgentInput) throws {
        let settings = try Settings(environment: environment)
        #expect(settings.realtime.agentInput == input)
    }

    @Test func `only agents of another server than the embedded one hear`() throws {
        let embedded = RoomSettings(Settings(), embeddedURL: "ws://127.0.0.1:1/v1/realtime").backend
        let elsewhere = Persona(
            id: "nova", name: "Nova", realtime: [Persona.Backend(model: "m", url: "wss://b.example")],
            instructions: "You are Nova.")
        let scout = Persona(id: "scout", name: "Scout", instructions: "You are Scout.")
        #expect(embedded.attempts(for: scout).map(\.profile.gainsFromSound) == [false])
        #expect(embedded.attempts(for: elsewhere).map(\.profile.gainsFromSound) == [true])
        let settings = try Settings(environment: ["OPENAI_API_KEY": "k", "PARLEY_AGENT_INPUT": "text"])
        #expect(RoomSettings(settings, embeddedURL: "").backend.agentInput == .text)
    }

    @Test func `callbacks may be allowed in a list or in one variable`() throws {
        let inFile = try Settings(file: (name: "f", text: "callback_allow: [receiver, 10.0.0.0/8]\n"))
        let inEnvironment = try Settings(environment: ["PARLEY_CALLBACK_ALLOW": "receiver,10.0.0.0/8"])
        let asFlags = try Settings(flags: [.callbackAllow: ["receiver", "10.0.0.0/8"]])
        #expect(inFile.callbacks == inEnvironment.callbacks && inFile.callbacks == asFlags.callbacks)
        #expect(inFile.callbacks.destinations.verdict(on: try CallbackURL("http://10.2.3.4/")) == .allowed)
    }

    @Test(arguments: [
        ("port: 1\nprot: 2\n", "parley.yaml:2: `prot` is no setting"),
        ("port: 99999\n", "parley.yaml:1: port: expected a number"),
        ("\n\nidle_timeout: soon\n", "parley.yaml:3: idle_timeout: expected a duration"),
        ("port: [1, 2]\n", "parley.yaml:1: port: expected one"),
        ("port: 1\nport: 2\n", "parley.yaml:"), ("- 1\n", "parley.yaml:1: expected a mapping"),
        ("a: [\n", "parley.yaml:"),
        (
            "realtime_url: http://x\n",
            "parley.yaml:1: realtime_url: expected a URL that begins with ws:// or wss://"
        ),
        ("ear: {modle: x}\n", "parley.yaml:1: ear: `modle` is no setting of an ear"),
        ("ear:\n  turn_detection: {type: none}\n", "parley.yaml:2: ear.turn_detection: expected"),
        ("agent_input: smell\n", "parley.yaml:1: agent_input: expected audio or text, found"),
        ("insecure: perhaps\n", "parley.yaml:1: insecure: expected true or false"),
        ("callback_secret: whsec_secretsecret\n", "parley.yaml:1: callback_secret: expected whsec_"),
        (
            "api_key: '${PARLEY_NOWHERE}'\n",
            "parley.yaml:1: api_key: the environment variable 'PARLEY_NOWHERE' is not set"
        ),
        ("api_key: ''\n", "parley.yaml:1: api_key: is empty"), ("port:\n", "parley.yaml:1: port: is empty"),
    ])
    func `a mistake in the file is named by its line`(text: String, start: String) throws {
        let complaint = try #require(throws: SettingComplaint.self) {
            try Settings(file: (name: "parley.yaml", text: text))
        }
        #expect(complaint.description.hasPrefix(start), "\(complaint)")
        #expect(!complaint.description.contains("\n") && !complaint.description.contains("secretsecret"))
    }

    @Test func `a secret of the file may be a variable's`() throws {
        let settings = try Settings(
            environment: ["KEY": "hunter2", "MODELS": "sk-1"],
            file: ("parley.yaml", "api_key: '${KEY}'\nrealtime_api_key: ${MODELS}\n"))
        #expect(settings.apiKey == Secret("hunter2") && settings.realtime.key?.value == "sk-1")
    }

    @Test(arguments: ["", "---\n", "# nothing yet\n", "---\n...\n"])
    func `a file may be empty`(text: String) throws {
        #expect(try Settings(file: ("parley.yaml", text)).port == 8_080)
    }

    @Test func `a mistake in a flag or a variable is named by it`() throws {
        let flag = try #require(throws: SettingComplaint.self) {
            try Settings(flags: [.maxAgentsPerRoom: ["0"]])
        }
        #expect(flag.description == "--max-agents-per-room: expected a number from 1 to 1000, found “0”")
        let variable = try #require(throws: SettingComplaint.self) {
            try Settings(environment: ["PARLEY_PORT": "x"])
        }
        #expect(variable.place == "PARLEY_PORT")
        #expect(throws: SettingComplaint.self) { try Settings(environment: ["PARLEY_API_KEY": ""]) }
        #expect(try Settings(environment: ["PARLEY_PORT": ""]).port == 8_080, "an empty variable is none")
    }

    @Test(
        arguments: [
            ("127.0.0.1", nil, false, true), ("::1", nil, false, true), ("localhost", nil, false, true),
            ("0.0.0.0", nil, false, false),
            ("0.0.0.0", "key", false, true), ("0.0.0.0", nil, true, true), ("192.168.1.5", nil, false, false),
            ("example.com", nil, false, false),
        ] as [(String, String?, Bool, Bool)])
    func `listening to others needs a key`(host: String, key: String?, insecure: Bool, isFine: Bool) {
        var environment = ["PARLEY_HOST": host]
        if let key { environment["PARLEY_API_KEY"] = key }
        let settings = try? Settings(flags: insecure ? [.insecure: ["true"]] : [:], environment: environment)
        #expect((settings != nil) == isFine)
    }
}
