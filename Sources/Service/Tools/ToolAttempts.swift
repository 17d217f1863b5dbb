import Glibc
import Networking
import Personas

/// Whether a call that failed is made once more.
///
/// RFC 9110 §9.2.2: a request may be repeated without asking if its method is idempotent, if the client knows
/// that its meaning is, or if it can tell that the first one was never applied; and a failed retry is not
/// retried. So, once at most and within the tool's timeout:
///
/// - any method, when nothing was sent: the name was not found, or nobody could be connected to;
/// - any method, after 429 or 503 with a `Retry-After` that is due in time: the server says that it did nothing
///   and when to come back;
/// - `GET`, when the connection ended before the answer, and after 502, 503 or 504.
///
/// A `POST` that was cut off is not repeated, although it carries an `Idempotency-Key`: that the tool heeds it is
/// more than Parley can know. Its model is told that the tool may have done what it was asked to.
struct ToolAttempts: Equatable, Sendable {
    enum Verdict: Equatable, Sendable {
        case over(ToolOutput)
        case again(after: Duration)
    }

    /// Long enough for a server that is just being restarted to be back, too short to be missed in talking.
    static let pause: Duration = .milliseconds(200)

    let method: Persona.HTTPCall.Method
    /// For all attempts together.
    let timeout: Duration
    private(set) var isRetry = false

    init(of call: Persona.HTTPCall) {
        method = call.method
        timeout = call.timeout
    }

    /// - Parameters:
    ///   - elapsed: since the first attempt began.
    ///   - date: of the calendar, for a `Retry-After` that names one.
    mutating func ended(
        _ result: Result<ToolReply, NetworkingError>, after elapsed: Duration, at date: WallTime
    ) -> Verdict {
        if !isRetry, let pause = pause(after: result, at: date), elapsed + pause < timeout {
            isRetry = true
            return .again(after: pause)
        }
        switch result {
        case .success(let reply): return .over(reply.output)
        case .failure(.timedOut): return .over(.failure("The tool did not answer within \(timeout).\(doubt)"))
        case .failure(.closedEarly(let host)):
            return .over(.failure("\(host) closed the connection before its answer was complete.\(doubt)"))
        case .failure(let error): return .over(.failure(error))
        }
    }

    private var doubt: String {
        switch method {
        case .get: ""
        case .post: " It is not known whether it did what it was asked to."
        }
    }

    /// `nil` when the call must not be repeated.
    private func pause(after result: Result<ToolReply, NetworkingError>, at date: WallTime) -> Duration? {
        switch result {
        case .failure(.nameNotResolved), .failure(.cannotConnect): return Self.pause
        case .failure(.closedEarly): return method == .get ? Self.pause : nil
        case .failure: return nil
        case .success(let reply):
            if [429, 503].contains(reply.status), let after = reply.retryAfter {
                return Self.pause(of: after, at: date)
            }
            return method == .get && [502, 503, 504].contains(reply.status) ? Self.pause : nil
        }
    }

    /// `Retry-After: 2` or a date as RFC 9110 §5.6.7 writes it; `nil` for anything else.
    static func pause(of text: String, at now: WallTime) -> Duration? {
        if let seconds = Int(text) { return (0...3_600).contains(seconds) ? .seconds(seconds) : nil }
        guard let due = secondsSince1970(text) else { return nil }
        return .milliseconds(max(0, due * 1_000 - now.millisecondsSince1970))
    }

    /// `Sat, 21 Nov 2026 10:00:03 GMT`; the obsolete forms of the same section are sent by nobody.
    private static func secondsSince1970(_ text: String) -> Int? {
        let parts = text.split { $0 == " " || $0 == ":" || $0 == "," }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 8, parts[7] == "GMT", let month = months.firstIndex(of: String(parts[2])),
            let day = Int32(parts[1]), let year = Int32(parts[3]), let hour = Int32(parts[4]),
            let minute = Int32(parts[5]), let second = Int32(parts[6]),
            (1...31).contains(day), (1970...9999).contains(year)
        else { return nil }
        var date = tm()
        date.tm_year = year - 1900
        (date.tm_mon, date.tm_mday) = (Int32(month), day)
        (date.tm_hour, date.tm_min, date.tm_sec) = (hour, minute, second)
        return timegm(&date)
    }
}
