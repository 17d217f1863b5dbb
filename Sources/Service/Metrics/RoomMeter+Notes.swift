import Rooms

// What a room notes for its operator alone, counted.

extension RoomMeter {
    func take(_ note: RoomNote) {
        switch note {
        case .guessMade: break
        case .guessConfirmed: metrics.count("parley_guesses_total", ("result", "confirmed"))
        case .guessDiscarded(_, _, let fault): metrics.count("parley_guesses_total", ("result", fault.word))
        case .soundArrived(let turn, _): soundArrived(turn)
        case .sessionRotated(let owner):
            metrics.count("parley_session_rotations_total", ("kind", owner.kind))
        case .movedDown(let owner, _):
            metrics.count("parley_session_fallbacks_total", ("kind", owner.kind))
        case .summaryFailed(_, let fault):
            metrics.count("parley_summaries_failed_total", ("why", fault.rawValue))
        }
    }
}

extension GuessFault {
    fileprivate var word: String {
        switch self {
        case .otherAgent: "other_agent"
        case .noAnswer: "no_answer"
        case .overtaken: "overtaken"
        case .lost: "lost"
        case .failed: "failed"
        }
    }
}

extension LinkOwner {
    fileprivate var kind: String {
        switch self {
        case .agent: "agent"
        case .ear: "ear"
        }
    }
}
