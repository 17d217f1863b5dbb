/// What a frame is (RFC 6455, section 5.2).
public enum Opcode: UInt8, Sendable {
    case continuation = 0
    case text = 1
    case binary = 2
    case close = 8
    case ping = 9
    case pong = 10

    /// Such a frame is whole and short, and may come between the fragments of a message.
    var isControl: Bool { rawValue >= 8 }

    /// What a control frame carries at most.
    static let maxControlByteCount = 125
}
