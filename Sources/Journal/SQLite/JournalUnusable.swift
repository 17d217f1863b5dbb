import GRDB

/// The journal cannot be opened: says what is wrong, where, and what to do.
public struct JournalUnusable: Error, Equatable, CustomStringConvertible {
    public enum Problem: Error, Equatable {
        case noFolder
        case notOurs
        /// A database, but another program's.
        case foreign
        case damaged(String)
        case locked
        /// Written by a later version of this program.
        case tooNew
        case other(String)
    }

    public let path: String
    public let problem: Problem

    init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    init(path: String, _ error: any Error) {
        self.path = path
        problem =
            switch error {
            case let problem as Problem: problem
            case let error as DatabaseError: Problem(error)
            default: .other("\(error)")
            }
    }

    public var description: String {
        switch problem {
        case .noFolder:
            "\(path): the folder for what is kept cannot be made or written to; give another one with --data, or mend its permissions"
        case .notOurs:
            "\(path): this file is no journal (not an SQLite database); move it away, or give another --data"
        case .foreign:
            "\(path): this database is another program's, not a journal; move it away, or give another --data"
        case .damaged(let what):
            "\(path): the journal is damaged (\(what)); move it away, together with its -wal and -shm files, to "
                + "start with an empty one, and keep it: `sqlite3 \(path) .recover` gets most of it back"
        case .locked:
            "\(path): another program holds the journal; end it (`fuser \(path)` names it), or give another --data"
        case .tooNew:
            "\(path): a later version of parley wrote this journal; run that version, or give another --data"
        case .other(let why): "\(path): the journal cannot be opened: \(why); is the disk full or read-only?"
        }
    }
}

extension JournalUnusable.Problem {
    fileprivate init(_ error: DatabaseError) {
        let why = error.message ?? "\(error.resultCode)"
        switch error.resultCode.primaryResultCode {
        case .SQLITE_NOTADB: self = .notOurs
        case .SQLITE_CORRUPT: self = .damaged(why)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
        default: self = .other(why)
        }
    }
}
