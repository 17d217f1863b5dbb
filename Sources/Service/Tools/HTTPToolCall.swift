import HTTPTypes
import JSONValues
import Networking
import Personas

/// One call of an HTTP tool, with its retry. Belongs to its reactor's thread.
final class HTTPToolCall {
    private let reactor: Reactor
    private let call: Persona.HTTPCall
    private let callID: String
    private let arguments: ToolArguments
    private let trace: String?
    private let started = ContinuousClock.now
    private var attempts: ToolAttempts
    private let done: (ToolOutput) -> Void

    /// Makes the call; `done` is called once, later.
    ///
    /// - Parameter trace: `traceparent` of the call, if it is traced.
    static func make(
        _ call: Persona.HTTPCall, callID: String, arguments: ToolArguments, trace: String? = nil,
        on reactor: Reactor, _ done: @escaping (ToolOutput) -> Void
    ) {
        HTTPToolCall(reactor, call, callID, arguments, trace, done).attempt()
    }

    private init(
        _ reactor: Reactor, _ call: Persona.HTTPCall, _ callID: String, _ arguments: ToolArguments,
        _ trace: String?, _ done: @escaping (ToolOutput) -> Void
    ) {
        self.trace = trace
        self.reactor = reactor
        self.call = call
        self.callID = callID
        self.arguments = arguments
        self.done = done
        attempts = ToolAttempts(of: call)
    }

    private func attempt() {
        var request = call.request(arguments: arguments, callID: callID)
        if let trace, request.headers[.traceparent] == nil { request.headers[.traceparent] = trace }
        request.deadline = max(.milliseconds(1), call.timeout - (ContinuousClock.now - started))
        var head: HTTPResponse?
        let keepHead: (HTTPResponse) -> Void = { head = $0 }
        reactor.send(request, onHead: keepHead) { [self] result in ended(Self.reply(result, head)) }
    }

    private func ended(_ result: Result<ToolReply, NetworkingError>) {
        switch attempts.ended(result, after: ContinuousClock.now - started, at: .now) {
        case .over(let output): done(output)
        case .again(let pause): reactor.schedule(after: pause) { [self] in attempt() }
        }
    }

    /// A body that is too long says something all the same: its status.
    private static func reply(
        _ result: Result<InboundResponse, NetworkingError>, _ head: HTTPResponse?
    ) -> Result<ToolReply, NetworkingError> {
        func reply(_ head: HTTPResponse, _ body: [UInt8]?) -> ToolReply {
            ToolReply(
                status: head.status.code, contentType: head.headerFields[.contentType],
                retryAfter: head.headerFields[.retryAfter], body: body)
        }
        switch result {
        case .success(let response): return .success(reply(response.head, response.body))
        case .failure(let error):
            if case .bodyTooLarge = error, let head { return .success(reply(head, nil)) }
            return .failure(error)
        }
    }
}

extension Persona.HTTPCall {
    /// `POST` sends the arguments as its JSON body, `GET` as its query.
    func request(arguments: ToolArguments, callID: String) -> OutboundRequest {
        var fields: HTTPFields = [.accept: "application/json, text/plain;q=0.9, */*;q=0.1"]
        for header in headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value.value }
        }
        if let name = HTTPField.Name("Idempotency-Key") { fields[name] = callID }
        if method == .post { fields[.contentType] = "application/json" }
        switch method {
        case .post:
            return OutboundRequest(
                method: .post, url: url.value, headers: fields, body: Array(arguments.text.utf8),
                deadline: timeout, maxBodyByteCount: ToolOutput.maxByteCount)
        case .get:
            let query = Self.query(arguments.json)
            let separator = url.value.contains("?") ? "&" : "?"
            return OutboundRequest(
                method: .get, url: query.isEmpty ? url.value : url.value + separator + query, headers: fields,
                deadline: timeout, maxBodyByteCount: ToolOutput.maxByteCount)
        }
    }

    private static func query(_ arguments: JSON) -> String {
        (arguments.objectValue ?? [:]).map { key, value in
            "\(PercentEncoding.encode(key))=\(PercentEncoding.encode(value.stringValue ?? value.text))"
        }.joined(separator: "&")
    }
}
