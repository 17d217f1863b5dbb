/// The numbers that say why a WebSocket ends (RFC 6455, section 7.4; 1012 to 1014 are IANA's additions).
public enum CloseCode {
    /// Whether a peer may send it. What is left out is reserved for what happens without a frame, or for the future.
    public static func maySend(_ code: Int) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
