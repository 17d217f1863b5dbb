/// Why something could not be kept or read back.
public enum JournalError: Error, Equatable, Sendable {
    /// The room has a later epoch, or this one is closed: whoever still writes under it must stop.
    case fenced(room: String, epoch: Int)
    /// The store itself failed: a full disk, a damaged file. What was asked for has not happened.
    case failed(String)
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fenced(let room, let epoch): "epoch \(epoch) of room \(room) is over"
        case .failed(let why): why
        }
    }
}
