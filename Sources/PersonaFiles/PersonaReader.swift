public import Personas
internal import Yams

extension Persona {
    /// Reads one persona file.
    ///
    /// - Parameters:
    ///   - file: its bytes.
    ///   - name: its name, `scout.md`: the id, and what complaints begin with.
    ///   - environment: what `${VAR}` in tools and keys stands for. The values end up in ``ExpandedText`` alone.
    /// - Throws: ``PersonaMistakes``: all of them, not only the first. Mistakes that only show next to other
    ///   files (two agents of one name) are the business of ``Catalogue``.
    public init(file: [UInt8], named name: String, environment: [String: String]) throws(PersonaMistakes) {
        self = try PersonaReading(file: file, named: name, environment: environment).persona
    }
}

/// A persona, and where in its file stands what must be compared with other files.
struct PersonaReading: Equatable {
    let persona: Persona
    /// The name and the aliases.
    let calledNames: [(name: String, line: Int)]
    /// Whom its script hands over to.
    let handOffs: [(agent: String, line: Int)]

    static func == (lhs: PersonaReading, rhs: PersonaReading) -> Bool { lhs.persona == rhs.persona }

    init(file: [UInt8], named name: String, environment: [String: String]) throws(PersonaMistakes) {
        var reader = PersonaReader(file: name, environment: environment)
        var reading: PersonaReading?
        do throws(PersonaMistake) {
            let parts = try FrontMatter(file, named: name)
            reading = reader.read(try parts.parsed(named: name), body: parts)
        } catch {
            throw PersonaMistakes(all: [error])
        }
        guard let reading else { throw PersonaMistakes(all: reader.mistakes) }
        self = reading
    }

    init(persona: Persona, calledNames: [(name: String, line: Int)], handOffs: [(agent: String, line: Int)]) {
        self.persona = persona
        self.calledNames = calledNames
        self.handOffs = handOffs
    }
}

/// Reads the parts of a persona from the tree of its front matter.
struct PersonaReader {
    static let keys = [
        "name", "aliases", "voice", "expertise", "greeting", "language", "realtime", "tools", "mcp", "script",
    ]

    let file: String
    let environment: [String: String]
    var fields: FieldReader
    /// Its script may call tools that only an MCP server knows.
    private(set) var hasRemoteTools = false

    init(file: String, environment: [String: String]) {
        self.file = file
        self.environment = environment
        fields = FieldReader(file: file)
    }

    /// In the order of lines.
    var mistakes: [PersonaMistake] { fields.mistakes.sorted { $0.line < $1.line } }

    /// - Returns: `nil` when there is anything to complain about.
    mutating func read(_ root: Node?, body: FrontMatter) -> PersonaReading? {
        let id = readID()
        if !body.body.contains(where: { !$0.isWhitespace }) {
            fields.complain(body.closingLine, "nothing below the front matter; write there who the agent is")
        }
        guard let root, !root.isNull else {
            fields.complain(1, "the front matter is empty; a persona needs at least 'name: …'")
            return nil
        }
        guard let keys = fields.fields(root, of: "a persona", known: Self.keys) else { return nil }
        let name = readName(keys)
        let aliases = fields.texts(keys, "aliases")
        for alias in aliases { check(spokenName: alias) }
        let tools = readTools(keys)
        hasRemoteTools = keys.has("mcp")
        let (script, handOffs) = readScript(keys, tools: tools)
        let persona = Persona(
            id: id, name: name?.value ?? "", aliases: aliases.map(\.value),
            voice: fields.text(keys, "voice")?.value,
            expertise: fields.texts(keys, "expertise").map(\.value),
            greeting: fields.text(keys, "greeting")?.value, language: readLanguage(keys),
            realtime: readBackends(keys), tools: tools.map(\.value), mcp: readMCPServers(keys),
            script: script,
            instructions: body.body)
        guard let name, mistakes.isEmpty else { return nil }
        return PersonaReading(
            persona: persona, calledNames: ([name] + aliases).map { ($0.value, $0.line) }, handOffs: handOffs)
    }

    private mutating func readID() -> String {
        let id = String(file.hasSuffix(".md") ? file.dropLast(3) : file[...])
        if !isIdentity(id) {
            fields.complain(
                1,
                "the file's name gives the id '\(id)'; use 1 to 64 letters, digits, '.', '_' or '-' before '.md'"
            )
        }
        return id
    }

    private mutating func readName(_ keys: Fields) -> Located<String>? {
        guard keys.has("name") else {
            fields.complain(1, "the front matter lacks 'name', the name people say; add a line 'name: …'")
            return nil
        }
        guard let name = fields.text(keys, "name") else { return nil }
        check(spokenName: name)
        return name
    }

    /// A name goes into transcripts as `[Name] words`, one line each.
    private mutating func check(spokenName name: Located<String>) {
        let isPlain = !name.value.unicodeScalars.contains {
            $0 == "[" || $0 == "]" || $0.properties.generalCategory == .control
        }
        if name.value.count > 64 || !isPlain || !name.value.contains(where: \.isLetter) {
            fields.complain(
                name.line,
                "'\(name.value.prefix(70))' cannot be called out; use a name of at most 64 letters, no brackets, on one line"
            )
        }
    }

    private mutating func readLanguage(_ keys: Fields) -> String? {
        guard let language = fields.text(keys, "language") else { return nil }
        let parts = language.value.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isTag, (2...3).contains(parts[0].count), parts[0].allSatisfy(\.isLetter) else {
            fields.complain(
                language.line, "'\(language.value)' is no language; use a tag such as en, de or pt-BR")
            return nil
        }
        return language.value
    }
}
