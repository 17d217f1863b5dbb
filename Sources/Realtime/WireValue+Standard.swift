import JSONValues

extension String: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard case .string(let value) = json else {
            throw JSONShapeError(path: path, expected: "a string", found: json)
        }
        self = value
    }
    var json: JSON { .string(self) }
}

extension Int: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard case .integer(let value) = json else {
            throw JSONShapeError(path: path, expected: "an integer", found: json)
        }
        self = value
    }
    var json: JSON { .integer(self) }
}

extension Double: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard let value = json.numberValue else {
            throw JSONShapeError(path: path, expected: "a number", found: json)
        }
        self = value
    }
    var json: JSON { .real(self) }
}

extension Bool: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard case .bool(let value) = json else {
            throw JSONShapeError(path: path, expected: "a boolean", found: json)
        }
        self = value
    }
    var json: JSON { .bool(self) }
}

extension Duration: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        self = .milliseconds(try Int(json, at: path))
    }
    var json: JSON { .integer(wireMilliseconds) }
}

/// What this build passes on without reading.
extension JSON: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) { self = json }
    var json: JSON { self }
}

extension Array: WireValue where Element: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        guard case .array(let elements) = json else {
            throw JSONShapeError(path: path, expected: "an array", found: json)
        }
        self = []
        reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            append(try Element(element, at: "\(path)[\(index)]"))
        }
    }
    var json: JSON { .array(map(\.json)) }
}

/// Members are written in the order of their names: a dictionary's own order changes from run to run.
extension [String: String]: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        self = [:]
        // A null is no value; some servers fill in every field they know of.
        for key in reader.keys { self[key] = try reader.optionalString(key) }
    }
    var json: JSON { .members(sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }) }
}

extension WireValue where Self: WireIdentifier {
    init(_ json: JSON, at path: String) throws(JSONShapeError) { self.init(try String(json, at: path)) }
    var json: JSON { .string(description) }
}

extension ItemID: WireValue {}
extension ResponseID: WireValue {}
extension CallID: WireValue {}
