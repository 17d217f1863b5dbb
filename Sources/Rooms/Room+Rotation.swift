import Audio
import FloorControl
import Realtime

// Rotation: before its server ends a session another one is opened and configured, and takes over in a
// moment in which nobody waits for it. Agents do so one at a time, and so do ears.

extension Room {
    /// The driver has read `expires_at`. What lies in the past is a clock that is wrong, and says nothing.
    mutating func expires(_ link: LinkID, at end: RoomTime) {
        guard end > now else { return }
        guard connection(of: link) != nil else {
            change(successor: link) { [now] in $0.term = Term(since: $0.term?.since ?? now, end: end) }
            return
        }
        setTerm(Term(since: term(of: link.owner)?.since ?? now, end: end), of: link.owner)
    }

    /// After each event: who needs a successor gets one, and who has one gives way when it can.
    mutating func rotate() {
        guard !isClosed else { return }
        let margin = settings.rotateBefore
        for index in agents.indices
        where Self.isDue(agents[index].succession, agents[index].term, at: now, margin) {
            rotate(.agent(agents[index].profile.identity))
        }
        for index in callers.indices
        where Self.isDue(callers[index].succession, callers[index].term, at: now, margin) {
            rotate(.ear(callers[index].profile.identity))
        }
    }

    private static func isDue(
        _ succession: Succession?, _ term: Term?, at now: RoomTime, _ margin: Duration
    ) -> Bool {
        guard let term, let succession else { return false }
        return switch succession {
        case .none: term.rotates(margin) <= now
        case .resting(let until, _): until <= now
        case .standing: true
        case .opening: false
        }
    }

    private mutating func rotate(_ owner: LinkOwner) {
        guard let connection = connection(of: owner), let link = connection.link else { return }
        switch connection.succession {
        case .none?: openSuccessor(of: owner, failures: 0)
        case .resting(_, let failures): openSuccessor(of: owner, failures: failures)
        case .standing(let successor):
            guard canGiveWay(owner), isQuiet(owner) || isPressed(owner) else { return }
            emit(.closeLink(link))
            succeed(owner, successor)
        case .opening, nil: break
        }
    }

    /// When something must happen if no event comes first.
    @inline(__always)
    func nextRotation(_ succession: Succession?, _ term: Term?) -> RoomTime? {
        guard let term, let succession else { return nil }
        let next: RoomTime? =
            switch succession {
            case .none: term.rotates(settings.rotateBefore)
            case .resting(let until, _): until
            case .opening(_, let deadline): deadline
            case .standing: nil
            }
        if let next, next > now { return next }
        // What is due and waits for somebody else has an event to wait for.
        let pressing = term.presses(settings.rotateBefore)
        return pressing > now ? pressing : nil
    }
}

// When.
extension Room {
    private func isPressed(_ owner: LinkOwner) -> Bool {
        guard let term = term(of: owner) else { return false }
        return term.presses(settings.rotateBefore) <= now
    }

    /// Whether a new answer had better wait for the session that is being opened. Once it could not be had,
    /// nobody waits for it.
    func isAboutToGiveWay(_ agent: Int) -> Bool {
        guard case .opening(let successor, _) = agents[agent].connection.succession, successor.failures == 0
        else { return false }
        return isPressed(.agent(agents[agent].identity))
    }

    /// Whether nothing is lost by it: no answer, no tool's result, no words.
    private func canGiveWay(_ owner: LinkOwner) -> Bool {
        switch owner {
        case .agent(let agent):
            guard let index = agentIndex(agent), agents[index].connection.life?.isIdle == true,
                !agents[index].tools.isWaiting, guess?.agent != agent
            else { return false }
            guard let live, live.turn.agent == agent else { return true }
            return live.responseCount == 0 || live.isGenerated
        case .ear(let caller):
            // Words that are awaited arrive in seconds, or are given up.
            return callerIndex(caller).map { index in
                callers[index].speeches.allSatisfy { !$0.hasStopped }
            } ?? false
        }
    }

