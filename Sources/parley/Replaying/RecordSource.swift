import FloorControl
import Foundation
import Journal
import Service

/// A record that was found, read and replayed.
struct RecordSource {
    /// In words: where it comes from.
    let life: String
    private(set) var report = ReplayReport()
    private var lines: [FloorRecordLine] = []

    /// How many records are read at once; the service writes in between.
    private static let page = 1_000

    /// An export: a line of JSON for each input.
    ///
    /// - Throws: ``NothingToReplay``.
    init(file path: String) throws {
        life = "the file \(path)"
        let bytes = try readFile(path)
        guard !bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw NothingToReplay(
                "\(path): this is a journal; name one of its rooms, and its folder with --data")
        }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw NothingToReplay("\(path): no record of a room: it is not UTF-8 text")
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            do throws(LineComplaint) {
                take(try FloorRecordLine(exported: line))
            } catch {
                report.take(unreadable: "line \(index + 1)", why: error)
            }
        }
        guard !lines.isEmpty else {
            throw NothingToReplay(
                "\(path): no record of a room is in it; `parley replay ROOM --export FILE` writes one")
        }
    }

    /// A room's life, from the journal.
    ///
    /// - Throws: ``NothingToReplay``, or what is wrong with the journal.
    init(room: String, epoch: Int?, in folder: String) async throws {
        let path = SQLiteJournal.path(in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw NothingToReplay(
                "\(folder): no journal is in it; name the folder that `serve` keeps its data in with --data")
        }
        let journal = try SQLiteJournal(folder: folder)
        defer { journal.end() }
        let lives = try await journal.value { $0.lives(of: room, then: $1) }
        guard let newest = lives.last else {
            throw NothingToReplay(try await Self.nothing(of: room, in: folder, journal))
        }
        let chosen = epoch.map { number in lives.first { $0.epoch == number } } ?? newest
        guard let chosen else {
            let kept = lives.map { "\($0.epoch)" }.joined(separator: ", ")
            throw NothingToReplay("\(room): of its lives these are kept: \(kept); choose one with --epoch")
        }
        let opening = WallTime(millisecondsSince1970: chosen.openedAt)
        let state = chosen.closedAt == nil ? ", not closed" : ""
        life = "\(room), life \(chosen.epoch) of \(newest.epoch), opened \(opening)\(state)"
        try await read(chosen, journal)
        guard report.first != nil || !report.findings.isEmpty else {
            throw NothingToReplay("\(room): what its floor was told in life \(chosen.epoch) is not kept")
        }
    }

    private mutating func read(_ life: RoomLife, _ journal: SQLiteJournal) async throws {
        var seq = 0
        while true {
            let after = seq
            let records = try await journal.value {
                $0.read(
                    life.room, epoch: life.epoch, kind: .floor, after: after, limit: Self.page, then: $1)
            }
            for record in records {
                seq = record.seq
                do throws(LineComplaint) {
                    take(try FloorRecordLine(record, of: life.room))
                } catch {
                    report.take(unreadable: "record \(record.seq)", why: error)
                }
            }
            if records.count < Self.page { return }
        }
    }

    private mutating func take(_ line: FloorRecordLine) {
        lines.append(line)
        report.take(line)
    }

    private static func nothing(
        of room: String, in folder: String, _ journal: SQLiteJournal
    ) async throws -> String {
        guard Identity.isValid(room) else {
            return "\(room): there is no such file, and no room can be called that"
        }
        let kept = try await journal.value { $0.lives(of: nil, then: $1) }
        var names: [String] = []
        for life in kept.reversed() where !names.contains(life.room) && names.count < 10 {
            names.append(life.room)
        }
        let hint =
            names.isEmpty
            ? "nothing else is kept either" : "the latest rooms are \(names.joined(separator: ", "))"
        return "\(room): nothing of a room of this name is kept in \(folder); \(hint)"
    }

    func export(to path: String) throws {
        let text = lines.map { $0.json.text + "\n" }.joined()
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Complaint("\(path): the record cannot be written there; is the folder there, and writable?")
        }
    }
}
