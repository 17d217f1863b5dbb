internal import Yams

/// The members of one YAML mapping, whose keys are all known, and where each stands.
struct Fields {
    /// Where the mapping begins.
    let line: Int
    fileprivate let values: [String: Node]

    func has(_ key: String) -> Bool { values[key] != nil }
}

/// Takes a YAML tree apart and keeps every complaint, so that a person can mend a file in one go.
///
/// What cannot be read is complained about and read as missing; a persona is only made of a tree without
/// complaints.
struct FieldReader {
    let file: String
    private(set) var mistakes: [PersonaMistake] = []

    init(file: String) { self.file = file }

    mutating func complain(_ line: Int, _ message: String) {
        mistakes.append(PersonaMistake(file: file, line: line, message))
    }

    /// - Parameter what: with its article, for complaints: "a tool".
    mutating func fields(_ node: Node, of what: String, known: [String]) -> Fields? {
        guard case .mapping(let mapping) = node else {
            complain(node.line, "\(what) is written 'key: value', here is \(node.kind)")
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key, known.contains(scalar.string) else {
                complainAboutUnknown(key, of: what, known: known)
                continue
            }
            values[scalar.string] = value
        }
        return Fields(line: node.line, values: values)
    }

    private mutating func complainAboutUnknown(_ key: Node, of what: String, known: [String]) {
        guard case .scalar(let scalar) = key else {
            return complain(key.line, "a key is a word, not \(key.kind)")
        }
        let remedy =
            suggestion(for: scalar.string, among: known).map { "did you mean '\($0)'?" }
            ?? "\(what) may have: \(known.joined(separator: ", "))"
        complain(key.line, "unknown key '\(scalar.string)'; \(remedy)")
    }

    /// The value of `key` as a node, whatever it is. An empty value (`key:`) is a missing one.
    func node(_ fields: Fields, _ key: String) -> Node? {
        guard let node = fields.values[key], !node.isNull else { return nil }
        return node
    }

    /// Text, as it is written: `name: 7` and `language: no` are words here, whatever YAML thinks.
    mutating func text(_ fields: Fields, _ key: String) -> Located<String>? {
        guard let node = fields.values[key] else { return nil }
        guard case .scalar(let scalar) = node else {
            complain(node.line, "'\(key)' is text, here is \(node.kind)")
            return nil
        }
        guard scalar.string.contains(where: { !$0.isWhitespace }), !node.isNull else {
            complain(node.line, "'\(key)' is empty; write something or leave the key out")
            return nil
        }
        return Located(scalar.string, node.line)
    }

    mutating func requiredText(_ fields: Fields, _ key: String, of what: String) -> Located<String>? {
        if !fields.has(key) { complain(fields.line, "\(what) needs '\(key)'; add a line '\(key): …'") }
        return text(fields, key)
    }

    mutating func list(_ fields: Fields, _ key: String, example: String) -> [Node] {
        guard let node = node(fields, key) else { return [] }
        guard case .sequence(let sequence) = node else {
            complain(node.line, "'\(key)' is a list, here is \(node.kind); write \(key): \(example)")
            return []
        }
        return Array(sequence)
    }

    mutating func texts(_ fields: Fields, _ key: String) -> [Located<String>] {
        var texts: [Located<String>] = []
        for node in list(fields, key, example: "[one, another]") {
            if case .scalar(let scalar) = node, scalar.string.contains(where: { !$0.isWhitespace }) {
                texts.append(Located(scalar.string, node.line))
            } else {
                complain(node.line, "'\(key)' is a list of words, here is \(node.kind)")
            }
        }
        return texts
    }
}

/// A value and the line of the file it stands on.
struct Located<Value> {
    let value: Value
    let line: Int

    init(_ value: Value, _ line: Int) {
        self.value = value
        self.line = line
    }
}

extension Node {
    /// The line of the file: the front matter's first line is the file's second.
    var line: Int { (mark?.line ?? 1) + 1 }

    /// `key:` or `key: ~`, without quotes.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
    }

    /// With its article, for complaints.
    var kind: String {
        switch self {
        case .scalar(let scalar):
            isNull || scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(40))'"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
