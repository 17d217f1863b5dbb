import FloorControl
import JSONValues
import Networking
import Rooms

@testable import Service

/// A room that writes down what the desk asks of it, and says what the test wants said. No sessions, no sound.
actor PaperRoom: LiveRoom {
    nonisolated let name: String
    nonisolated let events: EventLog
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    private let onClosed: @Sendable (String) -> Void
    private(set) var agents: [Identity: String] = [:]
    private(set) var callers: [Identity] = []
    private(set) var said: [String] = []

    init(name: String, reactor: Reactor, log: EventLog, onClosed: @escaping @Sendable (String) -> Void) {
        self.name = name
        self.reactor = reactor
        events = log
        self.onClosed = onClosed
    }

    func open(reason: Reason) { events.append(.roomOpened(reason: reason)) }

    func admit(_ admission: AgentAdmission) throws(Problem) {
        guard agents[admission.identity] == nil else { throw Problem(.alreadyJoined, "twice") }
        agents[admission.identity] = admission.participantID
        tell(admission.identity, .joining)
        tell(admission.identity, .joined)
    }

    /// A persona called Mute never comes in.
    func outcome(of participantID: String, within limit: Duration) async -> JoinOutcome {
        agents["mute"] == participantID
            ? .failed(EventFault(code: "realtime_unavailable", detail: "401")) : .joined
    }

    func leave(agent identity: Identity, reason: Reason) throws(Problem) {
        guard let participantID = agents.removeValue(forKey: identity) else {
            throw Problem(.notJoined, "not here")
        }
        events.append(.agentStatus(identity, participantID: participantID, .left, nil, reason: reason))
        events.append(.participantLeft(identity, .agent, reason: reason))
    }

    func remove(_ identity: Identity) throws(Problem) { try leave(agent: identity, reason: .removed) }
    func mute(_ identity: Identity, _ isMuted: Bool) throws(Problem) {
        guard agents[identity] != nil else { throw Problem(.notJoined, "not here") }
        events.append(.participantMuted(identity, isMuted))
        said.append("\(identity) \(isMuted ? "muted" : "unmuted")")
    }

    func summary() -> JSON {
        ["room": .string(name), "agents": .integer(agents.count), "callers": .integer(callers.count)]
    }
    var seatCount: Int { agents.count + callers.count }
    func reading() -> RoomReading { RoomReading() }
    func watched(by watch: RoomWatch) {}
    func view() -> JSON { ["room": .string(name), "said": .array(said.map(JSON.string))] }

    func give(_ agent: Identity, instructions: String?) throws(Problem) -> TurnID {
        guard agents[agent] != nil else { throw Problem(.notJoined, "not here") }
        return TurnID(7)
    }

    func say(from identity: Identity, text: String) throws(Problem) { said.append("\(identity): \(text)") }
    func interrupt() { said.append("interrupted") }

    func admitsCaller(_ identity: Identity?) throws(Problem) -> Identity { try freeIdentity(identity) }

    func freeIdentity(_ identity: Identity?) throws(Problem) -> Identity {
        if let identity, callers.contains(identity) { throw Problem(.identityTaken, "taken") }
        return identity ?? "caller-1"
    }

    func attach(_ socket: WebSocket, caller: CallerProfile, format: LineFormat, rate: Int, after: Int?) {
        callers.append(caller.identity)
        socket.send(text: "\(caller.name) \(format.rawValue) \(rate)")
    }

    func close(reason: Reason) {
        for agent in agents.keys.sorted(by: { "\($0)" < "\($1)" }) {
            try? leave(agent: agent, reason: reason)
        }
        events.append(.roomClosed(reason: reason))
        onClosed(name)
    }

    func tell(_ count: Int, _ agent: Identity, _ status: AgentStatus) {
        for _ in 0..<count { tell(agent, status) }
    }

    func tell(_ agent: Identity, _ status: AgentStatus) {
        events.append(.agentStatus(agent, participantID: agents[agent] ?? "", status, nil, reason: nil))
    }
}
