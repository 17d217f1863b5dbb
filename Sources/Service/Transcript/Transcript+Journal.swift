import FloorControl
import JSONValues
import Journal
import Rooms

// A transcript from what the journal keeps of a room, when the call is over.

extension Transcript {
    /// How many events are read at once: the journal's thread has calls to write down in between.
    private static let page = 500

    /// Of the newest life of a room; `nil` when none is kept. Reads and parses on no reactor's thread.
    static func kept(
        of room: String, in journal: any RoomJournal
    ) async throws(JournalError) -> Transcript? {
        guard let life = try await journal.value({ $0.lives(of: room, then: $1) }).last else { return nil }
        var transcript = Transcript()
        var seq = 0
        while true {
            let after = seq
            let records = try await journal.value {
                $0.read(room, epoch: life.epoch, kind: .event, after: after, limit: page, then: $1)
            }
            for record in records { transcript.add(record) }
            guard records.count == page, let last = records.last else { return transcript }
            seq = last.seq
        }
    }

    /// An event as it was written down. What is none, or none that a transcript is made of, adds nothing.
    mutating func add(_ record: Record) {
        guard let json = try? JSON(parsing: record.body), let event = try? JSONReader(json) else { return }
        try? add(event, at: WallTime(millisecondsSince1970: record.at))
    }

    private mutating func add(_ event: JSONReader, at time: WallTime) throws(JSONShapeError) {
        switch try event.string("type") {
        case "room.opened": opened(at: time)
        case "participant.joined":
            met(Identity(try event.string("identity")), called: try event.string("name"))
        case "transcript.final":
            let began = RoomTime(try event.milliseconds("began_ms"))
            let ended = RoomTime(try event.milliseconds("ended_ms"))
            heard(
                try event.string("text"), of: Identity(try event.string("identity")),
                in: try event.optionalString("turn").flatMap { TurnID(wire: $0) },
                interrupted: try event.bool("interrupted"), said: began...max(began, ended))
        case "error":
            if try event.string("code") == EventFault.eventsLost { lost(at: time) }
        default: break
        }
    }
}
