/// The servers of one participant, best first, and the one that is in use.
///
/// A server that is given up moves the participant down, and past the last one to the first again: failed are
/// those who have found none that works. Back up it goes when a session rotates.
struct Ladder: Sendable {
    let count: Int
    private(set) var server = 0
    /// Servers given up since a session was ready.
    private var abandoned = 0

    init(count: Int) { self.count = max(1, count) }

    /// - Returns: Whether there is a server left that was not given up.
    mutating func descend() -> Bool {
        guard abandoned + 1 < count else { return false }
        abandoned += 1
        server = (server + 1) % count
        return true
    }

    /// A session on this server is ready.
    mutating func stand(on server: Int) {
        self.server = server
        abandoned = 0
    }

    /// Whom a successor is asked of: the best one first, however often it failed before.
    func server(ofTry failures: Int) -> Int { failures % count }
}
