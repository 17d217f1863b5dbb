import HTTPTypes
import JSONValues
import Networking
import OrderedCollections

/// A Chat Completions server to think with, instead of a script.
public struct LanguageModel: Equatable, Sendable {
    /// Its base, `http://127.0.0.1:8000/v1`, or the whole address of `…/chat/completions`.
    public var url: String
    public var model: String
    /// Sent as a bearer token; `nil` for servers that want none.
    public var key: String?
    /// From the request to the last word. Default: 60 s, enough for a long answer of a slow machine.
    public var deadline: Duration

    public init(url: String, model: String, key: String? = nil, deadline: Duration = .seconds(60)) {
        self.url = url
        self.model = model
        self.key = key
        self.deadline = deadline
    }

    var endpoint: String {
        let base = url.last == "/" ? String(url.dropLast()) : url
        return base.hasSuffix("/chat/completions") ? base : base + "/chat/completions"
    }

    /// Asks; `express` is called on the reactor, sentence by sentence, and at last with ``Expression/done(_:)``, unless
    /// the call is cancelled.
    func ask(_ thought: Thought, on reactor: Reactor, _ express: @escaping (Expression) -> Void)
        -> OutboundCall
    {
        var headers: HTTPFields = [.contentType: "application/json", .accept: "text/event-stream"]
        if let key { headers[.authorization] = "Bearer \(key)" }
        let request = OutboundRequest(
            method: .post, url: endpoint, headers: headers,
            body: ChatCompletions.request(thought, model: model).utf8, deadline: deadline)
        let answer = Answer(express)
        let end: (Result<InboundResponse, NetworkingError>) -> Void = { answer.end($0) }
        return reactor.send(request, onHead: { answer.begin($0) }, onBodyPart: { answer.read($0) }, end)
    }
}

/// One answer as it streams in.
private final class Answer {
    private let express: (Expression) -> Void
    private var stream = ChatCompletionStream()
    private var status: Int?
    /// The beginning of an error's body, which says more than its status.
    private var complaint: [UInt8] = []

    init(_ express: @escaping (Expression) -> Void) { self.express = express }

    func begin(_ head: HTTPResponse) { status = head.status.code }

    func read(_ bytes: UnsafeRawBufferPointer) {
        if status == 200 {
            for expression in stream.feed(bytes) { express(expression) }
        } else if complaint.count < 1_024 {
            complaint += bytes.prefix(1_024)
        }
    }

    func end(_ result: Result<InboundResponse, NetworkingError>) {
        switch result {
        case .success(let response) where response.status == 200:
            for expression in stream.finish() { express(expression) }
        case .success(let response):
            let words = String(decoding: complaint.isEmpty ? response.body : complaint, as: UTF8.self)
            fail("the language model answered \(response.status): \(words.trimmed.prefix(300))")
        case .failure(let error): fail("the language model cannot be asked: \(error)")
        }
    }

    private func fail(_ message: String) {
        express(.done(.failed(code: "server_error", message: message)))
    }
}
