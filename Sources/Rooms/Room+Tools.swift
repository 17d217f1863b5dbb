import Addressing
import FloorControl
import JSONValues
import Personas
import Realtime

// Function calls: handing over the floor, and tools that the service carries out.

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
        publish(.toolCalled(agent, callID: callID, name: call.name, arguments: call.arguments))
        agents[index].runningCalls.insert(callID)
        live?.openCalls.insert(callID)
        let tool = agents[index].profile.persona.tools.first { $0.name == call.name }
        if let filler = tool?.filler { live?.filler = filler }
        noteWait()
        emit(.callTool(.agent(agent), callID: callID, name: call.name, arguments: call.arguments))
    }

    /// The result belongs to the session that asked for it, even when the turn is over.
    mutating func toolReturned(to owner: LinkOwner, _ callID: String, _ output: String, ok: Bool) {
        guard case .agent(let agent) = owner, let index = agentIndex(agent),
            agents[index].runningCalls.remove(callID) != nil
        else { return }
        giveResult(output, of: CallID(callID), to: agent)
        guard live?.openCalls.remove(callID) != nil else { return }
        live?.owesFollowUp = true
        followUp()
    }

    private mutating func giveResult(_ output: String, of call: CallID, to agent: Identity) {
        guard let index = agentIndex(agent), case .ready(let link, _) = agents[index].connection else {
            return
        }
        send(.itemCreate(.output(output, of: call)), on: link)
    }

    private mutating func requestTurn(_ call: FunctionCall, by agent: Identity) {
        switch readRequest(call.arguments) {
        case .failure(let problem): refuse(call.callID, by: agent, problem.detail)
        case .success(let request):
            handOver = HandOver(call: call.callID, reason: request.reason)
            decide(.turnRequested(by: agent, for: request.agent, reason: request.reason))
            handOver = nil
        }
    }

    private func readRequest(_ arguments: String) -> Result<(agent: Identity, reason: String), EventFault> {
        guard let json = try? JSON(parsing: arguments), let name = json["agent"]?.stringValue else {
            return .failure(
                EventFault(code: "invalid_arguments", detail: #"Expected {"agent": "…", "reason": "…"}."#))
        }
        guard let match = roster.agent(named: name) else {
            let names = presentAgents.map { $0.identity.description }.joined(separator: ", ")
            return .failure(
                EventFault(
                    code: "unknown_agent", detail: "Nobody here is called '\(name)'. Here are: \(names)."))
        }
        return .success((Identity(match.id), json["reason"]?.stringValue ?? ""))
    }

    /// The floor has answered: the model learns it, and the world too when the turn is promised.
    mutating func answer(_ holder: Identity, _ agent: Identity, _ answer: Floor.RequestAnswer) {
        guard let handOver else { return }
        switch answer {
        case .queued:
            publish(.turnRequested(from: holder, to: agent, reason: handOver.reason))
            let result: JSON = ["ok": true, "detail": .string("\(displayName(of: agent)) speaks next.")]
            giveResult(result.text, of: handOver.call, to: holder)
        case .refused(let refusal): refuse(handOver.call, by: holder, refusal.advice)
        }
    }

    /// A refusal is a result the model can act on, so it is asked again.
    private mutating func refuse(_ call: CallID, by agent: Identity, _ advice: String) {
        let result: JSON = ["error": .string(advice)]
        giveResult(result.text, of: call, to: agent)
        if live?.turn.agent == agent { live?.owesFollowUp = true }
    }
}

/// The `request_turn` call that the floor is being asked about.
struct HandOver: Sendable {
    let call: CallID
    let reason: String
}

extension Floor.RequestRefusal {
    /// What the model is told.
    var advice: String {
        switch self {
        case .notHolder: "You do not hold the floor any more."
        case .notInRoom: "That agent is not in the room."
        case .muted: "That agent is muted and cannot speak. Answer yourself, or ask somebody else."
        case .selfAgain: "You already asked for a turn of your own; let somebody else speak."
        case .alreadyQueued: "That agent is already next."
        case .queueFull(let count): "\(count) turns are promised already. Let the others speak first."
        case .limit(let turns): "After \(turns) agent turns in a row a person must speak first. Ask them."
        }
    }
}
