import HTTPTypes
import Networking

// How much may go on at once, and how quickly it may begin. What a single room bears, the room says itself.

extension FrontDesk {
    /// Counted before anything else is looked at: reading a request costs more than refusing it.
    func countedJoin(_ call: Call) throws(Problem) -> Answer? {
        try countJoin(call.request)
        return try join(call)
    }

    func countJoin(_ request: HTTPRequest) throws(Problem) {
        let key = grant(request.headerFields)?.key ?? ""
        guard let wait = commons.joinRates.withLock({ $0.take(by: key, at: .now) }) else { return }
        throw Problem(
            .rateLimited,
            "More than \(settings.limits.maxJoinsPerSecond) joins a second by this key (--max-joins-per-second).",
            retryAfter: wait)
    }

    /// Room for one more agent or caller, each of whom needs a session of a Realtime server: taken here, until
    /// ``showSeats()``.
    func refuseIfFull() throws(Problem) {
        guard takeSeat() else {
            throw Problem(
                .atCapacity,
                "All \(settings.limits.maxSessions) sessions are in use (--max-sessions); try again later.",
                retryAfter: .seconds(5))
        }
    }
}
