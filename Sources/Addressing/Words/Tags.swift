/// Word classes that the rules speak of; most are closed classes. A word may have several.
struct Tags: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    // Pronouns and what introduces a noun.
    static let first = Tags(bit: 0)
    static let second = Tags(bit: 1)
    static let third = Tags(bit: 2)
    /// A pronoun in object form: `me`, `them`.
    static let object = Tags(bit: 3)
    /// Articles, demonstratives, possessives, quantifiers: a noun follows.
    static let determiner = Tags(bit: 4)
    static let possessive = Tags(bit: 5)
    static let number = Tags(bit: 6)

    // Verbs.
    /// May stand before its subject in a question.
    static let auxiliary = Tags(bit: 7)
    /// An auxiliary that takes a bare infinitive: `can`.
    static let modal = Tags(bit: 8)
    /// A base form; alone, an imperative.
    static let base = Tags(bit: 9)
    /// A finite form of the third person singular, present: `thinks`.
    static let third3 = Tags(bit: 10)
    static let past = Tags(bit: 11)
    static let gerund = Tags(bit: 12)
    /// To have or give an opinion or answer, which one invites others to: `think`, `say`, `suggest`.
    static let opining = Tags(bit: 13)
    /// To take one's turn: `answer`, `go`, `start`.
    static let taking = Tags(bit: 14)

    // What holds clauses together.
    static let preposition = Tags(bit: 15)
    static let conjunction = Tags(bit: 16)
    static let subordinator = Tags(bit: 17)
    /// Question words.
    static let wh = Tags(bit: 18)
    static let negation = Tags(bit: 19)
    static let adverb = Tags(bit: 20)
    static let adjective = Tags(bit: 21)
    static let noun = Tags(bit: 22)

    // What people say around clauses.
    /// Opens an utterance without belonging to its grammar: `okay`, `so`, `well`.
    static let discourse = Tags(bit: 23)
    static let filler = Tags(bit: 24)
    /// Calls for attention; a name may follow: `hey`.
    static let greeting = Tags(bit: 25)
    /// Softens a request anywhere in it: `please`, `maybe`, `mal`.
    static let softener = Tags(bit: 26)
    /// Says that what came before was wrong: `no`, `sorry`, `actually`.
    static let repair = Tags(bit: 27)
    /// A listener's signal.
    static let backchannel = Tags(bit: 28)
    static let everyone = Tags(bit: 29)
    /// Puts one speaker before another: `then`.
    static let sequence = Tags(bit: 30)
    /// Relatives and strangers one may turn to: `mom`, `sir`.
    static let person = Tags(bit: 31)
    static let yesNo = Tags(bit: 32)
    /// A given name that is nobody's in the lexicon's sense: `Dave`.
    static let givenName = Tags(bit: 33)

    /// Occurs in the phrase tables of its language and has no class of its own.
    static let phrasal = Tags(bit: 34)

    /// A verb that takes a person for its object: `ask`, `trust`, `heal`.
    static let personal = Tags(bit: 35)

    /// Stands before a name and belongs to it: `doctor`, `señora`.
    static let title = Tags(bit: 36)
    /// A month, season or weekday, of which one says `next` and `in`.
    static let calendar = Tags(bit: 37)
    /// Somebody, but nobody in particular: `anyone`, `quelqu'un`.
    static let indefinite = Tags(bit: 38)
    /// Floats behind several subjects: `both`, `each`.
    static let floating = Tags(bit: 39)

    /// What one has when asked: `opinion`, `take`.
    static let view = Tags(bit: 40)

    /// A verb whose past is its base form: `put`, `cut`.
    static let unmarked = Tags(bit: 41)
    /// To say something, in any form: `explain`, `told`, `describing`.
    static let speech = Tags(bit: 42)

    /// A verb of Spanish in the form of a wish: `conteste`, `vengan`.
    static let wished = Tags(bit: 43)

    private init(bit: UInt64) { rawValue = 1 << bit }
    init(rawValue: UInt64) { self.rawValue = rawValue }

    static let pronoun: Tags = [.first, .second, .third]
    static let finite: Tags = [.auxiliary, .third3, .past]
    static let anyVerb: Tags = [.auxiliary, .third3, .past, .base]
    /// Words that no recognised name is built from on its own.
    static let closedClass: Tags = [
        .first, .second, .third, .object, .determiner, .possessive, .number, .auxiliary, .preposition,
        .conjunction, .subordinator, .wh, .negation, .discourse, .filler, .greeting, .softener, .backchannel,
    ]
    /// May open an utterance before the first name or clause.
    static let opening: Tags = [
        .discourse, .filler, .greeting, .softener, .repair, .conjunction, .sequence, .yesNo,
    ]
}
