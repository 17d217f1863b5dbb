import Grammar

/// Who of several speaks when.
extension Reading {
    /// Agents in the order they were named, but for those who are put elsewhere by an ordinal or *before* and *after*.
    func speakingOrder(of chosen: [Int]) -> [Int] {
        var places: [(place: Int, agent: Int)] = []
        let holder = roster.index(of: utterance.floor)
        for group in chosen {
            let isWithYou = clauses.isJoinedToYou(groups[group]) && clauses.isAskedWithYou(groups[group])
            let agents = (isWithYou ? holder.map { [$0] } ?? [] : []) + groups[group].members.map(\.agent)
            let place = clauses.speakingPlace(of: groups[group].words)
            places += agents.map { (place: place, agent: $0) }
        }
        for group in groups.indices where roles[group] == .reference && !groups[group].isEveryone {
            let agents = groups[group].members.map(\.agent)
            // "Follow Chen down to the cabin": not in speaking.
            if clauses.isObjectOfCommand(groups[group].words.lowerBound) { continue }
            if clauses.first(of: SpeakingOrder.after, around: groups[group].words) != nil {
                places += agents.map { (place: 0, agent: $0) }
            } else if clauses.first(of: SpeakingOrder.before, around: groups[group].words) != nil {
                places += agents.map { (place: SpeakingOrder.end, agent: $0) }
            }
        }
        if let (agent, place) = placeOfYou(or: holder), !places.contains(where: { $0.agent == agent }) {
            places.append((place, agent))
        }
        var order: [Int] = []
        let sorted = places.enumerated().sorted {
            ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
        }
        for (_, (_, agent)) in sorted where agent != speaker && !order.contains(agent) { order.append(agent) }
        return order
    }

    /// "Otto, wait. Basil starts, then you": whoever was called last, or the holder.
    private func placeOfYou(or holder: Int?) -> (agent: Int, place: Int)? {
        guard let (you, place) = clauses.placeOfYou else { return nil }
        let called = groups.indices.last {
            groups[$0].words.upperBound <= you && (roles[$0].isVocative || roles[$0] == .negated)
                && !groups[$0].isEveryone
        }
        return (called.map { groups[$0].members[0].agent } ?? holder).map { ($0, place) }
    }
}
