import Audio
public import FloorControl
public import Realtime
public import Rooms

/// A room with everybody around it, in virtual time: scripted Realtime servers, callers with microphones
/// and players, and the driver that carries out what the room says.
///
/// Nothing runs by itself: ``run(for:)`` lets time pass, and every event, deadline and frame falls on its
/// own moment. What must never happen is collected in ``complaints``.
public final class Stage {
    public internal(set) var room: Room
    public internal(set) var now = RoomTime.zero
    /// What the room published, and when.
    public internal(set) var log: [(at: RoomTime, event: RoomEvent)] = []
    /// Utterances that the world was told of.
    var finalCount = 0
    /// Utterances that the world was told are condensed.
    var condensedCount = 0
    public internal(set) var clears: [RoomTime] = []
    /// Samples of each agent's turn that a recorder has.
    var recorded: [Identity: Int] = [:]
    /// Promises that were broken; a test demands that there are none.
    public internal(set) var complaints: [String] = []
    public internal(set) var agents: [Identity] = []
    public internal(set) var peers: [LinkID: AgentPeer] = [:]
    public internal(set) var players: [Identity: Player] = [:]
    public internal(set) var isOver = false
    /// Connections asked for, and when.
    public internal(set) var openings: [(at: RoomTime, link: LinkID, attempt: Int, server: Int)] = []
    /// How agents' sessions take in what callers say.
    public let input: AgentInput
    /// What the room told of itself, and when.
    public internal(set) var notes: [(at: RoomTime, note: RoomNote)] = []
    /// The first sound of each turn, which is noted, too.
    public internal(set) var arrivals: [(at: RoomTime, turn: TurnID)] = []
    /// What the room's floor was told, and what it decided.
    public internal(set) var record: [FloorEntry] = []
    /// How long a server's word takes to arrive.
    public var latencies: ClosedRange<Int> = 2...2
    /// What kind of server agents' sessions and ears are opened on from now on.
    public var server = ServerProfile.generic
    /// How long servers keep the sessions that are opened from now on; `nil`: they do not say, and for ever.
    public var sessionLength: Duration?
    /// Answers of tools by name: after how long, what, and whether it is a result or a failure.
    public var tools: [String: (after: Duration, output: String, ok: Bool)] = [:]
    /// The MCP servers that an agent's Realtime servers call by themselves.
    public var vendorServers: [Identity: [String]] = [:]
    /// What an agent's server says of a response's input, in tokens, given how many items it was; by default ten an item.
    public var inputTokens: [Identity: (Int) -> Int] = [:]
    public let seed: UInt64
    public var random: SeededGenerator
    var plans: [Identity: Plan] = [:]
    var brokenServers: [Identity: [Int: LinkLoss]] = [:]
    var ears: [LinkID: EarPeer] = [:]
    var microphones: [Identity: Microphone] = [:]
    var isPumping = false
    var idleTicks = 0
    private var agenda = Agenda()
    private var minted = 0
    var runningTools = 0
    /// Callers whose voice the world was told of.
    var speaking: [Identity] = []
    public internal(set) var ended: [Ending] = []
    /// What was generated for every turn, whatever became of it.
    var generated: [String: [SpokenPart]] = [:]
    /// Set in simulations, where nobody asks later what was heard; a long call holds megabytes of it.
    var forgetsSound = false
    var witness: Witness?
    var tampering: Tampering?
    /// How ears behave, and what goes astray in agents' sessions.
    var earManners: [Identity: EarManner] = [:]
    /// Where events do not reach the room as they are; how many frames nobody could read.
    var wires: [LinkOwner: Wire] = [:]
    var unreadFrames = 0
    var mishaps: [Identity: [Mishap]] = [:]
    /// The room's own, as of the last step.
    private(set) var deadline: RoomTime?
    /// Time does not pass any more: the room cannot be driven on.
    private var isStuck = false
    /// Every run of voice that an ear heard, and how long it is in samples.
    private var runCount = 0
    var sampleCounts: [Int: Int] = [:]
    var sayings: [Int: Saying] = [:]
    /// Which run of voice an utterance of the room was, and which turn a guess became.
    var spoken: [Conversation.UtteranceID: Int] = [:]
    var confirmed: [String: TurnID] = [:]
    /// The guess that is neither confirmed nor discarded.
    var openGuess: (id: GuessID, agent: Identity)?

