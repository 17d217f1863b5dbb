/// The first answer to a request with an `Idempotency-Key`, as it survives a restart.
public struct KeptAnswer: Equatable, Sendable {
    public var key: String
    /// Of the request's body.
    public var fingerprint: [UInt8]
    /// When the key was first used, in milliseconds since 1970.
    public var at: Int
    public var status: Int
    /// JSON, for whoever keeps the answer to read again.
    public var headers: String
    public var body: [UInt8]

    public init(key: String, fingerprint: [UInt8], at: Int, status: Int, headers: String, body: [UInt8]) {
        self.key = key
        self.fingerprint = fingerprint
        self.at = at
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Answers that a retry gets again. Nothing here waits; see ``RoomJournal``.
public protocol AnswerShelf: AnyObject, Sendable {
    typealias Completion<Value> = @Sendable (Result<Value, JournalError>) -> Void

    /// Lasts when `then` is told so; takes the place of an earlier answer to the key.
    func keep(_ answer: KeptAnswer, then: @escaping Completion<Void>)
    /// Answers from `time` on, oldest first, the youngest `limit` of them; older ones are forgotten.
    func answers(since time: Int, limit: Int, then: @escaping Completion<[KeptAnswer]>)
    /// Forgets answers before `time`.
    func forgetAnswers(before time: Int, then: @escaping Completion<Void>)
}

/// All that the service keeps.
public typealias JournalStore = RoomJournal & CallbackOutbox & AnswerShelf
