import FloorControl
public import HTTPTypes
import JSONValues
public import Journal
import Logging
public import Networking
public import PersonaFiles
public import Tracing

/// Answers everything that comes in by HTTP and leads callers to their rooms.
///
/// An actor on the reactor's thread: a request is handled inside the socket callback that completed it.
public actor FrontDesk<Room: LiveRoom> {
    /// Makes a room of its name, its log, and what to call when it has closed.
    public typealias Opening =
        @Sendable (
            _ name: String, _ log: EventLog,
            _ onClosed: @escaping @Sendable (String) -> Void
        ) -> Room

    public nonisolated let reactor: Reactor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    let settings: Settings
    nonisolated let commons: ServiceCommons
    /// This desk's among those of the service, from 0 on.
    nonisolated let number: Int
    /// Where there are several desks.
    weak var reception: Reception<Room>?
    var openRoom: Opening?
    let logger = Logger(label: "parley.service")
    private let authorization: Authorization
    let browsers: BrowserGuard
    var folder: PersonaFolder
    var directory: RoomDirectory<Room>
    let archive: RoomArchive
    /// By participant.
    var couriers: [String: CallbackCourier] = [:]
    let office: CallbackOffice
    public nonisolated let metrics: ServiceMetrics
    /// Makes the spans of rooms; `nil` traces nothing.
    let tracer: (any Tracer)?
    /// Rooms are given it when they are made; what it has kept is asked for here.
    public nonisolated var recorder: Recorder { commons.recorder }
    /// By room.
    var watches: [String: RoomWatch] = [:]
    var isDraining = false
    var folderIsMissing = false
    var server: HTTPServer?

    /// - Parameters:
    ///   - commons: what it shares with other desks; `nil`: it is the only one.
    ///   - number: its number among them.
    public init(
        settings: Settings, personas: PersonaFolder, journal: any JournalStore, reactor: Reactor,
        metrics: ServiceMetrics = ServiceMetrics(), tracer: (any Tracer)? = nil,
        commons: ServiceCommons? = nil, number: Int = 0
    ) {
        let commons = commons ?? ServiceCommons(settings)
        self.commons = commons
        self.number = number
        self.metrics = metrics
        self.tracer = tracer
        self.settings = settings
        self.reactor = reactor
        folder = personas
        archive = RoomArchive(
            journal, limit: commons.share(of: settings.limits.maxUnkeptBytes), reactor: reactor,
            metrics: metrics, illness: commons.illness)
        office = CallbackOffice(reactor, sharedBy: commons.deskCount)
        authorization = Authorization(key: settings.apiKey, keys: settings.apiKeys)
        browsers = BrowserGuard(settings)
        directory = RoomDirectory(commons.rooms)
    }

    /// Works for `room`, whose thread this is.
    func on<Value: Sendable>(
        _ room: Room, _ work: @Sendable (isolated Room) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        let result: Result<Value, Problem> = room.assumeIsolated { room in
            do throws(Problem) { return .success(try work(room)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// What the sender of a request may do; `nil`: nothing, they are unknown.
    func grant(_ headers: HTTPFields) -> Authorization.Grant? { authorization.grant(headers) }
}

// MARK: - From the server

extension FrontDesk: HTTPServerDelegate {
    public nonisolated func received(_ exchange: HTTPExchange) {
        let call = Call(exchange: exchange)
        assumeIsolated { $0.handle(call) }
    }

    public nonisolated func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision
    {
        nonisolated(unsafe) var decision: UpgradeDecision?
        assumeIsolated { decision = $0.decide(request) }
        guard let decision else { preconditionFailure("decided above") }
        return decision
    }

    private func handle(_ call: Call) {
        do throws(Problem) {
            let operation = try operation(of: call.request)
            let answer = try perform(operation, call)
            if operation.changesSomething { showSeats() }
            if let answer { call.respond(answer) }
        } catch {
            call.respond(.problem(error))
        }
    }

    /// Whether there is such a route is nobody's business without a key.
    func operation(of request: HTTPRequest) throws(Problem) -> Operation {
        let grant = grant(request.headerFields)
        do throws(Problem) {
            let operation = try RouteTable.contract.operation(request.method, request.path ?? "/")
            guard !operation.isFree else { return operation }
            // It knows callers' tokens, too, and asks for one itself.
            if case .line = operation { return operation }
            guard let grant else { throw .noKey }
            try admit(operation, grant, request)
            return operation
        } catch {
            // What may be read without a key may be misread without one: its wrong methods are told, too.
            let isFree = (try? RouteTable.contract.operation(.get, request.path ?? "/"))?.isFree == true
            throw grant != nil || isFree ? error : .noKey
        }
    }

    private func admit(
        _ operation: Operation, _ grant: Authorization.Grant, _ request: HTTPRequest
    ) throws(Problem) {
        do throws(Problem) {
            try grant.check(operation)
            try browsers.admit(request, to: operation)
        } catch {
            logger.notice(
                "request refused",
                metadata: [
                    "route": "\(operation)", "key": "\(grant.key ?? "none")",
                    "code": "\(error.code.rawValue)",
                ])
            throw error
        }
        guard operation.changesSomething else { return }
        logger.debug(
            "request admitted", metadata: ["route": "\(operation)", "key": "\(grant.key ?? "none")"])
    }

    /// - Returns: `nil` when the answer comes later.
    private func perform(_ operation: Operation, _ call: Call) throws(Problem) -> Answer? {
        switch operation {
        case .join: try countedJoin(call)
        case .leave: try leave(call)
        case .agents: .json(["agents": .array(folder.catalogue.entries.map(\.json))])
        case .agent(let id): try agent(id)
        case .rooms: listRooms(call)
        case .room(let name): .json(try on(directory.room(name)) { $0.view() })
        case .endRoom(let name): try end(name)
        case .removeParticipant(let room, let identity): try remove(identity, from: room)
        case .muteParticipant(let room, let identity): try mute(identity, in: room, call)
        case .giveTurn(let room): try giveTurn(in: room, call)
        case .say(let room): try say(in: room, call)
        case .interrupt(let room): try interrupt(room)
        case .token(let room): try token(for: room, call)
        case .eventStream(let room): try streamEvents(of: room, call)
        case .recordings(let room): try listRecordings(of: room, call)
        case .recording(let room, let id): try sendRecording(id, of: room, call)
        case .transcript(let room): try transcript(of: room, call)
        case .line: throw try lineWithoutUpgrade(call.request)
        case .health: .json(["status": "ok"])
        case .readiness: try readiness()
        case .metrics: answerMetrics(call)
        case .lobbyPage: try pageFile("lobby.html", call)
        case .roomPage(let room): try page(of: room, call)
        case .pageFile(let path): try pageFile(path, call)
        case .interfaceDescription:
            Answer(
                status: .ok, headers: [.contentType: "application/yaml"], body: PackageResources.openapi_yaml)
        }
    }

    private func readiness() throws(Problem) -> Answer {
        guard !isDraining else { throw .draining }
        guard archive.health.isWell else { throw .nothingIsKept }
        return .json(["status": "ready"])
    }
}

extension Problem {
    static var draining: Problem {
        Problem(
            .draining, "The service is shutting down and takes nobody in any more.", retryAfter: .seconds(5))
    }
}
