import ArgumentParser
import Benchmarking
import Foundation
import Networking

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "How many rooms this machine holds.",
        discussion: """
            Starts the service with a Realtime server that stands in for a real one, and fills it with rooms of one caller and \
            one agent: a microphone that is always on, a question every four seconds, an answer of two and a half. As \
            long as 99 of 100 of the callers' frames reach the model within 20 ms and none takes 100 ms, either way, there \
            are more of them; then what lies between. Callers and stand-in run on this machine, too: one that only serves \
            holds more.
            """)

    @Option(help: "How long it may take.")
    var seconds = 110
    @Option(help: "Never more rooms than that.")
    var rooms = 5_000

    /// A look at so many rooms. 4 s: everybody asks once, and is answered.
    private static let look: Duration = .seconds(4)
    /// How much longer than the look a step may take, for rooms to come and go.
    private static let coming: Duration = .seconds(5)

    func validate() throws {
        guard seconds >= 5, rooms >= 1 else {
            throw ValidationError("--seconds is at least 5, --rooms at least 1")
        }
    }

    func run() async throws {
        DescriptorLimit.raise()
        let end = ContinuousClock.now + .seconds(seconds)
        let reactor = try Reactor.start(name: "bench")
        let bench = Bench(on: reactor)
        let termination = Termination()
        // The service must not outlive whoever started it.
        let watch = Task {
            await termination.requested()
            guard !Task.isCancelled else { return }
            await bench.end()
            Self.exit(withError: ExitCode(130))
        }
        defer { watch.cancel() }
        do {
            try await bench.start(URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
            let sizing = try await size(bench, until: end)
            for line in BenchText.verdict(
                of: sizing, processors: ProcessInfo.processInfo.activeProcessorCount)
            {
                say(line)
            }
        } catch {
            // What a bench complains of that lost its service because it is to end is nobody's concern.
            if await bench.hasEnded { await watch.value }
            await bench.end()
            await reactor.stop()
            throw error
        }
        await bench.end()
        await reactor.stop()
    }

    private func size(_ bench: Bench, until end: ContinuousClock.Instant) async throws -> Sizing {
        var sizing = Sizing(most: rooms)
        say(BenchText.head)
        while let next = sizing.next {
            let left = end - ContinuousClock.now
            guard sizing.steps.isEmpty || left > Self.look + Self.coming else { break }
            let step = try await bench.measure(rooms: next, for: min(Self.look, left / 2))
            sizing.note(step)
            say(BenchText.row(of: step))
        }
        return sizing
    }
}
