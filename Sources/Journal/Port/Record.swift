/// One thing that happened in a room, as it is kept.
public struct Record: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// What the room told the world; `seq` is the event's own.
        case event
        /// What the floor was told, with its time; numbered by whoever records it.
        case floor
    }

    public var kind: Kind
    /// Rises within its kind and epoch; a number is given out once.
    public var seq: Int
    /// Milliseconds since 1970.
    public var at: Int
    /// Compact JSON.
    public var body: [UInt8]
    /// The life of the room it is of. ``RoomJournal/append(_:to:expecting:_:then:)`` sets it.
    public var epoch: Int

    public init(kind: Kind, seq: Int, at: Int, body: [UInt8], epoch: Int = 0) {
        self.kind = kind
        self.seq = seq
        self.at = at
        self.body = body
        self.epoch = epoch
    }
}

/// One life of a room: from its opening to its close. A name may be used again and has several then.
public struct RoomLife: Equatable, Sendable {
    public var room: String
    /// 1 for a room's first life.
    public var epoch: Int
    /// Milliseconds since 1970.
    public var openedAt: Int
    /// `nil` while it is open, and of a room whose process died.
    public var closedAt: Int?
    /// The lowest and the highest `seq` of an event; 0 when none is kept.
    public var firstSeq, lastSeq: Int

    public init(
        room: String, epoch: Int, openedAt: Int, closedAt: Int? = nil, firstSeq: Int = 0, lastSeq: Int = 0
    ) {
        self.room = room
        self.epoch = epoch
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.firstSeq = firstSeq
        self.lastSeq = lastSeq
    }
}
