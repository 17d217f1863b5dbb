import Audio
import FloorControl
import Realtime
import Rooms

/// Watches one room from outside — what goes in, what comes out, what players are sent — and says which
/// promise was broken, and when. It shares no code with the room, so that it cannot share its mistakes.
final class Witness {
    /// The turn that holds the floor, as the world was told.
    struct WatchedTurn {
        let id: TurnID
        let agent: Identity
        var isStarted = false
        /// Samples that left, each as often as it left; the most that any caller was sent.
        var wasCleared = false
        var reports = Reports.none
        /// Callers came or went, so that nobody heard all of it.
        var audienceChanged = false
    }

    /// What players said of a turn.
    enum Reports { case none, honest, exaggerated }

    private(set) var violations: [Violation] = []
    var now = RoomTime.zero
    var turn: WatchedTurn?
    var grants = 0
    /// Set when the world was told that a limit of the call is reached.
    var limitReached: RoomTime?
    var grantsSinceLimit = 0
    var endings: [TurnID: (at: RoomTime, heard: Int, text: String)] = [:]
    var finals: [String] = []
    var statuses: [Identity: AgentStatus] = [:]
    var listeners: [Identity: Listener] = [:]
    var speaking: Set<Identity> = []
    /// Callers of whom the world was told that nobody hears them.
    var unheard: Set<Identity> = []
    var openLinks: Set<LinkID> = []
    var generations: [LinkOwner: Int] = [:]
    var isClosed = false
    var step = StepNotes()
    var since = QueueNotes()
    var muted: Set<Identity> = []
    var toldFloor: FloorView?
    var queue: [FloorView.Promise] = []
    /// The last moment at which anything went on that a waiting claim may wait for.
    var lastLife = RoomTime.zero
    var runningTools = 0

    /// What happened since the queue was last looked at that may have shortened it.
    struct QueueNotes {
        var grants: Set<TurnID> = []
        /// A caller's words or an interruption: older claims may be void.
        var claimsMayBeVoid = false
        var deadlinePassed = false
        var gone: Set<Identity> = []

        var mayHaveShortened: Bool { claimsMayBeVoid || deadlinePassed }
    }

    /// What happened in one step.
    struct StepNotes {
        var published = false
        var someoneBeganToSpeak = false
        var cancelled: [TurnID] = []
        var lastFinal: (turn: TurnID, text: String, interrupted: Bool)?
    }

    func broke(_ invariant: Invariant, _ detail: @autoclosure () -> String) {
        // The first few tell the story; a room that is upside down would fill pages.
        guard violations.count < 12 else { return }
        violations.append(Violation(invariant: invariant, at: now, detail: detail()))
    }

    // MARK: - What goes in

    func sees(_ event: Room.Event, at time: RoomTime) {
        now = time
        switch event {
        case .linkLost(let link, _): openLinks.remove(link)
        case .interruptRequested: since.claimsMayBeVoid = true
        case .agentLeft(let agent, _): since.gone.insert(agent)
        case .agentJoined(let profile): since.gone.insert(profile.identity)
        case .deadlinePassed: since.deadlinePassed = true
        case .toolReturned:
            runningTools -= 1
            lastLife = now
        case .positionReported(let caller, let turn, let position): reported(position, of: turn, by: caller)
        case .closeRequested, .callerLeft: since.claimsMayBeVoid = true
        default: break
        }
    }

    private func reported(_ position: Duration, of id: TurnID, by caller: Identity) {
        guard turn?.id == id, turn?.reports != .exaggerated else { return }
        let played = listeners[caller]?.played(at: now) ?? 0
        let isTrue = SampleRate.hz24000.samples(in: position) <= played + 48
        turn?.reports = isTrue ? .honest : .exaggerated
    }

    // MARK: - What comes out

    func sees(_ action: Room.Action, on stage: Stage) {
        if isClosed { broke(.closedIsClosed, "\(action)") }
        switch action {
        case .publish(let event):
            step.published = true
            published(event, on: stage)
        case .openLink(let link, _, _): opened(link)
        case .closeLink(let link): openLinks.remove(link)
        case .send(let link, let message): sends(message, on: link, stage)
        case .clearPlayback:
            turn?.wasCleared = true
            for caller in listeners.keys { listeners[caller]?.clear(at: now) }
        case .callTool:
            runningTools += 1
            lastLife = now
        case .close: isClosed = true
        case .append(let link, _):
            if !openLinks.contains(link) { broke(.noDeadLinks, "sound on \(link)") }
        case .startPump, .takeBack, .giveBack, .closeLine, .note, .record: break
        }
    }

