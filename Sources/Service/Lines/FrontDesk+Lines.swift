import FloorControl
import HTTPTypes
import Networking
import Rooms

// Callers come in: `GET /rooms/{room}/call`, up to the upgrade. After it the line is the room's.

extension FrontDesk {
    /// What a line may cost us: a frame of 64 KiB in, and more out than the 2 s at which the room gives up.
    private var lineLimits: WebSocketLimits {
        WebSocketLimits(maxMessageByteCount: 64 << 10, maxQueuedByteCount: 1 << 20)
    }

    func decide(_ request: HTTPRequest) -> UpgradeDecision {
        defer { showSeats() }
        do throws(Problem) {
            let (room, caller, query) = try admitCaller(request)
            return .accept(limits: lineLimits) { socket in
                nonisolated(unsafe) let socket = socket
                room.assumeIsolated {
                    $0.attach(
                        socket, caller: caller, format: query.format, rate: query.rate, after: query.after)
                }
            }
        } catch {
            let answer = Answer.problem(error)
            return .refuse(answer.head, body: answer.body)
        }
    }

    private func admitCaller(_ request: HTTPRequest) throws(Problem) -> (Room, CallerProfile, LineQuery) {
        let (name, query) = try checkedLine(request)
        let room = try open(name, because: .line).room
        let identity = try on(room) { room throws(Problem) in try room.admitsCaller(query.identity) }
        return (room, CallerProfile(identity: identity, name: query.name ?? identity.description), query)
    }

    /// Where a line leads, and what its caller wants: as far as can be said before a room is opened for it.
    private func checkedLine(_ request: HTTPRequest) throws(Problem) -> (room: String, query: LineQuery) {
        let target = request.path ?? "/"
        guard case .line(let name) = try RouteTable.contract.operation(request.method, target) else {
            throw Problem(.notFound, "Only /rooms/{room}/call speaks WebSocket.")
        }
        try browsers.admitLine(request)
        if isDraining { throw .draining }
        let parameters = target.drop { $0 != "?" }.dropFirst()
        let query = try admitted(LineQuery.token(in: parameters), request.headerFields, to: name, parameters)
        guard Identity.isValid(name) else { throw .unknownRoom(name) }
        try refuseIfFull()
        // A room that is open lives on; a new one could not be kept.
        guard archive.health.isWell || directory.isOpen(name) else { throw .nothingIsKept }
        return (name, query)
    }

    /// A caller who forgot the upgrade is told what else is wrong first, as one who did not would be. Browsers hide the
    /// answer to a WebSocket from their page: it asks here why it was refused.
    func lineWithoutUpgrade(_ request: HTTPRequest) throws(Problem) -> Problem {
        defer { showSeats() }
        let (name, query) = try checkedLine(request)
        if let room = try directory.find(name) {
            _ = try on(room) { room throws(Problem) in try room.freeIdentity(query.identity) }
        }
        return Problem(
            .upgradeRequired, "Open this route as a WebSocket; Protocol/call.md says what goes over it.")
    }

    /// Who is asking comes before what they ask for. A token says who its bearer is; the service's key
    /// lets everybody call under any name.
    private func admitted(
        _ token: String?, _ headers: HTTPFields, to room: String, _ parameters: some StringProtocol
    ) throws(Problem) -> LineQuery {
        guard let token else {
            guard let grant = grant(headers) else {
                throw Problem(
                    .unauthorized, "Send the service's key as `Authorization: Bearer KEY`, or `?token=`.")
            }
            try grant.check(.line(room: room))
            return try LineQuery(parameters)
        }
        let claims = try commons.tokens.claims(of: token)
        guard claims.room == room else { throw Problem(.forbidden, "The token is for another room.") }
        var query = try LineQuery(parameters)
        guard query.identity == nil || query.identity == claims.identity else {
            throw Problem(.forbidden, "The token is for another identity.")
        }
        query.identity = claims.identity
        query.name = claims.name ?? query.name
        return query
    }
}
