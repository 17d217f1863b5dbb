import FloorControl
import JSONValues
import Realtime

// Tools of remote MCP servers. Those that the service reaches are functions like any other, offered when they
// are found; those that the Realtime server calls by itself are told of and waited for here.

/// A call that the agent's Realtime server makes by itself.
struct VendorCall: Sendable {
    let item: ItemID
    let name: String
    var calledAt: RoomTime?
}

extension Room {
    /// `participantID` names one join: whoever came in their place has tools of their own.
    mutating func toolsFound(_ participantID: String, _ offers: [ToolOffer]) {
        guard let index = agents.firstIndex(where: { $0.profile.participantID == participantID }) else {
            return
        }
        agents[index].offers = offers
        refreshTools(of: index)
    }

    /// A session that has not been configured yet is told with its first update, one that is not ready as soon
    /// as it is.
    mutating func refreshTools(of index: Int) {
        guard case .ready(let link, _, _) = agents[index].connection else { return }
        let tools = briefing(of: agents[index].profile).tools
        guard tools != agents[index].toldTools else { return }
        agents[index].toldTools = tools
        var update = SessionConfiguration(kind: .realtime)
        update.tools = .value(tools)
        send(.sessionUpdate(update), on: link)
    }

    /// Whether the agent's Realtime server calls tools by itself: what it calls for a guess cannot be taken back.
    func callsToolsItself(_ index: Int) -> Bool { !agents[index].vendorServers.isEmpty }

    /// - Returns: Whether the item is the vendor's own: nothing that is said, and it stays in the session's memory
    ///   whatever becomes of the turn. Calls are waited for.
    mutating func vendorItemAdded(_ item: Item, _ index: Int) -> Bool {
        guard let id = item.id, case .other(let json) = item.body else { return false }
        if json["type"] == "mcp_call", !agents[index].vendorCalls.contains(where: { $0.item == id }) {
            let name = json["name"]?.stringValue ?? "a tool"
            agents[index].vendorCalls.append(VendorCall(item: id, name: name))
        }
        return true
    }

    /// The model has written the call down, and its server makes it.
    mutating func vendorCalled(
        _ item: ItemID, _ response: ResponseID, _ arguments: String, by agent: Identity
    ) {
        guard let index = agentIndex(agent), isOnFloor(response, of: agent),
            let link = agents[index].connection.link,
            let place = agents[index].vendorCalls.firstIndex(where: { $0.item == item }),
            agents[index].vendorCalls[place].calledAt == nil
        else { return }
        agents[index].vendorCalls[place].calledAt = now
        let id = item.description
        let name = agents[index].vendorCalls[place].name
        live?.calledTool = true
        live?.openCalls.append(LiveTurn.OpenCall(id: id, link: link, filler: nil))
        agents[index].tools.called(id, name, arguments, on: link)
        publish(.toolCalled(agent, callID: id, name: name, arguments: arguments))
        noteWait()
    }

    /// The result is in the session; the model speaks about it when it is asked to.
    mutating func vendorReturned(_ item: ItemID, ok: Bool, to agent: Identity) {
        guard let index = agentIndex(agent),
            let place = agents[index].vendorCalls.firstIndex(where: { $0.item == item })
        else { return }
        let call = agents[index].vendorCalls.remove(at: place)
        guard let calledAt = call.calledAt else { return }
        let id = item.description
        if let link = agents[index].connection.link { agents[index].tools.ended(id, on: link) }
        publish(
            .toolReturned(
                agent, callID: id, name: call.name, ok: ok, duration: calledAt.duration(to: now)))
        if let link = agents[index].connection.link { closeCall(id, on: link) }
    }

    /// What the tool answered, for sessions to come. Told with the response's item and the conversation's.
    mutating func vendorCallDone(_ item: Item, _ agent: Identity) {
        guard let id = item.id, case .other(let json) = item.body, json["type"] == "mcp_call",
            let index = agentIndex(agent), let link = agents[index].connection.link,
            let output = json["output"]?.stringValue
        else { return }
        _ = agents[index].tools.returned(id.description, on: link, output)
    }

    /// Their session is gone, and nobody will ever hear what became of them.
    mutating func abandonVendorCalls(of agent: Identity) {
        guard let index = agentIndex(agent) else { return }
        let calls = agents[index].vendorCalls
        agents[index].vendorCalls = []
        for call in calls {
            guard let calledAt = call.calledAt else { continue }
            publish(
                .toolReturned(
                    agent, callID: call.item.description, name: call.name, ok: false,
                    duration: calledAt.duration(to: now)))
        }
    }

    mutating func vendorListAdded(_ item: Item, _ agent: Identity) {
        guard let id = item.id, case .other(let json) = item.body, json["type"] == "mcp_list_tools",
            let index = agentIndex(agent), let server = json["server_label"]?.stringValue
        else { return }
        agents[index].vendorLists[id] = server
    }

    mutating func vendorListFailed(_ item: ItemID, _ agent: Identity) {
        let server = agentIndex(agent).flatMap { agents[$0].vendorLists.removeValue(forKey: item) }
        let detail =
            "\(displayName(of: agent)) cannot use the tools of \(server.map { "the MCP server “\($0)”" } ?? "an MCP server"): its Realtime server could not read them."
        publish(.error(EventFault(code: "mcp_unavailable", detail: detail)))
    }
}
