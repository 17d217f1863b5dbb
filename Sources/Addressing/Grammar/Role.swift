/// What a name does in its sentence.
enum Role: Sendable, Equatable {
    /// The person spoken to: "Scout, what do you think?"
    case vocative(Sureness)
    /// A third person who shall speak: "let Scout answer".
    case handover
    /// Explicitly not meant: "not Scout".
    case negated
    /// Spoken about.
    case reference
    /// An everyday word: "I hope so".
    case ordinary
}

extension Role {
    var isAddress: Bool {
        switch self {
        case .vocative, .handover: true
        case .negated, .reference, .ordinary: false
        }
    }

    var isVocative: Bool { if case .vocative = self { true } else { false } }
}
