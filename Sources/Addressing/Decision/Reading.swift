import Grammar

/// From the roles of the names to a decision; the first reading that applies wins.
extension Roster {
    /// Decides whom `utterance` is meant for. Deterministic; no clock, no network.
    public func route(_ utterance: Utterance) -> Route {
        Reading(utterance, roster: self).route()
    }
}

/// One utterance, analysed.
struct Reading {
    let roster: Roster
    let utterance: Utterance
    var clauses: Clauses
    /// Index of the agent that speaks, if it is one.
    let speaker: Int?
    var groups: [MentionGroup] = []
    var roles: [Role] = []

    init(_ utterance: Utterance, roster: Roster) {
        self.roster = roster
        self.utterance = utterance
        switch utterance.speaker {
        case .caller:
            speaker = nil
            clauses = Clauses(utterance.text.wordsMeant, isAgents: false)
        case .agent(let id):
            speaker = roster.index(of: id)
            clauses = Clauses(utterance.text, isAgents: true)
        }
        clauses.dropAsides { roster.names.beginning(with: $0) != nil }
        clauses.splitGenitives { roster.names.isFirstWord($0) }
        let mentions = roster.names.mentions(in: &clauses)
        clauses.separatePhrases()
        let holder = roster.index(of: utterance.speaking ?? utterance.floor)
        for mention in mentions where !mention.isHeard {
            clauses.separateCommand(before: mention.words)
            clauses.separateDenial(of: mention, isHolder: mention.agent == holder)
        }
        clauses.settleWordClasses()
        assignRoles(to: mentions)
    }

    // MARK: - Roles

    private mutating func assignRoles(to mentions: [Mention]) {
        let all = (mentions + clauses.everyoneMentions()).sorted { $0.words.lowerBound < $1.words.lowerBound }
        var certain = all.filter { !$0.isHeard }
        for mention in all where mention.isHeard && accept(mention, among: all) { certain.append(mention) }
        for mention in certain where mention.isEveryone {
            clauses.markName(mention.words)
        }
        certain.sort { $0.words.lowerBound < $1.words.lowerBound }
        groups = clauses.grouped(certain)
        roles = groups.map { group in
            // An agent that says its own name introduces itself.
            if !group.isPlural, group.members[0].agent == speaker { return .reference }
            return group.isEveryone
                ? clauses.everyoneRole(of: group) : clauses.role(of: group)
        }
        correct()
        for index in groups.indices where isCompound(index) {
            for word in groups[index].words { clauses.isName[word] = false }
        }
    }

    /// A stretch that only sounds like a name counts where a name can stand; then it is one for its neighbours.
    private mutating func accept(_ mention: Mention, among all: [Mention]) -> Bool {
        // Nobody calls oneself in words that only sound like it.
        if let speaker, mention.agent == speaker { return false }
        // "Okay people": they are everybody.
        if all.contains(where: { $0.isEveryone && $0.words.overlaps(mention.words) }) {
            return false
        }
        let marked = clauses.isName
        clauses.markName(mention.words)
        let role =
            isLinked(mention, among: all) ? Role.handover : clauses.role(of: MentionGroup(mention))
        let isAccepted = role != .ordinary && clauses.accepts(mention, as: role)
        if !isAccepted { clauses.isName = marked }
        return isAccepted
    }

    /// Joined by *and* to a name, or to another stretch like it where the clause begins.
    private func isLinked(_ mention: Mention, among all: [Mention]) -> Bool {
        all.contains { other in
            guard !other.isEveryone, other.agent != mention.agent,
                clauses.link(between: other.words, and: mention.words) == .and
            else { return false }
            return clauses.isClauseStart(at: min(other.words.lowerBound, mention.words.lowerBound))
        }
    }

