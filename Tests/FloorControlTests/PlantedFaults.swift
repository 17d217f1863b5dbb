import FloorTesting
import Testing

@testable import FloorControl

/// A mistake somebody could make in the floor, and the promise that must notice it.
///
/// Each is planted around the real floor: what it decided is undone, or decided once more in the wrong way.
struct PlantedFault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let breaks: Promise
    /// What happens before the exploration begins, for faults that show late.
    let opening: [Floor.Event]
    let rules: Exploration.Rules

    init(
        _ name: String, breaks: Promise, after opening: [Floor.Event] = [],
        _ rules: @escaping Exploration.Rules
    ) {
        testDescription = name
        self.breaks = breaks
        self.opening = opening
        self.rules = rules
    }

    static let all = voices + turns + claims + clocks
}

// Voices: who is silenced, by what and for how long.

extension PlantedFault {
    private static let voices: [PlantedFault] = [
        PlantedFault("forgets to hold a turn of which nothing was heard", breaks: .silence) {
            floor, event, now in
            guard case .speechStarted = event, case .granted = floor.stage else {
                return floor.handle(event, at: now)
            }
            let stage = floor.stage
            _ = floor.handle(event, at: now)
            floor.stage = stage
            return []
        },
        PlantedFault("lets a turn go on while another caller still talks", breaks: .silence) {
            floor, event, now in
            let actions = floor.handle(event, at: now)
            guard case .understood(_, .backchannel, _) = event, floor.isHeld else { return actions }
            return actions + floor.settleAsIfQuiet(at: now)
        },
        PlantedFault("grants the floor while a caller speaks", breaks: .silence) { floor, event, now in
            let actions = floor.handle(event, at: now)
            guard case .moderatorGave = event, floor.stage.isOpen else { return actions }
            return actions + floor.settleAsIfQuiet(at: now)
        },
        PlantedFault("does not wait for the words of a voice that stopped", breaks: .patience) {
            floor, event, now in
            let actions = floor.handle(event, at: now)
            guard case .speechStopped(let caller) = event else { return actions }
            let voices = floor.voices
            floor.voices.removeAll { $0.caller == caller }
            defer { floor.voices = voices }
            return actions + floor.settle(at: now)
        },
        PlantedFault("forgets that more was said than is understood", breaks: .patience) {
            floor, event, now in
            guard case .understood(let caller, let meaning, _) = event else {
                return floor.handle(event, at: now)
            }
            return floor.handle(.understood(caller, meaning), at: now)
        },
        PlantedFault("waits for the words of a caller who left", breaks: .neverIdle) { floor, event, now in
            if case .callerLeft = event { return [] }
            return floor.handle(event, at: now)
        },
        PlantedFault("opens the gate for sound that arrives while the turn is held", breaks: .audible) {
            floor, event, now in
            if case .audioStarted(floor.turn?.id) = event, case .held(let turn, false, let left) = floor.stage
            {
                floor.stage = .held(turn, wasAudible: true, left: left)
            }
            return floor.handle(event, at: now)
        },
        PlantedFault("takes a backchannel for an interruption", breaks: .backchannel) { floor, event, now in
            guard case .understood(let caller, .backchannel, let awaitsMore) = event else {
                return floor.handle(event, at: now)
            }
            return floor.handle(.understood(caller, .nobody, awaitsMore: awaitsMore), at: now)
        },
        PlantedFault("waits for the final words although decisive ones are there", breaks: .cutOff) {
            floor, event, now in
            let stage = floor.stage
            let actions = floor.handle(event, at: now)
            guard case .wordsBecameDecisive = event else { return actions }
            floor.stage = stage
            return []
        },
    ]

    private static let turns: [PlantedFault] = [
        PlantedFault("takes late news of a turn that is over for the one that speaks", breaks: .lateNews) {
            floor, event, now in
            if case .turnCompleted = event, let turn = floor.turn {
                return floor.handle(.turnCompleted(turn.id), at: now)
            }
            return floor.handle(event, at: now)
        },
        PlantedFault("tries a failed turn again and again", breaks: .retry) { floor, event, now in
            let turn = floor.turn
            let actions = floor.handle(event, at: now)
            guard case .turnFailed(turn?.id, mayRetry: true) = event, let turn, turn.isRetry else {
                return actions
            }
            floor.enqueue(turn.agent, turn.reason, why: "", isRetry: true, at: now)
            return actions + floor.settle(at: now)
        },
        PlantedFault("tries a turn again although a tool was called", breaks: .retry) { floor, event, now in
            guard case .turnFailed(let turn, mayRetry: false) = event else {
                return floor.handle(event, at: now)
            }
            return floor.handle(.turnFailed(turn, mayRetry: true), at: now)
        },
        PlantedFault("gives the floor to an agent that is away", breaks: .present) { floor, event, now in
            let seats = floor.seats
            for index in seats.indices { floor.seats[index].isAvailable = true }
            let actions = floor.handle(event, at: now)
            for index in floor.seats.indices {
                let agent = floor.seats[index].agent
                floor.seats[index].isAvailable = seats.contains { $0.agent == agent && $0.isAvailable }
                if case .agentBecame(agent, let isAvailable) = event {
                    floor.seats[index].isAvailable = isAvailable
                }
            }
            return actions
        },
        PlantedFault("lets an agent that is muted finish its turn", breaks: .present) { floor, event, now in
            let stage = floor.stage
            let actions = floor.handle(event, at: now)
            guard case .agentMuted(stage.turn?.agent, true) = event else { return actions }
            floor.stage = stage
            return []
        },
        PlantedFault("calls a turn that was heard cancelled", breaks: .reason) { floor, event, now in
            floor.handle(event, at: now).map { action in
                if case .end(let turn, .interrupted) = action { .end(turn, .cancelled) } else { action }
            }
        },
        PlantedFault("grants the next turn before the last one has ended", breaks: .oneTurn) {
            floor, event, now in
            let actions = floor.handle(event, at: now)
            guard let end = actions.firstIndex(where: \.isEnd), end + 1 < actions.count else {
                return actions
            }
            return actions[..<end] + actions[(end + 1)...] + [actions[end]]
        },
    ]
}

extension Floor {
    /// As if nobody spoke and no words were awaited.
    fileprivate mutating func settleAsIfQuiet(at now: RoomTime) -> [Action] {
        let voices = voices
        self.voices = []
        defer { self.voices = voices }
        return settle(at: now)
    }
}

extension Floor.Stage {
    fileprivate var turn: Turn? {
        switch self {
        case .open: nil
        case .granted(let turn, _), .speaking(let turn, _), .held(let turn, _, _): turn
        }
    }
}

extension Floor.Action {
    fileprivate var isEnd: Bool { if case .end = self { true } else { false } }
}
