internal import Personas

/// A folder of persona files, read again whenever one of them changes.
///
/// Driven from outside: call ``reload()`` as often as changes should be noticed, each second for example.
/// When nothing has changed it only looks at the folder: one `stat` per file, nothing is opened.
public struct PersonaFolder: Sendable {
    public let path: String
    private let environment: [String: String]
    private var seen: [String: Seen] = [:]
    public private(set) var catalogue = Catalogue()

    private struct Seen {
        let stamp: FileStamp
        let reading: FileReading
    }

    /// Reads the folder for the first time. Broken files are no error; see ``Catalogue/mistakes``.
    ///
    /// - Parameter environment: what `${VAR}` in tools stands for.
    /// - Throws: ``PersonaFolderError`` when there is no such folder.
    public init(path: String, environment: [String: String]) throws(PersonaFolderError) {
        self.path = path
        self.environment = environment
        try reload()
    }

    /// What one reload found.
    public struct Changes: Equatable, Sendable {
        /// Ids whose version in force is new or another than before. It applies from the next join.
        public var loaded: [String]
        /// Ids that are in force no longer: their files are gone.
        public var removed: [String]
        /// Mistakes that were not there before, for the log.
        public var mistakes: [PersonaMistake]

        public init(loaded: [String] = [], removed: [String] = [], mistakes: [PersonaMistake] = []) {
            self.loaded = loaded
            self.removed = removed
            self.mistakes = mistakes
        }

        public var isEmpty: Bool { loaded.isEmpty && removed.isEmpty && mistakes.isEmpty }
    }

    /// Looks at the folder and reads what has changed: by time, size or inode of the file.
    ///
    /// - Throws: ``PersonaFolderError`` when the folder is gone; the catalogue stays as it is.
    @discardableResult
    public mutating func reload() throws(PersonaFolderError) -> Changes {
        let listing = try FolderListing(path)
        guard listing.stamps != seen.mapValues(\.stamp) else { return Changes() }
        var now: [String: Seen] = [:]
        for (file, stamp) in listing.stamps {
            if let known = seen[file], known.stamp == stamp {
                now[file] = known
            } else {
                now[file] = Seen(stamp: stamp, reading: read(file, in: listing))
            }
        }
        seen = now
        let before = catalogue
        catalogue = Catalogue(now.values.map(\.reading).sorted { $0.file < $1.file }, before: before)
        return Changes(from: before, to: catalogue)
    }

    private func read(_ file: String, in listing: FolderListing) -> FileReading {
        do throws(PersonaMistake) {
            let bytes = try listing.contents(of: file)
            let result = Result { () throws(PersonaMistakes) in
                try PersonaReading(file: bytes, named: file, environment: environment)
            }
            return FileReading(file: file, result: result)
        } catch {
            return FileReading(file: file, result: .failure(PersonaMistakes(all: [error])))
        }
    }
}

extension PersonaFolder.Changes {
    fileprivate init(from before: Catalogue, to after: Catalogue) {
        let inForce = after.entries.filter { $0.persona != nil }
        self.init(
            loaded: inForce.filter { $0.persona != before[$0.id] }.map(\.id),
            removed: before.personas.map(\.id).filter { after[$0] == nil },
            mistakes: after.mistakes.filter { !before.mistakes.contains($0) })
    }
}

/// A folder of personas that cannot be used at all.
public enum PersonaFolderError: Error, Equatable, Sendable, CustomStringConvertible {
    case missing(String)
    case notAFolder(String)
    /// In the system's words.
    case unreadable(String, reason: String)

    public var description: String {
        switch self {
        case .missing(let path): "there is no folder '\(path)'; create it, or name another with --agents"
        case .notAFolder(let path): "'\(path)' is no folder; name the folder that holds the persona files"
        case .unreadable(let path, let reason): "the folder '\(path)' cannot be read: \(reason)"
        }
    }
}