    /// Applies what the speaker takes back.
    private mutating func correct() {
        correctNamed()
        correctContrasts()
        correctSequels()
        callListed()
        correctMisdirected()
        correctSaid()
        for index in groups.indices { correctDenied(index) }
        correctElliptic()
        for index in groups.indices where roles[index].isAddress && (isErrand(index) || isAskedAbout(index)) {
            roles[index] = .reference
        }
        for index in groups.indices where roles[index].isAddress { correctDismissed(index) }
        dropFalseCall()
        passOverTold()
        callCounted()
    }

    /// "Ravi, I was speaking to Joy", "that was for Joy": who is named instead of the one who answered.
    private mutating func correctNamed() {
        let called = groups.indices.filter {
            isHolder($0)
                && (roles[$0].isVocative || clauses.isThanked(groups[$0].words.lowerBound))
        }
        let isDenied =
            speaker == nil
            && (called.contains { clauses.isApology(around: groups[$0].words) }
                || clauses.deniesSomething(roles))
        let corrections = Corrections.patterns(
            clauses.language, afterDenial: isDenied, holderIsCalled: speaker == nil && !called.isEmpty)
        for index in groups.indices where roles[index] == .reference {
            let words = groups[index].words
            let pattern = clauses.first(of: corrections, around: words)
            let isNamedInstead =
                pattern != nil
                && (!clauses.isGenitive(at: words.upperBound) || pattern?.right.isEmpty == false
                    || clauses.isClauseEnd(at: words.upperBound + 1))
            if isNamedInstead || sharesTurn(index) { roles[index] = .handover }
        }
    }

    /// "Thanks, Kwame. What does it cost, Ingrid?", "Kwame, no wait, Ingrid": the one named first is let go.
    private mutating func correctDismissed(_ index: Int) {
        guard let later = groups.indices.first(where: { $0 > index && roles[$0].isAddress }) else { return }
        let (words, next) = (groups[index].words, groups[later].words)
        let isAnsweredNo =
            clauses.isRefused(words.lowerBound) && isHolder(index)
            && groups.contains { $0.words.lowerBound == words.upperBound }
        if clauses.isThanked(words.lowerBound) || clauses.isExcused(words.lowerBound) || isAnsweredNo {
            roles[index] = .reference
            return
        }
        let isBrokenOff =
            !roles[later].isVocative && isHolder(index) && roles[index].isVocative
            && clauses.breaksOff(between: words, and: next)
        if clauses.isRevoked(between: words, and: next) || isBrokenOff
            || roles[index].isVocative && clauses.isDismissed(words, until: next.lowerBound)
        {
            roles[index] = .negated
        }
    }

    /// "Did I say Chen, I wanted Kwame", "I said Chen but it's Kwame I need": the one who was said is not meant; alone, he is.
    private mutating func correctSaid() {
        for index in groups.indices where !groups[index].isEveryone && roles[index] != .ordinary {
            let verb = groups[index].words.lowerBound - 1
            guard clauses.`is`(verb, "said", "say"), clauses.has(verb - 1, .first) else { continue }
            let later = groups.indices.first { $0 > index && roles[$0] != .ordinary }
            guard let later, !groups[later].isEveryone, roles[later] != .negated,
                !clauses.isDenied(before: groups[later].words.lowerBound),
                !clauses.isDenied(after: groups[later].words.upperBound)
            else { continue }
            roles[index] = .negated
            if !roles[later].isAddress { roles[later] = .vocative(.likely) }
        }
    }

    /// After *not you* stands who is not meant, or, with nobody named later, who is; before it, who is not.
    private mutating func correctDenied(_ index: Int) {
        let words = groups[index].words
        guard !groups[index].isEveryone else { return }
        let isLast = !groups.indices.contains {
            $0 > index && roles[$0] != .ordinary && !groups[$0].isEveryone
        }
        if clauses.isDenied(before: words.lowerBound) {
            roles[index] = isHolder(index) || !isLast ? .negated : .vocative(.likely)
        } else if roles[index].isVocative, clauses.isDenied(after: words.upperBound), !isLast || index > 0 {
            roles[index] = .negated
        } else if index > 0, roles[index] == .reference, !clauses.`is`(words.upperBound, "'s"),
            roles[index - 1] == .negated || roles[index - 1].isAddress,
            clauses.isRepair(between: groups[index - 1].words, and: words)
        {
            roles[index] = .vocative(.likely)
        } else if roles[index] == .reference, isNamedByPronoun(index) {
            roles[index] = .handover
        }
    }

