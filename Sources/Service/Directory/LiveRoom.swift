public import FloorControl
public import JSONValues
public import Networking
public import Rooms

/// A room in service, as the HTTP interface sees it: an actor on its reactor's thread.
///
/// What cannot be done is a ``Problem`` with the code the contract names.
public protocol LiveRoom: Actor {
    nonisolated var name: String { get }
    nonisolated var events: EventLog { get }

    /// Says that the room is there and why (`join` or `line`); comes first.
    func open(reason: Reason)
    /// Brings an agent in; `joining` has been told when this returns.
    func admit(_ admission: AgentAdmission) throws(Problem)
    /// Waits until the agent is in or has failed, `limit` at most.
    func outcome(of participantID: String, within limit: Duration) async -> JoinOutcome
    func leave(agent identity: Identity, reason: Reason) throws(Problem)
    /// Removes a caller or an agent.
    func remove(_ identity: Identity) throws(Problem)
    /// Mutes a caller or an agent, or lets it be heard again.
    func mute(_ identity: Identity, _ isMuted: Bool) throws(Problem)
    /// One element of `GET /rooms`, and `GET /rooms/{room}`.
    func summary() -> JSON
    func view() -> JSON
    /// Agents and callers, those on their way included.
    var seatCount: Int { get }
    /// What metrics want to know now; and who counts and traces what happens.
    func reading() -> RoomReading
    func watched(by watch: RoomWatch)

    /// The moderator gives the floor.
    func give(_ agent: Identity, instructions: String?) throws(Problem) -> TurnID
    func say(from identity: Identity, text: String) throws(Problem)
    func interrupt()

    /// The identity a caller would get: the one they wish, or one made for them. Throws why nobody could come in by it.
    func freeIdentity(_ wish: Identity?) throws(Problem) -> Identity
    /// The same, and keeps it for them until the upgrade.
    func admitsCaller(_ identity: Identity?) throws(Problem) -> Identity
    /// A caller has come in; from here on the line is the room's. `seq`: the last event they know from before.
    func attach(_ socket: WebSocket, caller: CallerProfile, format: LineFormat, rate: Int, after seq: Int?)

    /// Ends the call for everyone; the last event is out when this returns.
    func close(reason: Reason)
}

extension RoomHost: LiveRoom {}
