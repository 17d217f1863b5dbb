public import HTTPTypes
import JSONValues
public import Networking
import Rooms

// A desk among others, each on a reactor of its own: which requests belong to which.

extension FrontDesk {
    func meet(_ reception: Reception<Room>) { self.reception = reception }

    /// This desk alone, where there is no other.
    var colleagues: [FrontDesk] { reception?.desks ?? [self] }

    /// Whether a room of this name lives here.
    func isOurs(_ room: String) -> Bool { reception.map { $0.number(of: room) == number } ?? true }

    public nonisolated func branch(for request: HTTPRequest, body: [UInt8]) -> HTTPBranch? {
        guard commons.deskCount > 1, let room = Self.room(of: request, body) else { return nil }
        return assumeIsolated { $0.reception?.branch(of: room) }
    }

    /// The room that a request is about; `nil`: none in particular, or it is wrong, as any desk can tell.
    nonisolated static func room(of request: HTTPRequest, _ body: [UInt8]) -> String? {
        switch try? RouteTable.contract.operation(request.method, request.path ?? "/") {
        case .join, .leave: (try? JSON(parsing: body))?["room"]?.stringValue
        case .room(let room), .endRoom(let room), .removeParticipant(let room, _),
            .muteParticipant(let room, _), .giveTurn(let room), .say(let room), .interrupt(let room),
            .eventStream(let room), .recordings(let room), .recording(let room, _), .transcript(let room),
            .line(let room):
            room
        case .agents, .agent, .rooms, .token, .health, .readiness, .metrics, .interfaceDescription,
            .lobbyPage, .roomPage, .pageFile, nil:
            nil
        }
    }

    /// `GET /rooms`, of all desks.
    func listRooms(_ call: Call) -> Answer? {
        guard let reception, commons.deskCount > 1 else {
            return .json(["rooms": .array(summaries().map(\.json))])
        }
        Task { await self.answer(call, withRoomsOf: reception) }
        return nil
    }

    private func answer(_ call: Call, withRoomsOf reception: Reception<Room>) async {
        call.respond(.json(["rooms": .array(await reception.summaries())]))
    }

    /// Of the rooms here, with the numbers of their opening.
    func summaries() -> [(number: Int, json: JSON)] {
        directory.numbered.compactMap { number, room in
            (try? on(room) { $0.summary() }).map { (number, $0) }
        }
    }
}

// Seats, which are limited for all desks together.

extension FrontDesk {
    /// How many are taken here.
    private var takenSeats: Int {
        directory.rooms.reduce(0) { sum, room in sum + ((try? on(room) { $0.seatCount }) ?? 0) }
    }

    /// Takes a seat for somebody who is about to come in; whoever has let them in, or not, calls ``showSeats()``.
    func takeSeat() -> Bool { commons.seats.take(at: number, taken: takenSeats) }

    /// Others are told how many are taken here. Alone it is counted when it matters.
    func showSeats() {
        if commons.deskCount > 1 { commons.seats.show(takenSeats, at: number) }
    }

    /// Somebody has left a room: the seat is free as soon as the room has finished with what it is about.
    func watchSeats(of room: Room) -> EventSubscription? {
        guard commons.deskCount > 1 else { return nil }
        return room.events.subscribe { [weak self, reactor] entry in
            guard entry.event.freesSeat else { return }
            reactor.post { [weak self] in self?.assumeIsolated { $0.showSeats() } }
        }
    }
}

extension RoomEvent {
    fileprivate var freesSeat: Bool {
        switch self {
        case .participantLeft, .roomClosed: true
        case .agentStatus(_, _, let status, _, _): status == .failed || status == .left
        case .roomOpened, .participantJoined, .participantMuted, .participantHeard, .speechStarted,
            .speechStopped, .transcriptDelta, .transcriptFinal, .floorChanged, .turnRequested, .turnGranted,
            .turnStarted, .turnEnded, .toolCalled, .toolReturned, .contextCondensed, .limitApproached,
            .limitReached, .recordingStarted, .recordingStopped, .error:
            false
        }
    }
}
