extension Play {
    /// How the room is before anything happens. Names stand as they are spoken; identities are the same in small
    /// letters.
    public enum Setting: Equatable, Sendable {
        case agents([String])
        case callers([String])
        /// An agent that joins in the course of the play.
        case later(String)
        /// What an agent is known to be good at.
        case field(String, [String])
        case alias(String, [String])
        case greeting(String, String)
        /// A function of the agent, what is said while it runs, if anything.
        case tool(String, String, filler: String?)
        case maxAgentTurns(Int)
        /// In a row.
        case maxSelfRequests(Int)
        case limit(Limit, Duration)
        /// What the call may have before it ends.
        case callTurns(Int)
        case callLength(Duration)
        /// Agents' sessions are given the callers' sound; else they are given words.
        case hearing
        /// How long a server's word takes to arrive, between these two.
        case latency(Duration, Duration)
        /// Servers say how long they keep a session, and end it then.
        case sessionsLast(Duration)
        /// How many items a session may hold before the oldest talk is condensed.
        case sessionsHold(Int)
        /// Seeds everything random.
        case seed(Int)
    }

    /// One of the floor's clocks.
    public enum Limit: String, Sendable, CaseIterable {
        case firstAudio = "The first sound is due within"
        case silence = "A turn may be silent for"
        case turnLength = "A turn may last for"
        case words = "After a voice, words are awaited for"
        case transcript = "The final transcript is awaited for"
        case claim = "A promise is kept for"
    }
}

extension Play.Setting {
    static let phrases: [Phrase<Self>] = people + rooms + limits

    private static let people: [Phrase<Self>] = [
        Phrase("{agents} are in the room.", introduces: true) {
            $0.names(0).count > 1 ? .agents($0.names(0)) : nil
        } write: {
            if case .agents(let names) = $0, names.count > 1 { [.names(names)] } else { nil }
        },
        Phrase("{agent} is in the room.", introduces: true) {
            .agents([$0.name(0)])
        } write: {
            if case .agents(let names) = $0 { [.names(names)] } else { nil }
        },
        Phrase("{callers} are on the line.", introduces: true) {
            $0.names(0).count > 1 ? .callers($0.names(0)) : nil
        } write: {
            if case .callers(let names) = $0, names.count > 1 { [.names(names)] } else { nil }
        },
        Phrase("{caller} is on the line.", introduces: true) {
            .callers([$0.name(0)])
        } write: {
            if case .callers(let names) = $0 { [.names(names)] } else { nil }
        },
        Phrase("{agent} comes later.", introduces: true) {
            .later($0.name(0))
        } write: {
            if case .later(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent}'s field is {list}.") {
            .field($0.name(0), $0.names(1))
        } write: {
            if case .field(let name, let words) = $0 { [.name(name), .names(words)] } else { nil }
        },
        Phrase("{agent} is also called {list}.") {
            .alias($0.name(0), $0.names(1))
        } write: {
            if case .alias(let name, let words) = $0 { [.name(name), .names(words)] } else { nil }
        },
        Phrase("{agent} greets with {quote}.") {
            .greeting($0.name(0), $0.quote(1))
        } write: {
            if case .greeting(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent} has the tool {word}.") {
            .tool($0.name(0), $0.word(1), filler: nil)
        } write: {
            if case .tool(let name, let tool, nil) = $0 { [.name(name), .word(tool)] } else { nil }
        },
        Phrase("{agent} has the tool {word} and says {quote} meanwhile.") {
            .tool($0.name(0), $0.word(1), filler: $0.quote(2))
        } write: {
            guard case .tool(let name, let tool, let filler?) = $0 else { return nil }
            return [.name(name), .word(tool), .quote(filler)]
        },
    ]

    private static let rooms: [Phrase<Self>] = [
        Phrase("At most {number} agent turns follow each other.") {
            .maxAgentTurns($0.number(0))
        } write: {
            if case .maxAgentTurns(let number) = $0 { [.number(number)] } else { nil }
        },
        Phrase("An agent may ask for {number} turns of its own in a row.") {
            .maxSelfRequests($0.number(0))
        } write: {
            if case .maxSelfRequests(let number) = $0 { [.number(number)] } else { nil }
        },
        Phrase("The call may have {number} turns.") {
            .callTurns($0.number(0))
        } write: {
            if case .callTurns(let number) = $0 { [.number(number)] } else { nil }
        },
        Phrase("The call may last {time}.") {
            .callLength($0.time(0))
        } write: {
            if case .callLength(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("Agents hear the callers' voices.") { _ in
            .hearing
        } write: {
            $0 == .hearing ? [] : nil
        },
        Phrase("Servers need between {time} and {time}.") {
            $0.time(0) <= $0.time(1) ? .latency($0.time(0), $0.time(1)) : nil
        } write: {
            if case .latency(let least, let most) = $0 { [.time(least), .time(most)] } else { nil }
        },
        Phrase("Sessions last {time}.") {
            .sessionsLast($0.time(0))
        } write: {
            if case .sessionsLast(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("Sessions hold {number} items.") {
            .sessionsHold($0.number(0))
        } write: {
            if case .sessionsHold(let number) = $0 { [.number(number)] } else { nil }
        },
        Phrase("Chance begins with {number}.") {
            .seed($0.number(0))
        } write: {
            if case .seed(let seed) = $0 { [.number(seed)] } else { nil }
        },
    ]

    private static let limits: [Phrase<Self>] = Play.Limit.allCases.map { limit in
        Phrase("\(limit.rawValue) {time}.") {
            .limit(limit, $0.time(0))
        } write: {
            if case .limit(limit, let time) = $0 { [.time(time)] } else { nil }
        }
    }
}
