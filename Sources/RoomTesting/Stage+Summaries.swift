public import FloorControl
import Realtime
import Rooms

// Talk that is condensed: how servers make summaries, and what must hold of it.

extension Stage {
    /// What the agent's next summaries will be; after them come plain ones.
    public func summaries(_ agent: Identity, _ scripts: SummaryScript...) {
        plans[agent, default: Plan()].summaries += scripts
    }

    func nextSummary(of agent: Identity) -> SummaryScript {
        guard plans[agent]?.summaries.isEmpty == false else { return .says("They talked.") }
        return plans[agent]?.summaries.removeFirst() ?? .says("They talked.")
    }

    /// Every summary that the agent was asked for, in all its sessions.
    public func summaryRequests(_ agent: Identity) -> [AgentPeer.Request] {
        peers.values.filter { $0.agent == agent }.sorted { $0.link.generation < $1.link.generation }
            .flatMap(\.summaries)
    }

    /// A summary is asked for out of band, as text, without tools, of exactly the oldest talk, in its order.
    func checkSummary(_ peer: AgentPeer, _ parameters: ResponseParameters) {
        if parameters.outputModalities != [.text] || parameters.toolChoice != ToolChoice.none
            || !parameters.conversationNone
        {
            complain("\(peer.link) was asked for a summary with \(parameters)")
        }
        let lines = (parameters.input?.first?.text ?? "").split(separator: "\n").map(String.init)
        let record =
            [room.conversation.digest?.text].compactMap(\.self)
            + room.conversation.utterances.prefix { $0.text != nil }.map(\.attributed)
        if parameters.input?.count != 1 || lines.isEmpty || !record.starts(with: lines) {
            complain("\(peer.link) was asked to sum up \(lines), the talk is \(record)")
        }
    }

    /// Not one utterance goes without the world being told.
    func checkNothingIsLost() {
        let digest = room.conversation.digest
        if condensedCount != digest?.count ?? 0 {
            complain(
                "\(condensedCount) utterances were said to be condensed, the digest stands for \(digest as Any)"
            )
        }
        let kept = room.conversation.utterances.count { $0.text != nil }
        if finalCount != kept + (digest?.count ?? 0) {
            complain("\(finalCount) utterances were told; \(kept) are kept, \(digest?.count ?? 0) condensed")
        }
    }

    /// Whether the session holds more than it may, but for what cannot go; sooner or later it must not.
    func isOverBudget(_ peer: AgentPeer) -> Bool {
        room.conversation.utterances.count > 3 && peer.items.count > room.settings.budget.items
    }
}
