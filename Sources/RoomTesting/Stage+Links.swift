public import FloorControl
public import Realtime
public import Rooms

// The servers' side: connections are taken or refused, and scripts handed out.

extension Stage {
    func open(_ link: LinkID, _ attempt: Int, _ server: Int) {
        openings.append((now, link, attempt, server))
        let owner: Identity =
            switch link.owner {
            case .agent(let agent): agent
            case .ear: Self.ear
            }
        if let loss = brokenServers[owner]?[server] {
            plan(after: latency()) { $0.handle(.linkLost(link, loss)) }
            return
        }
        if let refusal = plans[owner]?.refusals.first {
            plans[owner]?.refusals.removeFirst()
            plan(after: latency()) { $0.handle(.linkLost(link, refusal)) }
            return
        }
        var session = Session(id: "\(link)", configuration: SessionConfiguration())
        session.configuration.model = .value(Self.model)
        switch link.owner {
        case .agent(let agent):
            let peer = AgentPeer(link: link, index: agents.firstIndex(of: agent) ?? 0, stage: self)
            peers[link] = peer
            if plans[owner]?.isMute == true { peer.isSilent = true }
            plan(after: .zero) {
                $0.handle(
                    .linkOpened(
                        link, input: $0.input, server: peer.server,
                        vendorServers: $0.vendorServers[agent] ?? []))
            }
            peer.tell(.sessionCreated(session))
            limit(link)
        case .ear(let caller):
            let peer = EarPeer(link: link, caller: caller, stage: self)
            ears[link] = peer
            plan(after: .zero) { $0.handle(.linkOpened(link, server: peer.server)) }
            peer.tell(.sessionCreated(session))
            limit(link)
        }
    }

    /// The server says how long it keeps the session, and does so.
    private func limit(_ link: LinkID) {
        guard let sessionLength else { return }
        let end = now.advanced(by: sessionLength)
        plan(after: .zero) { $0.handle(.sessionExpires(link, at: end)) }
        let error = ErrorDetail(
            type: "invalid_request_error", code: "session_expired", message: "the maximum duration")
        plan(at: end) {
            $0.peers[link]?.expire(error)
            $0.ears[link]?.expire(error)
        }
    }

    static let ear: Identity = "ear"
    public static let model = "voice"

    func nextScript(of agent: Identity) -> Script {
        guard let plan = plans[agent] else { return Script("Nothing to say.") }
        guard !plan.scripts.isEmpty else { return plan.other }
        return plans[agent]?.scripts.removeFirst() ?? plan.other
    }

    /// What the agent's next responses will be; after them come plain sentences.
    public func script(_ agent: Identity, _ scripts: Script...) {
        plans[agent, default: Plan()].scripts += scripts
    }

    /// From here on the agent's servers do nothing out of the ordinary.
    public func forgetScripts(of agent: Identity) {
        plans[agent]?.scripts = []
        plans[agent]?.refusals = []
        plans[agent]?.refusedCommits = 0
        plans[agent]?.summaries = []
    }

    /// What the agent's responses are when no script is left.
    public func otherwise(_ agent: Identity, _ script: Script) {
        plans[agent, default: Plan()].other = script
    }

    /// The next connections of an agent — or of ears, under the name `ear` — are lost at once.
    public func refuse(_ agent: Identity, _ losses: LinkLoss...) {
        plans[agent, default: Plan()].refusals += losses
    }

    /// From now on one of the servers of an agent — or of ears, under the name `ear` — takes no connection,
    /// or does again.
    public func breakServer(_ server: Int, of agent: Identity, _ loss: LinkLoss?) {
        brokenServers[agent, default: [:]][server] = loss
    }

    /// New connections of the agent are taken, but nothing is ever said on them.
    public func mute(server agent: Identity, _ isMute: Bool = true) {
        plans[agent, default: Plan()].isMute = isMute
    }

    /// The agent's next commits of sound are refused.
    public func refuseCommits(of agent: Identity, _ count: Int = 1) {
        plans[agent, default: Plan()].refusedCommits += count
    }

    func refusesCommits(of agent: Identity) -> Bool {
        guard let count = plans[agent]?.refusedCommits, count > 0 else { return false }
        plans[agent]?.refusedCommits = count - 1
        return true
    }

    /// The agent's session, not one that waits to take its place; without any, the latest.
    public func peer(_ agent: Identity) -> AgentPeer? {
        let all = peers.values.filter { $0.agent == agent }.sorted { $0.link.generation < $1.link.generation }
        return all.first { !$0.isClosed } ?? all.last
    }

    /// Every `response.create` of the agent, in all its sessions.
    public func requests(_ agent: Identity) -> [AgentPeer.Request] {
        peers.values.filter { $0.agent == agent }.sorted { $0.link.generation < $1.link.generation }
            .flatMap(\.requests)
    }

    /// What all sessions of the agent were sent, but for items.
    public func sent(_ agent: Identity) -> [ClientEvent] {
        peers.values.filter { $0.agent == agent }.sorted { $0.link.generation < $1.link.generation }
            .flatMap { $0.sent.map(\.event) }
    }

    /// The connection of an agent's session, or of a caller's ear, breaks.
    public func breakOff(_ identity: Identity, _ loss: LinkLoss = .closed(code: 1006, reason: "")) {
        if let peer = peer(identity), !peer.isClosed { peer.breakOff(loss) }
        let ears = ears.values.filter { $0.caller == identity && !$0.isClosed }
        if let ear = ears.min(by: { $0.link.generation < $1.link.generation }) {
            ear.isClosed = true
            handle(.linkLost(ear.link, loss))
        }
    }
}
