public import FloorControl

/// Looks through every situation a floor can get into, breadth first, and judges each step by every ``Promise``.
///
/// It begins with all agents seated and ready, and everybody silent. Situations that differ in names only are one
/// (``Names``), and of what a floor remembers only what a decision reads counts, so that there are as few as
/// possible: each is kept as bytes, the latest depth is read back and every ``Happening`` tried on it.
public struct Exploration {
    /// How a floor takes an event: its own way, or with a fault planted.
    public typealias Rules = (inout Floor, Floor.Event, RoomTime) -> [Floor.Action]

    public struct Depth: Sendable {
        public let depth: Int
        /// Reached for the first time at this depth, and altogether.
        public let new: Int
        public let situations: Int
        /// Events tried so far.
        public let steps: Int
    }

    public enum End: Equatable, Sendable {
        /// Nothing new can happen any more.
        case exhausted
        case depthReached
        /// The depth in work is not complete; how much of its situations were tried, in percent.
        case outOfTime(percent: Int)
        case outOfMemory(percent: Int)
        case broken(Promise, Script)
    }

    let cast: Cast
    let alphabet: Alphabet
    let rules: Rules
    /// Situations beyond which memory would be used up: 60 bytes each.
    let maxSituations: Int
    var store = SituationStore()
    var steps = 0
    private var bytes: [UInt8] = []

    public init(
        _ cast: Cast = Cast(), alphabet: Alphabet? = nil, maxSituations: Int = 30_000_000,
        rules: @escaping Rules = { $0.handle($1, at: $2) }
    ) {
        self.cast = cast
        self.alphabet = alphabet ?? Alphabet(cast)
        self.maxSituations = maxSituations
        self.rules = rules
    }

    public var situations: Int { store.count }

    /// - Parameters:
    ///   - opening: What happens before anything else may; so small explorations get far.
    ///   - mayGoOn: Asked now and then.
    ///   - report: Called after each complete depth.
    public mutating func run(
        after opening: [Floor.Event] = [], depth maxDepth: Int = .max, while mayGoOn: () -> Bool = { true },
        report: (Depth) -> Void = { _ in }
    ) -> End {
        var first = Situation(cast)
        for event in Self.seating(cast) + opening {
            if let promise = take(event, in: &first) {
                return .broken(promise, Script(of: [], opening: opening, cast, rules))
            }
        }
        first.write(at: .zero, cast, into: &bytes)
        store.insert(bytes, from: 0, by: 0)
        var depth = 0..<1
        for number in 1...max(1, maxDepth) {
            for (tried, index) in depth.enumerated() {
                if let found = expand(index) {
                    return .broken(found.promise, script(to: index, found.move, opening))
                }
                guard tried & 255 == 0 else { continue }
                let percent = tried * 100 / depth.count
                if store.count > maxSituations { return .outOfMemory(percent: percent) }
                if !mayGoOn() { return .outOfTime(percent: percent) }
            }
            depth = depth.upperBound..<store.count
            report(Depth(depth: number, new: depth.count, situations: store.count, steps: steps))
            if depth.isEmpty { return .exhausted }
            if number == maxDepth { break }
        }
        return .depthReached
    }

    static func seating(_ cast: Cast) -> [Floor.Event] {
        cast.agents.flatMap { [.agentJoined($0), .agentBecame($0, available: true)] }
    }

    /// Tries everything that may happen in a situation.
    private mutating func expand(_ index: Int) -> (promise: Promise, move: Int?)? {
        store.read(index, into: &bytes)
        let situation = Situation(reading: bytes, cast)
        if situation.broken(whenSilent: cast, rules) { return (.ends, nil) }
        for (move, happening) in alphabet.happenings.enumerated() {
            var next = situation
            var now = RoomTime.zero
            switch happening {
            case .pass(let pace):
                guard let ticks = situation.ticks(pace) else { continue }
                next.witness.pass(ticks, isRunning: next.floor.turn != nil && !next.floor.isHeld)
                now = .ticks(ticks)
                if next.witness.age > cast.settings.maxTurnLength.ticks + 1 { return (.length, move) }
            case .event(let event):
                if event.isOfSecondCaller(cast) && situation.callersAreAlike { continue }
                steps += 1
                if let promise = take(event, in: &next) { return (promise, move) }
            }
            next.write(at: now, cast, into: &bytes)
            store.insert(bytes, from: index, by: move)
        }
        return nil
    }

    private func take(_ event: Floor.Event, in situation: inout Situation) -> Promise? {
        situation.take(event, cast, rules).broken()
    }

    private func script(to index: Int, _ last: Int?, _ opening: [Floor.Event]) -> Script {
        var moves = last.map { [$0] } ?? []
        var index = index
        while index > 0 {
            let origin = store.origins[index]
            moves.append(Int(origin.move))
            index = Int(origin.parent)
        }
        return Script(of: moves.reversed().map { alphabet.happenings[$0] }, opening: opening, cast, rules)
    }
}

extension Situation {
    mutating func take(
        _ event: Floor.Event, _ cast: Cast, _ rules: Exploration.Rules, at now: RoomTime = .zero
    ) -> Step {
        let before = floor
        let knew = witness
        let actions = rules(&floor, event, now)
        witness.note(event, cast)
        for case .grant(let turn) in actions { witness.note(turn, cast.settings) }
        return Step(
            cast: cast, before: before, event: event, actions: actions, after: floor, knew: knew,
            knows: witness, now: now)
    }

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

extension Floor.Event {
    fileprivate func isOfSecondCaller(_ cast: Cast) -> Bool {
        switch self {
        case .speechStarted(let caller), .speechStopped(let caller), .wordsBecameDecisive(let caller),
            .callerLeft(let caller), .understood(let caller, _):
            cast.callers.count > 1 && caller == cast.callers[1]
        case .agentJoined, .agentLeft, .agentBecame, .agentFailed, .agentMuted, .turnRequested,
            .moderatorGave, .greetingWanted, .interruptRequested, .audioStarted, .turnWaits, .turnCompleted,
            .turnFailed, .deadlinePassed:
            false
        }
    }
}
