/// What fills a blank of a phrase.
enum Blank: Equatable, Sendable {
    case name(String)
    case names([String])
    case time(Duration)
    case number(Int)
    case word(String)
    case quote(String)
    case text(String)
}

extension Blank {
    var names: [String] {
        switch self {
        case .name(let name): [name]
        case .names(let names): names
        case .time, .number, .word, .quote, .text: []
        }
    }
}

/// The filled blanks of a phrase, from left to right.
struct Blanks {
    let all: [Blank]

    // A phrase reads only the kinds that stand in its own template: anything else is our mistake.

    func name(_ index: Int) -> String {
        guard case .name(let name) = all[index] else { preconditionFailure("blank \(index) is no name") }
        return name
    }

    func names(_ index: Int) -> [String] {
        guard case .names(let names) = all[index] else { preconditionFailure("blank \(index) is no list") }
        return names
    }

    func time(_ index: Int) -> Duration {
        guard case .time(let time) = all[index] else { preconditionFailure("blank \(index) is no time") }
        return time
    }

    func number(_ index: Int) -> Int {
        guard case .number(let number) = all[index] else {
            preconditionFailure("blank \(index) is no number")
        }
        return number
    }

    func word(_ index: Int) -> String {
        guard case .word(let word) = all[index] else { preconditionFailure("blank \(index) is no word") }
        return word
    }

    func quote(_ index: Int) -> String {
        guard case .quote(let quote) = all[index] else { preconditionFailure("blank \(index) is no quote") }
        return quote
    }

    func text(_ index: Int) -> String {
        guard case .text(let text) = all[index] else { preconditionFailure("blank \(index) is no text") }
        return text
    }
}

/// One way to say something, read and written with the same words: `{agent} will say {quote}.`
///
/// Kinds of blanks: `agent` and `caller` (somebody of the play), `agents` and `callers` (`A, B and C`), `time`
/// (`1.2 s`, `300 ms`, `2 min`), `number`, `word` (no space in it), `quote` (`"…"`, or `“…”` around straight
/// quotes), `list` (like names, but of any words), `text` (whatever follows).
struct Phrase<Meaning>: Sendable {
    let template: String
    /// Whoever is named here is in the play from now on.
    let introduces: Bool
    let pieces: [Piece]
    /// `nil` when the words mean nothing after all.
    let read: @Sendable (Blanks) -> Meaning?
    /// `nil` when it is not what this phrase says.
    let write: @Sendable (Meaning) -> [Blank]?

    enum Piece: Equatable {
        case words(String)
        case blank(Kind)
    }

    enum Kind: String {
        case agent, caller, agents, callers, time, number, word, quote, list, text

        /// Whether it names agents or callers; `nil` when it names nobody.
        var namesAgents: Bool? {
            switch self {
            case .agent, .agents: true
            case .caller, .callers: false
            case .time, .number, .word, .quote, .list, .text: nil
            }
        }
    }

    init(
        _ template: String, introduces: Bool = false, read: @escaping @Sendable (Blanks) -> Meaning?,
        write: @escaping @Sendable (Meaning) -> [Blank]?
    ) {
        self.template = template
        self.introduces = introduces
        self.read = read
        self.write = write
        pieces = Self.pieces(of: template)
    }

    private static func pieces(of template: String) -> [Piece] {
        var pieces: [Piece] = []
        for part in template.split(separator: "{", omittingEmptySubsequences: true) {
            guard let end = part.firstIndex(of: "}") else {
                pieces.append(.words(String(part)))
                continue
            }
            guard let kind = Kind(rawValue: String(part[..<end])) else {
                preconditionFailure("'\(template)' has a blank of unknown kind '\(part[..<end])'")
            }
            pieces.append(.blank(kind))
            let rest = part[part.index(after: end)...]
            if !rest.isEmpty { pieces.append(.words(String(rest))) }
        }
        return pieces
    }

    /// The words that say this, if this phrase can.
    func text(of meaning: Meaning) -> String? {
        guard let blanks = write(meaning) else { return nil }
        var rest = blanks[...]
        return pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .blank: rest.popFirst()?.text ?? ""
            }
        }.joined()
    }
}

extension Array {
    /// The words for `meaning`; every meaning has some.
    func text<Meaning>(of meaning: Meaning) -> String where Element == Phrase<Meaning> {
        for phrase in self {
            if let text = phrase.text(of: meaning) { return text }
        }
        preconditionFailure("there are no words for \(meaning)")
    }
}
