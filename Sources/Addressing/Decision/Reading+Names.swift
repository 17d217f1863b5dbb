import Grammar

/// Those who are addressed by name, without those who are only silenced or passed over.
extension Reading {
    func addressRoute() -> Route? {
        let named = addressed.filter { !groups[$0].isEveryone }
        let chosen = named.filter { !isStoppedAway($0, among: named) }
        guard !chosen.isEmpty else { return nil }
        let order = speakingOrder(of: chosen)
        guard !order.isEmpty else { return nil }
        let reason = because(chosen[0])
        return Route(
            kind: .address, to: order.map { roster.agents[$0].id }, why: reason.0, sureness: reason.1)
    }

    /// "Stop Atlas, Nova go on": Atlas is named only to be silenced.
    private func isStoppedAway(_ group: Int, among chosen: [Int]) -> Bool {
        let words = groups[group].words
        guard chosen.count > 1 else { return false }
        if isHolder(group), roles[group].isVocative, let next = chosen.first(where: { $0 > group }),
            isPassedOver(group, for: next)
        {
            return true
        }
        if isHolder(group), roles[group].isVocative, let earlier = chosen.last(where: { $0 < group }),
            isToldElsewhere(group, after: earlier)
        {
            return true
        }
        let isSilenced = isFirm(before: words.lowerBound) && (isHolder(group) || chosen.last != group)
        return (isSilenced || Stop.firm.end(at: words.upperBound, in: clauses) != nil)
    }

    /// "No, Eve, I want Roman": the holder is told, in the same breath, who shall speak instead.
    private func isPassedOver(_ group: Int, for next: Int) -> Bool {
        guard !roles[next].isVocative else { return false }
        let between = groups[group].words.upperBound..<groups[next].words.lowerBound
        return between.count <= 8
            && !between.contains {
                clauses.has($0, [.second, .wh, .conjunction, .sequence])
                    && !(clauses.`is`($0, "but")
                        && clauses.`is`(between.lowerBound, "thanks", "cheers", "great", "lovely"))
            }
            && clauses.first(of: SpeakingOrder.first, around: groups[next].words) == nil
    }

    /// "That one's for Ginger, Pierre", "let Noor answer, Pierre, you've had your say": told to the holder, who is not to answer.
    private func isToldElsewhere(_ group: Int, after earlier: Int) -> Bool {
        let words = groups[group].words
        guard roles[earlier] == .handover, !isHolder(earlier),
            clauses.speakingPlace(of: groups[earlier].words) == 1,
            !isOrdered(group) || clauses.isBehindCleft(words),
            !clauses.isSentenceBreak(before: words.lowerBound),
            !(groups[earlier].words.upperBound..<words.lowerBound).contains(where: {
                clauses.has($0, [.conjunction, .sequence])
            })
        else { return false }
        let end = (words.upperBound..<clauses.tokens.count).first { clauses.isSentenceBreak(before: $0) }
        return clauses.act(words.upperBound..<(end ?? clauses.tokens.count)) < .request
    }

    private func because(_ group: Int) -> (String, Sureness) {
        let words = groups[group].words
        let said = clauses.text(words)
        guard let agent = groups[group].members.first, !agent.isEveryone else {
            return ("“\(said)” are named.", .guess)
        }
        let name = roster.agents[agent.agent].name
        let heard = agent.isHeard ? ", heard as “\(said)”," : ""
        switch roles[group] {
        case .vocative(let plausibility):
            let sureness = Sureness(plausibility)
            return ("\(name)\(heard) is spoken to.", heard.isEmpty ? sureness : min(sureness, .likely))
        case .handover:
            // As much of the sentence as shows the phrase that hands over.
            let around = max(0, words.lowerBound - 3)..<min(clauses.tokens.count, words.upperBound + 3)
            return ("\(name)\(heard) is given the turn: “\(clauses.text(around))”.", .certain)
        case .negated, .reference, .ordinary: return ("\(name)\(heard) is named.", .guess)
        }
    }
}