    /// Whether nobody waits for it, speaks to it or listens to it.
    private func isQuiet(_ owner: LinkOwner) -> Bool {
        switch owner {
        case .agent(let agent):
            guard let index = agentIndex(agent) else { return false }
            let link = agents[index].connection.link
            return live?.turn.agent != agent && !floor.queue.contains { $0.turn.agent == agent }
                && !callers.contains { $0.clip.map { $0.link == link } ?? false }
        case .ear(let caller):
            return callerIndex(caller).map { index in
                callers[index].speeches.isEmpty && callers[index].clip == nil
            } ?? false
        }
    }

    private func isAnyOpening(beside owner: LinkOwner) -> Bool {
        switch owner {
        case .agent: agents.contains { $0.connection.succession?.isOpening == true }
        case .ear: callers.contains { $0.ear.succession?.isOpening == true }
        }
    }
}

// How.
extension Room {
    private mutating func openSuccessor(of owner: LinkOwner, failures: Int) {
        // One that cannot be had holds nobody up whose time is short.
        guard isPressed(owner) || isQuiet(owner) && !isAnyOpening(beside: owner) else { return }
        let successor = Successor(
            link: LinkID(owner: owner, generation: mintGeneration()),
            server: ladder(of: owner)?.server(ofTry: failures) ?? 0, failures: failures)
        let deadline = now.advanced(by: Connection.setUpTimeout)
        change(owner) { $0.succession = .opening(successor, deadline: deadline) }
        emit(.openLink(successor.link, attempt: failures + 1, server: successor.server))
    }

    mutating func successorReceived(_ event: ServerEvent, on link: LinkID) {
        guard var successor = successor(link) else { return }
        let news = successor.life.handle(event)
        change(successor: link) { $0.life = successor.life }
        switch news {
        case .greeted: configure(successor)
        case .ready: change(link.owner) { $0.succession = $0.succession?.successor.map { .standing($0) } }
        case .sessionRefused, .expired:
            emit(.closeLink(link))
            successorFailed(link)
        // Nothing was asked of it yet.
        case .responseStarted, .responseUnwanted, .responseEnded, .responseRefused, .responsePostponed, nil:
            break
        }
    }

    private mutating func configure(_ successor: Successor) {
        var instructions = ""
        var tools: [Tool] = []
        var configuration = successor.life.server.ear(settings.ear)
        if case .agent(let agent) = successor.link.owner, let index = agentIndex(agent) {
            let briefing = briefing(
                of: agents[index].profile, hearing: successor.input, vendorServers: successor.vendorServers)
            instructions = briefing.instructions
            tools = briefing.tools
            configuration = briefing.configuration
        }
        let eventID = send(.sessionUpdate(configuration), on: successor.link)
        change(successor: successor.link) {
            $0.instructions = instructions
            $0.tools = tools
            $0.life.configure(eventID: eventID)
        }
    }

    /// Another try after a pause that grows, but is short of what is left of the session in force.
    mutating func successorFailed(_ link: LinkID) {
        guard let failed = successor(link) else { return }
        let jitter = Double.random(in: 0...1, using: &random)
        var pause = settings.reconnect.delay(pause: failed.failures + 1, jitter: jitter)
        if let left = term(of: link.owner).map({ now.duration(to: $0.end) }), left > .zero {
            pause = min(pause, left / 3)
        }
        let until = now.advanced(by: max(pause, .milliseconds(1)))
        change(link.owner) { $0.succession = .resting(until: until, failures: failed.failures + 1) }
        askIfWaiting()
    }

    mutating func giveUpSilentSuccessors() {
        for connection in agents.map(\.connection) + callers.map(\.ear) {
            guard case .opening(let successor, let deadline) = connection.succession, deadline <= now else {
                continue
            }
            emit(.closeLink(successor.link))
            successorFailed(successor.link)
        }
    }

