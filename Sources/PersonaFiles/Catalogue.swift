public import Personas

/// The personas of a folder: for each file the version in force, and what is wrong with the file.
public struct Catalogue: Equatable, Sendable {
    public struct Entry: Equatable, Sendable {
        /// The file's name without `.md`.
        public let id: String
        /// The file's name within its folder.
        public let file: String
        /// The version in force: the file's own, or while that is broken the one before it; `nil` when there
        /// never was one.
        public let persona: Persona?
        /// In the order of lines. With none of severity `error` the file itself is in force.
        public let mistakes: [PersonaMistake]

        /// Where the file writes each of its persona's names and aliases, by line from 1; empty when it cannot be read.
        public let calledNames: [CalledName]

        public var isBroken: Bool { mistakes.contains { $0.severity == .error } }
    }

    /// A name or an alias in a file.
    public struct CalledName: Equatable, Sendable {
        public let spelling: String
        public let line: Int
    }

    /// Sorted by file name.
    public let entries: [Entry]

    public init() { entries = [] }

    /// The persona in force; `nil` for an unknown id and for a file that never could be read.
    public subscript(id: String) -> Persona? { entry(id)?.persona }

    public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

    /// Those in force, sorted by id.
    public var personas: [Persona] { entries.compactMap(\.persona) }

    public var mistakes: [PersonaMistake] { entries.flatMap(\.mistakes) }

    /// Puts readings in force, where they fit together; where not, what was in force before stays.
    init(_ files: [FileReading], before: Catalogue) {
        let settlement = Settlement(files, before: before)
        let ids = files.map { Entry.id(of: $0.file) }
        let names = settlement.inForce.values.flatMap { [$0.name] + $0.aliases }
        let known = Set(ids + names.map { $0.lowercased() })
        entries = files.map { file in
            let mistakes = (settlement.broken[file.file] ?? []) + file.strangers(to: known, ids: ids)
            return Entry(
                id: Entry.id(of: file.file), file: file.file, persona: settlement.inForce[file.file],
                mistakes: mistakes.sorted { $0.line < $1.line }, calledNames: file.calledNames)
        }
    }
}

extension Catalogue.Entry {
    fileprivate static func id(of file: String) -> String { String(file.dropLast(".md".count)) }
}

/// What one file of the folder says, as far as it can be told from the file alone.
struct FileReading: Sendable {
    let file: String
    let result: Result<PersonaReading, PersonaMistakes>

    fileprivate var calledNames: [Catalogue.CalledName] {
        guard case .success(let reading) = result else { return [] }
        return reading.calledNames.map { Catalogue.CalledName(spelling: $0.name, line: $0.line) }
    }

    /// Hand-offs to agents there is no file of. The room may know them all the same: only warnings.
    fileprivate func strangers(to known: Set<String>, ids: [String]) -> [PersonaMistake] {
        guard case .success(let reading) = result else { return [] }
        return reading.handOffs.compactMap { agent, line in
            guard !known.contains(agent), !known.contains(agent.lowercased()) else { return nil }
            let remedy = suggestion(for: agent, among: ids).map { "; did you mean '\($0)'?" } ?? ""
            return PersonaMistake(
                file: file, line: line, severity: .warning,
                "there is no persona '\(agent)' to hand over to\(remedy)")
        }
    }
}
