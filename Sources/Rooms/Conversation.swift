public import FloorControl

/// The ordered record of who said what, and how much of it was heard. The only truth: every session
/// is a cache of it.
///
/// Order is the order in which people began to speak; an utterance is opened when its speaker begins
/// and finished when its words are known, so a slow transcript keeps its place.
public struct Conversation: Equatable, Sendable {
    /// Counts from 0 within one room.
    public struct UtteranceID: Hashable, Comparable, Sendable {
        public let number: Int
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
    }

    public struct Utterance: Equatable, Sendable {
        public let id: UtteranceID
        public let speaker: Identity
        /// The name people know the speaker by.
        public let name: String
        public let kind: ParticipantKind
        public let turn: TurnID?
        public let at: RoomTime
        /// `nil` while the words are not known yet; then what was heard, not what was generated.
        public fileprivate(set) var text: String?
        public fileprivate(set) var interrupted = false

        /// How other participants' words are put into a session (``Attribution``). Behind words that were cut off
        /// it says so: a model that reads half a sentence should not take it for a whole one.
        public var attributed: String {
            "\(label) \(Attribution.words(text ?? ""))\(interrupted ? Self.cutOff : "")"
        }

        static let cutOff = " (interrupted)"

        /// Who speaks, as it stands before the sound of their words.
        public var label: String { "[\(Attribution.name(name))]" }

        /// Whether it is one of the agent's own; callers may have had its name before it came.
        public func isSpoken(byAgent agent: Identity) -> Bool { kind == .agent && speaker == agent }
    }

    /// Those that are not condensed.
    public private(set) var utterances: [Utterance] = []
    /// What stands for the oldest talk, which is not kept any more; `nil` as long as all of it is.
    public private(set) var digest: Digest?
    /// The number of the utterance that is opened next.
    private(set) var next = 0
    /// Counts what was finished, dropped or condensed.
    private(set) var revision = 0

    public init() {}

    public mutating func open(
        _ speaker: Identity, name: String, _ kind: ParticipantKind, turn: TurnID? = nil, at now: RoomTime
    ) -> UtteranceID {
        let id = UtteranceID(number: next)
        next += 1
        utterances.append(Utterance(id: id, speaker: speaker, name: name, kind: kind, turn: turn, at: now))
        return id
    }

    public mutating func finish(_ id: UtteranceID, text: String, interrupted: Bool = false) {
        guard let index = index(of: id) else { return }
        revision += 1
        utterances[index].text = text
        utterances[index].interrupted = interrupted
    }

    /// Nothing was said after all.
    public mutating func drop(_ id: UtteranceID) {
        revision += 1
        utterances.removeAll { $0.id == id }
    }

    /// The oldest utterances leave the record, through this one; all of them are finished.
    /// - Parameter summary: what tells of them and of the digest so far; `nil` leaves them out.
    /// - Returns: How many they were.
    @discardableResult
    mutating func condense(through last: UtteranceID, into summary: String?) -> Int {
        let condensed = utterances.prefix { $0.id <= last }
        precondition(condensed.allSatisfy { $0.text != nil }, "what is still being said cannot be condensed")
        guard !condensed.isEmpty else { return 0 }
        revision += 1
        digest = Digest(after: digest, condensed, into: summary)
        utterances.removeFirst(condensed.count)
        return condensed.count
    }

    subscript(_ id: UtteranceID) -> Utterance? { index(of: id).map { utterances[$0] } }

    /// Numbers rise, so a binary search finds one in a call of any length.
    private func index(of id: UtteranceID) -> Int? {
        var low = 0
        var high = utterances.count
        while low < high {
            let middle = (low + high) / 2
            if utterances[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < utterances.count && utterances[low].id == id ? low : nil
    }
}
