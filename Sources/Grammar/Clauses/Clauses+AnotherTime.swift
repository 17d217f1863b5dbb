/// Times other than now: what is wanted then is a plan, no hand-over.
enum AnotherTime {
    static let phrases = Phrases(
        """
        tomorrow / tonight / someday / sometime / some day / some time / some other day / some other time / some point / some stage
        one day / one of these days / another day / another time / a later date / later / later on / next time
        algun dia / algun dia de estos / un dia de estos / otro dia / otra vez sera / otro momento / la proxima vez / la proxima semana
        la semana que viene / el mes que viene / mas tarde / mas adelante / manana / pasado manana / esta noche
        un jour / un de ces jours / un autre jour / une autre fois / la prochaine fois / la semaine prochaine / le mois prochain / plus tard / demain / ce soir
        irgendwann / eines tages / ein andermal / ein anderes mal / nachstes mal / nachsten mal / nachste woche / spater / morgen / heute abend
        """)

    /// With a preposition of time and no article: "at lunch", "after work".
    static let occasions: WordSet = ["lunch", "dinner", "supper", "breakfast", "brunch", "work", "school"]
}

extension Clauses {
    /// The end of an adverbial of another time at `index`: "some day", "at lunch". Not what is asked about ("about next time"), and not
    /// what belongs to a noun ("a later date", "un jour de congé").
    func anotherTimeEnd(at index: Int) -> Int? {
        guard tokens.indices.contains(index), !isName[index] else { return nil }
        if AnotherTime.occasions.contains(tokens[index].key) {
            return `is`(index - 1, "at", "over", "after", "during") ? index + 1 : nil
        }
        guard let end = AnotherTime.phrases.end(at: index, in: self) else { return nil }
        let isTopic =
            isArticle(index - 1) || has(index - 1, [.possessive, .greeting])
            || `is`(
                index - 1, "a", "about", "of", "for", "with", "than", "de", "d", "sobre", "para", "pour",
                "sur", "von",
                "zu", "uber", "fur", "mit", "heute", "guten")
        let isOfNoun =
            `is`(end, "'s", "de", "d") || `is`(index, "later") && end == index + 1 && has(end, .noun)
        return isTopic || isOfNoun ? nil : end
    }

    /// "Ask Chen about it some day"; not "ask Chen what is on tomorrow", where the time is the question's, nor "Chen first, later Kwame".
    func isPlanned(behind name: Int) -> Bool {
        var index = name
        while !isBreak(before: index) {
            if anotherTimeEnd(at: index) != nil { return true }
            if has(index, [.conjunction, .wh, .sequence]) || `is`(index, "if", "whether", "now", "first") {
                return false
            }
            index += 1
        }
        return false
    }

    /// "Some day we should ask Chen", "at lunch I have to ask him": the time opens the sentence, and one plan of the speaker's follows.
    func isPlannedAhead(before name: Int) -> Bool {
        guard language == .english else { return false }
        var start = sentenceStart(of: name)
        while start < name, anotherTimeEnd(at: start) == nil,
            has(start, .opening) || `is`(start, "at", "over", "after")
        {
            start += 1
        }
        guard let subject = anotherTimeEnd(at: start), subject < name, has(subject, .first) else {
            return false
        }
        return (subject + 1..<name).allSatisfy {
            has($0, [.modal, .auxiliary, .base, .adverb, .preposition, .softener])
                && !has($0, [.conjunction, .pronoun]) && !isBreak(before: $0)
        }
    }

    /// "Wir sollten irgendwann Svenja fragen", "deberíamos hablar con Rafael la próxima vez": the time stands in the clause of the name.
    func isPlannedAbroad(around name: Range<Int>) -> Bool {
        guard language != .english else { return false }
        let start = clauseStart(of: name.lowerBound)
        // "Kann Svenja morgen kommen" asks her; "oye Nova" calls.
        let isAsked = has(name.lowerBound - 1, .auxiliary) && isClauseStart(at: name.lowerBound - 1)
        guard !isAsked, !isClauseStart(at: name.lowerBound) else { return false }
        var end = name.upperBound
        while !isBreak(before: end),
            !has(end, [.wh, .conjunction, .subordinator]) || anotherTimeEnd(at: end) != nil
        {
            end += 1
        }
        return (start..<end).contains { !isName[$0] && anotherTimeEnd(at: $0) != nil }
    }
}
