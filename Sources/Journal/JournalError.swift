/// Why something could not be kept or read back.
public enum JournalError: Error, Equatable, Sendable {
    /// Another process has opened the room since: whoever still writes under the old epoch must stop.
    case fenced(room: String, epoch: Int)
    /// The store itself failed: a full disk, a damaged file.
    case failed(String)
}
