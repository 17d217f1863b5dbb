import ArgumentParser
import Foundation
import MutationTesting

/// Gives every reader of foreign input what nobody would write, a million times.
@main
struct Mutate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives every reader broken inputs.",
        discussion: """
            A reader that contradicts itself is told, with the input's number. One that crashes takes this program with \
            it: the number is in one of the files that were named before, one for each job. `--show NUMBER` writes that input to standard output.
            """)

    @Option(help: "Inputs for each reader.")
    var count = 1_000_000

    @Option(help: "Another seed makes other inputs.")
    var seed: UInt64 = 20_261_121

    @Option(help: "One reader alone.")
    var reader: String?

    @Option(help: "Writes this input and does nothing else.")
    var show: Int?

    @Option(help: "The folder for the numbers of the inputs being read.")
    var folder = ".build"

    @Option(help: "Inputs of a reader that are read at a time; default: the number of cores.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard count > 0, jobs > 0 else { throw ValidationError("--count and --jobs are 1 or more.") }
    }

    func run() async throws {
        let trials = try Readers.all(seed: seed)
        guard reader == nil || trials.contains(where: { $0.name == reader }) else {
            throw ValidationError(
                "There is no reader “\(reader ?? "")”, but \(trials.map(\.name).joined(separator: ", ")).")
        }
        for trial in trials where reader == nil || reader == trial.name {
            if let show {
                print(String(decoding: trial.input(show), as: UTF8.self), terminator: "")
            } else {
                try await run(trial)
            }
        }
    }

    private func run(_ trial: Trial) async throws {
        let trace = "\(folder)/mutation-\(trial.name)"
        let start = ContinuousClock.now
        say("mutate: \(trial.name): seed \(seed), the inputs being read: \(trace)-…")
        let shares = Shares(of: count, for: trial.name)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for job in 0..<jobs {
                group.addTask {
                    while !Task.isCancelled, let share = shares.next() {
                        try trial.run(share, trace: "\(trace)-\(job)")
                        shares.finish(share)
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        say("mutate: \(trial.name): \(count) inputs in \((seconds * 10).rounded() / 10) s, no complaint")
    }
}
