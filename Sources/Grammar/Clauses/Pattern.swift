/// A phrase with a name in it, written as people write it: `ask @`, `what does @ <opining>`.
///
/// | sign | meaning |
/// | --- | --- |
/// | `@` | the name, or several joined by *and* |
/// | `a\|b` | one of these words |
/// | `<class>` | a word of that class, see ``classes`` |
/// | `<open>` | a word the lexicon does not know: often a verb |
/// | `?` after one of these | may be missing |
/// | `&` | another name, also as one of several words |
/// | `*` | up to three words of any kind |
/// | `^` | a clause begins here |
/// | `~` | a clause or a request begins here: `could you`, `let's`, `I'd like to` |
/// | `$` | the clause ends here |
///
/// Softeners and fillers (`please`, `um`) may stand between any two words.
package struct Pattern: Sendable {
    package enum Element: Sendable {
        case words([WordKey], isOptional: Bool)
        case tags(Tags, isOptional: Bool)
        case anything
        case clauseStart
        case requestStart
        case clauseEnd
    }

    let source: String
    /// What precedes the name, nearest first.
    package let left: [Element]
    /// What follows it.
    package let right: [Element]

    init(_ source: String) {
        self.source = source
        var left: [Element] = []
        var right: [Element] = []
        var isPastName = false
        for part in source.split(separator: " ") {
            if part == "@" {
                isPastName = true
            } else if isPastName {
                right.append(Self.element(String(part)))
            } else {
                left.insert(Self.element(String(part)), at: 0)
            }
        }
        precondition(isPastName, "the pattern `\(source)` has no name")
        self.left = left
        self.right = right
    }

    /// One pattern a line.
    static func table(_ lines: String) -> PatternTable {
        PatternTable(lines.split(separator: "\n").map { Pattern(String($0)) })
    }

    private static func element(_ part: String) -> Element {
        switch part {
        case "^": return .clauseStart
        case "~": return .requestStart
        case "$": return .clauseEnd
        case "*": return .anything
        default: break
        }
        let isOptional = part.hasSuffix("?")
        let core = isOptional ? String(part.dropLast()) : part
        guard core.hasPrefix("<") else {
            return .words(core.split(separator: "|").map { WordKey(String($0)) }, isOptional: isOptional)
        }
        guard let tags = classes[core] else { preconditionFailure("no word class \(core)") }
        return .tags(tags, isOptional: isOptional)
    }

    fileprivate static let anotherName = WordKey("&")

    private static let classes: [String: Tags] = [
        "<base>": .base, "<third3>": .third3, "<opining>": .opining, "<taking>": .taking, "<object>": .object,
        "<determiner>": .determiner,
        "<possessive>": .possessive, "<preposition>": .preposition, "<subject>": .pronoun,
        "<adverb>": .adverb, "<personal>": .personal,
        "<wh>": .wh, "<second>": .second, "<negation>": .negation, "<sequence>": .sequence,
        "<past>": [.past, .unmarked],
        "<wished>": .wished, "<modal>": .modal, "<gerund>": .gerund, "<view>": .view, "<open>": [],
        "<speech>": .speech,
    ]
}

extension Clauses {
    /// Whether `pattern` fits around the words `name`.
    func matches(_ pattern: Pattern, around name: Range<Int>) -> Bool {
        matchesLeft(pattern.left[...], endingAt: name.lowerBound - 1)
            && matchesRight(pattern.right[...], from: name.upperBound)
    }

    /// The first of `patterns` that fits.
    package func first(of table: PatternTable, around name: Range<Int>) -> Pattern? {
        table.first(around: name, in: self)
    }

    private func matchesLeft(_ elements: ArraySlice<Pattern.Element>, endingAt index: Int) -> Bool {
        guard let element = elements.first else { return true }
        let rest = elements.dropFirst()
        switch element {
        case .clauseStart: return isClauseStart(at: index + 1)
        case .requestStart: return isRequestStart(at: index + 1)
        case .clauseEnd: return false
        case .anything:
            return (0...3).contains {
                isOneSentence(index - $0 + 1, index + 1) && matchesLeft(rest, endingAt: index - $0)
            }
        case .words, .tags: break
        }
        if index >= 0,
            tokens[index + 1 < tokens.count ? index + 1 : index].before < .stop || index + 1 >= tokens.count
        {
            if fits(element, index), matchesLeft(rest, endingAt: index - 1) { return true }
            if isPassedOver(index), matchesLeft(elements, endingAt: index - 1) { return true }
        }
        return isOptional(element) && matchesLeft(rest, endingAt: index)
    }

    private func matchesRight(_ elements: ArraySlice<Pattern.Element>, from index: Int) -> Bool {
        guard let element = elements.first else { return true }
        let rest = elements.dropFirst()
        switch element {
        case .clauseStart, .requestStart: return false
        case .clauseEnd: return isClauseEnd(at: index)
        case .anything:
            return (0...3).contains {
                isOneSentence(index, index + $0) && matchesRight(rest, from: index + $0)
            }
        case .words, .tags: break
        }
        if index < tokens.count, tokens[index].before < .stop {
            if fits(element, index), matchesRight(rest, from: index + 1) { return true }
            if isPassedOver(index), matchesRight(elements, from: index + 1) { return true }
        }
        return isOptional(element) && matchesRight(rest, from: index)
    }

    /// A softener, or abroad a place in the order: "ich möchte zuerst Nadia hören".
    func isPassedOver(_ index: Int) -> Bool {
        tokens[index].has(.softener)
            || language != .english
                && `is`(
                    index, "zuerst", "erst", "primero", "abord", "endlich", "einfach", "lieber", "besser",
                    "jetzt",
                    "auch", "ahora", "tambien", "mejor", "aussi")
    }

    private func fits(_ element: Pattern.Element, _ index: Int) -> Bool {
        switch element {
        case .words(let words, _):
            words.contains(tokens[index].key) || isName[index] && words.contains(Pattern.anotherName)
        case .tags(let tags, _):
            tags.isEmpty ? tokens[index].tags.isEmpty && !isName[index] : tokens[index].has(tags)
        case .anything, .clauseStart, .requestStart, .clauseEnd: false
        }
    }

    private func isOptional(_ element: Pattern.Element) -> Bool {
        switch element {
        case .words(_, let isOptional), .tags(_, let isOptional): isOptional
        case .anything, .clauseStart, .requestStart, .clauseEnd: false
        }
    }

    /// No full stop between the words from `start` to `end`, which may be past the last one.
    private func isOneSentence(_ start: Int, _ end: Int) -> Bool {
        guard start >= 0, end <= tokens.count else { return false }
        return start >= end || tokens[start..<end].dropFirst().allSatisfy { $0.before < .stop }
    }
}
