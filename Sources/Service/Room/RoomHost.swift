import FloorControl
public import Networking
import Realtime
public import Rooms

/// One live room on its reactor: hands events to the ``Rooms/Room`` value and carries out what it says.
///
/// The only place that sees both the clock and the room. An actor pinned to the reactor's thread, so a
/// frame runs from one socket's callback to the other without a hop, a task or a lock.
public actor RoomHost {
    public nonisolated let name: String
    public nonisolated let events: EventLog
    public nonisolated let reactor: Reactor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    let settings: RoomSettings
    /// `nil`: nothing is ever recorded.
    let recorder: Recorder?
    var log: RoomLog
    let openedAt = WallTime.now
    private let clock = RoomClock()
    private let onClosed: @Sendable (String) -> Void

    var room: Room
    var admissions: [Identity: AgentAdmission] = [:]
    var sessions: [LinkID: SessionSocket] = [:]
    var lines: [Identity: CallerLine] = [:]
    /// By participant: one join.
    var remoteTools: [String: RemoteTools] = [:]
    /// Identities of callers whose upgrade is under way, and until when they are kept for them.
    var promised: [Identity: Deadline] = [:]
    /// Why the last agent failed, for a join that asks late.
    var lastFault = EventFault(code: "realtime_unavailable", detail: "The Realtime server is not available.")
    var waiting: [String: [CheckedContinuation<JoinOutcome, Never>]] = [:]
    let space: FrameSpace
    /// Who counts and traces what happens here.
    var watch: RoomWatch?
    /// When sound left for the lines last, and the look whether more has followed.
    var soundLeftAt = RoomTime.zero
    var restCheck: Deadline?
    /// Set while the room is recorded.
    var recording: RoomRecording?
    /// When the voice was heard of that is being acted upon.
    private var voiceSince: ContinuousClock.Instant?
    /// The lines were silenced before the room was told why.
    private var isSilenced = false
    private var pending: [Room.Action] = []
    private(set) var isApplying = false
    private var alarm: (deadline: Deadline, at: RoomTime)?
    private var pump: Deadline?
    private(set) var isClosed = false

    /// - Parameter space: of the reactor, shared with its other rooms. Default: one of this room's own.
    public init(
        name: String, settings: RoomSettings, reactor: Reactor, log: EventLog, recorder: Recorder? = nil,
        space: FrameSpace = FrameSpace(), onClosed: @escaping @Sendable (String) -> Void
    ) {
        self.name = name
        self.settings = settings
        self.reactor = reactor
        self.events = log
        self.recorder = recorder
        self.space = space
        self.onClosed = onClosed
        self.log = RoomLog(room: name)
        room = Room(name: name, settings: Room.Settings(settings))
    }

    /// The room is there: its first event, and the clock that closes it when nobody comes.
    public func open(reason: Reason) {
        tell(.roomOpened(reason: reason))
        if settings.isRecorded { startRecording() }
        setAlarm()
    }

    var now: RoomTime { clock.now }

    func handle(_ event: Room.Event) {
        apply(room.handle(event, at: now))
        feedBacklogs()
    }

    /// A voice that cuts in silences the lines at once: what else it sets off takes longer than that.
    func handleVoice(_ item: ItemID, audioStart: Duration, on link: LinkID) {
        voiceSince = .now
        if !isApplying, room.silences(item, on: link) {
            carryOut(.clearPlayback)
            isSilenced = true
        }
        handle(.linkReceived(link, .speechStarted(item, audioStart: audioStart)))
        isSilenced = false
        voiceSince = nil
    }

    /// Carries actions out in order. What an action sets off — a socket that breaks while it is written
    /// to — waits its turn.
    func apply(_ actions: [Room.Action]) {
        if isApplying {
            pending += actions
            return
        }
        isApplying = true
        var batch = actions
        while !batch.isEmpty {
            let silenced = silence(batch)
            for index in batch.indices where index != silenced { carryOut(batch[index]) }
            batch = []
            swap(&batch, &pending)
        }
        isApplying = false
        setAlarm()
    }

    /// Silence comes first, and leaves at once: all else that a voice sets off is worth a frame of what nobody wants to
    /// hear any more. What the lines are told before it stays before it.
    ///
    /// - Returns: the action that is carried out.
    private func silence(_ actions: [Room.Action]) -> Int? {
        for index in actions.indices {
            switch actions[index] {
            case .record, .note, .takeBack, .giveBack, .send, .append: continue
            case .clearPlayback:
                if isSilenced { isSilenced = false } else { carryOut(actions[index]) }
                return index
            case .publish, .openLink, .closeLink, .startPump, .callTool, .closeLine, .close: return nil
            }
        }
        return nil
    }

    private func carryOut(_ action: Room.Action) {
        switch action {
        case .publish(let event): publish(event)
        case .openLink(let link, _, let server): openSession(link, server: server)
        case .closeLink(let link): closeSession(link)
        case .send(let link, let message): sessions[link]?.send(message)
        case .append(let link, let samples): sessions[link]?.append(burst: samples)
        case .note(let note):
            watch?.take(note)
            log.note(note)
        case .record(let entry): events.keepFloor?(entry.json.utf8, .now)
        case .clearPlayback:
            for line in lines.values { line.clear() }
            if let voiceSince { watch?.metrics.observe("parley_barge_in_seconds", .now - voiceSince) }
        case .takeBack(let agent, let samples): recording?.takeBack(samples, of: agent)
        case .giveBack(let agent, let samples): recording?.giveBack(samples, of: agent)
        case .startPump: startPump()
        case .callTool(let link, let callID, let name, let arguments):
            callTool(link, callID: callID, name: name, arguments: arguments)
        case .closeLine(let caller, let reason):
            // RFC 6455 §7.4.1: 1001 says that the server goes away, so that a client may call again elsewhere.
            closeLine(caller, code: reason == .drain ? 1001 : 1000, reason: reason.rawValue)
        case .close: close()
        }
    }

    private func publish(_ event: RoomEvent) {
        // The room's last word is that it has closed.
        if case .roomClosed = event { stopRecording(.closed) }
        tell(event)
        if case .agentStatus(_, let participantID, let status, let fault, _) = event {
            settle(participantID, status, fault)
            if status == .left || status == .failed { endRemoteTools(of: participantID) }
        }
        if case .speechStarted(let caller) = event { watchForGaps(in: caller) }
        // Not after all else that the grant sets off.
        if case .turnGranted = event { for line in lines.values { line.socket.hurry() } }
    }

    /// Everybody, and the log.
    func tell(_ event: RoomEvent) {
        log.note(event)
        events.append(event)
    }

    private func close() {
        isClosed = true
        pump?.cancel()
        pump = nil
        restCheck?.cancel()
        alarm?.deadline.cancel()
        alarm = nil
        for promise in promised.values { promise.cancel() }
        promised = [:]
        for link in sessions.keys { closeSession(link) }
        for tools in remoteTools.values { tools.close() }
        remoteTools = [:]
        onClosed(name)
    }
}

