import FloorControl

/// What somebody knows who only reads what the floor was told and what it decided: who is here, who speaks, whose
/// words are awaited and until when, how often agents spoke in a row. The floor is judged by it, not by
/// what the floor itself remembers.
struct Witness: Equatable {
    struct Seat: Equatable {
        let agent: Identity
        var isAvailable = false
        var isMuted = false
        /// By who spoke last: 0 never, then from the longest ago.
        var recency = 0

        var canHoldFloor: Bool { isAvailable && !isMuted }
    }

    enum Voice: Equatable {
        case silent
        case talking(decisive: Bool)
        /// Words may arrive for so many more ticks; below zero when the floor is told late.
        case awaited(Int, decisive: Bool)
    }

    /// In the order in which they joined.
    var seats: [Seat] = []
    /// One for each caller.
    var voices: [Voice]
    /// Which of them began over an agent while nobody else spoke.
    var cutIn: [Bool]
    var lastHolder: Identity?
    var turnsInARow = 0
    var selfRequestsInARow = 0
    /// Ticks since the grant, but for those during which a voice held the turn.
    var age = 0

    init(_ cast: Cast) {
        voices = cast.callers.map { _ in .silent }
        cutIn = cast.callers.map { _ in false }
    }

    func seat(of agent: Identity) -> Seat? { seats.first { $0.agent == agent } }
    func canBePromised(_ agent: Identity) -> Bool { seats.contains { $0.agent == agent && !$0.isMuted } }
    func canHoldFloor(_ agent: Identity) -> Bool { seats.contains { $0.agent == agent && $0.canHoldFloor } }
    var isQuiet: Bool { voices.allSatisfy { $0 == .silent } }

    /// Whom words without a name are meant for.
    var listener: Identity? {
        if let lastHolder, canBePromised(lastHolder) { return lastHolder }
        let listening = seats.filter { !$0.isMuted }
        return (listening.first { $0.isAvailable } ?? listening.first)?.agent
    }

    /// Who speaks least recently first; among those who never did, in the order in which they joined.
    var round: [Identity] {
        let order = seats.indices.sorted { (seats[$0].recency, $0) < (seats[$1].recency, $1) }
        return order.filter { !seats[$0].isMuted }.map { seats[$0].agent }
    }

    mutating func pass(_ ticks: Int, isRunning: Bool) {
        if isRunning { age += ticks }
        for index in voices.indices {
            if case .awaited(let left, let decisive) = voices[index] {
                voices[index] = .awaited(left - ticks, decisive: decisive)
            }
        }
    }
}

extension Witness {
    /// - Parameter before: What the floor showed before.
    mutating func note(_ event: Floor.Event, _ cast: Cast, _ before: View) {
        note(event, cast)
        if case .speechStarted(let caller) = event, before.turn != nil, !before.isHeld,
            let index = cast.callers.firstIndex(of: caller)
        {
            cutIn[index] = true
        }
        for index in voices.indices where voices[index] == .silent { cutIn[index] = false }
    }

    private mutating func note(_ event: Floor.Event, _ cast: Cast) {
        switch event {
        case .agentJoined(let agent): if seat(of: agent) == nil { seats.append(Seat(agent: agent)) }
        case .agentLeft(let agent), .agentFailed(let agent): leave(agent)
        case .agentBecame(let agent, let isAvailable): change(agent) { $0.isAvailable = isAvailable }
        case .agentMuted(let agent, let isMuted): change(agent) { $0.isMuted = isMuted }
        case .speechStarted(let caller): change(caller, cast) { $0 = .talking(decisive: false) }
        case .callerLeft(let caller): change(caller, cast) { $0 = .silent }
        case .speechStopped(let caller): change(caller, cast) { $0.stop(cast.settings) }
        case .wordsBecameDecisive(let caller): change(caller, cast) { $0.becomeDecisive(cast.settings) }
        case .understood(let caller, let meaning, let awaitsMore):
            change(caller, cast) { voice in if !awaitsMore, case .awaited = voice { voice = .silent } }
            if meaning != .backchannel { turnsInARow = 0 }
        case .deadlinePassed:
            for index in voices.indices {
                if case .awaited(...0, _) = voices[index] { voices[index] = .silent }
            }
        case .turnRequested, .moderatorGave, .greetingWanted, .interruptRequested, .audioStarted, .turnWaits,
            .turnCompleted, .turnFailed, .limitReached:
            break
        }
    }

    mutating func note(_ turn: Turn, _ settings: FloorSettings) {
        age = 0
        lastHolder = turn.agent
        if !turn.isRetry {
            turnsInARow = min(turnsInARow + 1, settings.maxAgentTurns)
            selfRequestsInARow =
                turn.handedOverBy == turn.agent ? min(selfRequestsInARow + 1, settings.maxSelfRequests) : 0
        }
    }

    /// The first sample of a turn is heard.
    mutating func noteVoice(of agent: Identity) {
        guard let old = seat(of: agent)?.recency else { return }
        let highest = seats.map(\.recency).max() ?? 0
        for index in seats.indices where old > 0 && seats[index].recency > old { seats[index].recency -= 1 }
        change(agent) { $0.recency = old > 0 ? highest : highest + 1 }
    }

    private mutating func change(_ agent: Identity, _ change: (inout Seat) -> Void) {
        if let index = seats.firstIndex(where: { $0.agent == agent }) { change(&seats[index]) }
    }

    private mutating func leave(_ agent: Identity) {
        guard let gone = seat(of: agent)?.recency else { return }
        seats.removeAll { $0.agent == agent }
        for index in seats.indices where gone > 0 && seats[index].recency > gone { seats[index].recency -= 1 }
    }

    private mutating func change(_ caller: Identity, _ cast: Cast, _ change: (inout Voice) -> Void) {
        if let index = cast.callers.firstIndex(of: caller) { change(&voices[index]) }
    }
}

extension Witness.Voice {
    /// `nil` for a caller who is silent.
    private var isDecisive: Bool? {
        switch self {
        case .silent: nil
        case .talking(let decisive), .awaited(_, let decisive): decisive
        }
    }

    mutating func stop(_ settings: FloorSettings) {
        guard let isDecisive else { return }
        let patience = isDecisive ? settings.finalTranscriptTimeout : settings.wordsTimeout
        self = .awaited(patience.ticks, decisive: isDecisive)
    }

    /// However often it is said.
    mutating func becomeDecisive(_ settings: FloorSettings) {
        switch self {
        case .silent, .talking(decisive: true), .awaited(_, decisive: true): break
        case .talking(decisive: false): self = .talking(decisive: true)
        case .awaited(let left, decisive: false):
            let more = settings.finalTranscriptTimeout - settings.wordsTimeout
            self = .awaited(left + more.ticks, decisive: true)
        }
    }
}
