import FloorControl
import Personas
import RoomTesting
import Rooms
import Testing

/// The agents of these tests.
enum Cast {
    static let scout = persona("scout", "Scout", aliases: ["Scouty"], expertise: ["market research"])
    static let nova = persona("nova", "Nova", expertise: ["finance"])
    static let atlas = persona("atlas", "Atlas", expertise: ["operations"])

    static func persona(
        _ id: String, _ name: String, aliases: [String] = [], expertise: [String] = [],
        greeting: String? = nil
    ) -> Persona {
        Persona(
            id: id, name: name, aliases: aliases, expertise: expertise, greeting: greeting,
            instructions: "You are \(name), and you keep to the point.")
    }
}

extension Stage {
    /// Lets the room come to rest, and demands that no promise was broken on the way.
    func finish(
        _ duration: Duration = .seconds(15), source: SourceLocation = #_sourceLocation
    ) {
        run(for: duration)
        checkAtRest()
        #expect(complaints == [], sourceLocation: source)
        if room.view.turn != nil { Issue.record("a turn is left: \(room.view)", sourceLocation: source) }
        expectWholeTurns(source)
    }

    /// Every turn is granted once and ends once; two never overlap; what was started was granted.
    private func expectWholeTurns(_ source: SourceLocation) {
        var current: TurnID?
        for (at, event) in log {
            switch event {
            case .turnGranted(let turn, _, _, _):
                #expect(current == nil, "\(turn) granted at \(at)", sourceLocation: source)
                current = turn
            case .turnStarted(let turn, _, _):
                #expect(current == turn, "\(turn) started at \(at)", sourceLocation: source)
            case .turnEnded(let turn, _, _, _, _, _):
                #expect(current == turn, "\(turn) ended at \(at)", sourceLocation: source)
                current = nil
            default: break
            }
        }
        #expect(current == nil, sourceLocation: source)
    }

    /// Who was granted a turn and why, as `nova/address`.
    var grants: [String] { granted.map { "\($0.agent)/\($0.reason)" } }

    /// Why turns were granted.
    var whys: [String] { events { if case .turnGranted(_, _, _, let why) = $0 { why } else { nil } } }

    /// How turns ended, as `nova completed`.
    var endings: [String] { ended.map { "\($0.agent) \($0.outcome)" } }

    func statuses(of agent: Identity) -> [AgentStatus] {
        events {
            if case .agentStatus(agent, _, let status, _, _) = $0 { status } else { nil }
        }
    }

    func faults() -> [String] { events { if case .error(let fault) = $0 { fault.code } else { nil } } }
}
