public import FloorControl
import Networking
public import Personas
public import Rooms

/// An agent as a join brings it: its persona with the overrides applied.
public struct AgentAdmission: Sendable {
    public var persona: Persona
    public var identity: Identity
    public var participantID: String
    /// Whether the room is to be recorded from now on.
    public var wantsRecording: Bool

    public init(persona: Persona, identity: Identity, participantID: String, wantsRecording: Bool = false) {
        self.wantsRecording = wantsRecording
        self.persona = persona
        self.identity = identity
        self.participantID = participantID
    }
}

/// How a join went, for those who wait.
public enum JoinOutcome: Equatable, Sendable {
    case joined
    case failed(EventFault)
    case stillJoining
}

// What the HTTP API asks of a room.

extension RoomHost {
    public func admit(_ admission: AgentAdmission) throws(Problem) {
        let identity = admission.identity
        guard !isClosed else { throw Problem(.unknownRoom, "The room “\(name)” is just closing. Try again.") }
        try refuseIfEnding()
        guard !isTaken(identity) else {
            throw Problem(
                .alreadyJoined,
                "“\(identity)” is already in “\(name)”. Choose another identity or let it leave first.")
        }
        if room.agentIdentities.contains(identity) {
            // It failed: the new join takes its place.
            handle(.agentLeft(identity, reason: .replaced))
        }
        guard room.agentIdentities.count < settings.limits.maxAgents else {
            throw Problem(
                .atCapacity, "The room “\(name)” has \(settings.limits.maxAgents) agents, its limit.",
                retryAfter: .seconds(5))
        }
        admissions[identity] = admission
        // First, so that nobody's sound can come before the world is told.
        if admission.wantsRecording { startRecording() }
        handle(
            .agentJoined(
                AgentProfile(
                    identity: identity, participantID: admission.participantID, persona: admission.persona,
                    serverCount: settings.backend.attempts(for: admission.persona).count)))
    }

    /// Answers as soon as the agent is in, has failed, or `limit` has passed.
    public func outcome(of participantID: String, within limit: Duration) async -> JoinOutcome {
        await withCheckedContinuation { continuation in
            switch room.status(ofParticipant: participantID) {
            case .joining: wait(for: participantID, atMost: limit, continuation)
            case .failed: continuation.resume(returning: .failed(lastFault))
            case .left, nil: continuation.resume(returning: .failed(Self.leftMeanwhile))
            case .joined, .thinking, .speaking, .listening, .reconnecting:
                continuation.resume(returning: .joined)
            }
        }
    }

    private func wait(
        for participantID: String, atMost limit: Duration,
        _ continuation: CheckedContinuation<JoinOutcome, Never>
    ) {
        waiting[participantID, default: []].append(continuation)
        // Whoever waits holds the room; a deadline of an answer that has long been given does not.
        reactor.schedule(after: limit) { [weak self] in
            self?.assumeIsolated { $0.stopWaiting(for: participantID, .stillJoining) }
        }
    }

    func settle(_ participantID: String, _ status: AgentStatus, _ fault: EventFault?) {
        switch status {
        case .joined: stopWaiting(for: participantID, .joined)
        case .failed:
            lastFault = fault ?? lastFault
            stopWaiting(for: participantID, .failed(lastFault))
        case .left:
            stopWaiting(for: participantID, .failed(Self.leftMeanwhile))
        case .joining, .thinking, .speaking, .listening, .reconnecting: break
        }
    }

    private static let leftMeanwhile = EventFault(
        code: "left", detail: "The agent left while it was joining.")

    private func stopWaiting(for participantID: String, _ outcome: JoinOutcome) {
        for continuation in waiting.removeValue(forKey: participantID) ?? [] {
            continuation.resume(returning: outcome)
        }
    }

    public func leave(agent identity: Identity, reason: Reason) throws(Problem) {
        guard room.agentIdentities.contains(identity) else { throw notHere(identity) }
        handle(.agentLeft(identity, reason: reason))
        admissions[identity] = nil
    }

    public func remove(_ identity: Identity) throws(Problem) {
        if room.callerIdentities.contains(identity) {
            closeLine(identity, code: 1000, reason: "removed")
            handle(.callerLeft(identity, reason: .removed))
        } else {
            try leave(agent: identity, reason: .removed)
        }
    }

    public func mute(_ identity: Identity, _ isMuted: Bool) throws(Problem) {
        if room.callerIdentities.contains(identity) {
            handle(.callerMuted(identity, isMuted))
        } else if room.agentIdentities.contains(identity) {
            handle(.agentMuted(identity, isMuted))
        } else {
            throw notHere(identity)
        }
    }

    /// - Returns: The turn that was promised.
    public func give(_ agent: Identity, instructions: String?) throws(Problem) -> TurnID {
        guard room.agentIdentities.contains(agent) else { throw notHere(agent) }
        try refuseIfEnding()
        let before = room.latestTurn
        handle(.moderatorGave(agent, instructions: instructions))
        guard room.latestTurn != before else {
            if room.isMuted(agent) {
                throw Problem(.agentMuted, "“\(agent)” is muted; unmute it first, or give another the floor.")
            }
            if room.isFull {
                throw Problem(
                    .queueFull,
                    "\(room.view.queue.count) turns are promised in “\(name)” already; let them be heard first.",
                    retryAfter: .seconds(10))
            }
            throw Problem(
                .notJoined, "“\(agent)” has failed and can be given no turn; join it again to replace it.")
        }
        return room.latestTurn
    }

    public func say(from caller: Identity, text: String) throws(Problem) {
        guard !room.agentIdentities.contains(caller) else {
            let detail = "“\(caller)” is an agent in “\(name)”; only callers type"
            throw Problem(.identityTaken, detail, errors: [FieldComplaint(.root.appending("from"), detail)])
        }
        handle(.messageTyped(from: caller, text: text))
    }

    public func interrupt() { handle(.interruptRequested) }

    public func close(reason: Reason) { handle(.closeRequested(reason: reason)) }

    /// Whoever tries again in a moment finds a new room of this name.
    func refuseIfEnding() throws(Problem) {
        guard let limit = room.reachedLimit else { return }
        throw Problem(
            .callEnding, "The call in “\(name)” has reached its limit of \(limit) and is saying goodbye.",
            retryAfter: .seconds(5))
    }

    private func notHere(_ identity: Identity) -> Problem {
        Problem(.notJoined, "“\(identity)” is not in the room “\(name)”.")
    }
}
