import Audio
import Dispatch
import FloorControl
import Foundation
import Rooms
import Testing

@testable import Service

private let ana = RecordedVoice.participant("ana", .caller)
private let scout = RecordedVoice.participant("scout", .agent)

@Suite struct RecordingFilesTests {
    @Test func `files of a call line up, play at any time, and are silent where nothing was said`() throws {
        try withShelf { shelf in
            let path = try shelf.makeFolder(ofRoom: "standup", opened: opened)
            let folder = try RecordingFolder(path)
            var tracks = Multitrack<RecordedVoice>()
            tracks.place([1, 2, 3], of: ana, at: 10)
            try folder.write(try tracks.block(before: 20))
            #expect(try samples("\(path)/mix.wav") == silence(10) + [1, 2, 3] + silence(7))
            #expect(try samples("\(path)/caller-ana.wav") == silence(10) + [1, 2, 3] + silence(7))
            tracks.place([100, 200], of: scout, at: 30)
            tracks.place([5], of: ana, at: 30)
            try folder.write(try tracks.block(before: 40))
            #expect(try samples("\(path)/agent-scout.wav") == silence(30) + [100, 200] + silence(8))
            #expect(try samples("\(path)/mix.wav").suffix(10) == [105, 200] + silence(8))
            #expect(try samples("\(path)/caller-ana.wav").count == 40)
        }
    }

    @Test func `the list says whose, since when, how long, and whether that is all`() throws {
        try withShelf { shelf in
            #expect(shelf.recordings(ofRoom: "standup") == nil)
            let folder = try RecordingFolder(try shelf.makeFolder(ofRoom: "standup", opened: opened))
            var tracks = Multitrack<RecordedVoice>()
            tracks.place([1], of: ana, at: 0)
            tracks.place([1], of: scout, at: 0)
            try folder.write(try tracks.block(before: 24_000))
            #expect(try #require(shelf.recordings(ofRoom: "standup")).allSatisfy { !$0.isComplete })
            folder.markComplete()
            let found = try #require(shelf.recordings(ofRoom: "standup"))
            #expect(found.map(\.voice) == [.mix, scout, ana])
            #expect(
                found.allSatisfy { $0.isComplete && $0.byteCount == 48_044 && $0.duration == .seconds(1) })
            #expect(found.allSatisfy { $0.startedAt == "2026-11-21T10:00:00.123Z" })
            #expect(
                found.map { $0.json(room: "standup")["url"]?.stringValue } == [
                    "/rooms/standup/recordings/20261121T100000.123Z_mix",
                    "/rooms/standup/recordings/20261121T100000.123Z_agent-scout",
                    "/rooms/standup/recordings/20261121T100000.123Z_caller-ana",
                ])
            for recording in found {
                #expect(shelf.recording(ofRoom: "standup", id: recording.id)?.path == recording.path)
            }
        }
    }

    @Test func `two lives of a room keep each their own`() throws {
        try withShelf { shelf in
            let paths = try (0..<3).map { _ in try shelf.makeFolder(ofRoom: "standup", opened: opened) }
            #expect(Set(paths).count == 3)
            for path in paths { _ = try RecordingFolder(path) }
            #expect(try #require(shelf.recordings(ofRoom: "standup")).count == 3)
        }
    }

    @Test(arguments: ["..", ".", ".hidden", "...", "-rf", "a.b"])
    func `no name leaves the folder`(name: String) throws {
        try withShelf { shelf in
            let path = try shelf.makeFolder(ofRoom: name, opened: opened)
            let rest = path.dropFirst(shelf.path.count).split(separator: "/")
            #expect(path.hasPrefix(shelf.path) && rest.count == 2 && !rest.contains { $0.hasPrefix(".") })
            let folder = try RecordingFolder(path)
            var tracks = Multitrack<RecordedVoice>()
            tracks.place([1], of: .participant(Identity(name), .caller), at: 0)
            try folder.write(try tracks.block(before: 1))
            #expect(RecordingShelf.names(in: path) == ["caller-\(name).wav", "incomplete", "mix.wav"])
            #expect(try #require(shelf.recordings(ofRoom: name)).count == 2)
        }
    }

    @Test(arguments: [
        "", "mix", "_mix", "._mix", ".._mix", "../x_mix", "20261121T100000.123Z", "20261121T100000.123Z_",
        "20261121T100000.123Z_../../x", "20261121T100000.123Z_caller-a/b", "20261121T100000.123Z_ghost-ana",
        "20261121T100000.123Z_incomplete", "20261121T100000.123Z_mix.wav", "20261121T100000.123Z_caller-bob",
    ])
    func `an id that was never given out names nothing`(id: String) throws {
        try withShelf { shelf in
            _ = try RecordingFolder(try shelf.makeFolder(ofRoom: "standup", opened: opened))
            #expect(shelf.recording(ofRoom: "standup", id: id) == nil)
        }
    }

    @Test func `what a killed process leaves is made equally long, and stays incomplete`() throws {
        try withShelf { shelf in
            let path = try shelf.makeFolder(ofRoom: "standup", opened: opened)
            var tracks = Multitrack<RecordedVoice>()
            tracks.place([1, 2, 3, 4], of: ana, at: 0)
            try RecordingFolder(path).write(try tracks.block(before: 4))
            // Killed while a block was written: one file is ahead, another has only just been made.
            try RecordingFile(mending: "\(path)/caller-ana.wav").write([9, 9], at: 4)
            try RecordingFile(mending: "\(path)/caller-ana.wav").extend(to: 6)
            try Data().write(to: URL(filePath: "\(path)/agent-scout.wav"))
            shelf.mend()
            #expect(try samples("\(path)/caller-ana.wav") == [1, 2, 3, 4])
            #expect(try samples("\(path)/agent-scout.wav") == silence(4))
            #expect(try samples("\(path)/mix.wav") == [1, 2, 3, 4])
            #expect(try #require(shelf.recordings(ofRoom: "standup")).allSatisfy { !$0.isComplete })
        }
    }

    @Test func `old calls are forgotten, and rooms with them`() throws {
        try withShelf { shelf in
            let old = try shelf.makeFolder(ofRoom: "standup", opened: opened)
            let new = try shelf.makeFolder(ofRoom: "retro", opened: opened)
            for path in [old, new] { try RecordingFolder(path).markComplete() }
            let hour = Date(timeIntervalSinceNow: -3_600)
            try FileManager.default.setAttributes([.modificationDate: hour], ofItemAtPath: "\(old)/mix.wav")
            let before = WallTime(millisecondsSince1970: WallTime.now.millisecondsSince1970 - 60_000)
            shelf.forget(endedBefore: before)
            #expect(shelf.recordings(ofRoom: "standup") == nil)
            #expect(RecordingShelf.names(in: shelf.path) == ["retro"])
        }
    }

    @Test func `a disk that stands still stops the recording before it fills the memory`() throws {
        try withShelf { shelf in
            let queue = DispatchQueue(label: "still")
            queue.suspend()
            let tape = RecordingTape(on: queue) { () throws(DiskError) in
                try RecordingFolder(try shelf.makeFolder(ofRoom: "standup", opened: opened))
            }
            var tracks = Multitrack<RecordedVoice>()
            let results = try (1...RecordingTape.mostWaiting + 2).map {
                tape.write(try tracks.block(before: $0 * 10))
            }
            #expect(results.prefix(RecordingTape.mostWaiting).allSatisfy { $0 == nil })
            #expect(results.suffix(2) == [.tooSlow, .tooSlow])
            queue.resume()
            tape.finish()
            queue.sync {}
            // What was taken is there; that it is not all is known.
            let found = try #require(shelf.recordings(ofRoom: "standup"))
            #expect(found.count == 1 && !found[0].isComplete)
            #expect(found[0].byteCount == 44 + 2 * 10 * RecordingTape.mostWaiting)
        }
    }

    @Test func `a disk that refuses says why`() throws {
        try withShelf { shelf in
            try Data().write(to: URL(filePath: shelf.path))
            let queue = DispatchQueue(label: "refusing")
            let tape = RecordingTape(on: queue) { () throws(DiskError) in
                try RecordingFolder(try shelf.makeFolder(ofRoom: "standup", opened: opened))
            }
            queue.sync {}
            var tracks = Multitrack<RecordedVoice>()
            #expect(tape.write(try tracks.block(before: 10)) == .disk(DiskError(ENOTDIR)))
        }
    }
}

