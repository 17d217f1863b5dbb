/// What is wrong with one line of a play.
public struct PlayMistake: Error, Equatable, Sendable, CustomStringConvertible {
    public let line: Int
    public let problem: String

    public var description: String { "\(line): \(problem)" }
}

/// Everything that is wrong with a play.
public struct PlayMistakes: Error, Equatable, Sendable, CustomStringConvertible {
    public let all: [PlayMistake]

    public var description: String { all.map(\.description).joined(separator: "\n") }
}

extension Play {
    /// Reads a play; every line that is no part of one is reported with what could stand there.
    public init(parsing text: String) throws(PlayMistakes) {
        var reader = PlayReader()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            reader.read(line, number: index + 1)
        }
        if reader.title == nil { reader.mistakes.append(PlayMistake(line: 1, problem: "There is no title.")) }
        guard reader.mistakes.isEmpty, let title = reader.title else {
            throw PlayMistakes(all: reader.mistakes)
        }
        self.init(title: title, lines: reader.lines)
    }
}

/// Reads a play line by line, and knows who is in it.
struct PlayReader {
    var title: String?
    var lines: [Play.Line] = []
    var mistakes: [PlayMistake] = []
    private var agents: [String] = []
    private var callers: [String] = []
    private var hasBegun = false

    mutating func read(_ raw: Substring, number: Int) {
        let line = raw.trimmed
        guard !line.isEmpty else { return }
        guard title != nil else {
            title = String(line)
            return
        }
        do throws(Problem) {
            lines.append(Play.Line(number, try content(of: line)))
        } catch {
            mistakes.append(PlayMistake(line: number, problem: error.text))
        }
    }

    struct Problem: Error { let text: String }

    private mutating func content(of line: Substring) throws(Problem) -> Play.Content {
        if line.hasPrefix("(") {
            guard line.hasSuffix(")") else { throw Problem(text: "The parenthesis is not closed.") }
            return .note(String(line.dropFirst().dropLast()))
        }
        if line.hasPrefix("->") {
            hasBegun = true
            return .expectation(try find(line.dropFirst(2).trimmed, in: Play.Expectation.phrases))
        }
        if let setting = try match(line, Play.Setting.phrases) {
            guard !hasBegun else { throw Problem(text: "This belongs before anything happens.") }
            return .setting(setting)
        }
        hasBegun = true
        return .direction(try direction(line))
    }

    private mutating func direction(_ line: Substring) throws(Problem) -> Play.Direction {
        guard line.hasSuffix(")"), let start = line.lastOpening else {
            let other = hasBegun ? [] : Play.Setting.phrases.map(\.template)
            return try find(line, in: Play.Direction.phrases, or: other)
        }
        let head = line[..<start].trimmed
        let details = line[line.index(after: start)...].dropLast()
        switch try find(head, in: Play.Direction.phrases) {
        case .says(let name, let text, _): return .says(name, text, try all(details))
        case .coughs(let name, _): return .coughs(name, try all(details))
        case .willSay(let name, let text, _): return .willSay(name, text, try all(details))
        case .alwaysSays(let name, let text, _): return .alwaysSays(name, text, try all(details))
        case let other: throw Problem(text: "'\(Play.Direction.phrases.text(of: other))' takes no details.")
        }
    }

    private mutating func all(_ details: Substring) throws(Problem) -> [Play.Delivery] {
        var found: [Play.Delivery] = []
        for part in details.parts { found.append(try find(part, in: Play.Delivery.phrases)) }
        return found
    }

    private mutating func all(_ details: Substring) throws(Problem) -> [Play.Manner] {
        var found: [Play.Manner] = []
        for part in details.parts { found.append(try find(part, in: Play.Manner.phrases)) }
        return found
    }

    private mutating func find<Meaning>(
        _ words: Substring, in phrases: [Phrase<Meaning>], or others: [String] = []
    ) throws(Problem) -> Meaning {
        if let meaning = try match(words, phrases) { return meaning }
        let possible = Self.closest(to: words, among: phrases.map(\.template) + others)
        throw Problem(
            text: "'\(words)' is not understood. Possible is: \(possible.joined(separator: " | "))")
    }

    private mutating func match<Meaning>(
        _ words: Substring, _ phrases: [Phrase<Meaning>]
    ) throws(Problem) -> Meaning? {
        for phrase in phrases {
            guard let blanks = phrase.match(words), let meaning = phrase.read(Blanks(all: blanks)) else {
                continue
            }
            try checkNames(phrase, blanks)
            return meaning
        }
        return nil
    }

    private mutating func checkNames<Meaning>(
        _ phrase: Phrase<Meaning>, _ blanks: [Blank]
    ) throws(Problem) {
        var rest = blanks[...]
        for case .blank(let kind) in phrase.pieces {
            let names = rest.popFirst()?.names ?? []
            if let isAgent = kind.namesAgents { try check(names, isAgent: isAgent, phrase.introduces) }
        }
    }

    private mutating func check(_ names: [String], isAgent: Bool, _ introduces: Bool) throws(Problem) {
        for name in names {
            if (isAgent ? callers : agents).contains(name) {
                throw Problem(
                    text: "\(name) is \(isAgent ? "a caller, not an agent" : "an agent, not a caller").")
            }
            guard !(isAgent ? agents : callers).contains(name) else { continue }
            guard introduces else {
                let there = (agents + callers).joined(separator: ", ")
                throw Problem(text: "Nobody called \(name) is in this play; there are \(there).")
            }
            if isAgent { agents.append(name) } else { callers.append(name) }
        }
    }

    /// The three that share most words with what was written; all of them when none does.
    private static func closest(to words: Substring, among templates: [String]) -> [String] {
        let written = Set(words.split(separator: " ").map(\.withoutStop))
        let shared = templates.map { template in
            (template, template.split(separator: " ").count { written.contains($0.withoutStop) })
        }
        let best = shared.enumerated().filter { $0.element.1 > 0 }
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.prefix(3)
        return best.isEmpty ? templates : best.map(\.element.0)
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }

    /// Where the last parenthesis opens, outside quotes.
    fileprivate var lastOpening: Index? {
        var found: Index?
        var closing: Character?
        for index in indices {
            if let end = closing {
                if self[index] == end { closing = nil }
            } else if self[index] == "“" {
                closing = "”"
            } else if self[index] == "\"" {
                closing = "\""
            } else if self[index] == "(" {
                found = index
            }
        }
        return found
    }

    /// Cut at commas outside quotes.
    fileprivate var parts: [Substring] {
        var parts: [Substring] = []
        var start = startIndex
        var closing: Character?
        for index in indices {
            if let end = closing {
                if self[index] == end { closing = nil }
            } else if self[index] == "“" {
                closing = "”"
            } else if self[index] == "\"" {
                closing = "\""
            } else if self[index] == "," {
                parts.append(self[start..<index].trimmed)
                start = self.index(after: index)
            }
        }
        return parts + [self[start...].trimmed]
    }
}
