/// What a name does in its sentence.
enum Role: Sendable, Equatable {
    /// The person spoken to: "Scout, what do you think?"
    case vocative(Sureness)
    /// A third person who shall speak: "let Scout answer".
    case handover(String)
    /// Explicitly not meant: "not Scout".
    case negated
    /// Spoken about.
    case reference
    /// An everyday word: "I hope so".
    case ordinary
}
