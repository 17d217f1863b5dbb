import Grammar

/// Whom an utterance is meant for.
public struct Route: Sendable, Equatable {
    public var kind: Kind
    /// Ids in the order they shall speak. `stay`: the holder, if there is one. `all`: everybody but the speaker.
    /// Empty for `stop`, `backchannel` and `none`.
    public var to: [String]
    /// One sentence for people: which words decided.
    public var why: String
    public var sureness: Sureness

    public init(kind: Kind, to: [String], why: String, sureness: Sureness) {
        self.kind = kind
        self.to = to
        self.why = why
        self.sureness = sureness
    }

    public enum Kind: String, Sendable, CaseIterable {
        /// The text gives the turn to named agents.
        case address
        /// The holder of the floor answers.
        case stay
        /// Every agent is invited to speak.
        case all
        /// Silence whoever speaks, and wait.
        case stop
        /// A listener's signal: whoever speaks goes on.
        case backchannel
        /// Nobody is named; the question lies in one other agent's field.
        case domain
        /// No agent answers.
        case none
    }
}

/// How much a ``Route`` may be relied on; a model may be asked to break what is only a guess.
public enum Sureness: Int, Sendable, Comparable {
    /// Inferred from the subject matter, or from nothing better.
    case guess
    /// Grammar speaks for it, but a reading remains in which it is wrong.
    case likely
    /// Said in so many words.
    case certain

    /// As `parley route` writes it.
    public var name: String {
        switch self {
        case .guess: "guess"
        case .likely: "likely"
        case .certain: "certain"
        }
    }

    public static func < (lhs: Sureness, rhs: Sureness) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Sureness {
    init(_ plausibility: Role.Plausibility) {
        switch plausibility {
        case .guess: self = .guess
        case .likely: self = .likely
        case .certain: self = .certain
        }
    }
}
