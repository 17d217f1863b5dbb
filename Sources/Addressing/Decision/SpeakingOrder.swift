/// Who of several is to speak first.
enum SpeakingOrder {
    static let first = Pattern.table(
        """
        @ 's? first
        @ go|goes|start|starts|begin|begins|speak|speaks|answer|answers|to|can|should|gets go|start|speak|answer|begin? first
        @ to? start|starts|begin|begins|kick $
        first|zuerst|primero|abord comes|up|is|let? @
        begin|start|beginning|starting|empezando|empieza|empezamos|commence|commencez|commencons|fang|fangt|beginne|beginnt with|por|con|par|avec|mit|an @
        @ zuerst
        @ zuerst|erst|anfangen|beginnen
        @ primero|empieza
        @ d abord
        @ en premier
        @ commence
        @ fangt an
        """)

    static let last = Pattern.table(
        """
        before @ <base>
        before @ says|speaks|answers|goes|starts|does|gets|tells|explains
        before @ $
        @ last
        @ at the end
        @ after that|him|her|them
        finally @
        antes de|que? @
        avant @
        vor @
        bevor @
        """)

    /// `after @ answers`: somebody else is to follow.
    static let after = Pattern.table(
        """
        after|once @ is|has|tells|says|speaks|answers|goes|finishes|explains|gives|does|talks|responds|starts|shares|'s
        """)

    /// `before @ answers`: somebody else is to precede.
    static let before = Pattern.table(
        """
        before @ says|speaks|answers|goes|starts|gets|tells|explains|does|responds
        """)
}

extension Reading {
    /// Agents in the order they were named, but for those who are put first or last.
    func speakingOrder(of chosen: [Int]) -> [Int] {
        var first: [Int] = []
        var middle: [Int] = []
        var last: [Int] = []
        let holder = roster.index(of: utterance.floor)
        for group in chosen {
            let isWithYou = clauses.isJoinedToYou(groups[group]) && clauses.isAskedWithYou(groups[group])
            let agents = ((isWithYou ? holder.map { [$0] } ?? [] : []) + groups[group].members.map(\.agent))
                .filter { $0 != speaker }
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
            if clauses.first(of: SpeakingOrder.after, around: groups[group].words) != nil {
                first += agents
            } else if clauses.first(of: SpeakingOrder.before, around: groups[group].words) != nil {
                last += agents
            }
        }
        var order: [Int] = []
        for agent in first + middle + last where !order.contains(agent) { order.append(agent) }
        return order
    }
}
