internal import Yams

/// A Markdown file cut in two: YAML between two lines `---`, and the body below.
struct FrontMatter {
    /// The YAML, its first line being line 2 of the file.
    let yaml: String
    /// Word for word, line ends and all.
    let body: String
    /// Where the second `---` stands, counted from 1.
    let closingLine: Int

    init(_ file: [UInt8], named name: String) throws(PersonaMistake) {
        guard let text = String(validating: file, as: UTF8.self), !file.contains(0) else {
            throw PersonaMistake(
                file: name, line: Self.line(ofBadByteIn: file), "this is not text in UTF-8; save it as UTF-8")
        }
        // A byte order mark is an editor's habit, not part of the first line.
        var rest =
            text.unicodeScalars.first == "\u{FEFF}"
            ? text.unicodeScalars.dropFirst()[...] : text.unicodeScalars[...]
        guard Self.isFence(Self.takeLine(&rest)) else {
            throw PersonaMistake(
                file: name, line: 1,
                "a persona file starts with a line '---', the keys, and another line '---'")
        }
        let start = rest.startIndex
        var line = 1
        while !rest.isEmpty {
            let end = rest.startIndex
            line += 1
            guard Self.isFence(Self.takeLine(&rest)) else { continue }
            yaml = String(text.unicodeScalars[start..<end])
            body = String(rest)
            closingLine = line
            return
        }
        throw PersonaMistake(
            file: name, line: 1,
            "the front matter opened here never ends; close it with a line '---' above the body")
    }

    /// Removes the first line, with its end, and returns it.
    private static func takeLine(_ text: inout String.UnicodeScalarView.SubSequence) -> Substring {
        let end = text.firstIndex(of: "\n").map { text.index(after: $0) } ?? text.endIndex
        defer { text = text[end...] }
        return Substring(text[..<end])
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }

    private static func line(ofBadByteIn file: [UInt8]) -> Int {
        let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) }
        return (bad ?? 0) + 1
    }

    /// The top node; `nil` when there are no keys at all.
    func parsed(named name: String) throws(PersonaMistake) -> Node? {
        do {
            // The basic resolver leaves every scalar as it is written; what it means is ours to say.
            return try Yams.compose(yaml: yaml, .basic)
        } catch let error as YamlError {
            throw PersonaMistake(error, file: name, closingLine: closingLine, yaml: yaml)
        } catch {
            throw PersonaMistake(file: name, line: 2, "the YAML cannot be read: \(error)")
        }
    }
}

extension PersonaMistake {
    /// libyaml's complaint, at libyaml's mark; lines of the YAML are one less than lines of the file.
    fileprivate init(_ error: YamlError, file: String, closingLine: Int, yaml: String) {
        func mistake(_ line: Int, _ problem: String, _ context: YamlError.Context?) -> PersonaMistake {
            let context = context.map { " \($0.text)" } ?? ""
            return PersonaMistake(
                file: file, line: min(line + 1, closingLine), "bad YAML:\(context) \(problem)")
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            self = mistake(mark.line, problem, context)
        case .reader(let problem, let offset, _, _):
            let line = yaml.prefix(offset ?? 0).count { $0.isNewline }
            self = mistake(line + 1, problem, nil)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            self = PersonaMistake(
                file: file, line: context.mark.line + 1, "\(names) is given more than once; keep one")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            self = mistake(1, "\(error)", nil)
        }
    }
}
