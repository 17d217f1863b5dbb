import Audio
import FloorControl
import Foundation
import Glibc
import JSONValues

/// One file of a recording as it stands on the disk.
struct StoredRecording: Sendable {
    let path: String
    /// Of the call: what tells it from others of the room.
    let call: String
    let voice: RecordedVoice
    /// As far as the header says; a file that is being written may be longer.
    let byteCount: Int
    /// Whether the call ended as calls do, and all of it is there.
    let isComplete: Bool

    /// `nil`: there is no such file.
    init?(in folder: String, _ call: String, _ voice: RecordedVoice) {
        path = "\(folder)/\(voice.stem).wav"
        self.call = call
        self.voice = voice
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let header = try? file.read(upToCount: WAVWriter.headerByteCount),
            header.count == WAVWriter.headerByteCount, let end = try? file.seekToEnd()
        else { return nil }
        let promised = header.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        byteCount = min(WAVWriter.headerByteCount + promised, Int(end))
        isComplete = !FileManager.default.fileExists(atPath: "\(folder)/\(RecordingShelf.incomplete)")
    }

    /// Unique within the room.
    var id: String { "\(call)_\(voice.stem)" }

    /// The mix stands before the participants.
    var order: String { voice == .mix ? "" : voice.stem }

    /// `20261121T100000.123Z` as `2026-11-21T10:00:00.123Z`.
    var startedAt: String {
        let digits = Array(call)
        guard digits.count >= 20 else { return call }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<11)):\(part(11..<13)):\(part(13..<20))"
    }

    var duration: Duration {
        RecordingFile.rate.duration(of: (byteCount - WAVWriter.headerByteCount) / 2)
    }

    func json(room: String) -> JSON {
        .members([
            ("id", .string(id)), ("kind", .string(voice.kind)), ("identity", voice.identity.map(JSON.name)),
            ("url", .string("/rooms/\(room)/recordings/\(id)")), ("format", "wav"),
            ("duration_ms", .milliseconds(duration)), ("bytes", .integer(byteCount)),
            ("started_at", .string(startedAt)), ("complete", .bool(isComplete)),
        ])
    }

    /// - Returns: `nil` when the file cannot be read so far: it is gone, or was cut off.
    func read(_ range: Range<Int>) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard (try? file.seek(toOffset: UInt64(range.lowerBound))) != nil,
            let data = try? file.read(upToCount: range.count), data.count == range.count
        else { return nil }
        return [UInt8](data)
    }
}
