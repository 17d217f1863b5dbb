import Foundation
import Synchronization

/// Hands out the numbers of a reader's inputs, a hundredth at a time, to whoever has time; says how far it is.
final class Shares: Sendable {
    private let name: String
    private let count: Int
    private let size: Int
    private let given = Mutex(0)
    private let finished = Mutex(0)
    private let start = ContinuousClock.now

    init(of count: Int, for name: String) {
        self.name = name
        self.count = count
        size = max(1, count / 100)
    }

    /// `nil` when all are given out.
    func next() -> Range<Int>? {
        given.withLock { given in
            guard given < count else { return nil }
            let first = given
            given = min(count, given + size)
            return first..<given
        }
    }

    /// Tells about every tenth of the whole.
    func finish(_ share: Range<Int>) {
        let (before, now) = finished.withLock { finished in
            finished += share.count
            return (finished - share.count, finished)
        }
        guard before * 10 / count != now * 10 / count else { return }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        say("mutate: \(name): \(now) of \(count), \(Int(Double(now) / seconds)) a second")
    }
}

/// A line of standard output, at once: somebody waits for it, through a pipe perhaps.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