// MARK: - Clocks

extension RoomHost {
    /// One timer follows the room's next deadline; it moves only when that comes earlier or has passed.
    private func setAlarm() {
        guard !isClosed, let next = room.lookAhead() else { return }
        if let alarm, alarm.at <= next { return }
        alarm?.deadline.cancel()
        // A hair late rather than early: a deadline that has not passed yet would fire again.
        let delay = max(.zero, now.duration(to: next)) + .milliseconds(1)
        alarm = (reactor.schedule(after: delay) { self.alarmRang() }, next)
    }

    private func alarmRang() {
        alarm = nil
        guard !isClosed else { return }
        if let next = room.lookAhead(), next <= now { handle(.deadlinePassed) } else { setAlarm() }
    }

    /// A frame that sets nothing else off moves one deadline at most.
    private func setAlarmForSound() {
        guard let next = room.lookForStarvation() else { return }
        if let alarm, alarm.at <= next { return }
        setAlarm()
    }

    func startPump() {
        guard pump == nil, !isClosed else { return }
        runPump()
    }

    /// Sends what is due to every caller, and again in 20 ms while there is more.
    private func runPump() {
        let lines = lines
        var isHeard = false
        let recording = recording
        let record = recording.map { recording in
            { (agent: Identity, start: Duration, sound: UnsafeBufferPointer<Int16>) in
                recording.said(sound, by: agent, at: start)
            }
        }
        let result = room.pump(at: now, record: record) { caller, frame in
            lines[caller]?.play(frame)
            isHeard = true
        }
        if isHeard { soundLeft() }
        if result.wantsMore, !isClosed {
            pump = reactor.schedule(after: Room.frameDuration) { self.runPump() }
        } else {
            pump = nil
        }
        watchUnread()
        if result.actions.isEmpty { setAlarmForSound() } else { apply(result.actions) }
    }
}
