import FloorControl
import Personas

// A room that cannot answer says so, and why: nobody is there, all have failed, or who was meant is muted.

extension Room {
    /// Says so when words wait for an answer that will not come.
    mutating func tellIfUnanswerable(_ meaning: Floor.Meaning) {
        switch meaning {
        case .stop, .backchannel: return
        case .address(let agents, _):
            for agent in agents where isMuted(agent) { tellMuted(agent) }
            tellIfNobodyAnswers()
        // For nobody here, as it seems: in a room without agents every name is a stranger's.
        case .domain, .everyone, .stay, .nobody: tellIfNobodyAnswers()
        }
    }

    private mutating func tellMuted(_ agent: Identity) {
        let name = displayName(of: agent)
        let detail = "\(name) was spoken to, but is muted: it hears and does not answer until it is unmuted."
        publish(.error(EventFault(code: "agent_muted", detail: detail)))
    }

    /// Once until somebody comes who could answer, or who has not been told; again for another reason, and to whoever
    /// speaks when it is forgotten.
    mutating func tellIfNobodyAnswers() {
        guard let reason = whyNobodyAnswers else { return }
        if let told = toldNobodyAnswers, told.reason == reason, told.at.duration(to: now) < Self.memory {
            return
        }
        toldNobodyAnswers = (reason, now)
        publish(.error(EventFault(code: "no_agents", detail: "Nobody can answer: \(reason)")))
    }

    /// How long words may go without an answer and without being told why, once it was told. 30 s: whoever asks
    /// again sooner knows it still; people who talk with each other meanwhile are told twice a minute at most.
    private static var memory: Duration { .seconds(30) }

    private var whyNobodyAnswers: String? {
        if agents.isEmpty { return "there is no agent in the room." }
        let present = presentAgents
        if present.isEmpty {
            let names = agents.map(\.profile.persona.name).joined(separator: ", ")
            return agents.count == 1
                ? "the only agent, \(names), has failed; join it again." : "all agents have failed: \(names)."
        }
        return present.allSatisfy(\.isMuted) ? "every agent is muted." : nil
    }

    mutating func mute(agent: Identity, _ isMuted: Bool) {
        guard let index = agentIndex(agent), agents[index].isMuted != isMuted else { return }
        agents[index].isMuted = isMuted
        if !isMuted { toldNobodyAnswers = nil }
        publish(.participantMuted(agent, isMuted))
        decide(.agentMuted(agent, isMuted))
    }
}