    /// The session in force is lost and another one is at hand, or nearly so.
    mutating func inherit(_ link: LinkID, _ successor: Successor, _ loss: LinkLoss) {
        guard case .opening(_, let deadline) = connection(of: link)?.succession else {
            succeed(link.owner, successor)
            return
        }
        switch link.owner {
        case .agent(let agent):
            guard let index = agentIndex(agent) else { return }
            agents[index].beginSession(
                input: successor.input, instructions: successor.instructions, term: successor.term)
            agents[index].takeTools(of: successor)
            agents[index].ladder.stand(on: successor.server)
        case .ear(let caller): earIsAway(caller, loss)
        }
        setConnection(
            .connecting(successor.link, successor.life, attempt: 1, deadline: deadline), of: link.owner)
        switch link.owner {
        case .agent: isAway(link.owner, loss)
        case .ear(let caller):
            guard let index = callerIndex(caller) else { return }
            dropClip(of: index)
            callers[index].beginEar(term: successor.term, at: now)
            callers[index].ladder.stand(on: successor.server)
        }
    }

    private mutating func succeed(_ owner: LinkOwner, _ successor: Successor) {
        switch owner {
        case .agent(let agent): succeed(agent, successor)
        case .ear(let caller): succeed(earOf: caller, successor)
        }
        emit(.note(.sessionRotated(owner)))
    }

    /// The new session is told the whole conversation at once, and then is as good as the old one.
    private mutating func succeed(_ agent: Identity, _ successor: Successor) {
        guard let index = agentIndex(agent) else { return }
        let old = agents[index].connection.link
        let canMove = canMoveTurn(of: index)
        abandonVendorCalls(of: agent)
        agents[index].beginSession(
            input: successor.input, instructions: successor.instructions, term: successor.term)
        agents[index].takeTools(of: successor)
        agents[index].connection = .ready(successor.link, successor.life, .none)
        agents[index].stability.ready(at: now)
        agents[index].ladder.stand(on: successor.server)
        for caller in callers.indices where callers[caller].clip?.link == old {
            callers[caller].clip?.place = .kept
        }
        refreshInstructions(of: agent)
        refreshTools(of: index)
        tell(index, on: successor.link)
        guard let live, live.turn.agent == agent, live.responseCount > 0 else { return }
        if canMove { moveTurn(to: successor.link) } else { failTurn(of: agent) }
    }
}

// Where.
extension Room {
    func term(of owner: LinkOwner) -> Term? {
        switch owner {
        case .agent(let agent): agentIndex(agent).flatMap { agents[$0].term }
        case .ear(let caller): callerIndex(caller).flatMap { callers[$0].term }
        }
    }

    private func ladder(of owner: LinkOwner) -> Ladder? {
        switch owner {
        case .agent(let agent): agentIndex(agent).map { agents[$0].ladder }
        case .ear(let caller): callerIndex(caller).map { callers[$0].ladder }
        }
    }

    private mutating func setTerm(_ term: Term, of owner: LinkOwner) {
        switch owner {
        case .agent(let agent): if let index = agentIndex(agent) { agents[index].term = term }
        case .ear(let caller): if let index = callerIndex(caller) { callers[index].term = term }
        }
    }

    func successor(_ link: LinkID) -> Successor? {
        let successor = connection(of: link.owner)?.succession?.successor
        return successor?.link == link ? successor : nil
    }

    mutating func change(successor link: LinkID, _ change: (inout Successor) -> Void) {
        guard var successor = successor(link) else { return }
        change(&successor)
        self.change(link.owner) { $0.succession?.successor = successor }
    }

    private mutating func change(_ owner: LinkOwner, _ change: (inout Connection) -> Void) {
        guard var connection = connection(of: owner) else { return }
        change(&connection)
        setConnection(connection, of: owner)
    }
}
