import Dispatch
import Foundation

/// Somebody asks the process to end: SIGTERM, or ^C. Asked a second time, it ends at once.
///
/// From its making on the signals are caught: make it before anybody is told that the process runs.
struct Termination {
    private let sources: [any DispatchSourceSignal]
    private let requests: AsyncStream<Void>

    init() {
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
                as any DispatchSourceSignal
        }
        requests = AsyncStream { continuation in
            for source in sources {
                source.setEventHandler { continuation.yield() }
                source.activate()
            }
        }
        self.sources = sources
    }

    /// Returns when it is asked for, or was.
    func requested() async {
        var iterator = requests.makeAsyncIterator()
        await iterator.next()
        for source in sources {
            source.setEventHandler { exit(130) }
        }
    }
}