    /// "Ace hasn't said anything yet, let him talk": a pronoun behind the name is handed the turn.
    private func isNamedByPronoun(_ index: Int) -> Bool {
        let start = groups[index].words.upperBound
        let end = index + 1 < groups.count ? groups[index + 1].words.lowerBound : clauses.tokens.count
        let patterns = Handovers.patterns(clauses.language)
        return (start..<max(start, end)).contains { word in
            if isGivenTurn(pronoun: word) || clauses.isCalledIn(pronoun: word) { return true }
            guard clauses.`is`(word, "him", "her", "them", "ihn"),
                clauses.`is`(
                    word - 1, "let", "ask", "have", "to", "from", "lass", "frag", "with", "give", "hand",
                    "pass")
            else { return false }
            // "Kwame hasn't said a word, so let's give him the floor".
            if clauses.isGift(around: word..<(word + 1), .open) { return true }
            return clauses.isBreak(before: word + 1)
                && clauses.isRequestStart(at: word - 1)
                || clauses.has(word + 1, .base)
                    && clauses.first(of: patterns, around: word..<(word + 1)) != nil
        }
    }

    /// "I'd trust Kwame there, so over to him", "Kwame has flown it, so he can tell us": the pronoun stands where a name would be
    /// handed the turn.
    private func isGivenTurn(pronoun word: Int) -> Bool {
        // "So the floor is hers".
        if clauses.`is`(word, "hers", "his", "theirs"), clauses.`is`(word - 1, "is", "'s"),
            clauses.`is`(word - 2, "floor", "turn", "word", "stage", "question"),
            clauses.isClauseEnd(at: word + 1)
        {
            return true
        }
        let key = clauses.tokens[word].key
        let isObject = Self.objects.contains(key)
        let isSubject = Self.subjects.contains(key)
        guard isObject || isSubject, !clauses.isName[word],
            let pattern = clauses.first(
                of: Handovers.patterns(clauses.language), around: word..<(word + 1))
        else { return false }
        let follows: (Int) -> Bool = { [clauses] in
            clauses.`is`($0, "so", "then", "also", "dann", "donc", "alors", "asi", "que", "qu")
        }
        if isSubject, follows(word - 1) || clauses.has(word - 1, .auxiliary) && follows(word - 2) {
            return !pattern.right.isEmpty
        }
        guard isObject,
            clauses.isClauseEnd(at: word + 1) || clauses.has(word + 1, .base) || !pattern.right.isEmpty
        else {
            return false
        }
        let start = word - pattern.left.count
        return (max(0, start)..<word).contains {
            clauses.isBreak(before: $0)
                || clauses.`is`($0 - 1, "so", "then", "and", "also", "dann", "donc", "alors", "asi")
        }
    }

    private static let objects: WordSet = [
        "him", "her", "them", "ihn", "ihm", "ihr", "elle", "lui", "el", "ella",
    ]
    private static let subjects: WordSet = ["he", "she", "they", "er", "sie", "il", "elle", "el", "ella"]

    /// "The membership fees": a role before another noun is no person.
    func isCompound(_ index: Int) -> Bool {
        let end = groups[index].words.upperBound
        return groups[index].isRole && roles[index] == .reference && !clauses.isBreak(before: end)
            && clauses.tokens[end].tags.subtracting(.phrasal).isEmpty
    }

    /// Indices of the groups that are addressed.
    var addressed: [Int] { groups.indices.filter { roles[$0].isAddress } }
}
