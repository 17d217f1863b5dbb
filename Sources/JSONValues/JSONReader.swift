public import OrderedCollections

/// Reads the members of one JSON object and remembers where in the message it stands, so that every
/// complaint names the exact place: `session.audio.output.speed: expected a number, found a string`.
public struct JSONReader: Sendable {
    public let members: OrderedDictionary<String, JSON>
    private let path: String

    public init(_ json: JSON, path: String = "") throws(JSONShapeError) {
        guard case .object(let members) = json else {
            throw JSONShapeError(path: path.isEmpty ? "message" : path, expected: "an object", found: json)
        }
        self.members = members
        self.path = path
    }

    public func has(_ key: String) -> Bool { members[key] != nil }

    /// The member as it is; `nil` when there is none.
    public subscript(key: String) -> JSON? { members[key] }

    public var keys: [String] { Array(members.keys) }

    /// The object that is being read.
    public var json: JSON { .object(members) }

    public func string(_ key: String) throws(JSONShapeError) -> String {
        guard case .string(let value) = members[key] else { throw mismatch(key, expected: "a string") }
        return value
    }

    public func integer(_ key: String) throws(JSONShapeError) -> Int {
        guard case .integer(let value) = members[key] else { throw mismatch(key, expected: "an integer") }
        return value
    }

    public func number(_ key: String) throws(JSONShapeError) -> Double {
        guard let value = members[key]?.numberValue else { throw mismatch(key, expected: "a number") }
        return value
    }

    public func bool(_ key: String) throws(JSONShapeError) -> Bool {
        guard case .bool(let value) = members[key] else { throw mismatch(key, expected: "a boolean") }
        return value
    }

    public func array(_ key: String) throws(JSONShapeError) -> [JSON] {
        guard case .array(let value) = members[key] else { throw mismatch(key, expected: "an array") }
        return value
    }

    /// A count of milliseconds on the wire, a `Duration` everywhere else.
    public func milliseconds(_ key: String) throws(JSONShapeError) -> Duration {
        .milliseconds(try integer(key))
    }

    public func object(_ key: String) throws(JSONShapeError) -> JSONReader {
        guard let value = members[key] else { throw mismatch(key, expected: "an object") }
        return try JSONReader(value, path: join(key))
    }

    /// `nil` when the member is missing or null; still a complaint when it is something else.
    public func optional<Value>(
        _ key: String, _ read: (JSONReader, String) throws(JSONShapeError) -> Value
    ) throws(JSONShapeError) -> Value? {
        guard let value = members[key], !value.isNull else { return nil }
        return try read(self, key)
    }

    public func optionalString(_ key: String) throws(JSONShapeError) -> String? {
        try optional(key) { (reader, key) throws(JSONShapeError) in try reader.string(key) }
    }

    public func mismatch(_ key: String, expected: String) -> JSONShapeError {
        JSONShapeError(path: join(key), expected: expected, found: members[key])
    }

    public func join(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// Valid JSON that is not the message we were promised.
public struct JSONShapeError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let expected: String
    /// `nil` when the member is missing.
    public let found: JSON?

    public init(path: String, expected: String, found: JSON?) {
        self.path = path
        self.expected = expected
        self.found = found
    }

    public var description: String {
        "\(path): expected \(expected), found \(found.map(\.kind) ?? "nothing")"
    }
}
