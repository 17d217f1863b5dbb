import RoomTesting
import Rooms
import Testing

/// Rooms in which anything may happen at any moment. `proofs simulate` plays ten thousand of them, optimised; these are for whoever
/// runs `swift test` alone.
@Suite struct SimulationTests {
    @Test(arguments: 0..<4)
    func `whatever happens, the room keeps its promises`(block: UInt64) {
        for seed in block * 5..<block * 5 + 5 {
            let plan = RoomPlan.drawn(from: seed)
            let violations = Simulation.run(plan)
            guard !violations.isEmpty else { continue }
            Issue.record(
                "\(violations.map(\.description).joined(separator: "\n"))\n\n\(Shrinking.shrink(plan))")
        }
    }

    @Test(arguments: 0..<2)
    func `whatever happens, a call that has used what it may ends`(block: UInt64) {
        for seed in block * 6..<block * 6 + 6 {
            let plan = RoomPlan.drawn(from: seed)
            for violation in Simulation.run(plan, limits: .drawn(from: seed)) {
                Issue.record("\(CallLimits.drawn(from: seed)), seed \(seed): \(violation)\n\n\(plan)")
            }
        }
    }

    @Test func `a seed is one room for ever, and its play is always the same`() {
        let plan = RoomPlan.drawn(from: 7)
        #expect(plan == RoomPlan.drawn(from: 7))
        #expect(plan != RoomPlan.drawn(from: 8))
        let fault = PlantedFault.doublesFrame
        #expect(Simulation.run(plan, with: fault) == Simulation.run(plan, with: fault))
    }

    @Test func `a plan is read back from its script`() throws {
        for seed in UInt64(0)..<200 {
            let plan = RoomPlan.drawn(from: seed)
            #expect(try RoomPlan(script: plan.description) == plan)
        }
    }

    @Test(arguments: [
        "", "room of seed 1", "room of seed 1, network 9 to 2 ms, patience 1 ms",
        "room of seed 1, network 1 to 2 ms, patience 1 ms, turns of 9 ms, sessions of 0 ms and 0 items, 1 servers, agents take text\nat 3 ms ana sings",
        "room of seed 1, network 1 to 2 ms, patience 1 ms, turns of 9 ms, sessions of 0 ms and 0 items, 1 servers, agents take text\nat 3 ms ana says \"Hm",
        "room of seed 1, network 1 to 2 ms, patience 1 ms, turns of 9 ms, sessions of 0 ms and 0 items, 1 servers, agents take text\nat 99999999999999999999 ms ana calls",
    ])
    func `what is no script is said to be none`(script: String) {
        #expect(throws: RoomPlan.Mistake.self) { try RoomPlan(script: script) }
    }
}

/// A simulator that cannot fail proves nothing.
@Suite struct PlantedFaultTests {
    @Test(arguments: PlantedFault.allCases)
    func `a planted fault is noticed within 60 rooms`(fault: PlantedFault) {
        let noticed = (UInt64(0)..<60).contains { !Simulation.run(.drawn(from: $0), with: fault).isEmpty }
        #expect(noticed, "\(fault.rawValue)")
    }

    @Test func `a failing room is shrunk to what makes it fail`() throws {
        let fault = PlantedFault.losesClear
        let failing = (UInt64(0)..<60).lazy.map(RoomPlan.drawn(from:)).first {
            Simulation.run($0, with: fault).first?.invariant == .humansSilenceAgents
        }
        let plan = try #require(failing)
        let shrunk = Shrinking.shrink(plan, with: fault)
        // Somebody calls, an agent joins and is made to speak, somebody cuts in.
        #expect(shrunk.steps.count <= 6, "\(shrunk)")
        #expect(Simulation.run(shrunk, with: fault).first?.invariant == .humansSilenceAgents)
        let replayed = try RoomPlan(script: shrunk.description)
        #expect(Simulation.run(replayed, with: fault) == Simulation.run(shrunk, with: fault))
    }
}
