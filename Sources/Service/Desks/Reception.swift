import JSONValues
public import Journal
public import Networking
public import PersonaFiles
public import Tracing

/// A service on one reactor or several: a desk on each, and what only all of them together can do.
///
/// A room lives on the reactor that its name leads to, with its callers and sessions, from the first to the last. The
/// first reactor listens; a connection goes over to where its request belongs before anything is done about it. So
/// no desk ever touches another one's rooms, and with one reactor nothing is different from a desk alone.
public final class Reception<Room: LiveRoom>: Sendable {
    public let desks: [FrontDesk<Room>]
    /// By the desks' numbers.
    private let branches: Guarded<[HTTPBranch?]>

    /// - Parameter reactors: at least one; the first listens, and has what goes on only once.
    public init(
        settings: Settings, personas: PersonaFolder, journal: any JournalStore, reactors: [Reactor],
        metrics: ServiceMetrics = ServiceMetrics(), tracer: (any Tracer)? = nil
    ) {
        precondition(!reactors.isEmpty, "a service runs somewhere")
        let commons = ServiceCommons(settings, deskCount: reactors.count)
        desks = reactors.enumerated().map { number, reactor in
            FrontDesk(
                settings: settings, personas: personas, journal: journal, reactor: reactor,
                metrics: metrics, tracer: tracer, commons: commons, number: number)
        }
        branches = Guarded([HTTPBranch?](repeating: nil, count: reactors.count))
    }

    /// The desk that listens.
    public var first: FrontDesk<Room> { desks[0] }
    public var recorder: Recorder { first.recorder }

    /// What an earlier process left behind; see ``FrontDesk/recover()``.
    public func recover() async throws(JournalError) {
        for desk in desks {
            await desk.meet(self)
            try await desk.recover()
        }
    }

    /// Opens the door, after ``recover()``.
    ///
    /// - Parameter openRoom: makes rooms on that reactor.
    /// - Returns: the port, which is the real one when 0 was asked for.
    public func listen(
        openRoom: @Sendable (Reactor) -> FrontDesk<Room>.Opening
    ) async throws(NetworkingError) -> Int {
        for desk in desks {
            await desk.meet(self)
            if desk.number > 0 { try await desk.attend(openRoom: openRoom(desk.reactor)) }
        }
        return try await first.listen(openRoom: openRoom(first.reactor))
    }

    /// The way out; see ``FrontDesk/drain()``. No door is closed before all rooms are.
    public func drain() async {
        await withTaskGroup { group in
            for desk in desks { group.addTask { await desk.finish() } }
        }
        for desk in desks { await desk.closeDoor() }
    }

    /// Where a room of this name lives.
    func number(of room: String) -> Int { Self.number(of: room, among: desks.count) }

    /// FNV-1a: the same in every process, so that what is found out about a room's reactor stays true.
    static func number(of room: String, among count: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in room.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int((hash ^ hash >> 32) % UInt64(count))
    }

    /// A desk takes connections from now on. The first desk's comes last, and before anybody does.
    func opened(_ branch: HTTPBranch, of desk: Int) { branches.withLock { $0[desk] = branch } }

    /// `nil`: wherever it is.
    func branch(of room: String) -> HTTPBranch? { branches.withLock { $0[number(of: room)] } }

    /// One element of `GET /rooms` for each open room, in the order they opened.
    func summaries() async -> [JSON] {
        var all: [(number: Int, json: JSON)] = []
        for desk in desks { all += await desk.summaries() }
        return all.sorted { $0.number < $1.number }.map(\.json)
    }
}
