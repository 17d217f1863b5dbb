import HTTPTypes
import JSONValues
import Logging
import Networking

/// One request on its way to an answer. `Sendable` because a task of the desk carries it, and the desk
/// runs where the exchange belongs: on the reactor's thread, nowhere else.
struct Call: @unchecked Sendable {
    let exchange: HTTPExchange
    var request: HTTPRequest { exchange.request }

    /// The body as JSON, declared and parsed as such.
    ///
    /// A declaration is asked for even where the body could be guessed: a web page of somebody else can
    /// make a browser post text, but not `application/json`.
    func json() throws(Problem) -> JSON {
        try Self.checkType(of: request)
        do {
            return try JSON(parsing: exchange.body)
        } catch {
            throw Problem(.notJSON, "\(error)")
        }
    }

    static func checkType(of request: HTTPRequest) throws(Problem) {
        guard let type = request.headerFields[.contentType], isJSON(type) else {
            throw Problem(.unsupportedMediaType, "Send JSON with `Content-Type: application/json`.")
        }
    }

    private static func isJSON(_ type: String) -> Bool {
        var essence = type.prefix { $0 != ";" }
        while essence.last?.isWhitespace == true { essence.removeLast() }
        return essence.lowercased() == "application/json"
    }

    /// `Prefer: wait=N` (RFC 7240), at most 30 s. What cannot be understood is ignored, as the RFC asks.
    var wait: Duration? {
        for field in request.headerFields[values: .prefer] {
            for preference in field.split(separator: ",") {
                let pair = preference.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                let words = pair.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
                if words.count == 2, words[0].lowercased() == "wait", let seconds = Int(words[1]),
                    seconds >= 0
                {
                    return .seconds(min(seconds, 30))
                }
            }
        }
        return nil
    }

    /// The trace that the request belongs to (W3C Trace Context).
    var traceContext: TraceContext? {
        request.headerFields[.traceparent].flatMap {
            TraceContext(traceparent: $0, state: request.headerFields[.tracestate])
        }
    }

    private static let log = Logger(label: "parley.http")

    func respond(_ answer: Answer) {
        // The path alone: a query may hold a token.
        Self.log.debug(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "status": .stringConvertible(answer.status.code),
                "path": "\((request.path ?? "").prefix { $0 != "?" })",
            ])
        // A HEAD's answer is the GET's, its length too (RFC 9110 §9.3.2); the server leaves the body out.
        exchange.respond(answer.head, body: answer.body)
    }
}
