import HTTPTypes
import JSONValues
public import Networking

extension FrontDesk {
    /// Opens the door: listens where the settings say, and keeps an eye on the persona files.
    ///
    /// - Parameter openRoom: makes a room at its first join or caller.
    /// - Returns: the port, which is the real one when 0 was asked for.
    @discardableResult
    public func listen(openRoom: @escaping Opening) throws(NetworkingError) -> Int {
        let server = try HTTPServer.listen(
            on: reactor, host: settings.host, port: settings.port, limits: serverLimits,
            tls: settings.tls.map(ServerCertificate.init), delegate: self)
        begin(server, openRoom)
        watchPersonas()
        watchCertificate()
        return server.port
    }

    /// Takes what the desk that listens hands over; without watching what it is told of.
    func attend(openRoom: @escaping Opening) throws(NetworkingError) {
        begin(try HTTPServer.annex(on: reactor, limits: serverLimits, delegate: self), openRoom)
    }

    private func begin(_ server: HTTPServer, _ openRoom: @escaping Opening) {
        self.server = server
        self.openRoom = openRoom
        reception?.opened(server.branch, of: number)
        watchLoop()
    }

    private var serverLimits: HTTPServerLimits {
        var limits = HTTPServerLimits()
        limits.headTimeout = settings.limits.headerTimeout
        limits.requestTimeout = settings.limits.requestTimeout
        limits.refusal = { [weak self] refusal, request in
            let answer = Answer.problem(self?.problem(of: request, refusal) ?? Problem(refusal))
            return (answer.head, answer.body)
        }
        limits.maxConnectionsPerAddress = settings.limits.maxConnectionsPerAddress ?? 512
        limits.limitsThisMachine = settings.limits.maxConnectionsPerAddress != nil
        return limits
    }

    /// What is wrong with a request that the server refused: a body too large matters only to whoever may send one there.
    private nonisolated func problem(
        of request: HTTPRequest?, _ refusal: HTTPServerLimits.Refusal
    ) -> Problem {
        guard case .bodyTooLarge = refusal, let request else { return Problem(refusal) }
        return assumeIsolated { desk in
            do throws(Problem) {
                let operation = try desk.operation(of: request)
                if operation == .join { try desk.countJoin(request) }
                if operation.takesJSON { try Call.checkType(of: request) }
                return Problem(refusal)
            } catch {
                return error
            }
        }
    }
}

extension Problem {
    /// A request that the server refused before it could be looked at.
    init(_ refusal: HTTPServerLimits.Refusal) {
        switch refusal {
        case .malformed(let why): self.init(.badRequest, "What arrived is no HTTP/1.1 request: \(why).")
        case .tooSlow:
            self.init(.badRequest, "The request took too long; its head and its body have a deadline each.")
        case .bodyTooLarge(let limit): self.init(.tooLarge, "The body is longer than \(limit) bytes.")
        case .headTooLarge(let limit):
            self.init(.badRequest, "The request's head is longer than \(limit) bytes.")
        case .tooManyFields(let limit): self.init(.badRequest, "The request has more than \(limit) headers.")
        case .tooManyConnections(let limit):
            self.init(
                .tooManyConnections, "Your address has \(limit) connections open; close some.",
                retryAfter: .seconds(1))
        }
        status = refusal.status
    }
}
