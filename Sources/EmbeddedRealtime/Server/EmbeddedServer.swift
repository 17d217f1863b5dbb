public import HTTPTypes
import JSONValues
public import Logging
public import Networking
public import Personas

/// A Realtime server on this machine: `/v1/realtime`, for conversation and transcription sessions, without key or network.
///
/// Stand-alone, as `parley realtime` runs it:
///
///     let server = EmbeddedServer(on: reactor, options: EmbeddedServer.Options(persona: { catalogue[$0] }))
///     let port = try server.listen(host: "127.0.0.1", port: 8081)
///
/// Or behind somebody else's HTTP server: ask ``serves(_:)``, then ``upgradeDecision(for:)``. The server must be kept
/// alive by its owner, and belongs to the reactor's thread.
public final class EmbeddedServer {
    public struct Options: Sendable {
        /// The persona that a model `scripted/<id>` speaks for; `nil` when there is none of that id.
        public var persona: @Sendable (_ id: String) -> Persona?
        /// When set, it thinks for every session, whatever its model.
        public var languageModel: LanguageModel?
        public var speech: SpeechFiles
        /// Sessions end after this, as OpenAI's do. Default: 60 minutes.
        public var sessionLifetime: Duration
        public var log: Logger

        public init(
            persona: @escaping @Sendable (_ id: String) -> Persona? = { _ in nil },
            languageModel: LanguageModel? = nil, speech: SpeechFiles = .standard(),
            sessionLifetime: Duration = .seconds(3_600), log: Logger = Logger(label: "parley.realtime")
        ) {
            self.persona = persona
            self.languageModel = languageModel
            self.speech = speech
            self.sessionLifetime = sessionLifetime
            self.log = log
        }
    }

    public static let path = "/v1/realtime"

    let reactor: Reactor
    let options: Options
    let engines: SpeechEngines
    private var http: HTTPServer?
    private var connections: [ObjectIdentifier: Connection] = [:]

    /// - Parameter engines: shared by all servers of a process; Default: the installed ones, opened when first needed.
    public init(on reactor: Reactor, options: Options, engines: SpeechEngines? = nil) {
        self.reactor = reactor
        self.options = options
        self.engines = engines ?? SpeechEngines(.installed(options.speech))
    }

    /// Serves alone, until ``close()``. Port 0 picks a free one.
    ///
    /// - Returns: the port.
    @discardableResult
    public func listen(host: String, port: Int) throws(NetworkingError) -> Int {
        let server = try HTTPServer.listen(on: reactor, host: host, port: port, delegate: self)
        http = server
        return server.port
    }

    /// Ends every session with 1001 and stops listening.
    public func close() {
        http?.close()
        http = nil
        for connection in connections.values {
            connection.close(code: 1001, reason: "The server is going away.")
        }
    }

    public var connectionCount: Int { connections.count }

    func add(_ connection: Connection) {
        let id = ObjectIdentifier(connection)
        connections[id] = connection
        connection.onEnded = { [weak self] in self?.connections[id] = nil }
        connection.start()
    }
}

extension EmbeddedServer: HTTPServerDelegate {
    /// Whether a request is for this server.
    public static func serves(_ request: HTTPRequest) -> Bool { RequestLine(request).path == path }

    public func received(_ exchange: HTTPExchange) {
        let line = RequestLine(exchange.request)
        switch line.path {
        case "/healthz": exchange.respond(HTTPResponse(status: .ok), body: Array("ok\n".utf8))
        case Self.path:
            exchange.respond(
                .json(.upgradeRequired), body: Self.problem("Connect with a WebSocket.", code: nil))
        default:
            exchange.respond(
                .json(.notFound),
                body: Self.problem("No route '\(line.path)': the Realtime API is at \(Self.path).", code: nil)
            )
        }
    }

    public func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        upgradeDecision(for: request)
    }

    /// Any bearer token will do, or none: who may come is decided by the address listened on.
    public func upgradeDecision(for request: HTTPRequest) -> UpgradeDecision {
        let line = RequestLine(request)
        guard line.path == Self.path else {
            return refuse(.notFound, "No route '\(line.path)': the Realtime API is at \(Self.path).")
        }
        let kind = line.query["intent"] == "transcription" ? SessionKind.transcription : .conversation
        let model = line.query["model"] ?? "llm"
        let brain: Brain
        switch mind(for: model, kind) {
        case .success(let found): brain = found
        case .failure(let refusal): return refuse(.notFound, refusal.message)
        }
        // 15 MiB of sound as base64, and what is around it; a long answer may wait while a client is slow.
        let limits = WebSocketLimits(maxMessageByteCount: 21 << 20, maxQueuedByteCount: 8 << 20)
        return .accept(limits: limits) { [weak self] socket in
            guard let self else { return socket.close(code: 1001, reason: "The server is going away.") }
            add(Connection(socket, server: self, model: model, kind: kind, brain: brain))
        }
    }

    private struct Refusal: Error {
        let message: String
    }

    private func mind(for model: String, _ kind: SessionKind) -> Result<Brain, Refusal> {
        var persona = Persona.embedded
        if model.hasPrefix("scripted/"), kind == .conversation {
            let id = String(model.dropFirst("scripted/".count))
            guard let found = options.persona(id) else {
                return .failure(
                    Refusal(message: "The model '\(model)' does not exist: no persona has the id '\(id)'."))
            }
            persona = found
        }
        return .success(
            Brain(
                persona: persona,
                thinking: options.languageModel.map(Brain.Thinking.languageModel)
                    ?? .script(ScriptedBrain(persona))))
    }

    private func refuse(_ status: HTTPResponse.Status, _ message: String) -> UpgradeDecision {
        .refuse(
            .json(status), body: Self.problem(message, code: status == .notFound ? "model_not_found" : nil))
    }

    /// As OpenAI's servers write errors over HTTP.
    private static func problem(_ message: String, code: String?) -> [UInt8] {
        let error: JSON = [
            "message": .string(message), "type": "invalid_request_error", "param": nil,
            "code": code.map(JSON.string) ?? .null,
        ]
        return (["error": error] as JSON).utf8
    }
}

/// Whose words a session speaks, and who thinks them up.
struct Brain: Sendable {
    enum Thinking: Sendable {
        case script(ScriptedBrain)
        case languageModel(LanguageModel)
    }

    let persona: Persona
    let thinking: Thinking
}

extension HTTPResponse {
    fileprivate static func json(_ status: HTTPResponse.Status) -> HTTPResponse {
        HTTPResponse(status: status, headerFields: [.contentType: "application/json"])
    }
}
