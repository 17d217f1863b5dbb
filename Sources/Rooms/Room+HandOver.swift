import Addressing
import FloorControl
import JSONValues
import Realtime

// `request_turn`: an agent hands over the floor, or learns why not. Every call has a result that the model
// can act on; the table of them is Protocol/request_turn.md.

/// The `request_turn` call that the floor is being asked about.
struct HandOver: Sendable {
    let call: CallID
    let reason: String
    /// What the model wrote, where that was nobody's name.
    let misspelt: String?
}

extension Room {
    mutating func requestTurn(_ call: FunctionCall, by holder: Identity) {
        if let ending {
            refuse(
                call.callID, by: holder, "The call ends because \(Self.reason(ending.state)): no more turns.")
            return
        }
        guard let json = try? JSON(parsing: call.arguments), let name = json["agent"]?.stringValue else {
            refuse(call.callID, by: holder, #"Expected {"agent": "…", "reason": "…"}."#)
            return
        }
        switch requestable.search(for: name) {
        case .one(let match):
            let isClose = match.how == .close
            let reason = json["reason"]?.stringValue ?? ""
            handOver = HandOver(call: call.callID, reason: reason, misspelt: isClose ? name : nil)
            request(Identity(match.id), by: holder, reason)
            handOver = nil
        case .several(let ids):
            let detail = "'\(name.prefix(64))' may be one of several. Name one by its identity."
            refuse(call.callID, by: holder, detail, among: ids)
        case .nobody:
            let detail = "Nobody here is called '\(name.prefix(64))'. Name one of those who are here."
            refuse(call.callID, by: holder, detail, among: presentAgents.map(\.identity.description))
        }
    }

    /// Everybody who can be asked, and those who have failed: a model may not have noticed.
    private var requestable: Roster {
        presentAgents.count == agents.count ? roster : Roster(agents.map(\.candidate))
    }

    private mutating func request(_ agent: Identity, by holder: Identity, _ reason: String) {
        if presentAgents.contains(where: { $0.identity == agent }) {
            decide(.turnRequested(by: holder, for: agent, reason: reason))
        } else if let handOver {
            let advice = "\(displayName(of: agent)) has failed and cannot speak."
            refuse(handOver.call, by: holder, "\(advice) Answer yourself, or ask somebody else.", agent)
        }
    }

    /// The floor has answered: the model learns it, and the world too when the turn is promised.
    mutating func answer(_ holder: Identity, _ agent: Identity, _ answer: Floor.RequestAnswer) {
        guard let handOver else { return }
        switch answer {
        case .queued:
            publish(.turnRequested(from: holder, to: agent, reason: handOver.reason))
            grant(handOver, to: agent, by: holder, prospect(of: agent, by: holder))
        case .refused(.alreadyQueued):
            // What the model wanted is so: nothing that it would have to answer.
            grant(handOver, to: agent, by: holder, "\(displayName(of: agent)) is promised a turn already.")
        case .refused(let refusal):
            let advice = refusal.advice(about: displayName(of: agent), settings.floor)
            refuse(handOver.call, by: holder, advice, agent)
        }
    }

    /// When the agent will speak.
    private func prospect(of agent: Identity, by holder: Identity) -> String {
        if agent == holder { return "You get another turn when this one is over." }
        let name = displayName(of: agent)
        guard let index = agentIndex(agent), !agents[index].connection.isReady else {
            return "\(name) speaks when you have finished."
        }
        let trouble = agents[index].status == .joining ? "is still joining" : "has lost the connection"
        let patience = settings.floor.claimTimeout.components.seconds
        return "\(name) \(trouble) and speaks as soon as it is connected, if that is within \(patience) s."
    }

    private mutating func grant(
        _ handOver: HandOver, to agent: Identity, by holder: Identity, _ detail: String
    ) {
        let understood = handOver.misspelt.map {
            "'\($0.prefix(64))' was understood as \(displayName(of: agent)). "
        }
        let result: JSON = [
            "ok": true, "agent": .string(agent.description), "detail": .string((understood ?? "") + detail),
        ]
        giveResult(result.text, of: handOver.call, to: holder)
    }

    /// A refusal is a result the model can act on, so it is asked again.
    private mutating func refuse(
        _ call: CallID, by holder: Identity, _ advice: String, _ agent: Identity? = nil,
        among names: [String]? = nil
    ) {
        var result: JSON = ["error": .string(advice)]
        if let agent { result["agent"] = .string(agent.description) }
        if let names { result["agents"] = .array(names.map(JSON.string)) }
        giveResult(result.text, of: call, to: holder)
        if live?.turn.agent == holder { live?.owesFollowUp = true }
    }
}

extension Floor.RequestRefusal {
    /// What the model is told.
    fileprivate func advice(about name: String, _ limits: FloorSettings) -> String {
        switch self {
        case .notHolder: "You do not hold the floor any more."
        case .notInRoom: "\(name) is not in the room."
        case .muted: "\(name) is muted and cannot speak. Answer yourself, or ask somebody else."
        case .selfAgain where limits.maxSelfRequests == 0:
            "Nobody gets a turn of their own wish here. Say it now, or let somebody else speak."
        case .selfAgain: "You had a turn of your own wish already; let somebody else speak."
        case .alreadyQueued: "\(name) is promised a turn already."
        case .queueFull(let count): "\(count) turns are promised already. Let the others speak first."
        case .limit(let turns): "After \(turns) agent turns in a row a person must speak first. Ask them."
        }
    }
}
