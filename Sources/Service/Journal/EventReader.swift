import Journal
import Networking

/// Reads a room's events from any number on: from memory what that still has, the rest from the journal. Only what is
/// kept is read. Belongs to the reactor.
struct EventReader {
    /// The room's own log and its recorder, while it is open, or closed and not yet wholly written down.
    struct Live {
        let log: EventLog
        let recorder: RoomRecorder
    }

    let room: String
    /// `nil` reads on through all lives.
    let epoch: Int?
    /// `nil` of a room that is over: all of it is in the journal.
    var live: Live?
    let journal: any RoomJournal
    let reactor: Reactor

    /// At most `limit` events after `seq`, in order; none when there are no more for now.
    ///
    /// - Parameter then: called at once or later, on the reactor; with `nil` when the journal could not be read.
    func events(after seq: Int, limit: Int, then: @escaping ([ToldEvent]?) -> Void) {
        if let live {
            guard seq < live.recorder.keptSeq else { return then([]) }
            if seq + 1 >= live.log.oldestSeq {
                let kept = live.log.entries(after: seq).prefix { $0.seq <= live.recorder.keptSeq }
                return then(kept.prefix(limit).map(ToldEvent.init))
            }
        }
        nonisolated(unsafe) let then = then
        journal.read(room, epoch: epoch, kind: .event, after: seq, limit: limit) { [reactor] result in
            reactor.post { then((try? result.get())?.compactMap(ToldEvent.init)) }
        }
    }
}
