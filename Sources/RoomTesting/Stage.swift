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
    var deadline: RoomTime?
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
