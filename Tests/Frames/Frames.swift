import ArgumentParser

/// Passes frames through a room, and nothing else, for a profiler that counts instructions: of two counts of frames the
/// difference says what one costs, whatever the start took (Benchmarks/instructions.py). A program of its own: the profiler
/// falls over one whose main thread has ended, as that of an asynchronous command has.
@main
struct Frames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frames",
        abstract: "Passes frames through a room, for a profiler that counts instructions.")

    enum Way: String, ExpressibleByArgument, CaseIterable {
        /// From a caller's line to their ear.
        case ear
        /// And to an agent, too, while the caller speaks.
        case agent
        /// From an agent's session to the caller's line.
        case caller
    }

    @Option(help: "Which way: ear, agent, caller.") var way: Way
    /// No more than 30 s: so much of one utterance a room keeps.
    @Option(help: "How many frames of 20 ms, at most 1500.") var count = 500

    func validate() throws {
        guard 0...1_500 ~= count else { throw ValidationError("--count is 0 to 1500") }
    }

    func run() throws {
        var path = FramePath()
        let bytes: Int
        switch way {
        case .ear: bytes = path.hear(count)
        case .agent:
            path.beginToSpeak()
            bytes = path.hear(count)
        case .caller:
            path.beginToAnswer()
            bytes = path.answer(count)
        }
        // What is counted has happened: so many bytes have left.
        print("\(count) frames, \(bytes) bytes")
        guard bytes >= count * FramePath.leastBytes(way) else { throw ExitCode.failure }
    }
}
