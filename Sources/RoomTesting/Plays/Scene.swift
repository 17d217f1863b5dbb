import FloorControl
import Personas
import Rooms

/// What the settings of a play say.
struct Scene {
    var agents: [String] = []
    var callers: [String] = []
    var personas: [String: Persona] = [:]
    var settings = Stage.settings
    var input = AgentInput.text
    var latencies = 2...2
    var sessionLength: Duration?
    var seed: UInt64 = 1

    init(_ play: Play) {
        for line in play.lines {
            if case .setting(let setting) = line.content { apply(setting) }
        }
    }

    static func persona(_ name: String) -> Persona {
        Persona(
            id: name.lowercased(), name: name, instructions: "You are \(name), and you keep to the point.")
    }

    private mutating func apply(_ setting: Play.Setting) {
        switch setting {
        case .agents(let names): agents += names
        case .callers(let names): callers += names
        case .later: break
        case .field(let name, let fields): change(name) { $0.expertise += fields }
        case .alias(let name, let aliases): change(name) { $0.aliases += aliases }
        case .greeting(let name, let words): change(name) { $0.greeting = words }
        case .tool(let name, let tool, let filler):
            let http = Persona.HTTPCall(url: "http://tools.example")
            change(name) { $0.tools.append(Persona.Tool(name: tool, http: http, filler: filler)) }
        case .maxAgentTurns(let number): settings.floor.maxAgentTurns = number
        case .maxSelfRequests(let number): settings.floor.maxSelfRequests = number
        case .callTurns(let number): settings.limits.turns = number
        case .callLength(let time): settings.limits.length = time
        case .limit(let limit, let time): settings.floor[keyPath: limit.setting] = time
        case .hearing: input = .audio
        case .latency(let least, let most):
            latencies = Int(least / .milliseconds(1))...Int(most / .milliseconds(1))
        case .sessionsLast(let time): sessionLength = time
        case .sessionsHold(let number): settings.budget.items = number
        case .seed(let number): seed = UInt64(number)
        }
    }

    private mutating func change(_ name: String, _ change: (inout Persona) -> Void) {
        var persona = personas[name] ?? Self.persona(name)
        change(&persona)
        personas[name] = persona
    }
}

extension Play.Limit {
    fileprivate var setting: WritableKeyPath<FloorSettings, Duration> {
        switch self {
        case .firstAudio: \.firstAudioTimeout
        case .silence: \.silenceTimeout
        case .turnLength: \.maxTurnLength
        case .words: \.wordsTimeout
        case .transcript: \.finalTranscriptTimeout
        case .claim: \.claimTimeout
        }
    }
}
