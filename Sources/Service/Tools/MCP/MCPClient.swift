import HTTPTypes
import JSONValues
import Networking
import Personas

/// Drives an ``MCPSession`` over HTTP. Belongs to its reactor's thread.
final class MCPClient {
    let server: Persona.MCPServer
    private let reactor: Reactor
    private var session = MCPSession()
    private var exchanges: [Int: OutboundCall] = [:]
    private var calls: [(id: String, done: (ToolOutput) -> Void)] = []
    var onFound: (([MCPTool]) -> Void)?
    var onFailed: ((String) -> Void)?

    /// For each step of setting up. Agents have joined by then and can talk without their tools.
    static let setUpTimeout: Duration = .seconds(10)
    /// From a call to its result: a tool on the other side of the world that asks others in turn.
    static let callTimeout: Duration = .seconds(30)
    private static let maxBodyByteCount = EventStreamReader.maxEventByteCount

    init(_ server: Persona.MCPServer, on reactor: Reactor) {
        self.server = server
        self.reactor = reactor
    }

    func start() { perform(session.start()) }

    /// `done` is called once.
    func call(
        _ tool: String, callID: String, arguments: ToolArguments, _ done: @escaping (ToolOutput) -> Void
    ) {
        calls.append((callID, done))
        perform(session.call(callID, tool, arguments.json))
    }

    func close() {
        let last = session.close()
        for exchange in exchanges.values { exchange.cancel() }
        exchanges = [:]
        let lost = calls
        calls = []
        perform(last)
        for call in lost { call.done(.failure("The agent has gone.")) }
    }

    private func perform(_ actions: [MCPSession.Action]) {
        for action in actions {
            switch action {
            case .post(let outgoing): post(outgoing)
            case .delete(let headers):
                reactor.send(request(.delete, headers, deadline: Self.setUpTimeout)) { _ in }
            case .found(let tools): onFound?(tools)
            case .failed(let reason): onFailed?(reason)
            case .returned(let callID, let output): returned(callID, output)
            }
        }
    }

    private func returned(_ callID: String, _ output: ToolOutput) {
        guard let index = calls.firstIndex(where: { $0.id == callID }) else { return }
        calls.remove(at: index).done(output)
    }

    private func request(
        _ method: HTTPRequest.Method, _ headers: [MCPSession.Header], body: [UInt8] = [], deadline: Duration
    ) -> OutboundRequest {
        var fields: HTTPFields = [:]
        for header in server.headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value.value }
        }
        if method == .post {
            fields[.accept] = "application/json, text/event-stream"
            fields[.contentType] = "application/json"
        }
        for header in headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value }
        }
        return OutboundRequest(
            method: method, url: server.url.value, headers: fields, body: body, deadline: deadline,
            responseHeaders: [Self.sessionID].compactMap(\.self))
    }

    private static let sessionID = HTTPField.Name("Mcp-Session-Id")

    private func post(_ outgoing: MCPSession.Outgoing) {
        let token = outgoing.token
        let deadline = outgoing.isCall ? Self.callTimeout : Self.setUpTimeout
        let answer = Answer()
        let call = reactor.send(
            request(.post, outgoing.headers, body: outgoing.body.utf8, deadline: deadline),
            onHead: { answer.head = $0 },
            onBodyPart: { [weak self] part in self?.arrived(part, answer, token) },
            { [weak self] result in self?.ended(result, answer, token) })
        exchanges[token] = call
    }

    /// An answer as far as it has come.
    private final class Answer {
        var head: HTTPResponse?
        var reader = EventStreamReader()
        var body: [UInt8] = []

        var isStream: Bool {
            head?.headerFields[.contentType]?.lowercased().hasPrefix("text/event-stream") == true
        }
        var isSuccess: Bool { head.map { (200..<300).contains($0.status.code) } ?? false }
        var session: String? { MCPClient.sessionID.flatMap { head?.headerFields[$0] } }
    }

    private func arrived(_ part: UnsafeRawBufferPointer, _ answer: Answer, _ token: Int) {
        guard exchanges[token] != nil else { return }
        guard answer.isStream, answer.isSuccess else {
            answer.body += part
            if answer.body.count > Self.maxBodyByteCount { drop(token, "its answer is too long") }
            return
        }
        for event in answer.reader.read(part) {
            guard let message = try? JSON(parsing: event) else { continue }
            perform(session.received(message, on: token, session: answer.session))
        }
        if answer.reader.isOverfull { return drop(token, "its answer is too long") }
        // Nothing more is wanted of a stream that has answered.
        if !session.awaits(token) { forget(token) }
    }

    private func drop(_ token: Int, _ reason: String) {
        forget(token)
        perform(session.ended(.unreachable(reason), token))
    }

    /// Not from within its own callback: the connection is still being read.
    private func forget(_ token: Int) {
        guard let exchange = exchanges.removeValue(forKey: token) else { return }
        reactor.schedule(after: .zero) { exchange.cancel() }
    }

    private func ended(
        _ result: Result<InboundResponse, NetworkingError>, _ answer: Answer, _ token: Int
    ) {
        guard exchanges.removeValue(forKey: token) != nil else { return }
        switch result {
        case .failure(let error): perform(session.ended(.unreachable(Self.reason(error)), token))
        case .success(let response):
            let message = try? JSON(parsing: answer.body)
            guard answer.isSuccess else {
                return perform(session.ended(.refused(status: response.status, message), token))
            }
            if let message, !answer.isStream {
                perform(session.received(message, on: token, session: answer.session))
            }
            perform(session.ended(.complete, token))
        }
    }

    /// Without the URL: it may hold a secret of the persona's.
    private static func reason(_ error: NetworkingError) -> String {
        if case .invalidURL(_, let reason) = error { return "its address cannot be used: \(reason)" }
        return "\(error)"
    }
}
