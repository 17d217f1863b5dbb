import Audio
import FloorControl

// A lost session ends no room: it is tried again with growing pauses, and the floor passes over its
// agent meanwhile.

extension Room {
    mutating func lost(_ link: LinkID, _ loss: LinkLoss) {
        guard let connection = connection(of: link) else { return successorFailed(link) }
        if let successor = connection.succession?.successor { return inherit(link, successor, loss) }
        let attempts = connection.isReady ? flaps(link.owner) : connection.attempts
        if loss.isFinal || attempts >= settings.reconnect.attempts {
            moveDown(link.owner, loss)
            return
        }
        let jitter = Double.random(in: 0...1, using: &random)
        let pauses = attempts + (hasBeenReady(link.owner) ? 1 : 0)
        let until = now.advanced(by: settings.reconnect.delay(pause: pauses, jitter: jitter))
        setConnection(.waiting(until: until, attempt: attempts + 1), of: link.owner)
        isAway(link.owner, loss)
    }

    /// This server is given up: the next one is tried at once, if there is one that was not given up, too.
    private mutating func moveDown(_ owner: LinkOwner, _ loss: LinkLoss) {
        guard let server = descend(owner) else {
            giveUp(owner, EventFault(code: "realtime_unavailable", detail: loss.detail))
            return
        }
        emit(.note(.movedDown(owner, server: server)))
        setConnection(.waiting(until: now, attempt: 1), of: owner)
        isAway(owner, loss, tryingServer: server)
        connect(owner, attempt: 1)
    }

    private mutating func descend(_ owner: LinkOwner) -> Int? {
        switch owner {
        case .agent(let agent):
            guard let index = agentIndex(agent), agents[index].ladder.descend() else { return nil }
            return agents[index].ladder.server
        case .ear(let caller):
            guard let index = callerIndex(caller), callers[index].ladder.descend() else { return nil }
            return callers[index].ladder.server
        }
    }

    /// Nobody can be asked, or heard, until there is another session.
    mutating func isAway(_ owner: LinkOwner, _ loss: LinkLoss, tryingServer server: Int? = nil) {
        if case .ear(let caller) = owner { return earIsAway(caller, loss) }
        guard case .agent(let agent) = owner, let index = agentIndex(agent) else { return }
        abandonVendorCalls(of: agent)
        decide(.agentBecame(agent, available: false))
        failTurn(of: agent)
        if let server {
            let count = agents[index].ladder.count
            let detail = "\(loss.detail) Server \(server + 1) of \(count) is tried."
            let status: AgentStatus = agents[index].status == .joining ? .joining : .reconnecting
            setStatus(status, of: agent, fault: EventFault(code: "realtime_fallback", detail: detail))
        } else if agents[index].status != .joining, agents[index].status != .reconnecting {
            setStatus(.reconnecting, of: agent, fault: EventFault(code: "realtime_lost", detail: loss.detail))
        }
    }

    /// Closes a connection from this side and treats it as lost.
    mutating func lose(_ link: LinkID, _ loss: LinkLoss) {
        emit(.closeLink(link))
        lost(link, loss)
    }

    /// No further try.
    mutating func giveUp(_ owner: LinkOwner, _ fault: EventFault) {
        for link in connection(of: owner)?.links ?? [] { emit(.closeLink(link)) }
        setConnection(.failed, of: owner)
        switch owner {
        case .agent(let agent):
            abandonVendorCalls(of: agent)
            // Away first: the turn that fails now must not be tried again with this session.
            decide(.agentBecame(agent, available: false))
            failTurn(of: agent)
            decide(.agentFailed(agent))
            setStatus(.failed, of: agent, fault: fault)
            rosterChanged()
            tellIfNobodyAnswers()
        case .ear(let caller): earIsGone(caller, fault)
        }
    }

    /// What can still be heard of a turn is played to its end; a turn of which nothing arrived is over.
    mutating func failTurn(of agent: Identity) {
        guard let turn = live, turn.turn.agent == agent, !turn.isGenerated else { return }
        // Should its clock have stood still while the session was to end what was cancelled.
        if mayStillBeAsked(turn) { return decide(.turnWaits(turn.turn.id, for: .audio)) }
        live?.fail(.session)
        if !turn.isAudible { decide(.turnFailed(turn.turn.id, mayRetry: !turn.calledTool)) }
    }

    /// Its agent was never asked, and could not be promised the turn once more: it may be back before the turn's
    /// first sound is overdue.
    private func mayStillBeAsked(_ turn: LiveTurn) -> Bool {
        turn.turn.isRetry && turn.responseCount == 0
            && connection(of: .agent(turn.turn.agent))?.isFailed == false
    }

    mutating func reconnectDue() {
        for seat in agents {
            if let stuckBy = seat.stuckBy, stuckBy <= now, let link = seat.connection.link {
                lose(link, .closed(code: 1006, reason: "a cancelled response never ended"))
            }
            retry(seat.connection, .agent(seat.identity))
        }
        for seat in callers { retry(seat.ear, .ear(seat.identity)) }
        giveUpSilentSuccessors()
    }

    private mutating func retry(_ connection: Connection, _ owner: LinkOwner) {
        guard let deadline = connection.deadline, deadline <= now else { return }
        switch connection {
        case .waiting(_, let attempt): connect(owner, attempt: attempt)
        case .connecting(let link, _, _, _):
            lose(link, .closed(code: 1006, reason: "the server said nothing"))
        case .ready, .failed: break
        }
    }

    /// A session that is lost as soon as it is ready, again and again, is as good as none.
    private mutating func flaps(_ owner: LinkOwner) -> Int {
        func count(_ stability: inout Stability) -> Int {
            stability.lost(at: now)
            return stability.flaps
        }
        switch owner {
        case .agent(let agent): return agentIndex(agent).map { count(&agents[$0].stability) } ?? 0
        case .ear(let caller): return callerIndex(caller).map { count(&callers[$0].stability) } ?? 0
        }
    }

    private func hasBeenReady(_ owner: LinkOwner) -> Bool {
        switch owner {
        case .agent(let agent): agentIndex(agent).map { agents[$0].stability.hasBeenReady } ?? false
        case .ear(let caller): callerIndex(caller).map { callers[$0].stability.hasBeenReady } ?? false
        }
    }
}
