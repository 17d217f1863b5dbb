import Journal
import Logging
import Networking
import Rooms

/// Writes one life of a room into the journal, and says how far that has come: nothing leaves the house by callback or
/// event stream before it is kept, so that no crash can make two different events of one number.
///
/// Belongs to the room's reactor and never waits; `Sendable` because the journal's thread carries it back there.
final class RoomRecorder: @unchecked Sendable {
    private enum State {
        /// The room's life before this one is still being written.
        case waiting
        case opening
        case open(epoch: Int)
        /// Everything is kept, or another process has the room.
        case over
    }

    /// After a failure of the store: long enough to be no load, short enough for a caller who waits for an answer.
    private static let pause: Duration = .seconds(1)
    /// How long records may wait for others, as long as nobody waits for them: what is written together costs one page.
    /// Words in progress are most of what a room says, and the final ones say it all again; a process that is killed may
    /// lose these two seconds of them. What was said or done is written at once, or within a fifth of a second while nobody
    /// waits for it (``Haste/unawaited``): a line's caller has heard of it.
    private static let patience: Duration = .seconds(2)

    let log: EventLog
    private let journal: any RoomJournal
    private let health: JournalHealth
    private let reactor: Reactor
    private let logger = Logger(label: "parley.journal")
    private var state = State.waiting
    private var subscription: EventSubscription?
    private var unkept = UnkeptRecords()
    private var floorSeq = 0
    private var isWriting = false
    private var isDue = false
    /// Set while what is there can wait.
    private var wait: Deadline?
    /// Its last write failed, and ``health`` has been told so.
    private var isFailing = false
    private var followers: [KeptSubscription] = []
    private var waiters: [(seq: Int, then: (Result<Int, JournalError>) -> Void)] = []

    /// Once the journal has given it.
    private(set) var epoch: Int?
    /// Up to here every event is kept.
    private(set) var keptSeq: Int
    /// Called once, when there is nothing more to write.
    var onOver: (() -> Void)?
    /// Another process has taken the room over.
    var onFenced: (() -> Void)?

    /// Writes down what the log says from its first event on, once ``begin()`` has been called.
    init(_ log: EventLog, journal: any RoomJournal, _ health: JournalHealth, reactor: Reactor) {
        self.log = log
        self.health = health
        self.journal = journal
        self.reactor = reactor
        keptSeq = log.base
        subscription = log.subscribe(after: log.base) { [weak self] in self?.take($0) }
        log.keepFloor = { [weak self] body, time in self?.take(floor: body, at: time) }
    }

    var isOver: Bool { if case .over = state { true } else { false } }
    /// How much waits to be written.
    var unkeptByteCount: Int { unkept.byteCount }

    /// The life before this one has been written, or there is none.
    func begin() {
        guard case .waiting = state else { return }
        state = .opening
        journal.open(log.room, at: WallTime.now.millisecondsSince1970) { [self] result in
            reactor.post { self.opened(result) }
        }
    }

    /// Calls `receive` whenever more is kept, and when it is over.
    func follow(_ receive: @escaping () -> Void) -> KeptSubscription {
        let subscription = KeptSubscription(receive)
        followers.append(subscription)
        hurry()
        return subscription
    }

    /// Tells the epoch as soon as everything up to `seq` is kept, or why it is not.
    func kept(upTo seq: Int, then: @escaping (Result<Int, JournalError>) -> Void) {
        switch state {
        case .open(let epoch) where keptSeq >= seq: then(.success(epoch))
        case .waiting, .opening, .open:
            waiters.append((seq, then))
            hurry()
        case .over:
            guard let epoch, keptSeq >= seq else { return then(.failure(fence)) }
            then(.success(epoch))
        }
    }
}

/// Somebody who wants to know how far it has come.
final class KeptSubscription {
    fileprivate private(set) var receive: (() -> Void)?
    fileprivate init(_ receive: @escaping () -> Void) { self.receive = receive }
    func cancel() { receive = nil }
}

// MARK: - Writing

extension RoomRecorder {
    private func take(_ entry: EventLog.Entry) {
        let time = entry.at.millisecondsSince1970
        keep(Record(kind: .event, seq: entry.seq, at: time, body: entry.utf8), entry.event.worth)
    }

    private func take(floor body: [UInt8], at time: WallTime) {
        floorSeq += 1
        keep(
            Record(kind: .floor, seq: floorSeq, at: time.millisecondsSince1970, body: body), .passing)
    }

    private func keep(_ record: Record, _ worth: UnkeptRecords.Worth) {
        change { $0.add(record, worth) }
        switch worth {
        case .told, .landmark: writeSoon()
        case .passing: writeInTime()
        }
    }

