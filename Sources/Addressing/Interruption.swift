import Grammar

/// What the words heard so far, over an agent that speaks, already decide.
public enum Interruption: Sendable, Equatable {
    /// Nothing yet: the words are, or may still become, a backchannel.
    case open
    /// The words cannot be a backchannel any more: the agent's turn is over.
    case decisive
    /// The agent was told to be silent.
    case stop
}

extension Roster {
    /// Judges a partial transcript, which may end within a word, of somebody who cuts into `speaking`.
    ///
    /// More words never make `decisive` open again, except that recognition may take words back.
    public func judge(partial: String, speaking: String) -> Interruption {
        let reading = Reading(Utterance(text: partial, floor: speaking, speaking: speaking), roster: self)
        if reading.clauses.tokens.isEmpty || partial.mayBecomeSound { return .open }
        let route = reading.route()
        switch route.kind {
        case .stop: return .stop
        case .backchannel, .none: return .open
        case .address, .stay, .all, .domain: return reading.clauses.mayBecomeBackchannel ? .open : .decisive
        }
    }
}
