// The words for what people do. Those for talk take further words in parentheses (`Manner+Phrases.swift`).

extension Play.Direction {
    static let phrases: [Phrase<Self>] = talk + time + people + connections

    private static let talk: [Phrase<Self>] = [
        Phrase("{agent} will say {quote}.") {
            .willSay($0.name(0), $0.quote(1), [])
        } write: {
            guard case .willSay(let name, let text, _) = $0, !text.isEmpty else { return nil }
            return [.name(name), .quote(text)]
        },
        Phrase("{agent} will say nothing.") {
            .willSay($0.name(0), "", [])
        } write: {
            if case .willSay(let name, _, _) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} always says {quote}.") {
            .alwaysSays($0.name(0), $0.quote(1), [])
        } write: {
            guard case .alwaysSays(let name, let text, _) = $0, !text.isEmpty else { return nil }
            return [.name(name), .quote(text)]
        },
        Phrase("{agent} always says nothing.") {
            .alwaysSays($0.name(0), "", [])
        } write: {
            if case .alwaysSays(let name, _, _) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller} coughs.") {
            .coughs($0.name(0), [])
        } write: {
            if case .coughs(let name, _) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller} types: {text}") {
            .types($0.name(0), $0.text(1))
        } write: {
            if case .types(let name, let text) = $0 { [.name(name), .text(text)] } else { nil }
        },
        Phrase("{caller}: {text}") {
            .says($0.name(0), $0.text(1), [])
        } write: {
            if case .says(let name, let text, _) = $0 { [.name(name), .text(text)] } else { nil }
        },
        Phrase("The tool {word} takes {time} and returns {quote}.") {
            .tool($0.word(0), $0.time(1), $0.quote(2), ok: true)
        } write: {
            guard case .tool(let tool, let time, let output, true) = $0 else { return nil }
            return [.word(tool), .time(time), .quote(output)]
        },
        Phrase("The tool {word} takes {time} and fails with {quote}.") {
            .tool($0.word(0), $0.time(1), $0.quote(2), ok: false)
        } write: {
            guard case .tool(let tool, let time, let output, false) = $0 else { return nil }
            return [.word(tool), .time(time), .quote(output)]
        },
    ]

    private static let time: [Phrase<Self>] = [
        Phrase("After {time}:") {
            .wait($0.time(0))
        } write: {
            if case .wait(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("After {time} of {agent}:") {
            .waitUntilHeard($0.time(0), $0.name(1), by: nil)
        } write: {
            guard case .waitUntilHeard(let time, let agent, nil) = $0 else { return nil }
            return [.time(time), .name(agent)]
        },
        Phrase("After {time} of {agent} at {caller}'s ear:") {
            .waitUntilHeard($0.time(0), $0.name(1), by: $0.name(2))
        } write: {
            guard case .waitUntilHeard(let time, let agent, let caller?) = $0 else { return nil }
            return [.time(time), .name(agent), .name(caller)]
        },
    ]

    private static let people: [Phrase<Self>] = [
        Phrase("{agent} joins.", introduces: true) {
            .joins($0.name(0))
        } write: {
            if case .joins(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} leaves.") {
            .leaves($0.name(0))
        } write: {
            if case .leaves(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller} calls.", introduces: true) {
            .calls($0.name(0))
        } write: {
            if case .calls(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller} hangs up.") {
            .hangsUp($0.name(0))
        } write: {
            if case .hangsUp(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller}'s microphone is muted.") {
            .mutes($0.name(0), true)
        } write: {
            if case .mutes(let name, true) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller}'s microphone is opened again.") {
            .mutes($0.name(0), false)
        } write: {
            if case .mutes(let name, false) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} is muted.") {
            .mutesAgent($0.name(0), true)
        } write: {
            if case .mutesAgent(let name, true) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent} may speak again.") {
            .mutesAgent($0.name(0), false)
        } write: {
            if case .mutesAgent(let name, false) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller}'s line falls silent.") {
            .lineFallsSilent($0.name(0))
        } write: {
            if case .lineFallsSilent(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller}'s player has played {time}.") {
            .hasPlayed($0.name(0), $0.time(1))
        } write: {
            if case .hasPlayed(let name, let time) = $0 { [.name(name), .time(time)] } else { nil }
        },
        Phrase("The moderator gives {agent} the floor.") {
            .moderatorGives($0.name(0), nil)
        } write: {
            if case .moderatorGives(let name, nil) = $0 { [.name(name)] } else { nil }
        },
        Phrase("The moderator gives {agent} the floor with {quote}.") {
            .moderatorGives($0.name(0), $0.quote(1))
        } write: {
            if case .moderatorGives(let name, let words?) = $0 { [.name(name), .quote(words)] } else { nil }
        },
        Phrase("Somebody interrupts without a word.") { _ in
            .interrupt
        } write: {
            $0 == .interrupt ? [] : nil
        },
        Phrase("The room is closed.") { _ in
            .close
        } write: {
            $0 == .close ? [] : nil
        },
    ]

    private static let connections: [Phrase<Self>] = [
        Phrase("{agent}'s session breaks.") {
            .sessionBreaks($0.name(0))
        } write: {
            if case .sessionBreaks(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{caller}'s ear breaks.") {
            .earBreaks($0.name(0))
        } write: {
            if case .earBreaks(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent}'s next session is refused with {number}.") {
            .sessionRefused($0.name(0), $0.number(1))
        } write: {
            if case .sessionRefused(let name, let status) = $0 {
                [.name(name), .number(status)]
            } else {
                nil
            }
        },
        Phrase("The next ear is refused with {number}.") {
            .earRefused($0.number(0))
        } write: {
            if case .earRefused(let status) = $0 { [.number(status)] } else { nil }
        },
        Phrase("{agent}'s servers fall silent.") {
            .serversFallSilent($0.name(0))
        } write: {
            if case .serversFallSilent(let name) = $0 { [.name(name)] } else { nil }
        },
        Phrase("{agent}'s servers speak again.") {
            .serversSpeakAgain($0.name(0))
        } write: {
            if case .serversSpeakAgain(let name) = $0 { [.name(name)] } else { nil }
        },
    ]
}
