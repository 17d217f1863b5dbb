/// "Does anyone object?", "who has an idea?": any listener may take it. Where the matter is somebody's field it is
/// that agent's; otherwise, or where views are asked for, everybody's.
extension Clauses {
    package enum OpenInvitation: Equatable {
        case none
        /// Help or knowledge: one who has it will do.
        case help
        /// Views: each has one.
        case views
    }

    package func openInvitation() -> OpenInvitation {
        guard let index = tokens.indices.first(where: { isOpenSubject($0) }) else { return .none }
        // "Who wants to start", but "who wants to be a millionaire".
        if `is`(index, "who"), `is`(index + 1, "wants"), `is`(index + 2, "to") {
            return has(index + 3, [.taking, .opining]) ? .views : .none
        }
        // "Who else sells …" asks for a fact.
        let rest = (`is`(index + 1, "else") ? index + 2 : index + 1)..<tokens.count
        let isAboutViews = rest.contains {
            Self.views.contains(tokens[$0].key)
                || language != .english && has($0, .view)
                || `is`($0, "first") && has($0 - 1, [.base, .third3])
        }
        return isAboutViews ? .views : .help
    }

    /// "Which of you", "anyone here", "quelqu'un parmi vous", "wer von euch": one of those who listen.
    func isOneOfYou(_ index: Int) -> Bool {
        guard has(index, [.indefinite, .wh]) || `is`(index, "one", "alguno", "alguna", "any", "einer"),
            isClauseStart(at: index) && !`is`(index, "one") || has(index - 1, .auxiliary)
        else { return false }
        var next = index + 1
        if `is`(next, "un"), `is`(index, "quelqu") { next += 1 }
        let isPartitive =
            `is`(next, "of", "among", "parmi", "de", "von", "unter")
            || `is`(next, "d") && `is`(next + 1, "entre")
        let end = `is`(next, "d") ? next + 2 : next + 1
        let isYou = isPartitive && (word(end)?.has(.second) ?? false)
        let isHere =
            (has(index, .indefinite) || `is`(index, "who", "wer"))
            && `is`(next, "here", "hier", "aqui", "ici")
        return isHere || isYou && !(has(end + 1, .past) && !has(end + 1, .base))
    }

    static let views: WordSet = [
        "idea", "ideas", "thought", "thoughts", "opinion", "opinions", "objection", "objections", "object",
        "objects",
        "disagree", "disagrees", "comment", "comments", "suggestion", "suggestions", "question", "questions",
        "vote",
        "favour", "preference", "else", "add", "volunteer", "volunteers",
        "feedback",
        "opina", "ideas", "idea", "favor", "contre", "dafur", "pour", "pregunta", "preguntas", "contra",
        "idee", "idees", "avis", "questions",
        "objection", "remarques", "comentario", "duda", "anmerkungen",
        "erganzen", "hinzufugen", "beitragen", "anadir", "aportar", "decir", "comentar", "ajouter",
        "ideen", "meinung", "fragen", "frage", "einwande", "dagegen", "vorschlag", "vorschlage",
    ]

    /// `anyone`, or `who` with a verb of having or being able, as the subject of a question about now.
    private func isOpenSubject(_ index: Int) -> Bool {
        let next = `is`(index, "quelqu") ? index + 2 : index + 1
        if `is`(index, "who", "quien", "qui", "wer"), isClauseStart(at: index), !isAgents {
            return `is`(
                next, "has", "wants", "can", "knows", "thinks", "agrees", "disagrees", "'s", "'d", "would",
                "could",
                "tiene", "quiere", "puede", "sabe", "opina", "a", "peut", "sait", "veut", "pense", "hat",
                "kann", "weiss",
                "mochte", "will", "esta", "est", "ist")
                && isAnswering(next, from: next + 1)
                && (!`is`(next, "'d") || `is`(next + 1, "like", "love", "care", "rather"))
                && !`is`(next, "'s")
        }
        if `is`(index, "whoever"), isClauseStart(at: index),
            `is`(next, "knows", "has", "can", "wants", "likes", "feels")
        {
            return true
        }
        // "Möchte noch wer etwas ergänzen".
        let isSomebody = has(index, .indefinite) || language == .german && `is`(index, "wer") && index > 0
        guard isSomebody else { return false }
        if isClauseStart(at: index) { return opensInvitation(index, next: next) }
        var verb = index - 1
        while language != .english, has(verb, .adverb), !has(verb, .auxiliary), verb > 0 { verb -= 1 }
        return has(verb, .auxiliary) && !`is`(verb, "did", "was", "had", "were", "would", "should")
            && (isClauseStart(at: verb) || `is`(verb, "que")) && !`is`(next, "'s")
            && !(tokens.last.map { $0.has(.past) && !$0.has(.base) } ?? false)
            && isAnswering(verb, from: next)
    }

    /// "Anyone got a charger", "somebody tell me": what happened to somebody ("somebody scratched my car") invites nobody.
    private func opensInvitation(_ index: Int, next: Int) -> Bool {
        if `is`(index, "somebody", "someone") {
            return has(next, .indefinite)
        }
        if language != .english {
            return (has(next, [.auxiliary, .opining]) || `is`(next, "quiere", "conoce"))
                && isAnswering(next, from: next + 1)
        }
        return isBreak(before: next)
            || `is`(next, "at", "else", "who", "got", "up", "here", "want", "know", "have", "in", "for")
            || has(next, [.third3, .auxiliary, .base, .past, .adjective])
                && !`is`(next, "is", "was", "told", "said", "called", "stole", "left")
    }

    /// Behind *can* stands a verb of telling or helping, behind `hat` and `a` no deed: "can anyone join that club", "hat jemand ein Handy
    /// abgegeben".
    private func isAnswering(_ verb: Int, from start: Int) -> Bool {
        let end = language == .english ? min(start + 2, tokens.count) : tokens.count
        let rest = start..<max(start, end)
        if `is`(verb, "can", "could", "kann", "puede", "peut", "podria", "pourrait", "konnte") {
            return rest.contains {
                has($0, [.opining, .taking])
                    || `is`(
                        $0, "helfen", "sagen", "empfehlen", "erklaren", "ayudar", "decir", "explicar",
                        "aider", "dire",
                        "expliquer", "know", "hear", "see", "spot", "guess", "name", "remember", "remind")
            }
        }
        if `is`(verb, "hat", "a", "ha", "tiene", "est", "esta", "ist") {
            return rest.contains { has($0, .view) || Self.views.contains(tokens[$0].key) }
        }
        return true
    }

    /// "People say it's hard", "friends like it": a verb of thinking or liking is told of others, bidden nobody.
    func isSaidOfPeople(at verb: Int) -> Bool {
        !isBreak(before: verb) && has(verb, .base) && !has(verb, .auxiliary)
            && (has(verb, .opining) || `is`(verb, "like", "love", "hate", "need", "expect", "tend", "seem"))
            && !`is`(verb + 1, "me", "us")
    }
}
