import Logging
import Personas
import Realtime
import Rooms

/// Values of one setting as they were written, and where: each is read by the same rules, whichever
/// layer it comes from.
struct WrittenSetting {
    let name: SettingName
    let values: [String]
    let place: String
}

extension Settings {
    /// Takes over one setting; the last one wins.
    mutating func apply(_ setting: WrittenSetting) throws(SettingComplaint) {
        switch setting.name {
        case .host: host = try setting.text()
        case .port: port = try setting.integer(in: 0...65_535)
        case .agents: agents = try setting.text()
        case .data: data = try setting.text()
        case .reactors: reactors = try setting.integer(in: 1...Self.maxReactors)
        case .realtimeURL: realtime.url = try setting.url(schemes: ["ws", "wss"])
        case .realtimeModel: realtime.model = try setting.text()
        case .realtimeProfile: realtime.profile = try setting.profile()
        case .realtimeAPIKey: realtime.key = Secret(try setting.text())
        case .llmURL: languageModel.url = try setting.url(schemes: ["http", "https"])
        case .llmModel: languageModel.model = try setting.text()
        case .llmAPIKey: languageModel.key = Secret(try setting.text())
        case .transcriptionModel: ear.model = try setting.text()
        case .agentInput: realtime.agentInput = try setting.agentInput()
        case .callbackAllow: callbacks.destinations = CallbackGuard(exceptions: try setting.exceptions())
        case .callbackSecret: callbacks.secret = try setting.webhookSecrets()
        case .apiKey: apiKey = Secret(try setting.text())
        case .apiKeys: apiKeys = try setting.apiKeys()
        case .allowedOrigins: allowedOrigins = try setting.origins()
        case .tlsCertificate: tls = TLSFiles(certificate: try setting.text(), key: tls?.key ?? "")
        case .tlsKey: tls = TLSFiles(certificate: tls?.certificate ?? "", key: try setting.text())
        case .insecure: isInsecure = try setting.bool()
        case .recording: isRecorded = try setting.bool()
        case .idleTimeout: limits.idleTimeout = try setting.duration(atLeast: .milliseconds(1))
        case .emptyTimeout: limits.emptyTimeout = try setting.duration()
        case .drainTimeout: limits.drainTimeout = try setting.duration()
        case .firstAudioTimeout: limits.floor.firstAudioTimeout = try setting.clock()
        case .silenceTimeout: limits.floor.silenceTimeout = try setting.clock()
        case .maxTurnLength: limits.floor.maxTurnLength = try setting.clock()
        case .wordsTimeout: limits.floor.wordsTimeout = try setting.clock()
        case .transcriptTimeout: limits.floor.finalTranscriptTimeout = try setting.clock()
        case .claimTimeout: limits.floor.claimTimeout = try setting.clock()
        case .reconnectInitial: limits.reconnect.initial = try setting.clock()
        case .reconnectMax: limits.reconnect.longest = try setting.clock()
        case .reconnectAttempts: limits.reconnect.attempts = try setting.integer(in: 1...1_000)
        case .rotateBefore: limits.rotateBefore = try setting.clock()
        case .maxRooms: limits.maxRooms = try setting.integer(in: 1...1_000_000)
        case .maxAgentsPerRoom: limits.maxAgentsPerRoom = try setting.integer(in: 1...1_000)
        case .maxCallersPerRoom: limits.maxCallersPerRoom = try setting.integer(in: 1...1_000)
        case .maxSessions: limits.maxSessions = try setting.integer(in: 1...1_000_000)
        case .maxJoinsPerSecond: limits.maxJoinsPerSecond = try setting.integer(in: 1...1_000_000)
        case .maxUnkeptBytes: limits.maxUnkeptBytes = try setting.integer(in: 65_536...1 << 40)
        case .headerTimeout: limits.headerTimeout = try setting.clock()
        case .requestTimeout: limits.requestTimeout = try setting.clock()
        case .maxConnectionsPerAddress:
            limits.maxConnectionsPerAddress = try setting.integer(in: 0...1_000_000)
        case .maxAgentTurns: limits.floor.maxAgentTurns = try setting.integer(in: 1...1_000_000)
        case .maxSelfRequests: limits.floor.maxSelfRequests = try setting.integer(in: 0...1_000_000)
        case .sessionItems: limits.session.items = try setting.integer(in: 8...100_000)
        case .sessionTokens: limits.session.tokens = try setting.integer(in: 1_000...10_000_000)
        case .logFormat: log.format = try setting.choice(among: LogFormat.self)
        case .logLevel: log.level = try setting.choice(among: Logger.Level.self)
        case .retention: limits.retention = try setting.duration()
        }
    }
}

