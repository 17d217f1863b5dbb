import FloorTesting

@testable import FloorControl

// Claims and clocks: what is promised, in which order, for how long.

extension PlantedFault {
    static let claims: [PlantedFault] = [
        PlantedFault("keeps the queue after a stop", breaks: .claimVoid) { floor, event, now in
            let queue = floor.queue
            let actions = floor.handle(event, at: now)
            if case .understood(_, .stop, _) = event { floor.queue = queue }
            return actions
        },
        PlantedFault("loses the queue when another agent leaves", breaks: .claimKept) { floor, event, now in
            if case .agentLeft = event { floor.queue = [] }
            return floor.handle(event, at: now)
        },
        PlantedFault("keeps promises to an agent that has failed", breaks: .claimVoid) { floor, event, now in
            guard case .agentFailed(let agent) = event else { return floor.handle(event, at: now) }
            floor.seats.removeAll { $0.agent == agent }
            return []
        },
        PlantedFault("forgets what a moderator promised when a caller speaks", breaks: .claimKept) {
            floor, event, now in
            if case .understood(_, .nobody, _) = event { floor.queue = [] }
            return floor.handle(event, at: now)
        },
        PlantedFault("keeps claims in the order of arrival", breaks: .inOrder) { floor, event, now in
            let actions = floor.handle(event, at: now)
            floor.queue.sort { $0.turn.id.number < $1.turn.id.number }
            return actions
        },
        PlantedFault("lets everyone speak in the order in which they joined", breaks: .promised) {
            floor, event, now in
            guard case .understood(let caller, .everyone(let why), let awaitsMore) = event else {
                return floor.handle(event, at: now)
            }
            let seats = floor.seats
            for index in seats.indices { floor.seats[index].lastHeard = 0 }
            let actions = floor.handle(
                .understood(caller, .everyone(why: why), awaitsMore: awaitsMore), at: now)
            for index in seats.indices where floor.seats[index].lastHeard == 0 {
                floor.seats[index].lastHeard = seats[index].lastHeard
            }
            return actions
        },
        PlantedFault("answers a stop", breaks: .promised) { floor, event, now in
            guard case .understood(let caller, .stop, let awaitsMore) = event else {
                return floor.handle(event, at: now)
            }
            return floor.handle(.understood(caller, .stay(why: ""), awaitsMore: awaitsMore), at: now)
        },
        PlantedFault("counts one turn in a row too few", breaks: .answer, after: handOver) {
            floor, event, now in
            guard case .turnRequested = event else { return floor.handle(event, at: now) }
            floor.turnsInARow -= 1
            defer { floor.turnsInARow += 1 }
            return floor.handle(event, at: now)
        },
        PlantedFault(
            "goes on counting turns in a row when a caller has spoken", breaks: .answer,
            after: [.address("ada")]
        ) { floor, event, now in
            guard case .understood = event else { return floor.handle(event, at: now) }
            let turns = floor.turnsInARow
            let actions = floor.handle(event, at: now)
            floor.turnsInARow += turns
            return actions
        },
        PlantedFault("lets an agent request turns for itself without end", breaks: .answer, after: monologue)
        {
            floor, event, now in
            floor.selfRequestsInARow = 0
            return floor.handle(event, at: now)
        },
        PlantedFault("does not look at the queue when an agent comes back", breaks: .neverIdle) {
            floor, event, now in
            guard case .agentBecame(let agent, available: true) = event else {
                return floor.handle(event, at: now)
            }
            if let seat = floor.seats.firstIndex(where: { $0.agent == agent }) {
                floor.seats[seat].isAvailable = true
            }
            return []
        },
    ]

    private static let monologue: [Floor.Event] = [.address("ada"), .requests("ada", "ada"), .done(1)]
    private static let handOver: [Floor.Event] = [.address("ada"), .requests("ada", "bob"), .done(1)]

    static let clocks: [PlantedFault] = [
        PlantedFault("grants a turn without a clock for its first sound", breaks: .clock) {
            floor, event, now in
            let actions = floor.handle(event, at: now)
            if case .granted(let turn, let clocks) = floor.stage, actions.contains(.grant(turn)) {
                floor.stage = .granted(turn, Floor.Clocks(sound: nil, end: clocks.end))
            }
            return actions
        },
        PlantedFault("starts the clock anew whenever sound is said to be owed", breaks: .clock) {
            floor, event, now in
            if case .turnWaits(let turn, for: .audio) = event {
                _ = floor.handle(.turnWaits(turn, for: .nothing), at: now)
            }
            return floor.handle(event, at: now)
        },
        PlantedFault("does not set the clock of a claim that waits on", breaks: .ends) { floor, event, now in
            let queue = floor.queue
            let actions = floor.handle(event, at: now)
            for index in floor.queue.indices {
                let old = queue.first { $0.turn == floor.queue[index].turn }
                if let old { floor.queue[index].expires = old.expires }
            }
            return actions
        },
        PlantedFault(
            "lets a turn last longer whenever a voice has held it", breaks: .length,
            after: [.address("ada"), .started(1)]
        ) {
            floor, event, now in
            let actions = floor.handle(event, at: now)
            guard case .held(let turn, let wasAudible, _) = floor.stage else { return actions }
            floor.stage = .held(turn, wasAudible: wasAudible, left: floor.settings.maxTurnLength)
            return actions
        },
        PlantedFault("waits for a tool without end", breaks: .length) { floor, event, now in
            let actions = floor.handle(event, at: now)
            guard case .turnWaits(floor.turn?.id, for: .tool) = event,
                case .granted(let turn, _) = floor.stage
            else { return actions }
            let never = now.advanced(by: floor.settings.maxTurnLength * 9)
            floor.stage = .granted(turn, Floor.Clocks(sound: nil, end: never))
            return actions
        },
    ]
}
