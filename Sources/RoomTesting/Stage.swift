import Audio
public import FloorControl
import Realtime
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
    public internal(set) var clears: [RoomTime] = []
    /// Promises that were broken; a test demands that there are none.
    public internal(set) var complaints: [String] = []
    public internal(set) var agents: [Identity] = []
    public internal(set) var peers: [LinkID: AgentPeer] = [:]
    public internal(set) var players: [Identity: Player] = [:]
    public internal(set) var isOver = false
    /// Connections asked for, and when.
    public internal(set) var openings: [(at: RoomTime, link: LinkID, attempt: Int)] = []
    /// How agents' sessions take in what callers say.
    public let input: AgentInput
    /// What the room told of itself, and when.
    public internal(set) var notes: [(at: RoomTime, note: RoomNote)] = []
    /// How long a server's word takes to arrive.
    public var latencies: ClosedRange<Int> = 2...2
    /// Answers of tools by name: after how long, what, and whether it is a result or a failure.
    public var tools: [String: (after: Duration, output: String, ok: Bool)] = [:]
    public let seed: UInt64
    public var random: SeededGenerator
    var plans: [Identity: Plan] = [:]
    var ears: [LinkID: EarPeer] = [:]
    var microphones: [Identity: Microphone] = [:]
    var isPumping = false
    var idleTicks = 0
    private var agenda = Agenda()
    private var minted = 0
    var runningTools = 0
    /// Every run of voice that an ear heard, and how long it is in samples.
    private var runCount = 0
    var sampleCounts: [Int: Int] = [:]
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
        self.seed = seed
        random = SeededGenerator(seed: seed)
    }

    // MARK: - Time

    public func plan(at time: RoomTime, _ happen: @escaping (Stage) -> Void) {
        agenda.plan(at: max(now, time)) { [unowned self] in happen(self) }
    }

    public func plan(after delay: Duration, _ happen: @escaping (Stage) -> Void) {
        plan(at: now.advanced(by: delay), happen)
    }

    public func run(for duration: Duration) { run(to: now.advanced(by: duration)) }

    /// Runs until `condition` holds; complains when it does not within `limit`.
    public func run(
        until what: String, within limit: Duration = .seconds(20), _ condition: (Stage) -> Bool
    ) {
        let end = now.advanced(by: limit)
        while now < end, !condition(self) { run(for: .milliseconds(5)) }
        if !condition(self) { complain("waited \(limit) for \(what)") }
    }

    private func run(to end: RoomTime) {
        while let next = [agenda.next, room.nextDeadline].compactMap(\.self).min(), next <= end {
            now = max(now, next)
            if let deadline = room.nextDeadline, deadline <= now {
                passDeadline()
            } else {
                agenda.takeNext()?()
            }
        }
        now = max(now, end)
    }

    private func passDeadline() {
        handle(.deadlinePassed)
        if let again = room.nextDeadline, again <= now {
            preconditionFailure("a deadline at \(again) is still there at \(now), seed \(seed)")
        }
    }

    // MARK: - The driver

    public func handle(_ event: Room.Event) {
        apply(room.handle(event, at: now))
        checkForLife()
    }

    func receive(_ samples: [Int16], of item: ItemID, in response: ResponseID, on link: LinkID) {
        let actions = samples.withUnsafeBufferPointer {
            room.receiveAudio($0, of: item, in: response, on: link, at: now)
        }
        apply(actions)
        checkForLife()
    }

    private func apply(_ actions: [Room.Action]) {
        for action in actions {
            switch action {
            case .publish(let event):
                checkSecrecy(event)
                log.append((now, event))
            case .openLink(let link, let attempt): open(link, attempt)
            case .closeLink(let link):
                peers[link]?.isClosed = true
                ears[link]?.isClosed = true
            case .send(let link, let message):
                peers[link]?.receive(message)
                ears[link]?.receive(message)
            case .append(let link, let samples): peers[link]?.append(samples)
            case .note(let note): take(note)
            case .clearPlayback:
                clears.append(now)
                for caller in players.keys { players[caller]?.clear(at: now) }
            case .startPump: startPump()
            case .callTool(let owner, let callID, let name, _): callTool(owner, callID, name)
            case .closeLine(let caller, _): microphones[caller] = nil
            case .close: isOver = true
            }
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
        var heard: [(Identity, [Int16])] = []
        let result = room.pump(at: now) { caller, frame in
            frames += 1
            heard.append((caller, Array(frame)))
        }
        for (caller, frame) in heard {
            checkSecrecy(frame)
            players[caller]?.play(frame, at: now)
        }
        idleTicks = frames > 0 ? 0 : idleTicks + 1
        if idleTicks == 150 { complain("3 s of pumping brought no frame, at \(now)") }
        isPumping = result.wantsMore && !isOver
        apply(result.actions)
        if isPumping { plan(after: Room.frameDuration) { $0.pump() } }
        checkForLife()
    }

    private func callTool(_ owner: LinkOwner, _ callID: String, _ name: String) {
        let answer = tools[name] ?? (.milliseconds(1), #"{"error": "There is no such tool."}"#, false)
        runningTools += 1
        checkConfirmed(owner, callID, name)
        plan(after: answer.after) {
            $0.runningTools -= 1
            $0.handle(.toolReturned(owner, callID: callID, output: answer.output, ok: answer.ok))
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
