import FloorControl

// How a situation goes on: an event, time, silence.

extension Situation {
    /// - Parameter before: What the floor shows already, if that is known.
    mutating func take(
        _ event: Floor.Event, _ cast: Cast, _ rules: Exploration.Rules, at now: RoomTime = .zero,
        before: View? = nil
    ) -> Step {
        let before = before ?? View(floor)
        let knew = witness
        let actions = rules(&floor, event, now)
        witness.note(event, cast, before)
        for case .grant(let turn) in actions { witness.note(turn, cast.settings) }
        if let agent = before.agentToBeHeard(by: event) { witness.noteVoice(of: agent) }
        return Step(
            cast: cast, before: before, event: event, actions: actions, after: View(floor), knew: knew,
            knows: witness, now: now)
    }

    mutating func pass(_ ticks: Int) {
        witness.pass(ticks, isRunning: floor.turn != nil && !floor.isHeld)
    }

    /// One tick later than it may be, because the floor may be told of a deadline one tick late.
    func isTooOld(_ cast: Cast) -> Bool { witness.age > cast.settings.maxTurnLength.ticks + 1 }

    /// `nil` where time changes nothing, or is out of step with the others already.
    func ticks(_ pace: Happening.Pace, since now: RoomTime = .zero) -> Int? {
        guard let deadline = floor.nextDeadline else { return nil }
        let left = now.duration(to: deadline).ticks
        return switch pace {
        case .oneTick: left >= 0 ? 1 : nil
        case .toDeadline: left > 1 ? left : nil
        case .beforeDeadline: left > 2 ? left - 1 : nil
        }
    }

    /// Everybody falls silent and no session says anything any more: clocks alone must lead to an open floor with
    /// nobody waiting for it, and soon: each promise is tried twice, a voice and a waiting agent have one clock.
    func broken(
        whenSilent cast: Cast, _ rules: Exploration.Rules, after start: RoomTime = .zero
    ) -> Bool {
        var floor = floor
        var now = start
        for caller in cast.callers { _ = rules(&floor, .speechStopped(caller), now) }
        var patience = 8 + 8 * (floor.queue.count + 1)
        while let deadline = floor.nextDeadline, patience > 0 {
            patience -= 1
            now = max(now, deadline)
            _ = rules(&floor, .deadlinePassed, now)
        }
        return floor.turn != nil || !floor.queue.isEmpty || floor.nextDeadline != nil
    }
}