extension WrittenSetting {
    func text() throws(SettingComplaint) -> String {
        guard values.count == 1 else {
            throw SettingComplaint(place, "expected one value, found \(values.count)")
        }
        guard !values[0].isEmpty else {
            throw SettingComplaint(place, "is empty; give it a value or leave it out")
        }
        return values[0]
    }

    fileprivate func integer(in range: ClosedRange<Int>) throws(SettingComplaint) -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw expected("a number from \(range.lowerBound) to \(range.upperBound)", text)
        }
        return number
    }

    fileprivate func bool() throws(SettingComplaint) -> Bool {
        let text = try text()
        switch text.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw expected("true or false", text)
        }
    }

    fileprivate func agentInput() throws(SettingComplaint) -> AgentInput {
        let text = try text()
        guard let input = AgentInput(rawValue: text.lowercased()) else {
            throw expected(AgentInput.allCases.map(\.rawValue).joined(separator: " or "), text)
        }
        return input
    }

    fileprivate func choice<Value: CaseIterable & RawRepresentable<String>>(
        among values: Value.Type
    ) throws(SettingComplaint) -> Value {
        let text = try text()
        guard let value = Value(rawValue: text.lowercased()) else {
            throw expected("one of \(values.allCases.map(\.rawValue).joined(separator: ", "))", text)
        }
        return value
    }

    fileprivate func profile() throws(SettingComplaint) -> ServerProfile.Name {
        let text = try text()
        guard let name = ServerProfile.Name(rawValue: text) else {
            throw expected(
                "one of \(ServerProfile.Name.allCases.map(\.rawValue).joined(separator: ", "))", text)
        }
        return name
    }

    fileprivate func duration(atLeast least: Duration = .zero) throws(SettingComplaint) -> Duration {
        let text = try text()
        guard let duration = Duration(written: text), duration >= least else {
            let limit = least > .zero ? ", more than nothing" : ""
            throw expected("a duration such as 500ms, 30s, 5m, 1h, or seconds\(limit)", text)
        }
        return duration
    }

    /// How long something is waited for while people listen: with no time at all it could only fail.
    fileprivate func clock() throws(SettingComplaint) -> Duration { try duration(atLeast: .milliseconds(1)) }

    fileprivate func url(schemes: [String]) throws(SettingComplaint) -> String {
        let text = try text()
        let rest = schemes.lazy.filter { text.lowercased().hasPrefix("\($0)://") }.map {
            text.dropFirst($0.count + 3)
        }
        guard let rest = rest.first, let first = rest.first, first != "/", first != ":", !text.contains(" ")
        else {
            throw expected(
                "a URL that begins with \(schemes.map { "\($0)://" }.joined(separator: " or "))", text)
        }
        return text
    }

    fileprivate func exceptions() throws(SettingComplaint) -> [CallbackGuard.Exception] {
        var exceptions: [CallbackGuard.Exception] = []
        for text in values.flatMap({ $0.split { $0 == "," || $0 == " " } }) {
            guard let exception = CallbackGuard.Exception(String(text)) else {
                throw expected("a host name, an address or a range such as 10.0.0.0/8", String(text))
            }
            exceptions.append(exception)
        }
        return exceptions
    }

    func expected(_ what: String, _ found: String) -> SettingComplaint {
        SettingComplaint(place, "expected \(what), found “\(found)”")
    }
}
