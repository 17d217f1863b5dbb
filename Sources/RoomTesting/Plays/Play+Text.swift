extension Play {
    /// The play as a file; it parses to the same play.
    public var text: String {
        var text = title + "\n"
        var before: Content?
        for line in lines {
            if before.map({ $0.isFollowedByGap(before: line.content) }) ?? true { text += "\n" }
            text += line.content.text + "\n"
            before = line.content
        }
        return text
    }
}

extension Play.Content {
    public var text: String {
        switch self {
        case .note(let note): "(\(note))"
        case .setting(let setting): Play.Setting.phrases.text(of: setting)
        case .direction(let direction): direction.text
        case .expectation(let expectation): "  -> \(Play.Expectation.phrases.text(of: expectation))"
        }
    }
}

extension Play.Direction {
    fileprivate var text: String {
        let head = Self.phrases.text(of: self)
        let details =
            switch self {
            case .says(_, _, let details), .coughs(_, let details):
                details.map { Play.Delivery.phrases.text(of: $0) }
            case .willSay(_, _, let details), .alwaysSays(_, _, let details):
                details.map { Play.Manner.phrases.text(of: $0) }
            case .types, .tool, .wait, .waitUntilHeard, .joins, .leaves, .calls, .hangsUp, .mutes,
                .mutesAgent,
                .lineFallsSilent, .hasPlayed, .moderatorGives, .interrupt, .close, .sessionBreaks,
                .earBreaks, .sessionRefused, .earRefused, .serversFallSilent, .serversSpeakAgain:
                [String]()
            }
        return details.isEmpty ? head : "\(head) (\(details.joined(separator: ", ")))"
    }
}
