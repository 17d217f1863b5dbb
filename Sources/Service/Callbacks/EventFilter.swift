public import Rooms

/// Which events somebody wants to hear of: a type, `prefix.*` or `*`.
public struct EventFilter: Equatable, Sendable {
    private enum Pattern: Equatable, Sendable {
        case all
        case type(String)
        /// With its dot: `agent.`
        case prefix(String)

        func matches(_ type: String) -> Bool {
            switch self {
            case .all: true
            case .type(let wanted): type == wanted
            case .prefix(let prefix): type.hasPrefix(prefix)
            }
        }
    }

    private let patterns: [Pattern]
    /// As they were written.
    public let texts: [String]

    /// What `POST /voice/join` means when it says nothing: what becomes of the agent itself.
    public static let agentStatus = EventFilter(patterns: [.prefix("agent.")], ["agent.*"])

    private init(patterns: [Pattern], _ texts: [String]) {
        self.patterns = patterns
        self.texts = texts
    }

    /// - Throws: ``Unknown`` with the indices of the patterns that no event can ever match, which are
    ///   misspellings rather than wishes.
    public init(_ patterns: [String]) throws(Unknown) {
        let read = patterns.map(Self.pattern)
        let unknown = read.indices.filter { read[$0] == nil }
        guard unknown.isEmpty else { throw Unknown(indices: unknown) }
        self.init(patterns: read.compactMap(\.self), patterns)
    }

    public struct Unknown: Error, Equatable { public let indices: [Int] }

    private static func pattern(_ text: String) -> Pattern? {
        if text == "*" { return .all }
        let pattern: Pattern = text.hasSuffix(".*") ? .prefix(String(text.dropLast())) : .type(text)
        return RoomEvent.types.contains { pattern.matches($0) } ? pattern : nil
    }

    public func matches(_ event: RoomEvent) -> Bool { matches(event.type) }
    func matches(_ type: String) -> Bool { patterns.contains { $0.matches(type) } }
}

extension RoomEvent {
    /// Every type of the contract's table.
    static let types = [
        "room.opened", "room.closed", "participant.joined", "participant.left", "participant.muted",
        "participant.heard", "agent.status", "speech.started", "speech.stopped", "transcript.delta",
        "transcript.final",
        "floor.changed", "turn.requested", "turn.granted", "turn.started", "turn.ended", "tool.called",
        "tool.returned", "context.condensed", "limit.approached", "limit.reached",
        "recording.started", "recording.stopped", "error",
    ]
}
