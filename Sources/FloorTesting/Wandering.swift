import FloorControl

/// One long conversation at random, far deeper than breadth-first gets, judged by every ``Promise``; and beside it
/// the same with the floor written down as bytes and read back before each step, with the names of bytes. Both
/// must go the same way, else an exploration would look at floors that do not exist.
public struct Wandering: Sendable {
    public enum End: Equatable, Sendable {
        case good
        case broken(Promise, Script)
        /// The bytes left something out that decides.
        case bytesDisagree(Script)
    }

    let cast: Cast
    let alphabet: Alphabet

    public init(_ cast: Cast = Cast()) {
        self.cast = cast
        alphabet = Alphabet(cast)
    }

    public func run(steps: Int, using random: inout some RandomNumberGenerator) -> End {
        let rules: Exploration.Rules = { $0.handle($1, at: $2) }
        var situation = Situation(cast)
        for event in Attempt.seating(cast) { _ = situation.take(event, cast, rules) }
        var now = RoomTime.zero
        var happenings: [Happening] = []
        func script() -> Script { Script(of: happenings, opening: [], cast, rules) }
        var bytes = SituationBytes()
        for _ in 0..<steps {
            let names = situation.write(at: now, cast, into: &bytes)
            var copy = Situation(reading: bytes.chosen, cast)
            let happening = choose(using: &random)
            happenings.append(happening)
            var late = RoomTime.zero
            switch happening {
            case .pass(let pace):
                guard let ticks = situation.ticks(pace, since: now) else { continue }
                situation.pass(ticks)
                copy.pass(ticks)
                now = now.advanced(by: .ticks(ticks))
                late = .ticks(ticks)
                if situation.isTooOld(cast) { return .broken(.length, script()) }
            case .event(let event):
                let event = (real: event.renamed(names, cast, situation.floor), copied: event)
                let step = situation.take(event.real, cast, rules, at: now)
                if let promise = step.broken() { return .broken(promise, script()) }
                _ = copy.take(event.copied, cast, rules)
            }
            situation.write(at: now, cast, into: &bytes)
            var copied = SituationBytes()
            copy.write(at: late, cast, into: &copied)
            if bytes.chosen != copied.chosen { return .bytesDisagree(script()) }
            if situation.broken(whenSilent: cast, rules, after: now) { return .broken(.ends, script()) }
        }
        return .good
    }

    /// Time passes as often as anything else is likely to matter.
    private func choose(using random: inout some RandomNumberGenerator) -> Happening {
        let paces = 3
        let range = Int.random(in: 0..<4, using: &random) == 0 ? 0..<paces : paces..<alphabet.happenings.count
        return alphabet.happenings[Int.random(in: range, using: &random)]
    }
}