    private func opened(_ link: LinkID) {
        if openLinks.count(where: { $0.owner == link.owner }) > 1 {
            broke(.noDeadLinks, "\(link) is opened beside two others")
        }
        if generations[link.owner, default: 0] >= link.generation {
            broke(.noDeadLinks, "\(link) is opened again")
        }
        generations[link.owner] = link.generation
        openLinks.insert(link)
    }

    private func sends(_ message: ClientMessage, on link: LinkID, _ stage: Stage) {
        if !openLinks.contains(link) { broke(.noDeadLinks, "\(message.event) on \(link)") }
        guard case .responseCancel(let id) = message.event, let run = stage.peers[link]?.run,
            id == nil || id == run.id, let turn = TurnID(wire: stage.turn(of: run.tag))
        else { return }
        step.cancelled.append(turn)
    }

    // MARK: - The end of a step

    func stepEnded(_ stage: Stage) {
        if step.someoneBeganToSpeak { checkSilence() }
        for id in step.cancelled where id == turn?.id && !isClosed {
            broke(.onlyTheUnwantedIsCancelled, "the response of \(id) is cancelled, which holds the floor")
        }
        if step.published || since.mayHaveShortened, !isClosed { compare(with: stage.room.view) }
        checkForLife()
        step = StepNotes()
    }

    private func checkSilence() {
        for (caller, listener) in listeners where listener.holds(after: now) {
            broke(.humansSilenceAgents, "\(caller)'s player still holds sound of an agent")
        }
    }

    private func compare(with view: Room.View) {
        if view.turn != turn?.id {
            broke(
                .recordsAgree,
                "\(view.turn.debugDescription) holds the floor; the world knows of \(turn?.id as Any)")
        }
        checkStatuses(of: view)
        checkClaims(view.queue)
        if step.published, Self.outline(toldFloor) != Self.outline(view.floor) {
            broke(.recordsAgree, "the floor is \(view.floor), the world was told of \(toldFloor as Any)")
        }
        if let turn, muted.contains(turn.agent) { broke(.theMutedAreSilent, "\(turn.agent) has \(turn.id)") }
    }

    /// Without the reasons: in those, names change when somebody leaves.
    private static func outline(_ floor: FloorView?) -> [TurnID?] {
        [floor?.turn] + (floor?.queue.map(\.turn) ?? [])
    }

    private func checkStatuses(of view: Room.View) {
        for participant in view.participants where participant.kind == .agent {
            let agent = participant.identity
            if statuses[agent] != participant.status {
                broke(.statusesAgree, "\(agent) is \(participant.status); the world was told otherwise")
            }
            let isFine: Bool =
                switch participant.status {
                case .thinking: turn?.agent == agent && turn?.isStarted == false
                case .speaking: turn?.agent == agent && turn?.isStarted == true
                case .joining, .joined, .listening: turn?.agent != agent
                // What was generated before its session was lost is still heard.
                case .reconnecting, .failed: true
                case .left: false
                }
            if !isFine {
                broke(.statusesAgree, "\(agent) is \(participant.status), the turn is \(turn as Any)")
            }
        }
    }

    /// Claims leave the queue for a reason.
    private func checkClaims(_ present: [FloorView.Promise]) {
        let kept = since.grants.union(present.map(\.turn))
        for claim in queue where !kept.contains(claim.turn) && !since.claimsMayBeVoid {
            let isAway = statuses[claim.agent].map { $0 == .reconnecting || $0 == .joining } ?? true
            let expired = since.deadlinePassed && isAway
            // Who is handed the floor is promised an earlier turn for it.
            let movedUp =
                [.all, .domain, .floor].contains(claim.reason)
                && present.contains {
                    $0.agent == claim.agent && $0.reason == .request && $0.turn.number > claim.turn.number
                }
            if !expired, !movedUp, !since.gone.contains(claim.agent) {
                broke(.claimsAreKept, "\(claim) is gone")
            }
        }
        queue = present
        since = QueueNotes()
    }

    /// Longest silence with a claim waiting: first audio (5 s), once more, and the time between.
    private static let patience: Duration = .seconds(25)

    private func checkForLife() {
        guard !queue.isEmpty, speaking.isEmpty, runningTools == 0 else {
            lastLife = now
            return
        }
        guard lastLife.duration(to: now) > Self.patience else { return }
        broke(.neverMute, "\(queue) has waited \(lastLife.duration(to: now))")
        lastLife = now
    }
}

extension LinkOwner {
    var identity: Identity {
        switch self {
        case .agent(let identity), .ear(let identity): identity
        }
    }
}
