/// Word classes that the rules speak of; most are closed classes. A word may have several.
package struct Tags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt64

    // Pronouns and what introduces a noun.
    package static let first = Tags(bit: 0)
    package static let second = Tags(bit: 1)
    package static let third = Tags(bit: 2)
    /// A pronoun in object form: `me`, `them`.
    package static let object = Tags(bit: 3)
    /// Articles, demonstratives, possessives, quantifiers: a noun follows.
    package static let determiner = Tags(bit: 4)
    package static let possessive = Tags(bit: 5)
    package static let number = Tags(bit: 6)

    // Verbs.
    /// May stand before its subject in a question.
    package static let auxiliary = Tags(bit: 7)
    /// An auxiliary that takes a bare infinitive: `can`.
    package static let modal = Tags(bit: 8)
    /// A base form; alone, an imperative.
    package static let base = Tags(bit: 9)
    /// A finite form of the third person singular, present: `thinks`.
    package static let third3 = Tags(bit: 10)
    package static let past = Tags(bit: 11)
    package static let gerund = Tags(bit: 12)
    /// To have or give an opinion or answer, which one invites others to: `think`, `say`, `suggest`.
    package static let opining = Tags(bit: 13)
    /// To take one's turn: `answer`, `go`, `start`.
    package static let taking = Tags(bit: 14)

    // What holds clauses together.
    package static let preposition = Tags(bit: 15)
    package static let conjunction = Tags(bit: 16)
    package static let subordinator = Tags(bit: 17)
    /// Question words.
    package static let wh = Tags(bit: 18)
    package static let negation = Tags(bit: 19)
    package static let adverb = Tags(bit: 20)
    package static let adjective = Tags(bit: 21)
    package static let noun = Tags(bit: 22)

    // What people say around clauses.
    /// Opens an utterance without belonging to its grammar: `okay`, `so`, `well`.
    package static let discourse = Tags(bit: 23)
    package static let filler = Tags(bit: 24)
    /// Calls for attention; a name may follow: `hey`.
    package static let greeting = Tags(bit: 25)
    /// Softens a request anywhere in it: `please`, `maybe`, `mal`.
    package static let softener = Tags(bit: 26)
    /// Says that what came before was wrong: `no`, `sorry`, `actually`.
    package static let repair = Tags(bit: 27)
    /// A listener's signal.
    package static let backchannel = Tags(bit: 28)
    package static let everyone = Tags(bit: 29)
    /// Puts one speaker before another: `then`.
    package static let sequence = Tags(bit: 30)
    /// Relatives and strangers one may turn to: `mom`, `sir`.
    package static let person = Tags(bit: 31)
    package static let yesNo = Tags(bit: 32)
    /// A given name that is nobody's in the lexicon's sense: `Dave`.
    package static let givenName = Tags(bit: 33)

    /// Occurs in the phrase tables of its language and has no class of its own.
    package static let phrasal = Tags(bit: 34)

    /// A verb that takes a person for its object: `ask`, `trust`, `heal`.
    package static let personal = Tags(bit: 35)

    /// Stands before a name and belongs to it: `doctor`, `señora`.
    package static let title = Tags(bit: 36)
    /// A month, season or weekday, of which one says `next` and `in`.
    package static let calendar = Tags(bit: 37)
    /// Somebody, but nobody in particular: `anyone`, `quelqu'un`.
    package static let indefinite = Tags(bit: 38)
    /// Floats behind several subjects: `both`, `each`.
    package static let floating = Tags(bit: 39)

    /// What one has when asked: `opinion`, `take`.
    package static let view = Tags(bit: 40)

    /// A verb whose past is its base form: `put`, `cut`.
    package static let unmarked = Tags(bit: 41)
    /// To say something, in any form: `explain`, `told`, `describing`.
    package static let speech = Tags(bit: 42)

    /// A verb of Spanish in the form of a wish: `conteste`, `vengan`.
    package static let wished = Tags(bit: 43)

    private init(bit: UInt64) { rawValue = 1 << bit }
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package static let pronoun: Tags = [.first, .second, .third]
    package static let finite: Tags = [.auxiliary, .third3, .past]
    package static let anyVerb: Tags = [.auxiliary, .third3, .past, .base]
    /// Words that no recognised name is built from on its own.
    package static let closedClass: Tags = [
        .first, .second, .third, .object, .determiner, .possessive, .number, .auxiliary, .preposition,
        .conjunction, .subordinator, .wh, .negation, .discourse, .filler, .greeting, .softener, .backchannel,
    ]
    /// May open an utterance before the first name or clause.
    package static let opening: Tags = [
        .discourse, .filler, .greeting, .softener, .repair, .conjunction, .sequence, .yesNo,
    ]
}
