import Grammar

/// Finds the names of a roster in an utterance: first as they are spelled, then as they sound.
extension NameBook {
    func mentions(in clauses: inout Clauses) -> [Mention] {
        var found = spelledMentions(in: clauses)
        for mention in found { clauses.markName(mention.words) }
        let heard = heardMentions(in: clauses)
        found += heard
        found.sort { $0.words.lowerBound < $1.words.lowerBound }
        return found
    }

    private func spelledMentions(in clauses: Clauses) -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < clauses.tokens.count {
            guard let name = longestName(at: index, in: clauses), !clauses.isLettered(index) else {
                index += 1
                continue
            }
            let end = index + name.words.count + restHeard(of: name, at: index, in: clauses)
            // "The skipper" for the alias *Skipper*.
            let isTitle = name.isAlias && name.words.count == 1 && clauses.tokens[index].entry == nil
            let hasArticle =
                (name.isRole || isTitle) && clauses.isArticle(index - 1) && !clauses.isBreak(before: index)
            let isFamiliar = !name.isRole && !hasArticle && clauses.hasFamiliarArticle(before: index)
            let start =
                hasArticle || isFamiliar
                ? index - 1 : name.isRole ? index : clauses.titleStart(before: index)
            found.append(
                Mention(
                    words: max(start, found.last?.words.upperBound ?? 0)..<end, agent: name.agent,
                    distance: 0, isHeard: false, isRole: name.isRole || hasArticle,
                    hasArticle: hasArticle || isFamiliar))
            index = end
        }
        return found
    }

    private func longestName(at index: Int, in clauses: Clauses) -> SpokenName? {
        guard let candidates = beginning(with: clauses.tokens[index].key) else { return nil }
        let first = candidates.first { candidate in
            let name = all[candidate]
            return index + name.words.count <= clauses.tokens.count
                && name.words.indices.allSatisfy { clauses.tokens[index + $0].text == name.words[$0] }
        }
        return first.map { all[$0] }
    }

    /// How many words after a short name sound like the rest of the agent's long one: "mei lynn" for *Mei Lin*.
    private func restHeard(of name: SpokenName, at index: Int, in clauses: Clauses) -> Int {
        let start = index + name.words.count
        guard let candidates = beginning(with: clauses.tokens[index].key), candidates.count > 1 else {
            return 0
        }
        for long in candidates.map({ all[$0] })
        where long.agent == name.agent && long.words.starts(with: name.words) {
            let rest = long.words.count - name.words.count
            guard rest > 0, start + rest <= clauses.tokens.count, !clauses.isBreak(before: start) else {
                continue
            }
            let heard = Sounds(words: clauses.tokens[start..<(start + rest)].map(\.text))
            let wanted = Sounds(words: long.words.suffix(rest))
            if soundDistance.between(heard, wanted, limit: 0.2) != nil { return rest }
        }
        return 0
    }

    /// Stretches of one to three words that sound like a name. Whether a name can stand there is decided later.
    private func heardMentions(in clauses: Clauses) -> [Mention] {
        var candidates: [Mention] = []
        let sounds = clauses.tokens.map { Sounds($0.text) }
        let derived = clauses.tokens.map { isDerived($0.text) }
        var worthComparing: [Int] = []
        for start in clauses.tokens.indices where mayBegin(at: start, in: clauses) {
            var heard = Sounds()
            let isClauseStart = clauses.isClauseStart(at: start)
            for end in start..<min(start + 3, clauses.tokens.count) {
                if clauses.isName[end] || end > start && clauses.isBreak(before: end) { break }
                if end > start, Aside.fillers.contains(clauses.tokens[end].key) { break }
                heard.append(sounds[end])
                guard heard.count >= 3 || isShortName(end, heard, in: clauses),
                    mayEnd(start...end, in: clauses, derived),
                    isClauseStart || mayStand(start...end, in: clauses)
                else { continue }
                if let mention = nearestName(
                    to: heard, words: start..<(end + 1), in: clauses, candidates: &worthComparing)
                {
                    candidates.append(mention)
                }
            }
        }
        return withoutOverlaps(candidates)
    }

    /// Two sounds are a name only when they are its own and no other word's: "ase" for *Ace*.
    private func isShortName(_ index: Int, _ heard: Sounds, in clauses: Clauses) -> Bool {
        heard.count == 2 && clauses.tokens[index].entry == nil && clauses.tokens[index].text.utf8.count > 2
            && (clauses.isClauseStart(at: index) || clauses.has(index - 1, [.preposition, .personal])
                || clauses.isClauseEnd(at: index + 1))
            && properSounds.contains { $0.sounds == heard }
    }

    private func mayBegin(at index: Int, in clauses: Clauses) -> Bool {
        // "Oh bee" for *Obi*: what opens with a sigh must sound the same to the letter.
        let isSigh =
            clauses.has(index, .filler) && clauses.isClauseStart(at: index) && clauses.tokens.count > 3
        // "Transfer me to hey zel": nobody is greeted behind a preposition.
        let isGoverned = clauses.has(index - 1, .preposition) && !clauses.isBreak(before: index)
        guard !clauses.isName[index], isSigh || isGoverned || !clauses.has(index, [.greeting, .filler]) else {
            return false
        }
        let text = clauses.tokens[index].text
        // Elided and enclitic words: `l`, `qu`, `'ll`.
        return text.utf8.count > 2 && text.utf8.first != UInt8(ascii: "'")
            || clauses.tokens[index].entry == nil
            || !Self.clitics.contains(clauses.tokens[index].key)
    }

    private static let clitics: WordSet = [
        "qu", "l", "d", "j", "n", "m", "c", "s", "'s", "'m", "'re", "'ve", "'ll", "'d",
    ]

    /// One word of grammar is no name, but for what follows a greeting ("hey true" for *Drew*); nor is an adverb.
    private func mayEnd(_ words: ClosedRange<Int>, in clauses: Clauses, _ derived: [Bool]) -> Bool {
        let word = words.upperBound
        if words.count > 1 {
            // "It's daisie I want": the pronoun is the next verb's.
            if clauses.has(word, .first), clauses.has(word + 1, [.auxiliary, .base, .past]) { return false }
            // Recognisers know the words of grammar best: a name is not made of them alone.
            // (What begins with a preposition is not for them alone to tell: "at last" for *Atlas*.)
            let isGrammar =
                !clauses.has(words.lowerBound, .preposition)
                && words.allSatisfy {
                    clauses.has($0, .closedClass)
                        && !clauses.has($0, [.base, .adjective, .adverb, .second, .backchannel])
                }
            return !isGrammar && !words.contains { derived[$0] }
        }
        if clauses.has(word - 1, .greeting), clauses.has(word, [.adjective, .determiner]) {
            return !clauses.has(word, [.pronoun, .auxiliary])
        }
        return !clauses.has(word, .closedClass) && !derived[word]
    }

    private static let derivations = ["ly", "ful", "less", "ness"]
    private static let lastLetters = derivations.compactMap(\.utf8.last)

    /// `frankly`, `gracefully`: made of a name's letters, but no name.
    private func isDerived(_ word: String) -> Bool {
        word.utf8.count > 4 && Self.lastLetters.contains(word.utf8.last ?? 0)
            && Self.derivations.contains {
                word.hasSuffix($0) && isFirstWord(String(word.dropLast($0.count)))
            }
            && !properSounds.contains { $0.sounds == Sounds(word) }
    }

    /// A name can stand here, within a clause: at its end, after a word that may govern or introduce it, or before a
    /// clause of its own.
    private func mayStand(_ words: ClosedRange<Int>, in clauses: Clauses) -> Bool {
        let (before, after) = (words.lowerBound - 1, words.upperBound + 1)
        return clauses.isClauseEnd(at: after)
            || clauses.has(
                before,
                Tags.closedClass.union([.base, .gerund, .past, .third3, .adverb, .sequence, .phrasal]))
            || clauses.has(after, [.wh, .auxiliary, .second, .conjunction])
            || before >= 0 && clauses.isName[before]
    }

    /// - Parameter candidates: room for what is worth comparing; reused, since it is asked for every stretch.
    private func nearestName(
        to heard: Sounds, words: Range<Int>, in clauses: Clauses, candidates: inout [Int]
    ) -> Mention? {
        let isKnown = clauses.tokens[words].allSatisfy { $0.isEveryday }
        // Recognition that splits a name makes everyday words of it, and those come near.
        let isSigh = words.count > 1 && clauses.has(words.lowerBound, .filler)
        var limit: Float = isSigh ? 0.01 : isKnown ? 0.18 : words.count > 1 ? 0.2 : 0.3
        var best: (agent: Int, distance: Float)?
        candidates.removeAll(keepingCapacity: true)
        soundIndex.candidates(of: heard, limit: limit, into: &candidates)
        guard !candidates.isEmpty else { return nil }
        let near = soundDistance.neighbourhood(of: heard.mask)
        for index in candidates {
            let name = properSounds[index]
            let distance = soundDistance.between(
                heard, near: near, name.sounds, near: name.near, limit: limit)
            guard let distance, distance < best?.distance ?? 1 else { continue }
            best = (name.agent, distance)
            limit = distance
        }
        return best.map {
            Mention(
                words: words, agent: $0.agent, distance: $0.distance, isHeard: true, isRole: false,
                hasArticle: false)
        }
    }

    /// The nearest match wins where two claim a word; of equals the longer, then the earlier.
    private func withoutOverlaps(_ candidates: [Mention]) -> [Mention] {
        guard candidates.count > 1 else { return candidates }
        let ranked = candidates.enumerated().sorted {
            ($0.element.distance, -$0.element.words.count, $0.offset) < (
                $1.element.distance, -$1.element.words.count, $1.offset
            )
        }
        var chosen: [Mention] = []
        for candidate in ranked where !chosen.contains(where: { $0.words.overlaps(candidate.element.words) })
        {
            chosen.append(candidate.element)
        }
        return chosen
    }
}
