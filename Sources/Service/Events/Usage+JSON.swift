import JSONValues
import Rooms

// `usage` of turns, agents and rooms: Protocol/usage.md. What no server has reported is left out, not 0.

extension TokenCount {
    /// `nil` when nothing was reported.
    var json: JSON? {
        let counts: [(String, Int?)] = [
            ("input", input), ("input_text", inputText), ("input_audio", inputAudio), ("cached", cached),
            ("output", output), ("output_text", outputText), ("output_audio", outputAudio),
        ]
        guard counts.contains(where: { $0.1 != nil }) else { return Optional.none }
        return JSON.members(counts.map { ($0, $1.map(JSON.integer)) })
    }
}

extension Consumption {
    var json: JSON {
        .members([
            ("responses", .integer(responses)), ("reported", .integer(reported)), ("tokens", tokens.json),
            (
                "audio",
                [
                    "sent_ms": .milliseconds(sentDuration), "received_ms": .milliseconds(receivedDuration),
                    "heard_ms": .milliseconds(heardDuration),
                ]
            ),
        ])
    }
}

extension HearingConsumption {
    var json: JSON {
        .members([
            ("transcripts", .integer(transcripts)), ("reported", .integer(reported)),
            ("tokens", tokens.json), ("duration_ms", duration.map(JSON.milliseconds)),
            ("audio", ["sent_ms": .milliseconds(sentDuration)]),
        ])
    }
}

extension RoomConsumption {
    var json: JSON {
        .members([
            ("turns", .integer(turns)), ("agents", agents.json), ("ears", ears.json),
            (
                "models",
                .array(models.map { ["model": .string($0.model), "tokens": $0.tokens.json ?? [:]] })
            ),
            ("cost", cost?.json),
        ])
    }
}

extension Cost {
    /// To the millionth: less is nothing to anybody.
    var json: JSON {
        let rounded = (amount * 1_000_000).rounded() / 1_000_000
        return [
            "amount": .real(rounded), "currency": .string(currency), "is_complete": .bool(isComplete),
        ]
    }
}

extension LimitState {
    /// Counts are whole; minutes and money are shown to the thousandth.
    var json: JSON {
        func number(_ value: Double) -> JSON {
            switch limit {
            case .turns, .tokens: .integer(Int(value))
            case .minutes, .money: .real((value * 1_000).rounded() / 1_000)
            }
        }
        return ["limit": .string(limit.rawValue), "used": number(used), "most": number(most)]
    }
}
