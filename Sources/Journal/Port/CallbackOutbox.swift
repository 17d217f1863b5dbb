/// Callbacks that one participant's receiver is still owed, as they survive a restart.
///
/// Not the messages themselves: those are made from the room's events, which are kept anyway. What is owed is all that
/// matches after ``place``, so a receiver that is dead for a day costs one row, however much happens meanwhile.
public struct OwedCallbacks: Equatable, Sendable {
    public var participant: String
    public var room: String
    public var epoch: Int
    public var url: String
    /// The patterns of `callback_events`.
    public var events: [String]
    /// Compact JSON.
    public var metadata: [UInt8]
    /// The `seq` up to which everything was accepted, given up or not wanted.
    public var place: Int
    /// Whether the participant has left before ``place``.
    public var isLeaving: Bool

    public init(
        participant: String, room: String, epoch: Int, url: String, events: [String], metadata: [UInt8],
        place: Int, isLeaving: Bool = false
    ) {
        self.participant = participant
        self.room = room
        self.epoch = epoch
        self.url = url
        self.events = events
        self.metadata = metadata
        self.place = place
        self.isLeaving = isLeaving
    }
}

/// What is not yet delivered. Nothing here waits; see ``RoomJournal``.
public protocol CallbackOutbox: AnyObject, Sendable {
    typealias Completion<Value> = @Sendable (Result<Value, JournalError>) -> Void

    /// From here on the receiver is owed callbacks; it lasts when `then` is told so.
    func owe(_ callbacks: OwedCallbacks, then: @escaping Completion<Void>)
    /// All up to `place` has been dealt with. If the process dies first, some of it is delivered once more.
    func advance(
        _ participant: String, to place: Int, isLeaving: Bool, then: @escaping Completion<Void>)
    /// Nothing is owed any more: all was delivered, or the receiver wants no more.
    func settle(_ participant: String, then: @escaping Completion<Void>)
    /// Everything that is owed, by participant.
    func owed(then: @escaping Completion<[OwedCallbacks]>)
}
