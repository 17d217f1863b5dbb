/// Whether somebody is denied the turn, or what was said is taken back.
extension Clauses {
    /// An auxiliary, and the clause is over.
    package func isElliptic(at verb: Int) -> Bool {
        has(verb, .auxiliary) && !isBreak(before: verb)
            && (isClauseEnd(at: verb + 1) || opening(at: verb + 1) == .strong)
    }

    /// "… isn't the one", "… needn't answer this".
    package func isDeniedTurn(at verb: Int) -> Bool {
        has(verb, .auxiliary) && (has(verb, .negation) || has(verb + 1, .negation))
            && !`is`(verb, "did", "didnt", "had", "hadnt", "has", "hasnt", "was", "wasnt")
            && (verb + 1..<verb + 7).contains {
                has($0, [.speech, .taking]) || `is`($0, "know", "expert")
                    || `is`($0, "one", "who", "person") && has($0 + 1, .first)
            }
    }

    /// Something in these words refuses, denies or wishes otherwise.
    package func isTakenBack(_ words: Range<Int>) -> Bool {
        words.contains {
            has($0, [.repair, .negation]) && !isName[$0] || `is`($0, "but", "needs", "wanted", "wollte")
                || denialEnd(at: $0) != nil || revocationEnd(at: $0) != nil
        }
    }
}
