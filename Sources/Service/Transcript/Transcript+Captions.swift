import FloorControl

// WebVTT (W3C, §4): a player shows who says what beside the call's recording. Its times count from the room's opening.

extension Transcript {
    var captions: String {
        "WEBVTT\n"
            + parts.map { part in
                switch part {
                case .utterance(let utterance): Self.cue(utterance)
                case .gap(let time): "\nNOTE \(Self.clock(time)) \(Self.gapNote)\n"
                }
            }.joined()
    }

    /// Nothing a person said can end a cue or begin another: its text is one line, and `-->` has become `--&gt;`.
    private static func cue(_ utterance: Utterance) -> String {
        let began = utterance.said.lowerBound
        let ended = max(utterance.said.upperBound, began.advanced(by: shortestCue))
        let name = escaped(oneLine(utterance.name))
        return "\n\(clock(began)) --> \(clock(ended))\n<v \(name)>\(escaped(utterance.shown))</v>\n"
    }

    /// Words that were typed take no time to be said. A second: shorter ones cannot be read.
    private static let shortestCue: Duration = .seconds(1)

    /// `00:01:02.345`; hours may have more than two digits.
    static func clock(_ time: RoomTime) -> String {
        let milliseconds = Int(time.sinceOpening / .milliseconds(1))
        let seconds = milliseconds / 1_000
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
        return "\(parts.joined(separator: ":")).\(digits(milliseconds % 1_000, 3))"
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    /// Line breaks of every kind, tabs and other controls become spaces.
    static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }
}
