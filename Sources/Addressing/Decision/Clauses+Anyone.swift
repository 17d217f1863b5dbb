/// "Does anyone object?", "who has an idea?": any listener may take it. Where the matter is somebody's field it is
/// that agent's; otherwise, or where views are asked for, everybody's.
extension Clauses {
    enum OpenInvitation: Equatable {
        case none
        /// Help or knowledge: one who has it will do.
        case help
        /// Views: each has one.
        case views
    }

    func openInvitation() -> OpenInvitation {
        guard let index = tokens.indices.first(where: { isOpenSubject($0) }) else { return .none }
        // "Who else sells …" asks for a fact.
        let rest = (`is`(index + 1, "else") ? index + 2 : index + 1)..<tokens.count
        let isAboutViews = rest.contains {
            has($0, .opining) && !has($0, [.auxiliary])
                && !`is`($0, "know", "knows", "see", "want", "wants", "say", "sabe")
                || Self.views.contains(tokens[$0].key)
        }
        return isAboutViews ? .views : .help
    }

    private static let views: WordSet = [
        "idea", "ideas", "thought", "thoughts", "opinion", "opinions", "objection", "objections", "object",
        "objects",
        "disagree", "disagrees", "comment", "comments", "suggestion", "suggestions", "question", "questions",
        "vote",
        "against", "favor", "favour", "preference", "else", "add", "volunteer", "volunteers", "first",
        "feedback",
        "opina", "ideas", "pregunta", "preguntas", "contra", "idee", "idees", "avis", "questions",
        "objection",
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
                "mochte", "will")
                && (!`is`(next, "'d") || `is`(next + 1, "like", "love", "care", "rather"))
                && (!`is`(next, "'s") || `is`(next + 1, "got", "for", "in", "against", "up", "first", "next"))
        }
        if `is`(index, "whoever"), isClauseStart(at: index),
            `is`(next, "knows", "has", "can", "wants", "likes", "feels")
        {
            return true
        }
        guard has(index, .indefinite) else { return false }
        if isClauseStart(at: index) {
            return isBreak(before: next)
                || `is`(next, "at", "else", "who", "got", "up", "here", "want", "know", "have", "in", "for")
                || has(next, [.third3, .auxiliary, .base, .past, .adjective])
                    && !`is`(next, "is", "was", "told", "said", "called", "stole", "left")
        }
        return has(index - 1, .auxiliary) && !`is`(index - 1, "did", "was", "had", "were", "would", "should")
            && (isClauseStart(at: index - 1) || `is`(index - 1, "que"))
            && !(tokens.last.map { $0.has(.past) && !$0.has(.base) } ?? false)
    }

    /// "People say it's hard", "friends like it": a verb of thinking or liking is told of others, bidden nobody.
    func isSaidOfPeople(at verb: Int) -> Bool {
        !isBreak(before: verb) && has(verb, .base) && !has(verb, .auxiliary)
            && (has(verb, .opining) || `is`(verb, "like", "love", "hate", "need", "expect", "tend", "seem"))
            && !`is`(verb + 1, "me", "us")
    }
}
