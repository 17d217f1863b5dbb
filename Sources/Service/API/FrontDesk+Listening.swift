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
        var limits = HTTPServerLimits()
        limits.headTimeout = settings.limits.headerTimeout
        limits.requestTimeout = settings.limits.requestTimeout
        limits.refusal = { refusal in
            let answer = Answer.problem(Problem(refusal))
            return (answer.head, answer.body)
        }
        let server = try HTTPServer.listen(
            on: reactor, host: settings.host, port: settings.port, limits: limits, delegate: self)
        self.server = server
        self.openRoom = openRoom
        watchPersonas()
        watchLoop()
        return server.port
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
        }
        status = refusal.status
    }
}
