import FloorControl
import Rooms

/// What a room published, sorted by what a play speaks of, and how much of it the play has told already.
struct News {
    /// A turn begins or ends.
    enum TurnNews {
        case granted(RoomTime, Identity, GrantReason, why: String)
        case ended(RoomTime, Stage.Ending)
    }

    private var read = 0
    private var notesRead = 0
    var turns: [TurnNews] = []
    var toldTurns = 0
    /// Speaker, words, and whether they were cut off.
    var records: [(speaker: Identity, text: String, interrupted: Bool)] = []
    var toldRecords = 0
    /// Codes.
    var faults: [String] = []
    var toldFaults = 0
    var started: [(at: RoomTime, agent: Identity)] = []
    var stopped: [RoomTime] = []
    /// What may silence an agent.
    var voices: [RoomTime] = []
    var statuses: [(at: RoomTime, agent: Identity, status: AgentStatus)] = []
    /// Answers that were begun before the words were known, and the time that saved; `nil` when they were wrong.
    var guesses: [(agent: Identity, saved: Duration?)] = []
    var toldGuesses = 0
    var floor: FloorView?
    var isClosed = false

    mutating func read(
        _ log: [(at: RoomTime, event: RoomEvent)], _ notes: [(at: RoomTime, note: RoomNote)]
    ) {
        for (at, event) in log[read...] { read(event, at) }
        read = log.count
        for (_, note) in notes[notesRead...] { read(note) }
        notesRead = notes.count
    }

    private mutating func read(_ note: RoomNote) {
        switch note {
        case .guessMade, .soundArrived, .sessionRotated, .movedDown, .summaryFailed: break
        case .guessConfirmed(_, _, let agent, let saved): guesses.append((agent, saved))
        case .guessDiscarded(_, let agent, _): guesses.append((agent, nil))
        }
    }

    private mutating func read(_ event: RoomEvent, _ at: RoomTime) {
        switch event {
        case .turnGranted(_, let agent, let reason, let why):
            turns.append(.granted(at, agent, reason, why: why))
        case .turnEnded(let turn, let agent, let outcome, let heard, let text, _):
            let ending = Stage.Ending(turn: turn, agent: agent, outcome: outcome, heard: heard, text: text)
            turns.append(.ended(at, ending))
        case .turnStarted(_, let agent, _): started.append((at, agent))
        case .transcriptFinal(let who, _, let text, let interrupted, _):
            records.append((who, text, interrupted))
        case .speechStarted: voices.append(at)
        case .speechStopped: stopped.append(at)
        case .agentStatus(let agent, _, let status, _, _): statuses.append((at, agent, status))
        case .error(let fault): faults.append(fault.code)
        case .roomClosed: isClosed = true
        case .floorChanged(let view): floor = view
        case .roomOpened, .participantJoined, .participantLeft, .participantMuted, .participantHeard,
            .transcriptDelta, .turnRequested, .toolCalled, .toolReturned, .contextCondensed, .limitApproached,
            .limitReached, .recordingStarted, .recordingStopped:
            break
        }
    }
}

extension News.TurnNews {
    func text(_ name: (Identity) -> String) -> String {
        switch self {
        case .granted(let at, let agent, let reason, _):
            "\(name(agent)) was given the floor, because \(reason.words), at \(Blank.text(of: at.sinceOpening))"
        case .ended(let at, let ending):
            "\(name(ending.agent))'s turn ended \(ending.outcome) at \(Blank.text(of: at.sinceOpening)), heard for \(Blank.text(of: ending.heard)): “\(ending.text)”"
        }
    }
}
