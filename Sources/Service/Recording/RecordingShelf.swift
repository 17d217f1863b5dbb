import Foundation
import Glibc

/// Where recordings stand: `<data>/recordings/<room>/<when it opened>/`, in it `mix.wav`, `caller-<identity>.wav`,
/// `agent-<identity>.wav`, and `incomplete` until the call has ended.
///
/// The folders are all there is to know: nothing beside them can disagree with them. Every call reads the disk.
struct RecordingShelf: Sendable {
    let path: String

    /// - Parameter data: the service's folder for what is kept.
    init(data: String) { path = "\(data)/recordings" }

    static let incomplete = "incomplete"

    /// A room may be called `..`. No room is called `%2E`.
    func folder(ofRoom room: String) -> String {
        path + "/" + (room.hasPrefix(".") ? "%2E" + room.dropFirst() : room)
    }

    /// Makes a folder for a room that opened then. A room that opened before in the same millisecond keeps its own.
    func makeFolder(ofRoom room: String, opened: WallTime) throws(DiskError) -> String {
        let parent = folder(ofRoom: room)
        let time = opened.description.filter { $0 != "-" && $0 != ":" }
        guard mkdirs(parent) else { throw DiskError(errno) }
        for number in 1...1_000 {
            let folder = "\(parent)/\(time)\(number == 1 ? "" : "-\(number)")"
            if mkdir(folder, 0o750) == 0 { return folder }
            guard errno == EEXIST else { throw DiskError(errno) }
        }
        throw DiskError(EEXIST)
    }

    private func mkdirs(_ folder: String) -> Bool {
        var path = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            path += path.isEmpty && folder.first != "/" ? String(part) : "/\(part)"
            if !part.isEmpty, mkdir(path, 0o750) != 0, errno != EEXIST { return false }
        }
        return true
    }

    /// What there is of a room, the oldest call first, its mix before its participants. `nil`: it was never recorded.
    func recordings(ofRoom room: String) -> [StoredRecording]? {
        guard let calls = Self.names(in: folder(ofRoom: room)) else { return nil }
        return calls.flatMap { call in
            (Self.names(in: "\(folder(ofRoom: room))/\(call)") ?? []).compactMap {
                recording("\(call)_\($0)", room)
            }
            .sorted { $0.order < $1.order }
        }
    }

    /// - Parameter id: a ``StoredRecording/id``, from whoever asks.
    func recording(ofRoom room: String, id: String) -> StoredRecording? { recording(id + ".wav", room) }

    private func recording(_ name: String, _ room: String) -> StoredRecording? {
        let parts = name.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].allSatisfy(Self.isPartOfTime), parts[0].first != ".",
            parts[1].hasSuffix(".wav"), let voice = RecordedVoice(stem: parts[1].dropLast(4))
        else { return nil }
        return StoredRecording(in: "\(folder(ofRoom: room))/\(parts[0])", String(parts[0]), voice)
    }

    private static func isPartOfTime(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || "TZ.-".contains(character))
    }

    /// Sorted, so that nobody depends on the disk's order.
    static func names(in folder: String) -> [String]? {
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
    }
}
