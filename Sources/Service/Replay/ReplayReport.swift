public import FloorControl

/// A room's record, told to a floor once more: the turns it tells of, and everything that does not fit together.
public struct ReplayReport: Sendable {
    public enum Finding: Equatable, Sendable {
        /// The floor decides otherwise now, or the record cannot be one of a floor.
        case differs(seq: Int, FloorReplay.Difference)
        /// Lines of the record are not there.
        case missing(ClosedRange<Int>)
        /// The line comes twice, or after a later one.
        case misplaced(seq: Int)
        /// A line of another room, or of another life of it.
        case foreign(seq: Int, room: String, epoch: Int)
        /// Whatever stands there is no line of a record; `place` says where.
        case unreadable(place: String, why: String)
    }

    public private(set) var findings: [Finding] = []
    public private(set) var table = TurnTable()
    /// The first line, which tells of which room and life the record is.
    public private(set) var first: FloorRecordLine?
    /// The time of the last input.
    public private(set) var length = RoomTime.zero
    private var replay = FloorReplay()
    private var lastSeq = 0
    /// Nothing can be replayed without its beginning, and saying so once is enough.
    private var lacksBeginning = false

    public init() {}

    /// How many inputs the floor was told.
    public var inputCount: Int { replay.count }

    /// Call with each line in the order in which they stand.
    public mutating func take(_ line: FloorRecordLine) {
        let first = first ?? line
        self.first = first
        guard line.room == first.room, line.epoch == first.epoch else {
            findings.append(.foreign(seq: line.seq, room: line.room, epoch: line.epoch))
            return
        }
        guard line.seq > lastSeq else {
            findings.append(.misplaced(seq: line.seq))
            return
        }
        if line.seq > lastSeq + 1 { findings.append(.missing(lastSeq + 1...line.seq - 1)) }
        lastSeq = line.seq
        tell(line)
    }

    /// Call with a line that cannot be read, in its place.
    public mutating func take(unreadable place: String, why: LineComplaint) {
        findings.append(.unreadable(place: place, why: why.description))
    }

    private mutating func tell(_ line: FloorRecordLine) {
        guard !lacksBeginning else { return }
        if case .told(_, let time, _) = line.entry { length = max(length, time) }
        table.add(line.entry)
        guard let difference = replay.replay(line.entry) else { return }
        lacksBeginning = difference == .notOpened
        findings.append(.differs(seq: line.seq, difference))
    }
}