    /// What can wait waits, unless somebody waits for it.
    private func writeInTime() {
        guard !isAwaited else { return writeSoon() }
        guard !isDue, wait == nil else { return }
        wait = reactor.schedule(after: Self.patience) { [self] in writeSoon() }
    }

    private func change<Value>(_ work: (inout UnkeptRecords) -> Value) -> Value {
        let before = unkept.byteCount
        let value = work(&unkept)
        health.changed(by: unkept.byteCount - before)
        return value
    }

    /// Lets half of what waits go.
    ///
    /// - Returns: whether anything was there to go.
    func shed() -> Bool {
        let lost = change { unkept in
            unkept.shed { gap in
                let at = WallTime(millisecondsSince1970: gap.at)
                let json = EventLog.json(.error(EventFault(gap)), seq: gap.to, at: at, room: log.room)
                return Record(kind: .event, seq: gap.to, at: gap.at, body: json.utf8)
            }
        }
        guard lost.events + lost.others > 0 else { return false }
        health.lost(events: lost.events, others: lost.others)
        return true
    }

    /// Once the current callback has returned: what it says together is written together.
    private func writeSoon() {
        wait?.cancel()
        wait = nil
        guard !isDue else { return }
        isDue = true
        reactor.post { [self] in
            isDue = false
            write()
        }
    }

    private func write() {
        guard case .open(let epoch) = state, !isWriting, !unkept.isEmpty else { return }
        isWriting = true
        let (batch, mustLast) = unkept.batch()
        let haste: Haste = mustLast ? .lasting : isAwaited ? .awaited : .unawaited
        journal.append(batch, to: log.room, expecting: epoch, haste) { [self] result in
            reactor.post { self.wrote(result) }
        }
    }

    private var isAwaited: Bool { !followers.isEmpty || !waiters.isEmpty }

    /// Somebody has begun to wait.
    private func hurry() {
        if wait != nil { writeSoon() }
        if isWriting { journal.hurry() }
    }

    private func opened(_ result: Result<Int, JournalError>) {
        switch result {
        case .success(let epoch):
            state = .open(epoch: epoch)
            self.epoch = epoch
            recovered()
            answerWaiters(epoch)
            write()
        case .failure(let error):
            complain(error)
            state = .waiting
            reactor.schedule(after: Self.pause) { [self] in begin() }
        }
    }

    private func wrote(_ result: Result<Void, JournalError>) {
        isWriting = false
        switch result {
        case .success:
            recovered()
            if let last = change({ $0.wrote() }) { kept(last) }
            if log.isClosed, unkept.isEmpty { close() } else if wait == nil { write() }
        case .failure(.fenced):
            fenced()
        case .failure(.failed(let why)):
            unkept.failed()
            complain(.failed(why))
            reactor.schedule(after: Self.pause) { [self] in write() }
        }
    }

    private func kept(_ seq: Int) {
        keptSeq = seq
        if case .open(let epoch) = state { answerWaiters(epoch) }
        for follower in followers { follower.receive?() }
        followers.removeAll { $0.receive == nil }
    }

    private func close() {
        guard case .open(let epoch) = state else { return }
        let now = WallTime.now.millisecondsSince1970
        journal.close(log.room, expecting: epoch, at: now) { [self] result in
            reactor.post { self.closed(result) }
        }
    }

    private func closed(_ result: Result<Void, JournalError>) {
        switch result {
        case .success, .failure(.fenced): end()
        case .failure(.failed(let why)):
            complain(.failed(why))
            reactor.schedule(after: Self.pause) { [self] in close() }
        }
    }

    private func fenced() {
        logger.error("another process has taken the room over", metadata: ["room": "\(log.room)"])
        change { $0.removeAll() }
        end()
        onFenced?()
    }

    private func end() {
        state = .over
        recovered()
        subscription?.cancel()
        log.keepFloor = nil
        failWaiters(fence)
        let report = onOver
        onOver = nil
        report?()
        for follower in followers { follower.receive?() }
        followers = []
    }

    private var fence: JournalError { .fenced(room: log.room, epoch: epoch ?? 0) }

    private func answerWaiters(_ epoch: Int) {
        let answered = waiters.filter { $0.seq <= keptSeq }
        waiters.removeAll { $0.seq <= keptSeq }
        for waiter in answered { waiter.then(.success(epoch)) }
    }

    /// Whoever waits for an answer is told; the records themselves are tried again.
    private func failWaiters(_ error: JournalError) {
        let waiters = waiters
        self.waiters = []
        for waiter in waiters { waiter.then(.failure(error)) }
    }

    private func complain(_ error: JournalError) {
        failWaiters(error)
        guard !isFailing else { return }
        isFailing = true
        health.failed(error, room: true)
    }

    private func recovered() {
        guard isFailing else { return }
        isFailing = false
        health.roomRecovered()
    }
}
