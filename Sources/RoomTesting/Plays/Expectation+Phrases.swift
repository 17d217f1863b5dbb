import FloorControl
import Rooms

// The words for what must come of it.

extension Play.Expectation {
    static let phrases: [Phrase<Self>] = turns + floor + sound + memory + events

    private static let turns: [Phrase<Self>] =
        GrantReason.allCases.map { reason in
            Phrase("{agent} is given the floor, because \(reason.words).") {
                .granted($0.name(0), reason)
            } write: {
                if case .granted(let name, reason) = $0 { [.name(name)] } else { nil }
            }
        }
        + GrantReason.allCases.map { reason in
            Phrase("{agent} answers, because \(reason.words).") {
                .answers($0.name(0), reason)
            } write: {
                if case .answers(let name, reason) = $0 { [.name(name)] } else { nil }
            }
        } + endings

    private static let endings: [Phrase<Self>] = [
        Phrase("{agent} finishes.") {
            .finishes($0.name(0), heard: nil)
        } write: {
            if case .finishes(let name, nil) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} finishes, heard for {time}.") {
            .finishes($0.name(0), heard: $0.time(1))
        } write: {
            if case .finishes(let name, let time?) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("{agent} is interrupted.") {
            .interrupted($0.name(0), heard: nil)
        } write: {
            if case .interrupted(let name, nil) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} is interrupted, heard for about {time}.") {
            .interrupted($0.name(0), heard: $0.time(1))
        } write: {
            if case .interrupted(let name, let time?) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("{agent} is interrupted after {quote}.") {
            .interruptedAfter($0.name(0), $0.quote(1))
        } write: {
            if case .interruptedAfter(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent} is called off unheard.") {
            .calledOff($0.name(0))
        } write: {
            if case .calledOff(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} fails.") {
            .fails($0.name(0))
        } write: {
            if case .fails(let name) = $0 { [.name(name)] } else { nil }
        },
    ]

    private static let floor: [Phrase<Self>] = [
        Phrase("Nobody answers.") { _ in
            .nobodyAnswers
        } write: {
            $0 == .nobodyAnswers ? [] : nil
        },
        Phrase("The floor is open.") { _ in
            .floorIsOpen
        } write: {
            $0 == .floorIsOpen ? [] : nil
        },
        Phrase("Nobody is next.") { _ in
            .queue([])
        } write: {
            $0 == .queue([]) ? [] : nil
        },
        Phrase("Next is {agents}.") {
            .queue($0.names(0))
        } write: {
            if case .queue(let names) = $0 { [.names(names)] } else { nil }
        },
        Phrase("The room shows an open floor.") { _ in
            .shows(nil, [])
        } write: {
            $0 == .shows(nil, []) ? [] : nil
        },
        Phrase("The room shows {agent} on the floor.") {
            .shows($0.name(0), [])
        } write: {
            if case .shows(let name?, []) = $0 { [.name(name)] } else { nil }
        },
        Phrase("The room shows {agent} on the floor, then {agents}.") {
            .shows($0.name(0), $0.names(1))
        } write: {
            if case .shows(let name?, let next) = $0 { [.name(name), .names(next)] } else { nil }
        },
        Phrase("The room shows an open floor, then {agents}.") {
            .shows(nil, $0.names(0))
        } write: {
            if case .shows(nil, let next) = $0 { [.names(next)] } else { nil }
        },
        Phrase("The reason given speaks of {quote}.") {
            .because($0.quote(0))
        } write: {
            if case .because(let words) = $0 { [.quote(words)] } else { nil }
        },
    ]

