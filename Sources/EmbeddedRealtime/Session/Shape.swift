import JSONValues
import OrderedCollections
import Realtime

/// What a JSON value must look like, for the checks a server owes its clients: the typed events tolerate what they do
/// not know, a server names it.
indirect enum Shape: Sendable {
    case anything
    case bool
    case string(atMost: Int = .max)
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case oneOf([String])
    case array(of: Shape, count: ClosedRange<Int> = 0...Int.max)
    /// Members by name; what is not listed is unknown. `null` stands for an optional member that is absent.
    case object([String: Member])
    /// An object whose `key` says which shape it has.
    case tagged(String, [String: Shape])
    /// Any names, all values of one shape: metadata.
    case dictionary(of: Shape, atMost: Int, keyAtMost: Int)
    /// The first that fits in kind: `"auto"` or `{…}`.
    case either(Shape, Shape)

    struct Member: Sendable {
        let shape: Shape
        let isRequired: Bool
    }
}

extension Shape.Member {
    static func required(_ shape: Shape) -> Self { .init(shape: shape, isRequired: true) }
    static func optional(_ shape: Shape) -> Self { .init(shape: shape, isRequired: false) }
}

extension ErrorDetail {
    static func missing(_ path: String) -> ErrorDetail {
        .invalid("Missing required parameter: '\(path)'.", code: "missing_required_parameter", param: path)
    }

    static func unknown(_ path: String) -> ErrorDetail {
        .invalid("Unknown parameter: '\(path)'.", code: "unknown_parameter", param: path)
    }

    static func type(_ path: String, expected: String, got: JSON) -> ErrorDetail {
        .invalid(
            "Invalid type for '\(path)': expected \(expected), but got \(got.kind) instead.",
            code: "invalid_type",
            param: path)
    }

    static func value(_ path: String, _ why: String) -> ErrorDetail {
        .invalid("Invalid value for '\(path)': \(why).", code: "invalid_value", param: path)
    }
}

extension Shape {
    func check(_ json: JSON, at path: String) throws(ErrorDetail) {
        switch self {
        case .anything: return
        case .bool: guard json.boolValue != nil else { throw mismatch(json, path) }
        case .string(let limit): try checkString(json, limit, path)
        case .integer(let range):
            guard let value = json.integerValue else { throw mismatch(json, path) }
            guard range.contains(value) else {
                throw .value(path, "expected \(Self.words(range)), got \(value)")
            }
        case .number(let range):
            guard let value = json.numberValue else { throw mismatch(json, path) }
            guard range.contains(value) else {
                throw .value(path, "expected \(Self.words(range)), got \(value)")
            }
        case .oneOf(let values): try checkOneOf(json, values, path)
        case .array(let shape, let count): try checkArray(json, of: shape, count, path)
        case .object(let members): try checkObject(json, members, path)
        case .tagged(let key, let shapes): try checkTagged(json, key, shapes, path)
        case .dictionary(let shape, let limit, let keyLimit):
            try checkDictionary(json, shape, limit, keyLimit, path)
        case .either(let first, let second):
            try (first.kind == json.kind ? first : second.kind == json.kind ? second : self).checkOrRefuse(
                json, path)
        }
    }

    private func checkOrRefuse(_ json: JSON, _ path: String) throws(ErrorDetail) {
        if case .either = self { throw mismatch(json, path) }
        try check(json, at: path)
    }

    private func checkString(_ json: JSON, _ limit: Int, _ path: String) throws(ErrorDetail) {
        guard let text = json.stringValue else { throw mismatch(json, path) }
        guard limit == .max || text.unicodeScalars.count <= limit else {
            throw .invalid(
                "Invalid '\(path)': string too long. Expected a string with maximum length \(limit), "
                    + "but got a string with length \(text.unicodeScalars.count) instead.",
                code: "string_above_max_length", param: path)
        }
    }

    private func checkOneOf(_ json: JSON, _ values: [String], _ path: String) throws(ErrorDetail) {
        guard let text = json.stringValue else { throw mismatch(json, path) }
        guard values.contains(text) else {
            let supported = values.map { "'\($0)'" }.joined(separator: ", ")
            throw .invalid(
                "Invalid value: '\(text)'. Supported values are: \(supported).", code: "invalid_value",
                param: path)
        }
    }

    private func checkArray(_ json: JSON, of shape: Shape, _ count: ClosedRange<Int>, _ path: String)
        throws(ErrorDetail)
    {
        guard let elements = json.arrayValue else { throw mismatch(json, path) }
        guard count.contains(elements.count) else {
            throw .value(path, "expected \(Self.words(count)) elements, got \(elements.count)")
        }
        for (index, element) in elements.enumerated() { try shape.check(element, at: "\(path)[\(index)]") }
    }

    private func checkObject(_ json: JSON, _ members: [String: Member], _ path: String) throws(ErrorDetail) {
        guard let object = json.objectValue else { throw mismatch(json, path) }
        for (key, value) in object {
            guard let member = members[key] else { throw .unknown(Self.join(path, key)) }
            if !member.isRequired, value.isNull { continue }
            try member.shape.check(value, at: Self.join(path, key))
        }
        for key in members.keys.sorted() where members[key]?.isRequired == true && object[key] == nil {
            throw .missing(Self.join(path, key))
        }
    }

    private func checkTagged(_ json: JSON, _ key: String, _ shapes: [String: Shape], _ path: String)
        throws(ErrorDetail)
    {
        guard json.objectValue != nil else { throw mismatch(json, path) }
        guard let tag = json[key] else { throw .missing(Self.join(path, key)) }
        try Shape.oneOf(shapes.keys.sorted()).check(tag, at: Self.join(path, key))
        guard let shape = tag.stringValue.flatMap({ shapes[$0] }) else { return }
        try shape.check(json, at: path)
    }

    private func checkDictionary(
        _ json: JSON, _ shape: Shape, _ limit: Int, _ keyLimit: Int, _ path: String
    ) throws(ErrorDetail) {
        guard let object = json.objectValue else { throw mismatch(json, path) }
        guard object.count <= limit else { throw .value(path, "at most \(limit) pairs") }
        for (key, value) in object {
            try Shape.string(atMost: keyLimit).check(.string(key), at: path)
            try shape.check(value, at: Self.join(path, key))
        }
    }

    private static func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    private static func words<Bound>(_ range: ClosedRange<Bound>) -> String {
        range.lowerBound == range.upperBound
            ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    private func mismatch(_ json: JSON, _ path: String) -> ErrorDetail {
        .type(path.isEmpty ? "event" : path, expected: expected, got: json)
    }

    private var expected: String {
        if case .either(let first, let second) = self {
            "\(first.expected) or \(second.expected)"
        } else {
            kind
        }
    }

    /// As ``JSONValues/JSON/kind`` calls it.
    private var kind: String {
        switch self {
        case .anything, .either: "a value"
        case .bool: "a boolean"
        case .string, .oneOf: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .array: "an array"
        case .object, .tagged, .dictionary: "an object"
        }
    }
}
