import Personas
import Realtime

// How full an agent's session is.

extension Room {
    /// Brought up to date; of a session that knows nothing yet where there is no agent.
    func load(of agent: Int?) -> Load {
        let projection = agent.map { agents[$0].projection } ?? Projection()
        let talk = projection.loads(of: conversation).first ?? Load()
        let digest = conversation.digest.map { Load.text($0.text) } ?? Load()
        return scaled(talk + digest + Load(items: 0, tokens: ownTokens(agent)), agent)
    }

    /// What a response's usage says of the session is better than any estimate. A server that counts otherwise is
    /// believed within reason: scripts without spaces take twice as many tokens as English.
    mutating func measure(_ response: Response, on link: LinkID) {
        guard case .agent(let agent) = link.owner, let index = agentIndex(agent), !response.isOutOfBand,
            response.id != condensing.summary?.response, let asked = agents[index].askedWith,
            let usage = response.usage, usage.input.total > 0, asked > 0
        else { return }
        agents[index].askedWith = nil
        // `asked` was scaled already.
        let scale = Double(usage.input.total) / Double(asked) * agents[index].tokenScale
        agents[index].tokenScale = min(max(scale, 0.5), 4)
        condensing.revision = -1
    }

    func scaled(_ load: Load, _ agent: Int?) -> Load {
        guard let agent else { return load }
        return Load(items: load.items, tokens: Int(Double(load.tokens) * agents[agent].tokenScale))
    }

    /// Tokens of instructions and tools.
    private func ownTokens(_ agent: Int?) -> Int {
        guard let agent else { return 0 }
        let tools = agents[agent].profile.persona.tools.map {
            $0.name.utf8.count + $0.description.utf8.count + $0.parameters.utf8.count
        }
        return Load.tokens(inBytes: agents[agent].instructions.utf8.count + tools.reduce(0, +))
    }

    func roomForTalk(_ agent: Int?) -> Int {
        let all = settings.budget.tokens
        return max(all - scaled(Load(items: 0, tokens: ownTokens(agent)), agent).tokens, all / 2)
    }
}