    let fixedLatency: Duration = .milliseconds(2)

    /// How the servers of one participant behave.
    struct Plan {
        var scripts: [Script] = []
        var other = Script("All is well.")
        var refusals: [LinkLoss] = []
        /// Takes connections and says nothing on them.
        var isMute = false
        var refusedCommits = 0
        var summaries: [SummaryScript] = []
    }

    public static var settings: Room.Settings {
        var ear = SessionConfiguration(kind: .transcription)
        ear.input.transcription = .value(InputTranscription(model: "ear"))
        return Room.Settings(ear: ear)
    }

    /// - Parameter seed: of everything random in this stage.
    public init(
        settings: Room.Settings = Stage.settings, hearing input: AgentInput = .text, seed: UInt64 = 1
    ) {
        self.input = input
        room = Room(name: "stage", settings: settings)
        deadline = room.nextDeadline
        self.seed = seed
        random = SeededGenerator(seed: seed)
        deadline = room.nextDeadline
    }

    // MARK: - Time

    public func plan(at time: RoomTime, _ happen: @escaping (Stage) -> Void) {
        agenda.plan(at: max(now, time)) { [unowned self] in happen(self) }
    }

    public func plan(after delay: Duration, _ happen: @escaping (Stage) -> Void) {
        plan(at: now.advanced(by: delay), happen)
    }

    public func run(for duration: Duration) { run(to: now.advanced(by: duration)) }

    /// Lets time pass until so long after the room was opened.
    func run(until moment: Duration) { run(to: RoomTime(moment)) }

    /// Runs until `condition` holds; complains when it does not within `limit`.
    public func run(
        until what: String, within limit: Duration = .seconds(20), _ condition: (Stage) -> Bool
    ) {
        let end = now.advanced(by: limit)
        while now < end, !condition(self) { run(for: .milliseconds(5)) }
        if !condition(self) { complain("waited \(limit) for \(what)") }
    }

    private func run(to end: RoomTime) {
        while !isStuck, let next = nextMoment, next <= end {
            now = max(now, next)
            if let deadline, deadline <= now {
                passDeadline()
            } else {
                agenda.takeNext()?()
            }
        }
        now = max(now, end)
    }

    private var nextMoment: RoomTime? {
        guard let planned = agenda.next else { return deadline }
        guard let deadline else { return planned }
        return min(planned, deadline)
    }

    private func passDeadline() {
        handle(.deadlinePassed)
        guard let again = deadline, again <= now else { return }
        if let witness {
            witness.broke(.deadlinesLieAhead, "one at \(again) is still there")
        } else {
            complain("a deadline at \(again) is still there, seed \(seed)")
        }
        isStuck = true
    }

    // MARK: - The driver

    public func handle(_ event: Room.Event) { handled(event) }

    /// - Returns: What the room wanted done, and what now is done.
    @discardableResult
    public func handled(_ event: Room.Event) -> [Room.Action] {
        guard tampering?.lets(event) ?? true else { return [] }
        witness?.sees(event, at: now)
        let actions = room.handle(event, at: now)
        apply(actions)
        feedBacklogs()
        finishStep()
        return actions
    }

    private func finishStep() {
        deadline = room.nextDeadline
        checkForLife()
        checkNothingIsLost()
        witness?.stepEnded(self)
    }

    func receive(_ samples: [Int16], of item: ItemID, in response: ResponseID, on link: LinkID) {
        let actions = samples.withUnsafeBufferPointer {
            room.receiveAudio($0, of: item, in: response, on: link, at: now)
        }
        if let dead = tampering?.forwards(samples, when: actions.isEmpty) { play(dead) }
        guard !actions.isEmpty else {
            deadline = room.nextDeadline
            return
        }
        witness?.now = now
        apply(actions)
        finishStep()
    }

