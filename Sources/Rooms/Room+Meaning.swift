import Addressing
import FloorControl

// What somebody's words ask of the floor.

extension Room {
    func meaning(of text: String, by caller: Identity, cutInto: Identity?) -> Floor.Meaning {
        let holder = floor.lastHolder.flatMap { agentIndex($0) == nil ? nil : $0.description }
        let route = roster.route(
            Utterance(text: text, speaker: .caller, floor: holder, speaking: cutInto?.description))
        let agents = route.to.map { Identity($0) }
        let severalNamed = route.kind == .address && agents.count > 1
        let why = why(text, of: caller, decision: severalNamed ? inTurn(agents) : route.why)
        switch route.kind {
        case .address: return agents.isEmpty ? .stay(why: why) : .address(agents, why: why)
        case .domain:
            // What lies in a muted agent's field is left to the others.
            return agents.first { !isMuted($0) }.map { .domain($0, why: why) } ?? .stay(why: why)
        case .all: return .everyone(why: why)
        case .stay: return .stay(why: why)
        case .stop: return .stop
        case .backchannel: return cutInto == nil ? .stay(why: why) : .backchannel
        case .none: return .nobody
        }
    }

    /// What is true of each of several, where the router explains the first.
    private func inTurn(_ agents: [Identity]) -> String {
        "\(agents.map(displayName).joined(separator: ", then ")) are named."
    }
}