    private static let sound: [Phrase<Self>] = [
        Phrase("{agent} falls silent at once.") {
            .silenced($0.name(0))
        } write: {
            if case .silenced(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} goes on where it stopped.") {
            .resumes($0.name(0))
        } write: {
            if case .resumes(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} goes on where it stopped, {time} after the voice.") {
            .resumesAfter($0.name(0), $0.time(1))
        } write: {
            if case .resumesAfter(let name, let time) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("{agent} stays silent for {time}.") {
            .staysSilent($0.name(0), $0.time(1))
        } write: {
            if case .staysSilent(let name, let time) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("Not one sample of {agent} was heard.") {
            .neverHeard($0.name(0))
        } write: {
            if case .neverHeard(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller} has heard {time} of {agent} in one piece.") {
            .heardInOnePiece($0.name(0), $0.time(1), of: $0.name(2))
        } write: {
            guard case .heardInOnePiece(let caller, let time, let agent) = $0 else { return nil }
            return [.name(caller), .time(time), .name(agent)]
        },
        Phrase("{agent} is heard within {time}.") {
            .heardWithin($0.name(0), $0.time(1))
        } write: {
            if case .heardWithin(let name, let time) = $0 { [.name(name), .time(time)] } else { nil }
        },
    ]

    private static let memory: [Phrase<Self>] = [
        Phrase("{agent} knows {quote}.") {
            .knows($0.name(0), $0.quote(1))
        } write: {
            if case .knows(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent} knows nothing of {quote}.") {
            .knowsNothingOf($0.name(0), $0.quote(1))
        } write: {
            if case .knowsNothingOf(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent} is told {quote}.") {
            .isTold($0.name(0), $0.quote(1))
        } write: {
            if case .isTold(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent} learns {quote}.") {
            .learns($0.name(0), $0.quote(1))
        } write: {
            if case .learns(let name, let words) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("{agent}'s session forgets what was not heard.") {
            .forgetsUnheard($0.name(0))
        } write: {
            if case .forgetsUnheard(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent}'s session forgets the whole answer.") {
            .forgetsAnswer($0.name(0))
        } write: {
            if case .forgetsAnswer(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} was asked {number} times.") {
            $0.number(1) == 1 ? nil : .wasAsked($0.name(0), $0.number(1))
        } write: {
            guard case .wasAsked(let name, let number) = $0, number != 1 else { return nil }
            return [.name(name), .number(number)]
        },
        Phrase("{agent} was asked once.") {
            .wasAsked($0.name(0), 1)
        } write: {
            if case .wasAsked(let name, _) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} has had {number} sessions.") {
            .hadSessions($0.name(0), $0.number(1))
        } write: {
            guard case .hadSessions(let name, let number) = $0 else { return nil }
            return [.name(name), .number(number)]
        },
    ]

    private static let events: [Phrase<Self>] = [
        Phrase("{agent} was guessed right, which saves {time}.") {
            .guessedRight($0.name(0), $0.time(1))
        } write: {
            if case .guessedRight(let name, let time) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("{agent} was guessed wrong.") {
            .guessedWrong($0.name(0))
        } write: {
            if case .guessedWrong(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("Nobody was guessed.") { _ in
            .noGuess
        } write: {
            $0 == .noGuess ? [] : nil
        },
        Phrase("The record says {quote}.") {
            .record($0.quote(0))
        } write: {
            if case .record(let words) = $0 { [.quote(words)] } else { nil }
        },
        Phrase("The room reports {word}.") {
            .reports($0.word(0))
        } write: {
            if case .reports(let code) = $0 { [.word(code)] } else { nil }
        },
        Phrase("{agent} is now {word}.") {
            let name = $0.name(0)
            return AgentStatus(rawValue: $0.word(1)).map { .status(name, $0) }
        } write: {
            if case .status(let name, let status) = $0 { [.name(name), .word(status.rawValue)] } else { nil }
        },
        Phrase("The room closes.") { _ in
            .roomCloses
        } write: {
            $0 == .roomCloses ? [] : nil
        },
    ]
}

extension GrantReason {
    /// What stands behind "because".
    var words: String {
        switch self {
        case .address: "it was named"
        case .request: "it was handed over"
        case .domain: "it is its field"
        case .floor: "nobody else was named"
        case .all: "everyone was asked"
        case .moderator: "the moderator wants it"
        case .greeting: "it greets"
        }
    }
}
