import FloorControl

/// Everything that may happen in a situation, tried.
struct Attempt: Sendable {
    let cast: Cast
    let alphabet: Alphabet
    let rules: Exploration.Rules

    /// What one step breaks, in which situation.
    struct Flaw {
        let promise: Promise
        let situation: Int
        let move: Int
    }

    /// What was found from a few situations, and was not known before.
    struct Batch {
        var found = SituationStore()
        var steps = 0
        var flaw: Flaw?
    }

    static func seating(_ cast: Cast) -> [Floor.Event] {
        cast.agents.flatMap { [.agentJoined($0), .agentBecame($0, available: true)] }
    }

    func first(after opening: [Floor.Event]) -> [UInt8] {
        var first = Situation(cast)
        for event in Self.seating(cast) + opening { _ = first.take(event, cast, rules) }
        var bytes = SituationBytes()
        first.write(at: .zero, cast, into: &bytes)
        return bytes.chosen
    }

    func expand(_ range: Range<Int>, of store: SituationStore) -> Batch {
        var batch = Batch()
        var bytes = SituationBytes()
        for index in range {
            store.read(index, into: &bytes.chosen)
            let situation = Situation(reading: bytes.chosen, cast)
            let shown = View(situation.floor)
            for (move, happening) in alphabet.happenings.enumerated() {
                guard let (next, now, promise) = attempt(happening, in: situation, shown) else { continue }
                batch.steps += 1
                next.write(at: now, cast, into: &bytes)
                var broken = promise
                if broken == nil, !store.contains(bytes.chosen[...]),
                    batch.found.insert(bytes.chosen[...], from: index, by: move),
                    next.broken(whenSilent: cast, rules, after: now)
                {
                    broken = .ends
                }
                if let broken {
                    batch.flaw = Flaw(promise: broken, situation: index, move: move)
                    return batch
                }
            }
        }
        return batch
    }

    /// - Returns: `nil` where it cannot happen, or leads where the same of the other caller leads.
    private func attempt(
        _ happening: Happening, in situation: Situation, _ shown: View
    ) -> (next: Situation, now: RoomTime, broken: Promise?)? {
        var next = situation
        switch happening {
        case .pass(let pace):
            guard let ticks = situation.ticks(pace) else { return nil }
            next.pass(ticks)
            return (next, .ticks(ticks), next.isTooOld(cast) ? .length : nil)
        case .event(let event):
            if event.isOfSecondCaller(cast) && situation.callersAreAlike { return nil }
            let broken = next.take(event, cast, rules, before: shown).broken()
            return (next, .zero, broken)
        }
    }
}

extension Floor.Event {
    fileprivate func isOfSecondCaller(_ cast: Cast) -> Bool {
        switch self {
        case .speechStarted(let caller), .speechStopped(let caller), .wordsBecameDecisive(let caller),
            .callerLeft(let caller), .understood(let caller, _, _):
            cast.callers.count > 1 && caller == cast.callers[1]
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .turnRequested,
            .moderatorGave, .greetingWanted, .interruptRequested, .audioStarted, .turnWaits, .turnCompleted,
            .turnFailed, .limitReached, .deadlinePassed:
            false
        }
    }
}
