/// Where rooms write down what happens in them: the port. Rooms know nothing else of the store, so that a fenced
/// store of a cluster can take SQLite's place.
///
/// Nothing here waits: each call returns at once, and `then` is called later, on a thread of the store. Calls are
/// carried out in the order they were made; what `then` is told has lasted when it is told.
public protocol RoomJournal: AnyObject, Sendable {
    typealias Completion<Value> = @Sendable (Result<Value, JournalError>) -> Void

    /// Begins a life of a room and gives its epoch, one more than its last. Whoever still writes under an earlier
    /// one is fenced from here on.
    func open(_ room: String, at time: Int, then: @escaping Completion<Int>)

    /// Keeps records, all or none.
    ///
    /// - Parameters:
    ///   - epoch: the one that ``open(_:at:then:)`` gave; another one, or a closed one, is ``JournalError/fenced(room:epoch:)``.
    ///   - haste: how soon, and how surely.
    func append(
        _ records: [Record], to room: String, expecting epoch: Int, _ haste: Haste,
        then: @escaping Completion<Void>)

    /// Somebody waits for what was appended ``Haste/unawaited``.
    func hurry()

    /// Ends a life; nothing is appended to it any more.
    func close(_ room: String, expecting epoch: Int, at time: Int, then: @escaping Completion<Void>)

    /// Writes something that lasts and takes it back: whether anything can be kept now.
    func probe(then: @escaping Completion<Void>)

    /// Records of one kind in the order they were written.
    ///
    /// - Parameters:
    ///   - epoch: `nil` reads all lives of the room that are kept, oldest first.
    ///   - seq: the first record read is the next after this number.
    ///   - limit: at most so many; read on after the last one's `seq`.
    func read(
        _ room: String, epoch: Int?, kind: Record.Kind, after seq: Int, limit: Int,
        then: @escaping Completion<[Record]>)

    /// The lives of a room that are kept, or of every room (`nil`), in the order they began.
    func lives(of room: String?, then: @escaping Completion<[RoomLife]>)

    /// Forgets lives that closed before `time` and whose callbacks are all delivered.
    func forget(closedBefore time: Int, then: @escaping Completion<[RoomLife]>)
}

/// How soon records must be kept.
///
/// Once told of as kept, they outlive the end of this process, however it ends.
public enum Haste: Sendable {
    /// Nobody waits for them: within a fifth of a second.
    case unawaited
    /// Callbacks or streams wait for them: within some 25 ms, more in a busy store.
    case awaited
    /// At once, and they outlive a power failure: the disk is waited for. The others follow to the disk with what comes next.
    case lasting
}

extension RoomJournal {
    /// The answer to a call, for those who have a task of their own to wait in.
    public func value<Value: Sendable>(
        _ ask: (any RoomJournal, @escaping Completion<Value>) -> Void
    ) async throws(JournalError) -> Value {
        let result: Result<Value, JournalError> = await withCheckedContinuation { continuation in
            ask(self) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }
}
