import Journal
import Networking

/// A journal that can be made to fail, or to belong to somebody else. Told so from the test, asked on the reactor.
final class FlakyJournal: RoomJournal, CallbackOutbox, AnswerShelf, @unchecked Sendable {
    let real: SQLiteJournal
    /// Why nothing can be appended at the moment.
    var trouble: JournalError? {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
    private let current = Guarded<JournalError?>(nil)
    private let asked = Guarded<[Haste]>([])
    /// Once it is there, it keeps what nobody waits for until somebody does, however long that is.
    private let parked = Guarded<[@Sendable () -> Void]?>(nil)

    init() throws { real = try SQLiteJournal.inMemory() }

    func open(_ room: String, at time: Int, then: @escaping Completion<Int>) {
        real.open(room, at: time, then: then)
    }

    func append(
        _ records: [Record], to room: String, expecting epoch: Int, _ haste: Haste,
        then: @escaping Completion<Void>
    ) {
        if let trouble { return then(.failure(trouble)) }
        asked.withLock { $0.append(haste) }
        let append: @Sendable () -> Void = { [real] in
            real.append(records, to: room, expecting: epoch, haste, then: then)
        }
        let isParked = parked.withLock { jobs in
            guard haste == .unawaited, jobs != nil else { return false }
            jobs?.append(append)
            return true
        }
        if !isParked { append() }
    }

    /// Of each append.
    var hastes: [Haste] { asked.withLock { $0 } }
    /// How many appends nobody has waited for since.
    var parkedCount: Int { parked.withLock { $0?.count ?? 0 } }

    func parkUnawaited() { parked.withLock { $0 = [] } }

    func hurry() {
        let jobs = parked.withLock { jobs in
            defer { if jobs != nil { jobs = [] } }
            return jobs ?? []
        }
        for job in jobs { job() }
        real.hurry()
    }

    func close(
        _ room: String, expecting epoch: Int, at time: Int, then: @escaping Completion<Void>
    ) {
        real.close(room, expecting: epoch, at: time, then: then)
    }

    func read(
        _ room: String, epoch: Int?, kind: Record.Kind, after seq: Int, limit: Int,
        then: @escaping Completion<[Record]>
    ) {
        real.read(room, epoch: epoch, kind: kind, after: seq, limit: limit, then: then)
    }

    func probe(then: @escaping Completion<Void>) {
        if let trouble { return then(.failure(trouble)) }
        real.probe(then: then)
    }

    func lives(of room: String?, then: @escaping Completion<[RoomLife]>) {
        real.lives(of: room, then: then)
    }

    func forget(closedBefore time: Int, then: @escaping Completion<[RoomLife]>) {
        real.forget(closedBefore: time, then: then)
    }

    func owe(_ callbacks: OwedCallbacks, then: @escaping Completion<Void>) {
        real.owe(callbacks, then: then)
    }

    func advance(
        _ participant: String, to place: Int, isLeaving: Bool, then: @escaping Completion<Void>
    ) {
        real.advance(participant, to: place, isLeaving: isLeaving, then: then)
    }

    func settle(_ participant: String, then: @escaping Completion<Void>) {
        real.settle(participant, then: then)
    }

    func owed(then: @escaping Completion<[OwedCallbacks]>) { real.owed(then: then) }

    func keep(_ answer: KeptAnswer, then: @escaping Completion<Void>) {
        real.keep(answer, then: then)
    }

    func answers(since time: Int, limit: Int, then: @escaping Completion<[KeptAnswer]>) {
        real.answers(since: time, limit: limit, then: then)
    }

    func forgetAnswers(before time: Int, then: @escaping Completion<Void>) {
        real.forgetAnswers(before: time, then: then)
    }
}
