import Dispatch
import Foundation

/// Waits until somebody asks the process to end: SIGTERM, or ^C. Asked a second time, it ends at once.
enum Termination {
    static func requested() async {
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        let requests = AsyncStream<Void> { continuation in
            for source in sources {
                source.setEventHandler { continuation.yield() }
                source.activate()
            }
        }
        var iterator = requests.makeAsyncIterator()
        await iterator.next()
        for source in sources {
            source.setEventHandler { exit(130) }
        }
    }
}
