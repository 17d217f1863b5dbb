import FloorControl
import Testing

/// One line of a scripted conversation: when, what happens, and what the floor must do about it.
struct Line {
    let time: RoomTime
    let event: Floor.Event?
    let expected: [String]
    let source: SourceLocation

    /// A line `milliseconds` after the room opened. Without an event, time simply passes.
    static func at(
        _ milliseconds: Int, _ event: Floor.Event? = nil, expect expected: String...,
        source: SourceLocation = #_sourceLocation
    ) -> Line {
        Line(time: RoomTime(.milliseconds(milliseconds)), event: event, expected: expected, source: source)
    }
}

/// Plays `lines` against a floor with three agents in virtual time; a failure points at the offending
/// line. Deadlines that fall between two lines fire at their own time, and their actions count towards the
/// later line.
@discardableResult
func play(_ lines: [Line], settings: FloorSettings = FloorSettings(), away: [Identity] = []) -> Floor {
    var floor = Floor(settings: settings)
    for agent in ["ada", "bob", "cyd"] as [Identity] {
        #expect(floor.handle(.agentJoined(agent), at: .zero) == [])
        guard !away.contains(agent) else { continue }
        #expect(floor.handle(.agentBecame(agent, available: true), at: .zero) == [])
    }
    for line in lines {
        var actions: [Floor.Action] = []
        while let deadline = floor.nextDeadline, deadline <= line.time {
            actions += floor.handle(.deadlinePassed, at: deadline)
            if let next = floor.nextDeadline { #expect(next > deadline, sourceLocation: line.source) }
        }
        if let event = line.event { actions += floor.handle(event, at: line.time) }
        #expect(actions.map(\.brief) == line.expected, sourceLocation: line.source)
    }
    return floor
}

extension Floor.Action {
    /// `grant 1 ada address`, `hold 1`, `resume 1`, `end 1 interrupted`, `answer queued 2`.
    var brief: String {
        switch self {
        case .grant(let turn): "grant \(turn.id.number) \(turn.agent) \(turn.reason)"
        case .hold(let turn): "hold \(turn.id.number)"
        case .resume(let turn): "resume \(turn.id.number)"
        case .end(let turn, let outcome): "end \(turn.id.number) \(outcome)"
        case .answerRequest(_, _, .queued(let turn)): "answer queued \(turn.number)"
        case .answerRequest(_, _, .refused(let refusal)): "answer \(refusal)"
        }
    }
}

extension Floor.Event {
    static func address(_ agents: Identity..., by caller: Identity = "mia") -> Self {
        .understood(caller, .address(agents, why: "named"))
    }
    static func heard(_ meaning: Floor.Meaning, by caller: Identity = "mia") -> Self {
        .understood(caller, meaning)
    }
    static func started(_ turn: Int) -> Self { .audioStarted(TurnID(turn)) }
    static func done(_ turn: Int) -> Self { .turnCompleted(TurnID(turn)) }
    static func waits(_ turn: Int, _ wait: Floor.Wait) -> Self { .turnWaits(TurnID(turn), for: wait) }
    static func requests(_ holder: Identity, _ agent: Identity) -> Self {
        .turnRequested(by: holder, for: agent, reason: "why not")
    }
}
