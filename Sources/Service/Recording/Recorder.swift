import Dispatch
import Networking

/// Writes the recordings of all rooms, on one thread of its own, and reads them for whoever asks, on another: a disk
/// that is slow is waited for by nobody else.
public final class Recorder: Sendable {
    let shelf: RecordingShelf
    private let writing = DispatchQueue(label: "parley.recorder")
    private let reading = DispatchQueue(label: "parley.recordings")

    /// - Parameter data: the service's folder for what is kept; `recordings` in it is made when it is needed.
    public init(data: String) { shelf = RecordingShelf(data: data) }

    /// Calls that the last process did not end are mended. Call before a room opens, and once.
    public func mend() { writing.async { [shelf] in shelf.mend() } }

    /// Recordings of calls that ended before `time` are forgotten, none that is being written: whose files have
    /// changed in the last minute is.
    func forget(endedBefore time: WallTime) {
        let limit = min(time, WallTime.now - .seconds(60))
        writing.async { [shelf] in shelf.forget(endedBefore: limit) }
    }

    /// A recording of a room that opened then; its folder is made soon.
    func tape(ofRoom room: String, opened: WallTime) -> RecordingTape {
        let shelf = shelf
        return RecordingTape(on: writing) { () throws(DiskError) in
            try RecordingFolder(try shelf.makeFolder(ofRoom: room, opened: opened))
        }
    }

    func read<Value: Sendable>(_ look: @escaping @Sendable (RecordingShelf) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            reading.async { [shelf] in continuation.resume(returning: look(shelf)) }
        }
    }

    /// Returns when all that was handed over is written, or `limit` has passed: a process that ends waits for its
    /// recordings, but not for a disk that is gone.
    public func settle(within limit: Duration = .seconds(5)) async {
        await withCheckedContinuation { continuation in
            let first = FirstCome { continuation.resume() }
            writing.async { first.come() }
            reading.asyncAfter(deadline: .now() + .milliseconds(Int(limit / .milliseconds(1)))) {
                first.come()
            }
        }
    }
}

/// Does something when the first of several comes.
private final class FirstCome: Sendable {
    private let act: Guarded<(@Sendable () -> Void)?>

    init(_ act: @escaping @Sendable () -> Void) { self.act = Guarded(act) }

    func come() {
        let act = act.withLock { act in
            defer { act = nil }
            return act
        }
        act?()
    }
}
