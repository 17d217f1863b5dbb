import Journal
import Networking

/// What is kept of rooms, open and closed: begins their lives in the journal, one after the other for each name, and
/// remembers where the numbers of each name stand. Belongs to the reactor.
final class RoomArchive {
    /// A room's latest life, closed.
    struct Place: Equatable {
        var epoch: Int
        /// The number before its first event, and that of its last.
        var base, last: Int
    }

    let journal: any JournalStore
    let health: JournalHealth
    private let reactor: Reactor
    private var places: [String: Place] = [:]
    /// Lives that are not yet written to their end. Of one name there may be several, each waiting for the one before.
    private var recorders: [String: [RoomRecorder]] = [:]

    /// - Parameter limit: how many bytes of all rooms may wait to be written; see ``JournalHealth``.
    init(
        _ journal: any JournalStore, limit: Int, reactor: Reactor, metrics: ServiceMetrics,
        illness: JournalIllness = JournalIllness()
    ) {
        self.journal = journal
        self.reactor = reactor
        health = JournalHealth(
            journal, limit: limit, reactor: reactor, metrics: metrics, illness: illness)
        health.onFull = { [weak self] in self?.shed() }
    }

    /// The room that holds the most gives first: one that says little loses little.
    private func shed() {
        while health.isFull {
            let largest = recorders.values.joined().max {
                ($0.unkeptByteCount, $0.log.room) < ($1.unkeptByteCount, $1.log.room)
            }
            guard let largest, largest.shed() else { return }
        }
    }

    /// Whether all that happened is kept.
    var isAtRest: Bool { recorders.isEmpty }

    /// A room opens: its numbers go on where those of its last life ended.
    ///
    /// - Parameter onFenced: another process has taken this room over.
    func begin(_ room: String, onFenced: @escaping () -> Void) -> EventLog {
        let before = recorders[room]?.last?.log.lastSeq ?? places[room]?.last ?? 0
        let log = EventLog(room: room, after: before)
        let recorder = RoomRecorder(log, journal: journal, health, reactor: reactor)
        recorder.onFenced = onFenced
        recorder.onOver = { [weak self, weak recorder] in
            if let self, let recorder { over(recorder) }
        }
        recorders[room, default: []].append(recorder)
        if recorders[room]?.count == 1 { recorder.begin() }
        return log
    }

    /// Who writes down the open room of this name.
    func recorder(of log: EventLog) -> RoomRecorder? {
        recorders[log.room]?.last { $0.log === log }
    }

    /// The newest life of which not everything is in the journal yet, open or closed.
    func unfinishedLog(of room: String) -> EventLog? { recorders[room]?.last?.log }

    /// The latest life of a room that is not open; `nil` when nothing is kept of it.
    func place(of room: String) -> Place? { places[room] }

    private func over(_ recorder: RoomRecorder) {
        let log = recorder.log
        recorders[log.room]?.removeAll { $0 === recorder }
        if let epoch = recorder.epoch {
            places[log.room] = Place(epoch: epoch, base: log.base, last: log.lastSeq)
        }
        if let next = recorders[log.room]?.first { next.begin() } else { recorders[log.room] = nil }
    }

    /// A life that is in the journal from before this process.
    func note(_ life: RoomLife) {
        places[life.room] = Place(
            epoch: life.epoch, base: max(0, life.firstSeq - 1),
            last: max(life.lastSeq, places[life.room]?.last ?? 0))
    }

    /// Lives are no longer kept. A name of which nothing is left may begin at 1 again.
    func forgot(_ lives: [RoomLife]) {
        for life in lives where places[life.room]?.epoch == life.epoch && recorders[life.room] == nil {
            places[life.room] = nil
        }
    }
}
