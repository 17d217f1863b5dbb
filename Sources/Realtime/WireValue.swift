import JSONValues

/// A value with one shape in JSON, read with complaints that name the place.
protocol WireValue: Equatable {
    init(_ json: JSON, at path: String) throws(JSONShapeError)
    var json: JSON { get }
}

extension JSONReader {
    func required<Value: WireValue>(_ key: String) throws(JSONShapeError) -> Value {
        try Value(self[key] ?? .null, at: join(key))
    }

    /// Absent and null are the same: nothing.
    func optional<Value: WireValue>(_ key: String) throws(JSONShapeError) -> Value? {
        guard let json = self[key], !json.isNull else { return nil }
        return try Value(json, at: join(key))
    }

    func field<Value: WireValue>(_ key: String) throws(JSONShapeError) -> Field<Value> {
        guard let json = self[key] else { return .absent }
        return json.isNull ? .null : .value(try Value(json, at: join(key)))
    }

    func optionalObject(_ key: String) throws(JSONShapeError) -> JSONReader? {
        guard let json = self[key], !json.isNull else { return nil }
        return try object(key)
    }
}

extension Field where Value: WireValue {
    /// `nil` when the member is to be left out.
    var json: JSON? {
        switch self {
        case .absent: nil
        case .null: .null
        case .value(let value): value.json
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down: what the wire counts in.
    var wireMilliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
