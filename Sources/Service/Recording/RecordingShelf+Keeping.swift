import Audio
import Foundation
import Glibc

// What becomes of recordings when nobody is at them: those of a process that was killed are mended, old ones go.

extension RecordingShelf {
    /// Calls that were cut off end where their mix does, all files alike. The mix is written last, so all that was
    /// said until then is there. Call before rooms open.
    func mend() {
        for (_, folder) in calls() where Self.isIncomplete(folder) {
            guard let whole = StoredRecording(in: folder, "", .mix) else { continue }
            let count = (whole.byteCount - WAVWriter.headerByteCount) / 2
            for name in Self.names(in: folder) ?? [] where name.hasSuffix(".wav") {
                // One that cannot be mended plays as far as its header says.
                try? RecordingFile(mending: "\(folder)/\(name)").extend(to: count)
            }
        }
    }

    /// Calls that ended before `time` are forgotten, and rooms of which nothing is left.
    func forget(endedBefore time: WallTime) {
        for (room, folder) in calls() {
            let mix = "\(folder)/\(RecordedVoice.mix.stem).wav"
            guard let changed = Self.changed(mix) ?? Self.changed(folder), changed < time else { continue }
            try? FileManager.default.removeItem(atPath: folder)
            // Refused where another call of the room stands beside it.
            rmdir(room)
        }
    }

    private static func isIncomplete(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(incomplete)")
    }

    /// The folders of all calls, with their rooms'.
    private func calls() -> [(room: String, call: String)] {
        (Self.names(in: path) ?? []).map { "\(path)/\($0)" }.flatMap { room in
            (Self.names(in: room) ?? []).map { (room, "\(room)/\($0)") }
        }
    }

    private static func changed(_ path: String) -> WallTime? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.modificationDate] as? Date).map {
            WallTime(millisecondsSince1970: Int($0.timeIntervalSince1970 * 1_000))
        }
    }
}
