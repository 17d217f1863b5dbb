import FloorControl

/// A key with a name, which may be used for some things only.
public struct APIKey: Equatable, Sendable {
    /// Stands in logs in the key's place.
    public let name: String
    public let scopes: Set<Scope>
    public let secret: Secret

    /// The name of the key that `PARLEY_API_KEY` sets, which may do everything.
    public static let defaultName = "default"

    /// Shorter ones can be guessed. `PARLEY_API_KEY` may be what it likes: it was there before.
    static let leastByteCount = 16
}

extension APIKey {
    /// Why something is no key; never holds the secret.
    struct Mistake: Error { let detail: String }

    init(name: String, scopes: [String], secret: String) throws(Mistake) {
        guard Identity.isValid(name), name != Self.defaultName else {
            throw Mistake(
                detail:
                    "a key's name has 1 to 64 of the characters A-Z a-z 0-9 . _ - and is not \(Self.defaultName)"
            )
        }
        var known: Set<Scope> = []
        for text in scopes {
            guard let scope = Scope(rawValue: text) else {
                let names = Scope.allCases.map(\.rawValue).joined(separator: ", ")
                throw Mistake(
                    detail: "the key \(name) has a scope that there is not; the scopes are \(names)")
            }
            known.insert(scope)
        }
        guard !known.isEmpty else {
            throw Mistake(detail: "the key \(name) has no scope and would open nothing")
        }
        guard secret.utf8.count >= Self.leastByteCount, secret.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            throw Mistake(
                detail:
                    "the key \(name) needs at least \(Self.leastByteCount) printable ASCII characters, no spaces"
            )
        }
        self.name = name
        self.scopes = known
        self.secret = Secret(secret)
    }

    /// `NAME:SCOPE,SCOPE:SECRET`, as it stands in `PARLEY_API_KEYS`.
    init(_ text: Substring) throws(Mistake) {
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw Mistake(detail: "expected NAME:SCOPE,SCOPE:SECRET, several of them with spaces between")
        }
        try self.init(
            name: String(parts[0]), scopes: parts[1].split(separator: ",").map(String.init),
            secret: String(parts[2]))
    }

    /// Names are told apart in logs, secrets at the door.
    static func refuseDoubles(_ keys: [APIKey], besides other: Secret?) throws(Mistake) {
        for (index, key) in keys.enumerated() {
            guard !keys[..<index].contains(where: { $0.name == key.name }) else {
                throw Mistake(detail: "two keys are called \(key.name)")
            }
            guard key.secret != other, !keys[..<index].contains(where: { $0.secret == key.secret }) else {
                throw Mistake(detail: "the key \(key.name) has the secret of another one")
            }
        }
    }
}
