/// Why what a peer says is refused. Nothing after it is read: where the next frame begins is not known, or not to be
/// believed.
public enum FrameViolation: Error, Equatable, Sendable {
    /// Bits that only an extension gives a meaning, and none was agreed on (RFC 6455, section 5.2).
    case reservedBits
    case unknownOpcode(UInt8)
    /// A client masks every frame (section 5.1).
    case unmasked
    /// And a server none.
    case masked
    case fragmentedControl
    case longControl
    /// A continuation of nothing.
    case continuationOfNothing
    /// A new message before the last one has ended.
    case interruptedMessage
    /// A length that takes more bytes than it needs, or has its top bit set.
    case badLength
    case shortClose
    case closeCode(Int)
    /// Text, or the reason of a close, that is not UTF-8.
    case notText
    /// A message is longer than `limit` bytes, or a frame announces that it will be.
    case tooLong(limit: Int)

    /// The close code that tells the peer (section 7.4.1).
    public var code: Int {
        switch self {
        case .notText: 1007
        case .tooLong: 1009
        case .reservedBits, .unknownOpcode, .unmasked, .masked, .fragmentedControl, .longControl,
            .continuationOfNothing,
            .interruptedMessage, .badLength, .shortClose, .closeCode:
            1002
        }
    }

    /// What to tell it in words; at most 123 bytes.
    public var reason: String {
        switch self {
        case .reservedBits: "a frame has reserved bits set, and no extension was agreed on"
        case .unknownOpcode(let opcode): "a frame has the unknown opcode \(opcode)"
        case .unmasked: "a client must mask its frames"
        case .masked: "a server must not mask its frames"
        case .fragmentedControl: "a control frame must not be fragmented"
        case .longControl: "a control frame may have \(Opcode.maxControlByteCount) bytes"
        case .continuationOfNothing: "a continuation needs a message that it continues"
        case .interruptedMessage: "a message must end before the next one begins"
        case .badLength: "a frame's length must be written in as few bytes as it needs"
        case .shortClose: "a close frame has no code or one of two bytes"
        case .closeCode(let code): "\(code) is no close code that may be sent"
        case .notText: "text must be UTF-8"
        case .tooLong(let limit): "a message may have \(limit) bytes"
        }
    }
}
