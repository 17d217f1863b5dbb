import Journal
import Logging
import Networking

/// Whether what happens can be kept, and how much waits for that in memory. Belongs to the reactor.
///
/// Once a write has failed the journal counts as ill, and nobody new comes in, until a write of its own succeeds and
/// every room that could not write has caught up.
final class JournalHealth: @unchecked Sendable {
    private enum State {
        case well
        case ill(since: ContinuousClock.Instant)
    }

    /// How often an ill journal is tried: no load, and short enough for whoever comes back after `Retry-After`.
    private static let pause: Duration = .seconds(1)

    private let journal: any RoomJournal
    private let reactor: Reactor
    private let metrics: ServiceMetrics
    private let illness: JournalIllness
    private let logger = Logger(label: "parley.journal")
    private let limit: Int
    private var state = State.well
    /// Rooms whose last write failed.
    private var failingCount = 0
    private var lost = (events: 0, others: 0)
    private(set) var unkeptByteCount = 0
    /// Called when more waits than is allowed.
    var onFull: (() -> Void)?

    /// - Parameter limit: how many bytes may wait, of all rooms together.
    /// - Parameter illness: what it shares with others that write the same journal.
    init(
        _ journal: any RoomJournal, limit: Int, reactor: Reactor, metrics: ServiceMetrics,
        illness: JournalIllness = JournalIllness()
    ) {
        self.illness = illness
        self.journal = journal
        self.limit = limit
        self.reactor = reactor
        self.metrics = metrics
        for kind in Record.Kind.allCases { count(kind, 0) }
    }

    /// Here and wherever else the same journal is written.
    var isWell: Bool { !illness.isThere }
    var isFull: Bool { unkeptByteCount > limit }

    /// More waits than before, or less.
    func changed(by byteCount: Int) {
        unkeptByteCount += byteCount
        if byteCount > 0, isFull { onFull?() }
    }

    /// So much is not kept, and never will be.
    func lost(events: Int, others: Int) {
        if lost.events + lost.others == 0 {
            logger.error(
                "more waits for the journal than max_unkept_bytes: what matters least is lost",
                metadata: ["waiting_bytes": "\(unkeptByteCount)"])
        }
        lost.events += events
        lost.others += others
        count(.event, events)
        count(.floor, others)
    }

    /// Nothing could be written.
    ///
    /// - Parameter room: whether a room waits for it, until ``roomRecovered()``.
    func failed(_ error: JournalError, room: Bool = false) {
        if room { failingCount += 1 }
        guard case .well = state else { return }
        state = .ill(since: .now)
        illness.begins()
        logger.error(
            "the journal cannot be written: joins are refused, events wait in memory; tried again each second",
            metadata: ["error": "\(error)"])
        probeLater()
    }

    func roomRecovered() { failingCount -= 1 }

    private func probeLater() {
        reactor.schedule(after: Self.pause) { [weak self] in
            self?.probe()
        }
    }

    private func probe() {
        journal.probe { [self] result in
            reactor.post { self.probed(result) }
        }
    }

    private func probed(_ result: Result<Void, JournalError>) {
        guard case .ill(let since) = state else { return }
        guard case .success = result, failingCount == 0 else { return probeLater() }
        state = .well
        illness.ends()
        logger.notice(
            "the journal can be written again",
            metadata: [
                "after_s": "\((ContinuousClock.now - since).components.seconds)",
                "events_lost": "\(lost.events)", "floor_inputs_lost": "\(lost.others)",
            ])
        lost = (0, 0)
    }

    private func count(_ kind: Record.Kind, _ number: Int) {
        metrics.count("parley_journal_lost_total", ("kind", kind.rawValue), by: number)
    }
}

extension Problem {
    /// Nobody is let in whose coming could not be kept.
    static var nothingIsKept: Problem {
        Problem(
            .storageUnavailable, "The journal cannot be written just now, so nobody new is taken in.",
            retryAfter: .seconds(5))
    }
}
