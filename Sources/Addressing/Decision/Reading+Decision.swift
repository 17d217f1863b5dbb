extension Reading {
    func route() -> Route {
        let tokens = clauses.tokens
        guard !tokens.isEmpty else {
            return silent(utterance.speaking == nil ? .none : .backchannel, "There are no words.", .certain)
        }
        if speaker != nil { return agentsRoute() }
        if utterance.speaking != nil, clauses.isBackchannel {
            return silent(.backchannel, "Only a listener's signal: “\(utterance.text)”.", .certain)
        }
        if addressed.isEmpty, clauses.callsOutsider {
            return silent(.none, "The words are for somebody who is no agent.", .likely)
        }
        if let stop = stopRoute() { return stop }
        if let everyone = everyoneRoute() { return everyone }
        if let address = addressRoute() { return address }
        if clauses.isSideTalk { return silent(.none, "The words are for somebody who is no agent.", .likely) }
        return unnamedRoute()
    }

    /// An agent's words give the turn away, or nothing.
    private func agentsRoute() -> Route {
        everyoneRoute() ?? addressRoute() ?? silent(.none, "The agent hands over to nobody.", .likely)
    }

    func silent(_ kind: Route.Kind, _ why: String, _ sureness: Sureness) -> Route {
        Route(kind: kind, to: [], why: why, sureness: sureness)
    }

    func stay(_ why: String, _ sureness: Sureness) -> Route {
        let holder = utterance.floor ?? utterance.speaking
        return Route(kind: .stay, to: holder.map { [$0] } ?? [], why: why, sureness: sureness)
    }

    // MARK: - Stop

    private func stopRoute() -> Route? {
        switch clauses.stopSense() {
        case .no: return nil
        case .stop:
            let others = addressed.filter { group in
                !groups[group].members.contains { $0.agent == Everyone.agent } && !isStopped(group)
            }
            guard others.isEmpty else { return nil }
            return silent(.stop, "The words ask for silence.", utterance.speaking == nil ? .likely : .certain)
        case .request(let from):
            guard let first = groups.indices.first(where: { groups[$0].words.lowerBound >= from }) else { return nil }
            // "Stop Atlas" silences; "stop Atlas, Nova go on" gives the turn on.
            let isAlone = groups.indices.allSatisfy { $0 <= first } && groups[first].words.upperBound >= clauses.tokens.count
            let isSpeaker = groups[first].members.contains { $0.agent == roster.index(of: utterance.speaking ?? utterance.floor) }
            return isAlone && (isSpeaker || isFirm(before: groups[first].words.lowerBound)) ? silent(.stop, "The words ask for silence.", .certain) : nil
        }
    }

    private func isHolder(_ group: Int) -> Bool {
        let holder = roster.index(of: utterance.speaking ?? utterance.floor)
        return groups[group].members.contains { $0.agent == holder }
    }

    private func isFirm(before index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { Stop.firm.end(at: $0, in: clauses) == index }
    }

    /// The name goes with the command: "Scout, stop", "stop, Scout".
    private func isStopped(_ group: Int) -> Bool {
        let words = groups[group].words
        if isHolder(group) { return true }
        let isAlone = words.upperBound >= clauses.tokens.count
        return isFirm(before: words.lowerBound) && isAlone || Stop.firm.end(at: words.upperBound, in: clauses) != nil
            || Stop.waiting.end(at: words.upperBound, in: clauses) != nil || words.upperBound >= clauses.tokens.count && groups.count == 1
    }

    // MARK: - Everyone

    private func everyoneRoute() -> Route? {
        let named = addressed.filter { groups[$0].members[0].agent != Everyone.agent }
        let all = addressed.first { groups[$0].members[0].agent == Everyone.agent }
        guard named.isEmpty else { return nil }
        guard all != nil || Everyone.rounds.first(in: clauses) != nil else { return nil }
        let excluded = Set(groups.indices.filter { roles[$0] == .negated }.flatMap { groups[$0].members.map(\.agent) })
        let to = roster.agents.indices.filter { !excluded.contains($0) && $0 != speaker }.map { roster.agents[$0].id }
        if !excluded.subtracting([Everyone.agent]).isEmpty {
            return Route(kind: .address, to: to, why: "Everyone is asked but those excepted.", sureness: .likely)
        }
        let word = all.map { clauses.text(groups[$0].words) } ?? "a round"
        return Route(kind: .all, to: to, why: "“\(word)” invites every agent.", sureness: .likely)
    }

    // MARK: - Names

    private func addressRoute() -> Route? {
        let named = addressed.filter { groups[$0].members[0].agent != Everyone.agent }
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
        if isHolder(group), roles[group].isVocative, let next = chosen.first(where: { $0 > group }), isPassedOver(group, for: next) { return true }
        let isSilenced = isFirm(before: words.lowerBound) && (isHolder(group) || chosen.last != group)
        return (isSilenced || Stop.firm.end(at: words.upperBound, in: clauses) != nil)
    }

    /// "No, Eve, I want Roman": the holder is told, in the same breath, who shall speak instead.
    private func isPassedOver(_ group: Int, for next: Int) -> Bool {
        guard !roles[next].isVocative else { return false }
        let between = groups[group].words.upperBound..<groups[next].words.lowerBound
        return between.count <= 6 && !between.contains { clauses.has($0, [.second, .wh, .conjunction, .sequence]) }
            && clauses.first(of: SpeakingOrder.first, around: groups[next].words) == nil
    }

    private func because(_ group: Int) -> (String, Sureness) {
        let name = clauses.text(groups[group].words)
        let heard = groups[group].members.first.map { $0.isHeard ? ", heard for \(roster.agents[$0.agent].name)," : "" } ?? ""
        switch roles[group] {
        case .vocative(let sureness): return ("“\(name)”\(heard) is spoken to.", heard.isEmpty ? sureness : min(sureness, .likely))
        case .handover(let pattern): return ("“\(name)”\(heard) is given the turn by a phrase like “\(pattern)”.", .certain)
        case .negated, .reference, .ordinary: return ("“\(name)” is named.", .guess)
        }
    }

    private func speakingOrder(of chosen: [Int]) -> [Int] {
        var first: [Int] = []
        var middle: [Int] = []
        var last: [Int] = []
        for group in chosen {
            let agents = groups[group].members.map(\.agent).filter { $0 != speaker }
            if clauses.first(of: SpeakingOrder.first, around: groups[group].words) != nil {
                first += agents
            } else if clauses.first(of: SpeakingOrder.last, around: groups[group].words) != nil {
                last += agents
            } else {
                middle += agents
            }
        }
        for group in groups.indices where roles[group] == .reference && groups[group].members[0].agent >= 0 {
            let agents = groups[group].members.map(\.agent).filter { $0 != speaker }
            if clauses.first(of: SpeakingOrder.after, around: groups[group].words) != nil { first += agents }
            else if clauses.matches(Pattern.beforeSpeaking, around: groups[group].words) { last += agents }
        }
        var order: [Int] = []
        for agent in first + middle + last where !order.contains(agent) { order.append(agent) }
        return order
    }

    // MARK: - Nobody named

    private func unnamedRoute() -> Route {
        if !groups.isEmpty {
            let named = groups.indices.contains { roles[$0] != .ordinary }
            return stay(named ? "An agent is only spoken about." : "A name is used as an everyday word.", .likely)
        }
        if FollowUp.phrases.first(in: clauses) != nil || clauses.refersBack { return stay("The words refer back to what was said.", .likely) }
        if let first = clauses.tokens.first, first.has(.yesNo), clauses.tokens.count > 1, utterance.floor != nil {
            return stay("It answers what was said.", .likely)
        }
        if let domain = domainRoute() { return domain }
        return stay("Nobody is named and nothing changes the subject.", .guess)
    }

    private func domainRoute() -> Route? {
        let (scores, word) = roster.fields.scores(of: clauses)
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= Self.leastEvidence else { return nil }
        let rival = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        guard scores[best] - rival >= Self.leastLead else { return nil }
        let agent = roster.agents[best]
        guard agent.id != utterance.floor else { return stay("The subject is still \(agent.name)'s.", .likely) }
        let sureness: Sureness = scores[best] >= 1.5 && scores[best] - rival >= 1 ? .likely : .guess
        return Route(kind: .domain, to: [agent.id], why: "“\(word ?? "")” lies in \(agent.name)'s field.", sureness: sureness)
    }

    private static let leastEvidence: Float = 0.75
    private static let leastLead: Float = 0.35
}

extension Pattern {
    static let beforeSpeaking = Pattern("before @ says|speaks|answers|goes|starts|gets|tells|explains|does|responds")
}

extension Clauses {
    /// Words as they were said, folded.
    func text(_ words: Range<Int>) -> String { tokens[words].map(\.text).joined(separator: " ") }
}
