import FloorControl
import Realtime

// Servers that say nothing any more on a connection that stands: nobody else tells the room that they are gone.

// Agents' sessions.
extension Room {
    static let saysNothing = LinkLoss.closed(code: 1006, reason: "the server says nothing any more")

    /// How long a server that has said nothing for as long as a turn may wait is given to end a cancelled
    /// response. Default 1 s: one that is there does it in one round trip.
    private static let lastChance: Duration = .seconds(1)

    /// The session of the turn whose sound is overdue, if for most of that time nothing at all has come from it.
    private var silentSession: (link: LinkID, hasBegun: Bool)? {
        guard floor.isSoundOverdue(at: now), let live, live.generation == .running, let link = live.link,
            let index = agentIndex(live.turn.agent),
            case .ready(link, let life, _) = agents[index].connection
        else { return nil }
        let heard = max(agents[index].heardAt, live.heardAt)
        guard heard.duration(to: now) >= settings.floor.firstAudioTimeout * 4 / 5 else { return nil }
        if case .ready(.requested) = life.stage { return (link, false) }
        return (link, true)
    }

    /// What is overdue is decided by the floor. A server that has not even begun the response is gone, and a turn of
    /// which nothing was heard starts again with another session, so that goes before. One that has begun may only
    /// think too long: whether it is there shows when the response is cancelled.
    mutating func decideOverdueTurn() {
        let silent = silentSession
        if let silent, !silent.hasBegun { lose(silent.link, Self.saysNothing) }
        // The floor would try it again, and knows nothing of tools: what they did would be done twice.
        if floor.isSoundOverdue(at: now), let live, live.calledTool {
            decide(.turnFailed(live.turn.id, mayRetry: false))
        }
        decide(.deadlinePassed)
        guard let silent, silent.hasBegun, case .agent(let agent) = silent.link.owner,
            let index = agentIndex(agent), agents[index].stuckBy != nil
        else { return }
        agents[index].stuckBy = now.advanced(by: Self.lastChance)
        // The second try cannot be asked for meanwhile, and may have no longer than that: its clock stands still.
        guard let live, live.turn.agent == agent, live.responseCount == 0 else { return }
        decide(.turnWaits(live.turn.id, for: .nothing))
    }
}

/// Whether an ear still hears. It owes no word while nobody speaks, so silence alone means nothing: only when a
/// caller's line has been loud for a while, or a voice neither goes on nor stops, it is asked for a sign of life.
/// Who speaks is the ear's decision alone; loudness only leads to the question.
struct EarWatch: Sendable {
    /// The question is out.
    private(set) var answerDue: RoomTime?
    private var heardAt: RoomTime
    private var askedAt: RoomTime?
    /// Frames since the ear last said anything.
    private var loudFrames = 0

    /// A second: voice detection needs a tenth of that.
    private static let loudLimit = 50
    /// A pause for breath and a silence window are shorter.
    static let patience: Duration = .seconds(3)
    /// Between two questions.
    private static let pause: Duration = .seconds(6)
    /// About −30 dBFS: a voice into a microphone is louder, a quiet room is not.
    private static let loud: UInt16 = 1_000

    /// Watches an ear that is there from now on.
    init(at now: RoomTime) { heardAt = now }

    /// - Parameter peak: the largest magnitude in a frame.
    /// - Returns: Whether it should be asked, if it was not just now: frames know no time.
    mutating func hears(peak: UInt16) -> Bool {
        if peak > Self.loud { loudFrames += 1 }
        return loudFrames >= Self.loudLimit && answerDue == nil
    }

    func isSuspicious(at now: RoomTime) -> Bool { loudFrames >= Self.loudLimit && mayAsk(at: now) }

    private func mayAsk(at now: RoomTime) -> Bool {
        answerDue == nil && askedAt.map { $0.duration(to: now) >= Self.pause } ?? true
    }

    /// When it is to be asked if a voice is open and nothing comes.
    var dueWhileSpeaking: RoomTime? {
        guard answerDue == nil else { return nil }
        let patient = heardAt.advanced(by: Self.patience)
        return askedAt.map { max(patient, $0.advanced(by: Self.pause)) } ?? patient
    }

    mutating func asked(at now: RoomTime) {
        askedAt = now
        answerDue = now.advanced(by: Self.patience)
    }

    /// The ear has said something.
    mutating func heard(at now: RoomTime) {
        heardAt = now
        answerDue = nil
        loudFrames = 0
    }
}

// Ears.
extension Room {
    /// When an ear is to be asked, or its answer is overdue.
    @inline(__always)
    func earCheck(_ index: Int) -> RoomTime? {
        guard callers[index].ear.isReady else { return nil }
        if let due = callers[index].earWatch.answerDue { return due }
        return callers[index].isSpeaking ? callers[index].earWatch.dueWhileSpeaking : nil
    }

    /// An update that changes nothing is the only question every server answers at once.
    mutating func askSilentEars() {
        for index in callers.indices {
            let watch = callers[index].earWatch
            let isOverdue = watch.answerDue == nil && earCheck(index).map { $0 <= now } ?? false
            guard isOverdue || watch.isSuspicious(at: now) else { continue }
            guard case .ready(let link, _, _) = callers[index].ear else { continue }
            callers[index].earWatch.asked(at: now)
            send(.sessionUpdate(SessionConfiguration(kind: .transcription)), on: link)
        }
    }

    mutating func loseSilentEars() {
        for seat in callers {
            guard let link = seat.ear.link, seat.ear.isReady, let due = seat.earWatch.answerDue, due <= now
            else { continue }
            lose(link, Self.saysNothing)
        }
    }
}
