/// What a name does in its sentence.
package enum Role: Sendable, Equatable {
    /// The person spoken to: "Scout, what do you think?"
    case vocative(Plausibility)
    /// A third person who shall speak: "let Scout answer".
    case handover
    /// Explicitly not meant: "not Scout".
    case negated
    /// Spoken about.
    case reference
    /// An everyday word: "I hope so".
    case ordinary

    /// How much speaks for a vocative.
    package enum Plausibility: Sendable {
        /// Little: it could as well be spoken about.
        case guess
        /// Its place in the clause does.
        case likely
        /// It stands alone, set off from the clause.
        case certain
    }
}

extension Role {
    package var isAddress: Bool {
        switch self {
        case .vocative, .handover: true
        case .negated, .reference, .ordinary: false
        }
    }

    package var isVocative: Bool { if case .vocative = self { true } else { false } }
}