@Suite struct RangeRequestTests {
    @Test(
        arguments: [
            (nil, .whole), ("bytes=0-", .part(0..<100)), ("bytes=0-0", .part(0..<1)),
            ("bytes=10-19", .part(10..<20)),
            ("bytes=90-1000", .part(90..<100)), ("bytes=-5", .part(95..<100)), ("bytes=-500", .part(0..<100)),
            ("Bytes= 1-2 ", .part(1..<3)), ("bytes=99-", .part(99..<100)), ("bytes=100-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=5-99999999999999999999", .part(5..<100)), ("bytes=0-1,3-4", .whole),
            ("bytes=5-2", .whole),
            ("bytes=-", .whole), ("bytes=", .whole), ("bytes=a-b", .whole), ("bytes=1", .whole),
            ("bytes=1-2-3", .whole), ("lines=1-2", .whole), ("bytes=+1-2", .whole), ("", .whole),
        ] as [(String?, RangeRequest)])
    func `a range is what the RFC says`(field: String?, expected: RangeRequest) {
        #expect(RangeRequest(field, of: 100) == expected)
    }
}

/// 2026-11-21T10:00:00.123Z
private let opened = WallTime(millisecondsSince1970: 1_795_255_200_123)

private func withShelf(_ body: (RecordingShelf) throws -> Void) throws {
    let data = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: data) }
    try body(RecordingShelf(data: data))
}

private func samples(_ path: String) throws -> [Int16] {
    try WAVReader([UInt8](Data(contentsOf: URL(filePath: path)))).samples
}

private func silence(_ count: Int) -> [Int16] { [Int16](repeating: 0, count: count) }

extension Multitrack {
    fileprivate mutating func place(_ sound: [Int16], of voice: Voice, at position: Int) {
        sound.withUnsafeBufferPointer { place($0, of: voice, at: position) }
    }

    fileprivate mutating func block(before end: Int) throws -> Block {
        let block = cut(before: end)
        return try #require(block)
    }
}
