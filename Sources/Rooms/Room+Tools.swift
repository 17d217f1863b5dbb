import FloorControl
import JSONValues
import Personas
import Realtime

// Function calls: which are tools that the service carries out, and what becomes of their results.

extension Room {
    /// Acts once per call: servers announce the same call several times.
    mutating func called(_ call: FunctionCall, by agent: Identity) {
        let callID = call.callID.description
        guard let index = agentIndex(agent), agents[index].seenCalls.insert(callID).inserted else { return }
        live?.calledTool = true
        if call.name == Briefing.requestTurn {
            requestTurn(call, by: agent)
            return
        }
        guard let link = agents[index].connection.link else { return }
        publish(.toolCalled(agent, callID: callID, name: call.name, arguments: call.arguments))
        agents[index].tools.called(callID, call.name, call.arguments, on: link)
        let filler = words(toBridge: call.name, agents[index]).map {
            LiveTurn.OpenCall.Filler(words: $0, due: now.advanced(by: settings.fillerDelay))
        }
        live?.openCalls.append(LiveTurn.OpenCall(id: callID, link: link, filler: filler))
        noteWait()
        emit(.callTool(link, callID: callID, name: call.name, arguments: call.arguments))
    }

    /// What is said if the tool takes long.
    private func words(toBridge tool: String, _ seat: AgentSeat) -> String? {
        let persona = seat.profile.persona
        if let own = persona.tools.first(where: { $0.name == tool }) { return own.filler }
        let server = seat.offers.first { $0.name == tool }?.server
        return persona.mcp.first { $0.name == server }?.filler
    }

    /// The result belongs to the session that asked for it, even when the turn is over. Was that session
    /// replaced, the one that came after it is told before it is next asked to speak: at once, if the turn moved
    /// along. An agent that has left has no use for it; one that failed has none until it is joined again, which
    /// begins anew.
    mutating func toolReturned(to link: LinkID, _ callID: String, _ output: String) {
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent),
            agents[index].tools.returned(callID, on: link, output)
        else { return }
        if agents[index].connection.link == link { giveResult(output, of: CallID(callID), to: agent) }
        closeCall(callID, on: link)
    }

    /// The model can answer one more of the results that it waited for.
    mutating func closeCall(_ callID: String, on link: LinkID) {
        guard let place = live?.openCalls.firstIndex(where: { $0.id == callID && $0.link == link }) else {
            return
        }
        live?.openCalls.remove(at: place)
        live?.owesFollowUp = true
        followUp()
    }

    mutating func giveResult(_ output: String, of call: CallID, to agent: Identity) {
        guard let index = agentIndex(agent), case .ready(let link, _, _) = agents[index].connection else {
            return
        }
        send(.itemCreate(agents[index].projection.asides.returned(output, of: call)), on: link)
    }
}
