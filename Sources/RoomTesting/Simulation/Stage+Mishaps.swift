public import FloorControl
import Realtime

extension Stage {
    /// From now on.
    public func ear(of caller: Identity, _ manner: EarManner) { earManners[caller] = manner }

    /// What was generated for a turn: for the guess that became it, then for itself.
    func generated(for turn: TurnID) -> [SpokenPart] {
        let guesses = confirmed.filter { $0.value == turn }.keys.sorted()
        return (guesses + [turn.description]).flatMap { generated[$0] ?? [] }
    }

    /// What happens to this event of the agent's session on its way.
    func mishap(of agent: Identity, for event: ServerEvent) -> Mishap.Kind? {
        guard let next = mishaps[agent]?.first else { return nil }
        guard next.skipping == 0 else {
            mishaps[agent]?[0].skipping -= 1
            return nil
        }
        // A piece of text said twice is another text; nobody can tell.
        if next.kind == .doubled, event.isDelta { return nil }
        mishaps[agent]?.removeFirst()
        return next.kind
    }
}

extension ServerEvent {
    var isDelta: Bool {
        switch self {
        case .outputTranscriptDelta, .outputTextDelta: true
        default: false
        }
    }
}
