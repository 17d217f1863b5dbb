import Addressing
import FloorControl
import Personas

// Agents come, go, and change what they are doing.

extension Room {
    mutating func agentJoined(_ profile: AgentProfile) {
        let agent = profile.identity
        // One that failed makes room for the one that takes its place.
        if agentIndex(agent) != nil { agentLeft(agent, reason: .replaced) }
        agents.append(AgentSeat(profile: profile))
        toldNobodyAnswers = nil
        noteOccupancy()
        decide(.agentJoined(agent))
        setStatus(.joining, of: agent)
        rosterChanged()
        connect(.agent(agent), attempt: 1)
    }

    mutating func agentLeft(_ agent: Identity, reason: Reason) {
        guard let index = agentIndex(agent) else { return }
        abandonVendorCalls(of: agent)
        // The floor first: a turn that is cut off is told to the session while it still is there.
        decide(.agentLeft(agent))
        let seat = agents.remove(at: index)
        for link in seat.connection.links { emit(.closeLink(link)) }
        noteOccupancy()
        publish(
            .agentStatus(agent, participantID: seat.profile.participantID, .left, nil, reason: reason))
        publish(.participantLeft(agent, .agent, reason: reason))
        rosterChanged()
    }

    mutating func setStatus(_ status: AgentStatus, of agent: Identity, fault: EventFault? = nil) {
        guard let index = agentIndex(agent) else { return }
        agents[index].status = status
        publish(
            .agentStatus(
                agent, participantID: agents[index].profile.participantID, status, fault, reason: nil))
    }

    /// The session is configured: the agent can be given the floor.
    mutating func agentBecameReady(_ agent: Identity) {
        guard let index = agentIndex(agent) else { return }
        let isFirst = agents[index].status == .joining
        agents[index].stability.ready(at: now)
        agents[index].connection.becameReady()
        agents[index].ladder.stand(on: agents[index].ladder.server)
        setStatus(isFirst ? .joined : statusByTurn(of: agent), of: agent)
        if isFirst { publish(.participantJoined(agent, .agent, name: displayName(of: agent), reason: .join)) }
        refreshTools(of: index)
        decide(.agentBecame(agent, available: true))
        askIfWaiting()
        if isFirst, let greeting = agents[index].profile.persona.greeting {
            decide(.greetingWanted(agent, words: greeting))
        }
    }

    /// A session may be back before its agent's last turn has been heard to the end, or at all.
    private func statusByTurn(of agent: Identity) -> AgentStatus {
        guard let live, live.turn.agent == agent else { return .listening }
        return live.isAudible ? .speaking : .thinking
    }

    /// Those whose session is there or may come back.
    var presentAgents: [AgentSeat] { agents.filter { $0.status != .failed } }

    /// Who can be meant has changed: for the router, and for what each session is told about the others.
    mutating func rosterChanged() {
        roster = Roster(presentAgents.map(\.candidate))
        for agent in agents.map(\.identity) { refreshInstructions(of: agent) }
    }
}