    private func apply(_ untouched: [Room.Action]) {
        guard !untouched.isEmpty else { return }
        let actions = tampering?.tamper(with: untouched) ?? untouched
        for action in actions {
            witness?.sees(action, on: self)
            switch action {
            case .publish(let event):
                checkSecrecy(event)
                note(event)
            case .openLink(let link, let attempt, let server): open(link, attempt, server)
            case .closeLink(let link):
                peers[link]?.isClosed = true
                ears[link]?.isClosed = true
            case .send(let link, let message):
                peers[link]?.receive(message)
                ears[link]?.receive(message)
            case .append(let link, let samples):
                peers[link]?.append(samples)
                ears[link]?.replay(samples)
            case .note(let note): take(note)
            case .record(let entry): record.append(entry)
            case .clearPlayback:
                clears.append(now)
                for caller in players.keys { players[caller]?.clear(at: now) }
                if let late = tampering?.frameAfterClear() { play(late) }
            case .takeBack(let agent, let samples): recorded[agent, default: 0] -= samples
            case .startPump: startPump()
            case .callTool(let link, let callID, let name, _): callTool(link, callID, name)
            case .closeLine(let caller, _): microphones[caller] = nil
            case .close: isOver = true
            }
        }
    }

    private func note(_ event: RoomEvent) {
        log.append((now, event))
        switch event {
        case .speechStarted(let caller): speaking.append(caller)
        case .speechStopped(let caller): speaking.removeAll { $0 == caller }
        case .turnEnded(let turn, let agent, let outcome, let heard, let text, _):
            checkRecording(of: agent, turn, heard)
            ended.append(Ending(turn: turn, agent: agent, outcome: outcome, heard: heard, text: text))
        case .transcriptFinal: finalCount += 1
        case .contextCondensed(_, let count, _, _, _): condensedCount += count
        default: break
        }
    }

    /// What is kept of a turn's sound is what was heard of it, to the sample.
    private func checkRecording(of agent: Identity, _ turn: TurnID, _ heard: Duration) {
        let recorded = recorded.removeValue(forKey: agent) ?? 0
        if SampleRate.hz24000.duration(of: recorded) != heard {
            complain("\(recorded) samples of \(turn) are recorded, \(heard) of it were heard")
        }
    }

    func startPump() {
        guard !isPumping else { return }
        isPumping = true
        idleTicks = 0
        plan(after: .zero) { $0.pump() }
    }

    private func pump() {
        var frames = 0
        let record = { [self] (agent: Identity, start: Duration, sound: UnsafeBufferPointer<Int16>) in
            recorded[agent, default: 0] += sound.count
            if start < now.sinceOpening { complain("sound of \(agent) is recorded before it is played") }
        }
        let result = room.pump(at: now, record: record) { caller, frame in
            frames += 1
            play(frame, for: caller)
        }
        // Without callers the sound leaves for nobody.
        idleTicks = frames > 0 || room.callerIdentities.isEmpty ? 0 : idleTicks + 1
        if idleTicks == 150 { complain("3 s of pumping brought no frame, at \(now)") }
        isPumping = result.wantsMore && !isOver
        witness?.now = now
        apply(result.actions)
        if isPumping { plan(after: Room.frameDuration) { $0.pump() } }
        finishStep()
    }

    private func play(_ frame: UnsafeBufferPointer<Int16>, for caller: Identity) {
        for _ in 0..<(tampering?.copies(of: frame) ?? 1) {
            checkSecrecy(frame)
            witness?.hears(frame, caller, at: now, on: self)
            if !forgetsSound { players[caller]?.play(frame, at: now) }
        }
    }

    /// What the room did not send.
    private func play(_ samples: [Int16]) {
        samples.withUnsafeBufferPointer { frame in
            for caller in room.callerIdentities { witness?.hears(frame, caller, at: now, on: self) }
        }
    }

    private func callTool(_ link: LinkID, _ callID: String, _ name: String) {
        let answer = tools[name] ?? (.milliseconds(1), #"{"error": "There is no such tool."}"#, false)
        runningTools += 1
        checkConfirmed(link, callID, name)
        plan(after: answer.after) {
            $0.runningTools -= 1
            $0.handle(.toolReturned(link, callID: callID, output: answer.output, ok: answer.ok))
        }
    }

    public func complain(_ complaint: String) { complaints.append("\(now): \(complaint)") }

    func latency() -> Duration { random.milliseconds(latencies) }
    func mintItem() -> ItemID { ItemID("item_\(mint())") }
    func mintResponse() -> ResponseID { ResponseID("resp_\(mint())") }
    func mintCall() -> CallID { CallID("call_\(mint())") }

    func mintRun() -> Int {
        runCount += 1
        return runCount
    }

    private func mint() -> Int {
        minted += 1
        return minted
    }
}
