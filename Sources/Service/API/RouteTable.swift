import FloorControl
import HTTPTypes

/// What a request asks for, with the names its path carries.
enum Operation: Equatable {
    case join, leave
    case agents
    case agent(String)
    case rooms
    case room(String)
    case endRoom(String)
    case removeParticipant(room: String, identity: String)
    case muteParticipant(room: String, identity: String)
    case giveTurn(room: String)
    case say(room: String)
    case interrupt(room: String)
    case token(room: String)
    case eventStream(room: String)
    case recordings(room: String)
    case recording(room: String, id: String)
    case transcript(room: String)
    case line(room: String)
    case health, readiness, metrics, interfaceDescription
    case lobbyPage
    case roomPage(room: String)
    /// Below `/page/`.
    case pageFile(String)

    /// Whether its body is read, which is JSON then.
    var takesJSON: Bool {
        switch self {
        case .join, .leave, .muteParticipant, .giveTurn, .say, .token: true
        case .agents, .agent, .rooms, .room, .endRoom, .removeParticipant, .interrupt, .eventStream,
            .transcript, .recordings, .recording, .line, .health, .readiness, .metrics,
            .interfaceDescription, .lobbyPage, .roomPage, .pageFile:
            false
        }
    }

    /// Whether it is answered without a key: what a load balancer asks, and the web page's files.
    var isFree: Bool {
        switch self {
        case .health, .readiness, .lobbyPage, .roomPage, .pageFile: true
        case .join, .leave, .agents, .agent, .rooms, .room, .endRoom, .removeParticipant,
            .muteParticipant, .giveTurn, .say, .interrupt,
            .token, .eventStream, .transcript, .recordings, .recording, .line, .metrics,
            .interfaceDescription:
            false
        }
    }
}

/// The routes of the contract, in its order and its words.
struct RouteTable {
    static let contract = RouteTable([
        Route("POST /voice/join") { _ in .join },
        Route("POST /voice/leave") { _ in .leave },
        Route("GET /agents") { _ in .agents },
        Route("GET /agents/{id}") { .agent($0[0]) },
        Route("GET /rooms") { _ in .rooms },
        Route("GET /rooms/{room}") { .room($0[0]) },
        Route("DELETE /rooms/{room}") { .endRoom($0[0]) },
        Route("DELETE /rooms/{room}/participants/{identity}") {
            .removeParticipant(room: $0[0], identity: $0[1])
        },
        Route("POST /rooms/{room}/participants/{identity}/mute") {
            .muteParticipant(room: $0[0], identity: $0[1])
        },
        Route("POST /rooms/{room}/turns") { .giveTurn(room: $0[0]) },
        Route("POST /rooms/{room}/messages") { .say(room: $0[0]) },
        Route("POST /rooms/{room}/interrupt") { .interrupt(room: $0[0]) },
        Route("POST /rooms/{room}/tokens") { .token(room: $0[0]) },
        Route("GET /rooms/{room}/events") { .eventStream(room: $0[0]) },
        Route("GET /rooms/{room}/recordings") { .recordings(room: $0[0]) },
        Route("GET /rooms/{room}/recordings/{id}") { .recording(room: $0[0], id: $0[1]) },
        Route("GET /rooms/{room}/transcript") { .transcript(room: $0[0]) },
        Route("GET /rooms/{room}/call") { .line(room: $0[0]) },
        Route("GET /healthz") { _ in .health },
        Route("GET /readyz") { _ in .readiness },
        Route("GET /metrics") { _ in .metrics },
        Route("GET /openapi.yaml") { _ in .interfaceDescription },
        Route("GET /") { _ in .lobbyPage },
        Route("GET /r/{room}") { .roomPage(room: $0[0]) },
        Route("GET /page/{file}") { .pageFile($0[0]) },
        Route("GET /page/{folder}/{file}") { .pageFile($0.joined(separator: "/")) },
    ])

    /// A method, a path with `{names}`, and what they mean.
    struct Route {
        let method: HTTPRequest.Method
        /// `nil` stands for a name.
        fileprivate let segments: [String?]
        fileprivate let operation: @Sendable ([String]) -> Operation

        init(_ text: String, _ operation: @escaping @Sendable ([String]) -> Operation) {
            let parts = text.split(separator: " ")
            guard parts.count == 2, let method = HTTPRequest.Method(String(parts[0])) else {
                preconditionFailure("a route is a method and a path: \(text)")
            }
            self.method = method
            segments = parts[1].split(separator: "/").map { $0.first == "{" ? nil : String($0) }
            self.operation = operation
        }

        /// The names in the path; `nil` when it is another path.
        fileprivate func names(in path: [String]) -> [String]? {
            guard path.count == segments.count else { return nil }
            var names: [String] = []
            for (segment, found) in zip(segments, path) {
                if let segment {
                    guard segment == found else { return nil }
                } else {
                    names.append(found)
                }
            }
            return names
        }
    }

    private let routes: [Route]

    init(_ routes: [Route]) { self.routes = routes }

    /// `HEAD` is asked where `GET` is.
    ///
    /// - Parameter target: the request's path with its query, as it came.
    func operation(_ method: HTTPRequest.Method, _ target: String) throws(Problem) -> Operation {
        let path = target.prefix { $0 != "?" }
        let segments = try Self.segments(path)
        var allowed: [HTTPRequest.Method] = []
        for route in routes {
            guard let names = route.names(in: segments) else { continue }
            if route.method == method || route.method == .get && method == .head {
                return route.operation(names)
            }
            allowed += route.method == .get ? [.get, .head] : [route.method]
        }
        guard !allowed.isEmpty else { throw Self.nothing(at: path) }
        var problem = Problem(
            .methodNotAllowed,
            "\(method.rawValue) does not work here; \(allowed.map(\.rawValue).joined(separator: ", ")) does.")
        problem.allowed = allowed
        throw problem
    }

    private static func nothing(at path: Substring) -> Problem {
        Problem(.notFound, "No route matches \(path.prefix(200)). GET /openapi.yaml lists them all.")
    }

    /// Decoded after splitting, so that an escaped slash is part of a name and not of the path.
    private static func segments(_ path: Substring) throws(Problem) -> [String] {
        guard path.first == "/" else { throw nothing(at: path) }
        guard path.count > 1 else { return [] }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decode(part) else {
                throw Problem(.badRequest, "The path is not percent-encoded UTF-8.")
            }
            segments.append(segment)
        }
        return segments
    }
}
