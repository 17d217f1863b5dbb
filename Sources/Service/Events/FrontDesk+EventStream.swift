import HTTPTypes
import Journal
import Networking
import Rooms

// `GET /rooms/{room}/events`.

extension FrontDesk {
    /// Begins with the next event, or after `Last-Event-ID`, from whatever life of the room that is.
    func streamEvents(of room: String, _ call: Call) throws(Problem) -> Answer? {
        let id = call.request.headerFields[.lastEventID].flatMap(Self.eventID)
        let (reader, place, end) = try events(of: room, after: id)
        let head = Answer(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"])
        if call.request.method == .head {
            call.exchange.stream(head.head).end()
            return nil
        }
        EventStream(call.exchange.stream(head.head), reader, after: place, end: end).begin()
        return nil
    }

    /// A number, however large: one that was never given out is of no room that is kept. `nil` for what is none.
    private static func eventID(_ text: String) -> Int? {
        let isNumber =
            !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(text) ?? (isNumber ? .max : nil)
    }

    /// - Returns: how to read on, from where, and the number of the last event of a room that is closed and
    ///   wholly written down.
    private func events(
        of room: String, after id: Int?
    ) throws(Problem) -> (EventReader, place: Int, end: Int?) {
        let reader = EventReader(
            room: room, epoch: nil, live: nil, journal: archive.journal, reactor: reactor)
        if let log = (try? directory.room(room))?.events ?? closing(room, after: id),
            let recorder = archive.recorder(of: log)
        {
            var live = reader
            live.live = EventReader.Live(log: log, recorder: recorder)
            return (live, log.place(for: id), nil)
        }
        // Whoever was cut off before the end may still hear it; nobody else has a reason to come.
        guard let last = archive.place(of: room), let id, id < last.last else { throw .unknownRoom(room) }
        return (reader, id > 0 ? id : last.base, last.last)
    }

    /// A room that has closed just now is still being written down; for whoever has not heard its end.
    private func closing(_ room: String, after id: Int?) -> EventLog? {
        guard let log = archive.unfinishedLog(of: room), log.isClosed, let id, id < log.lastSeq else {
            return nil
        }
        return log
    }
}

extension EventLog {
    /// Where a reader begins: after `id`; at the next event (`nil`); at this life's first (0, and what was never given
    /// out). A number from an earlier life means what came after it there.
    fileprivate func place(for id: Int?) -> Int {
        guard let id else { return lastSeq }
        return id > 0 && id <= lastSeq ? id : base
    }
}
