import ArgumentParser
import MutationTesting

/// Gives every reader of foreign input what nobody would write, a million times.
@main
struct Mutate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gives every reader broken inputs.",
        discussion: """
            A reader that contradicts itself is told, with the input's number. One that crashes takes this program with \
            it: the number is in the file that was named before. `--show NUMBER` writes that input to standard output.
            """)

    @Option(help: "Inputs for each reader.")
    var count = 1_000_000

    @Option(help: "Another seed makes other inputs.")
    var seed: UInt64 = 20_261_121

    @Option(help: "One reader alone.")
    var reader: String?

    @Option(help: "Writes this input and does nothing else.")
    var show: Int?

    @Option(help: "The folder for the number of the input being read.")
    var folder = ".build"

    func run() throws {
        for trial in try Readers.all(seed: seed) where reader == nil || reader == trial.name {
            if let show {
                print(String(decoding: trial.input(show), as: UTF8.self), terminator: "")
                continue
            }
            let trace = "\(folder)/mutation-\(trial.name)"
            let start = ContinuousClock.now
            print("mutate: \(trial.name): seed \(seed), the input being read: \(trace)")
            try trial.run(0..<count, trace: trace)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            print(
                "mutate: \(trial.name): \(count) inputs in \((seconds * 10).rounded() / 10) s, no complaint")
        }
    }
}
