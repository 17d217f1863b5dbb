/// Words that refer back to what the holder of the floor said, whatever their subject.
package enum FollowUp {
    package static let phrases = Phrases(
        """
        you said / you just said / you mentioned / you told / you just told / you were saying / you just mentioned / did you say / did you mention / you described / you gave / you suggested / you recommended
        you explained / you listed / you showed / you called / you meant / do you mean / you mean / did you mean / you lost me / you were talking / you talked / you promised / you proposed / you wrote / you quoted / you picked
        you found / you chose / you named / you used / you talking about / say that again / repeat / that again / once more / come again
        the other one / another one / the other version / the other way / that one / this one / the last part / the first part / the second part / the other option / the first option / the second option / that part
        did your / do your / does your / what do you mean / can you clarify / go back to / elaborate / tell me more / go on / continue / why is that / how come / you're saying / are you saying / are you sure / you sure
        like i said / like i told / as i said / as i told / i already said / i already told / i said before / i told you
        you just / as you / like you said / in your / from your / on your sheet / on your list / according to your / by your account / the one you / the ones you / of yours / you were on about / you laid out / you set out / you pointed out / you spelled out
        dijiste / has dicho / mencionaste / lo que dijiste / repite / repitelo / usted dijo / acabas de / que quieres decir / recomendaste / explicaste / tu respuesta / dijo usted / me dijiste
        tu as dit / vous avez dit / tu disais / vous disiez / tu viens de / repete / repetez / tu as mentionne / que veux tu dire / tu as parle / vous avez mentionne / tu m'as dit / as tu dit / tu as recommande / tu as explique
        du hast gesagt / du sagtest / hast du gesagt / du meintest / wie du gesagt / du hast erwahnt / sie sagten / wiederhole / was meinst du / du hast gerade / sie haben gesagt / hast du gerade / du hast vorhin / deine antwort / du hast erklart / du hast empfohlen
        """)
}

extension Clauses {
    /// "The slot you offered": a past verb whose subject is the one spoken to.
    package var refersBack: Bool {
        refersToYourWords || tokens.indices.contains { isYours($0) }
    }

    private var refersToYourWords: Bool {
        tokens.indices.contains { index in
            guard `is`(index, "you") else { return false }
            let verb = has(index + 1, .adverb) ? index + 2 : index + 1
            return isPastVerb(verb) && !has(verb, [.base, .auxiliary]) && !has(index - 1, .auxiliary)
        }
    }

    /// A past form of the lexicon, or of a verb it does not know: `spotted`.
    private func isPastVerb(_ index: Int) -> Bool {
        guard let word = word(index) else { return false }
        return word.has(.past)
            || language == .english && word.tags.isEmpty && word.text.hasSuffix("ed")
                && word.text.utf8.count > 4
    }

    /// "The book you were telling me about", "what you've just shown us": you have been at it.
    private func isYours(_ index: Int) -> Bool {
        // "Your advice was …", "about that tip of yours".
        if `is`(index, "your"), Self.sayings.contains(word(index + 1)?.key) { return true }
        guard `is`(index, "you") else { return false }
        // "You were telling me about the filter".
        if `is`(index + 1, "were", "'ve", "had", "have"),
            (index + 2..<min(index + 5, tokens.count)).contains(where: {
                Self.telling.contains(tokens[$0].key)
            })
        {
            return true
        }
        // "The bit you read out".
        return index > 0 && has(index + 1, .unmarked) && !has(index - 1, Tags.closedClass)
            && has(index - 2, [.determiner, .adjective])
    }

    /// What one has said.
    private static let sayings: WordSet = [
        "advice", "tip", "tips", "answer", "point", "suggestion", "idea", "plan", "example", "recommendation",
        "recommendations", "estimate", "list", "explanation", "number", "numbers", "figure", "figures",
        "warning",
        "instructions", "reply", "remark", "proposal", "last", "first", "second",
    ]

    /// Saying that goes on.
    private static let telling: WordSet = [
        "telling", "saying", "explaining", "describing", "talking", "mentioning", "showing", "suggesting",
        "recommending", "advising", "warning", "reading", "listing", "promising", "offering",
    ]
}
