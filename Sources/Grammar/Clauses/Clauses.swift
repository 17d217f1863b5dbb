/// The words of an utterance and where its clauses begin and end.
package struct Clauses: Sendable {
    package var tokens: [Token]
    package let language: Language
    package let isPunctuated: Bool
    let setsCommas: Bool
    package let hasQuestionMark: Bool
    let endsWithBreak: Token.Break
    /// The words are an agent's: "I'll ask" is then a hand-over, not a plan.
    let isAgents: Bool
    /// Words that are part of somebody's name: no rule takes them for anything else.
    package var isName: [Bool]

    package init(_ text: String, isAgents: Bool) {
        var tokenized = Tokenizer.tokens(of: text)
        tokenized.keepEnds()
        language = tokenized.tag()
        tokens = tokenized.tokens
        isPunctuated = tokenized.isPunctuated
        setsCommas = tokenized.setsCommas
        hasQuestionMark = tokenized.hasQuestionMark
        endsWithBreak = tokenized.endsWithBreak
        self.isAgents = isAgents
        isName = Array(repeating: false, count: tokens.count)
    }

    /// The word at `index`, if there is one.
    func word(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    package func has(_ index: Int, _ tags: Tags) -> Bool {
        tokens.indices.contains(index) && !isName[index] && tokens[index].has(tags)
    }

    package func `is`(_ index: Int, _ words: StaticString...) -> Bool {
        tokens.indices.contains(index) && !isName[index] && tokens[index].key.isOne(of: words)
    }

    package func isArticle(_ index: Int) -> Bool {
        `is`(index, "the", "el", "la", "le", "l", "der", "die", "das", "den", "dem", "al", "del", "au", "our")
    }

    /// A pause, a mark or the edge of the utterance stands before `index`.
    package func isBreak(before index: Int) -> Bool {
        index <= 0 || index >= tokens.count || tokens[index].before > .none
    }

    package func isSentenceBreak(before index: Int) -> Bool {
        index <= 0 || index >= tokens.count || tokens[index].before == .stop
    }

    /// Only words that belong to no clause (`okay so`, `hey`, `no sorry`) or a break stand before `index`.
    package func isClauseStart(at index: Int) -> Bool {
        var index = index
        var hasTurned = false
        while !isBreak(before: index) {
            if isName[index - 1], hasTurned {
                // "Atlas, no, Nova": a new start after a name that opened the clause.
            } else if has(index - 1, .opening) || `is`(index - 1, "me") && `is`(index - 2, "excuse")
                || `is`(index - 1, "you") && `is`(index - 2, "thank")
            {
                hasTurned = hasTurned || has(index - 1, [.repair, .filler])
            } else {
                return false
            }
            index -= 1
        }
        return true
    }

    /// Nothing but softeners and thanks before the next break.
    package func isClauseEnd(at index: Int) -> Bool {
        var index = index
        while !isBreak(before: index) {
            // "…, isn't it", "…, will you": a tag.
            if index + 2 == tokens.count, has(index, .auxiliary), has(index + 1, .pronoun) { return true }
            guard has(index, [.softener, .filler]) || `is`(index, "then", "now", "too", "instead", "thanks")
            else { return false }
            index += 1
        }
        return true
    }

    /// The first word of the clause that holds `index`, as far as breaks show it.
    package func clauseStart(of index: Int) -> Int {
        var index = index
        while !isBreak(before: index) { index -= 1 }
        return index
    }

    /// The first word of the sentence that holds `index`.
    package func sentenceStart(of index: Int) -> Int {
        var index = index
        while !isSentenceBreak(before: index) { index -= 1 }
        return index
    }

    /// Words as they were said, folded.
    package func text(_ words: Range<Int>) -> String { tokens[words].map(\.text).joined(separator: " ") }
}
