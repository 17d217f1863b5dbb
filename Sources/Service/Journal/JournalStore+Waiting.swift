import Journal

// The journal's answers for those who have a task of their own to wait in.

func answer<Value: Sendable>(
    isolation: isolated (any Actor)? = #isolation,
    _ ask: (@escaping @Sendable (Result<Value, JournalError>) -> Void) -> Void
) async throws(JournalError) -> Value {
    let result: Result<Value, JournalError> = await withCheckedContinuation { continuation in
        ask { continuation.resume(returning: $0) }
    }
    return try result.get()
}

extension CallbackOutbox {
    func owe(
        _ callbacks: OwedCallbacks, isolation: isolated (any Actor)? = #isolation
    ) async throws(JournalError) {
        try await answer { owe(callbacks, then: $0) }
    }
}

extension RoomRecorder {
    /// - Returns: the epoch.
    func kept(upTo seq: Int, isolation: isolated (any Actor)? = #isolation) async throws(JournalError) -> Int
    {
        let result: Result<Int, JournalError> = await withCheckedContinuation { continuation in
            kept(upTo: seq) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }
}

extension Problem {
    /// The journal failed: what was asked for was taken back.
    static func notKept(_ error: JournalError) -> Problem {
        Problem(
            .storageUnavailable, "The join could not be kept, so it was taken back: \(error)",
            retryAfter: .seconds(5))
    }
}
