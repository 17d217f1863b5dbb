/// What the words heard so far, over an agent that speaks, already decide.
public enum Interruption: Sendable, Equatable {
    /// Nothing yet: it may still become a backchannel.
    case open
    /// The words cannot be a backchannel any more: the agent's turn is over.
    case decisive
    /// The agent was told to be silent.
    case stop
}

extension Roster {
    /// Judges a partial transcript that may end within a word.
    public func judge(partial: String, speaking: String) -> Interruption {
        let route = route(Utterance(text: partial, floor: speaking, speaking: speaking))
        return switch route.kind {
        case .stop: .stop
        case .backchannel, .none: .open
        case .address, .stay, .all, .domain: partial.contains(where: \.isLetter) ? .decisive : .open
        }
    }
}
