import Crypto
import HTTPTypes

/// Who may ask for what: whoever knows a key, when there is one.
struct Authorization {
    /// What somebody may do.
    struct Grant: Equatable {
        /// The key's name, for logs; `nil` where no key is asked for.
        let key: String?
        let scopes: Set<Scope>

        static let everybody = Grant(key: nil, scopes: Set(Scope.allCases))

        func check(_ operation: Operation) throws(Problem) {
            guard let scope = operation.scope, !scopes.contains(scope) else { return }
            throw Problem(
                .missingScope, "The key “\(key ?? "")” has no scope `\(scope.rawValue)`, which this needs.")
        }
    }

    private struct Entry {
        let digest: SHA256Digest
        let grant: Grant

        init(_ secret: Secret, _ name: String, _ scopes: Set<Scope>) {
            digest = SHA256.hash(data: Array(secret.value.utf8))
            grant = Grant(key: name, scopes: scopes)
        }

        func equals(_ other: SHA256Digest) -> Bool {
            zip(digest, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
        }
    }

    private let entries: [Entry]

    /// - Parameter key: the one that may do everything.
    init(key: Secret?, keys: [APIKey] = []) {
        let all = key.map { [Entry($0, APIKey.defaultName, Set(Scope.allCases))] } ?? []
        entries = all + keys.map { Entry($0.secret, $0.name, $0.scopes) }
    }

    var isOpen: Bool { entries.isEmpty }

    /// Compares digests of one length, bit by bit, with every key there is: how long it takes says nothing about any.
    func grant(_ headers: HTTPFields) -> Grant? {
        guard !isOpen else { return .everybody }
        guard let value = headers[.authorization], let key = Self.bearer(value) else { return nil }
        let found = SHA256.hash(data: Array(key.utf8))
        var match: Int?
        for (index, entry) in entries.enumerated() where entry.equals(found) { match = index }
        return match.map { entries[$0].grant }
    }

    /// The scheme's name is case-insensitive (RFC 9110 §11.1).
    private static func bearer(_ value: String) -> Substring? {
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1]
    }
}

extension Problem {
    static var noKey: Problem {
        Problem(.unauthorized, "Send the service's key as `Authorization: Bearer KEY`.")
    }
}
