import ArgumentParser
import RoomTesting

/// Thousands of rooms in which anything may happen at any moment, each from its seed.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plays rooms in which anything may happen, and looks for broken promises.",
        discussion: """
            Every seed is a room. Of a failing one the smallest script that still fails is printed; \
            --replay plays it again.
            """)

    @Option(help: "How many rooms.") var seeds = 10_000
    @Option(help: "The first room's seed.") var first: UInt64 = 0
    @Option(help: "How many rooms are played at a time (default: one per core).") var jobs: Int?
    @Option(help: "A script to be played instead.") var replay: String?
    @Flag(help: "Plants every known fault and tells how many rooms notice it.") var faults = false
    @Flag(help: "The calls may use so little, by their seeds, that most of them are ended.") var limited =
        false
    @Flag(help: "Prints the script of the first seed and plays nothing.") var show = false

    func run() async throws {
        if show { return print(RoomPlan.drawn(from: first)) }
        if faults { return try plantFaults() }
        if let replay { return try play(replay) }
        try await search()
    }

    private func play(_ path: String) throws {
        let plan: RoomPlan
        do {
            plan = try RoomPlan(script: TextFile.read(path))
        } catch let mistake as RoomPlan.Mistake {
            throw ValidationError("\(path), \(mistake)")
        }
        let violations = Simulation.run(plan)
        for violation in violations { print(violation) }
        if !violations.isEmpty { throw ExitCode.failure }
        print("No promise was broken.")
    }

    private func plantFaults() throws {
        let census = FaultCensus(first: first, seeds: min(seeds, 300))
        for line in census.lines() { print(line) }
        if !census.unnoticed.isEmpty { throw ExitCode.failure }
    }

    private func search() async throws {
        let tally = await Search(first: first, seeds: seeds, jobs: jobs ?? Machine.cores, isLimited: limited)
            .run()
        let failures = tally.failures.sorted { $0.seed < $1.seed }
        for failure in failures { print("Seed \(failure.seed): \(failure.violation)") }
        if !limited { for failure in oneOfEach(failures) { report(failure) } }
        print(tally)
        guard !failures.isEmpty else { return }
        print("Failing seeds: \(failures.map { "\($0.seed)" }.joined(separator: " "))")
        throw ExitCode.failure
    }

    /// The first failure of each kind: the others are likely to have the same cause.
    private func oneOfEach(_ failures: [Search.Failure]) -> [Search.Failure] {
        var seen: Set<Invariant> = []
        return failures.filter { seen.insert($0.violation.invariant).inserted }
    }

    private func report(_ failure: Search.Failure) {
        print("\n# Seed \(failure.seed): \(failure.violation)")
        print(Shrinking.shrink(RoomPlan.drawn(from: failure.seed)))
        print("")
    }
}
