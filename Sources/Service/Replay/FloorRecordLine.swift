public import FloorControl
public import JSONValues
public import Journal
import Rooms

/// One line of what is kept of a room's floor: as the journal has it, and as `parley replay --export` writes it.
public struct FloorRecordLine: Equatable, Sendable {
    public let room: String
    /// Which life of the room it is of.
    public let epoch: Int
    /// Counts from 1 within a life, without a gap.
    public let seq: Int
    public let at: WallTime
    public let entry: FloorEntry

    public init(room: String, epoch: Int, seq: Int, at: WallTime, entry: FloorEntry) {
        self.room = room
        self.epoch = epoch
        self.seq = seq
        self.at = at
        self.entry = entry
    }
}

extension FloorRecordLine {
    /// A record of the journal.
    ///
    /// - Throws: ``LineComplaint``.
    public init(_ record: Record, of room: String) throws(LineComplaint) {
        let at = WallTime(millisecondsSince1970: record.at)
        let entry = try Self.entry { try JSON(parsing: record.body) }
        self.init(room: room, epoch: record.epoch, seq: record.seq, at: at, entry: entry)
    }

    /// A line of an export.
    ///
    /// - Throws: ``LineComplaint``.
    public init(exported line: some StringProtocol) throws(LineComplaint) {
        do {
            let reader = try JSONReader(JSON(parsing: line))
            self.init(
                room: try reader.string("room"), epoch: try reader.integer("epoch"),
                seq: try reader.integer("seq"),
                at: WallTime(millisecondsSince1970: try reader.integer("at_ms")),
                entry: try FloorEntry(try reader.object("entry").json))
        } catch {
            throw LineComplaint("\(error)")
        }
    }

    /// One line of an export, without its end.
    public var json: JSON {
        [
            "room": .string(room), "epoch": .integer(epoch), "seq": .integer(seq),
            "at_ms": .integer(at.millisecondsSince1970), "entry": entry.json,
        ]
    }

    private static func entry(_ json: () throws -> JSON) throws(LineComplaint) -> FloorEntry {
        do { return try FloorEntry(try json()) } catch { throw LineComplaint("\(error)") }
    }
}

/// Why a line cannot be one of a record: the place within it and what should stand there.
public struct LineComplaint: Error, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
