public import OrderedCollections

/// A JSON value. Objects keep the order they were written in, so that what we send reads like its
/// documentation; two objects with the same members in another order are equal all the same.
/// Numbers keep the integer/real distinction of the wire.
public enum JSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case array([JSON])
    case object(OrderedDictionary<String, JSON>)
}

extension JSON: Equatable {
    public static func == (lhs: JSON, rhs: JSON) -> Bool {
        switch (lhs, rhs) {
        case (.null, .null): true
        case (.bool(let l), .bool(let r)): l == r
        case (.integer(let l), .integer(let r)): l == r
        case (.real(let l), .real(let r)): l == r
        case (.integer(let l), .real(let r)), (.real(let r), .integer(let l)): Double(l) == r
        case (.string(let l), .string(let r)): l == r
        case (.array(let l), .array(let r)): l == r
        case (.object(let l), .object(let r)): l.count == r.count && l.allSatisfy { r[$0.key] == $0.value }
        default: false
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(floatLiteral value: Double) { self = .real(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(nilLiteral: ()) { self = .null }
    /// A repeated key keeps its last value.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(OrderedDictionary(elements, uniquingKeysWith: { $1 }))
    }
}

extension JSON {
    /// The member `key` of an object; `nil` for anything else. Setting `nil` removes the member.
    public subscript(key: String) -> JSON? {
        get {
            guard case .object(let members) = self else { return nil }
            return members[key]
        }
        set {
            guard case .object(var members) = self else { preconditionFailure("not an object") }
            self = .null  // keeps `members` unshared
            members[key] = newValue
            self = .object(members)
        }
    }

    /// An object of those members that have a value, in this order. A repeated name keeps its last value.
    public static func members(_ members: [(String, JSON?)]) -> JSON {
        var object: OrderedDictionary<String, JSON> = [:]
        object.reserveCapacity(members.count)
        for (key, value) in members { if let value { object[key] = value } }
        return .object(object)
    }

    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }
    public var integerValue: Int? { if case .integer(let value) = self { value } else { nil } }
    /// A number without a fraction, however it is written: `1.0` is an integer to a JSON schema.
    public var wholeNumber: Int? {
        switch self {
        case .integer(let value): value
        case .real(let value): Int(exactly: value)
        case .null, .bool, .string, .array, .object: nil
        }
    }
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var arrayValue: [JSON]? { if case .array(let value) = self { value } else { nil } }
    public var objectValue: OrderedDictionary<String, JSON>? {
        if case .object(let value) = self { value } else { nil }
    }
    /// Any number, as JSON itself knows only one kind.
    public var numberValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }
    public var isNull: Bool { if case .null = self { true } else { false } }

    /// With its article, for complaints: "expected a string, found an array".
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .real: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// Text that is not JSON, and where it stops being JSON.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
    /// Counted from 1, as editors do.
    public let line, column: Int
    public let reason: String

    public var description: String { "line \(line), column \(column): \(reason)" }
}
