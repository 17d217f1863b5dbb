import ArgumentParser
import FloorControl
import FloorTesting

/// Every order of events, as deep as time allows.
struct Explore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tries every order of events on the floor, with three agents and two callers.",
        discussion: """
            Breadth first, so that a violation comes with the shortest script that leads to it. Exits with 1 then. \
            Times in scripts are ticks: one is the shortest time after which words are not awaited any more.
            """)

    @Option(help: "How long to look. The depth in work when time is up is left incomplete.")
    var seconds = 30.0

    @Option(help: "How many events deep at most.")
    var depth = Int.max

    @Option(
        help: "How many situations may be kept, 60 bytes each. Then the exploration ends as if time were up.")
    var situations = 30_000_000

    @Option(help: "Agents in the room, 1 to 3.")
    var agents = 3

    @Option(help: "Callers in the room, 1 or 2.")
    var callers = 2

    func validate() throws {
        guard 1...3 ~= agents, 1...2 ~= callers, depth > 0 else {
            throw ValidationError(
                "Expected 1 to 3 agents, 1 or 2 callers and at least one event.")
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        let end = start.advanced(by: .seconds(seconds))
        func elapsed() -> String { "\((start.duration(to: .now) / .milliseconds(100)).rounded() / 10)" }
        var exploration = Exploration(
            Cast(agents: agents, callers: callers), isParallel: true,
            maxSituations: situations)
        Machine.say("depth        new  situations       steps  seconds")
        func report(_ depth: Exploration.Depth) {
            let columns = [(depth.depth, 5), (depth.new, 10), (depth.situations, 11), (depth.steps, 11)]
            Machine.say(
                (columns.map { padded("\($0)", $1) } + [padded(elapsed(), 8)]).joined(separator: " "))
        }
        let outcome = exploration.run(depth: depth, while: { ContinuousClock.now < end }, report: report)
        let done = "\(exploration.situations) situations in \(elapsed()) s"
        switch outcome {
        case .exhausted: print("explore: every promise kept in every situation there is: \(done)")
        case .depthReached: print("explore: every promise kept: \(done)")
        case .outOfTime(let percent):
            print("explore: every promise kept; of the next depth \(percent) %: \(done)")
        case .outOfMemory(let percent):
            print("explore: every promise kept; of the next depth \(percent) %, memory is used up: \(done)")
        case .broken(let promise, let script):
            print("explore: broken: \(promise.rawValue)\n\(script)")
            if script.broken != promise {
                print("Repeated, this breaks: \(script.broken?.rawValue ?? "nothing")")
            }
            throw ExitCode.failure
        }
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
