/// A participant's name within one room, `[A-Za-z0-9._-]{1,64}`.
public struct Identity: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String
    public init(_ text: String) { description = text }
    public init(stringLiteral text: String) { self.init(text) }

    /// Whether `text` may name a room or a participant: the contract's `[A-Za-z0-9._-]{1,64}`.
    public static func isValid(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// One agent's stay on the floor; `tu_…` on the wire. Counts from 1 within one room.
public struct TurnID: Hashable, Sendable, CustomStringConvertible {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public var description: String { "tu_\(number)" }

    /// Reads `tu_…`; `nil` for anything else.
    public init?(wire: some StringProtocol) {
        guard wire.hasPrefix("tu_"), let number = Int(wire.dropFirst(3)), number > 0 else { return nil }
        self.init(number)
    }
}

/// Why an agent was given the floor, as `turn.granted` says it.
public enum GrantReason: String, Sendable, CaseIterable {
    case address, request, domain, floor, all, moderator, greeting
}

/// How a turn ended, as `turn.ended` says it.
public enum TurnOutcome: String, Sendable, CaseIterable {
    /// The last sample was heard.
    case completed
    /// A caller or the moderator cut in; part of it may have been heard.
    case interrupted
    /// Given up before anything was heard, because the reason for it went away.
    case cancelled
    /// The agent's session did not deliver.
    case failed
}
