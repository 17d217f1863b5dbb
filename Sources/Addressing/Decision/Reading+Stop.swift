import Grammar

/// Whether a word of stopping silences the room, or passes the turn on.
extension Reading {
    func stopRoute() -> Route? {
        switch clauses.stopSense() {
        case .no: return nil
        case .pause where utterance.speaking == nil: return nil
        case .stop, .pause:
            if utterance.speaking == nil, clauses.isBackchannel { return nil }
            let others = addressed.filter { group in
                !groups[group].members.contains(where: \.isEveryone) && !isStopped(group)
            }
            guard others.isEmpty else { return nil }
            return silent(.stop, "The words ask for silence.", utterance.speaking == nil ? .likely : .certain)
        case .request(let from):
            guard let first = groups.indices.first(where: { groups[$0].words.lowerBound >= from }) else {
                return nil
            }
            // "Stop Atlas" silences; "stop Atlas, Nova go on" gives the turn on.
            let isAlone =
                groups.indices.allSatisfy { $0 <= first }
                && clauses.afterTrailing(groups[first].words.upperBound) >= clauses.tokens.count
            let isSpeaker = groups[first].members.contains {
                $0.agent == roster.index(of: utterance.speaking ?? utterance.floor)
            }
            return isAlone && (isSpeaker || isFirm(before: groups[first].words.lowerBound))
                || isSpeaker && isReason(after: first)
                ? silent(.stop, "The words ask for silence.", .certain) : nil
        }
    }

    /// "Hold on, Klaus, my mother's calling": why the one cut into is to wait.
    private func isReason(after group: Int) -> Bool {
        let end = groups[group].words.upperBound
        guard utterance.speaking != nil, group + 1 == groups.count, roles[group].isVocative,
            end < clauses.tokens.count, !clauses.hasQuestionMark, clauses.opening(at: end) == .plain
        else { return false }
        return !(end..<clauses.tokens.count).contains {
            clauses.has($0, [.second, .wh, .yesNo, .repair])
        }
    }

    func isHolder(_ group: Int) -> Bool {
        let holder = roster.index(of: utterance.speaking ?? utterance.floor)
        return groups[group].members.contains { $0.agent == holder }
    }

    func isFirm(before index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { Stop.firm.end(at: $0, in: clauses) == index }
    }

    /// The name goes with the command: "Scout, stop", "stop, Scout".
    private func isStopped(_ group: Int) -> Bool {
        let words = groups[group].words
        if isHolder(group) { return true }
        let isAlone = words.upperBound >= clauses.tokens.count
        return isFirm(before: words.lowerBound) && isAlone
            || Stop.firm.end(at: words.upperBound, in: clauses) != nil
            || Stop.waiting.end(at: words.upperBound, in: clauses) != nil
            || words.upperBound >= clauses.tokens.count && groups.count == 1 && roles[group].isVocative
    }
}
