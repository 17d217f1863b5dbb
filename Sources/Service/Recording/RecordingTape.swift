import Audio
import Dispatch
import Glibc
import Networking

/// One room's recording on its way to the disk: takes blocks at once and writes them later, on the recorder's thread.
final class RecordingTape: @unchecked Sendable {  // `folder` only on `queue`
    enum Failure: Equatable {
        case disk(DiskError)
        /// What waits to be written has reached its bound.
        case tooSlow
    }

    private struct State {
        var waiting = 0
        var failure: Failure?
    }

    private let queue: DispatchQueue
    private let state = Guarded(State())
    private var folder: RecordingFolder?

    /// 10 s of the room at two blocks a second: a disk that has stood still for so long may never move again, and
    /// three people's sound for so long is 2 MB.
    static let mostWaiting = 20

    /// - Parameter open: makes the folder; called on `queue`, soon.
    init(on queue: DispatchQueue, open: @escaping @Sendable () throws(DiskError) -> RecordingFolder) {
        self.queue = queue
        queue.async {
            do throws(DiskError) { self.folder = try open() } catch { self.fail(.disk(error)) }
        }
    }

    /// - Returns: why nothing is written any more, if so; then this is over.
    func write(_ block: Multitrack<RecordedVoice>.Block) -> Failure? {
        let failure = state.withLock { state in
            if state.waiting >= Self.mostWaiting { state.failure = state.failure ?? .tooSlow }
            if state.failure == nil { state.waiting += 1 }
            return state.failure
        }
        guard failure == nil else { return failure }
        queue.async {
            self.state.withLock { $0.waiting -= 1 }
            do throws(DiskError) { try self.folder?.write(block) } catch { self.fail(.disk(error)) }
        }
        return nil
    }

    /// The call has ended, and all of it was handed over.
    func finish() {
        queue.async {
            if self.state.withLock({ $0.failure }) == nil { self.folder?.markComplete() }
            self.folder = nil
        }
    }

    private func fail(_ failure: Failure) {
        state.withLock { $0.failure = $0.failure ?? failure }
        folder = nil
    }
}

/// The files of one recording.
final class RecordingFolder {
    private let path: String
    private let mix: RecordingFile
    private var files: [(voice: RecordedVoice, file: RecordingFile)] = []

    /// - Parameter path: of an empty folder.
    init(_ path: String) throws(DiskError) {
        self.path = path
        let mark = open("\(path)/\(RecordingShelf.incomplete)", O_WRONLY | O_CREAT | O_CLOEXEC, 0o640)
        guard mark >= 0 else { throw DiskError(errno) }
        close(mark)
        mix = try RecordingFile(creating: "\(path)/\(RecordedVoice.mix.stem).wav")
    }

    func write(_ block: Multitrack<RecordedVoice>.Block) throws(DiskError) {
        for (voice, samples) in block.voices { try file(of: voice).write(samples, at: block.start) }
        if let samples = block.mix() { try mix.write(samples, at: block.start) }
        for (_, file) in files { try file.extend(to: block.end) }
        // Last, so that after a crash it says how far all of them are whole.
        try mix.extend(to: block.end)
    }

    func markComplete() { unlink("\(path)/\(RecordingShelf.incomplete)") }

    private func file(of voice: RecordedVoice) throws(DiskError) -> RecordingFile {
        if let known = files.first(where: { $0.voice == voice }) { return known.file }
        let file = try RecordingFile(creating: "\(path)/\(voice.stem).wav")
        files.append((voice, file))
        return file
    }
}
