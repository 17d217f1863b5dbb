/// A field of a partial update, where leaving it out and setting it to `null` mean different things: an absent
/// `turn_detection` stays as it is, a null one switches voice activity detection off.
public enum Field<Value> {
    case absent
    case null
    case value(Value)

    /// `nil` when absent or null.
    public var value: Value? { if case .value(let value) = self { value } else { nil } }

    public var isAbsent: Bool { if case .absent = self { true } else { false } }

    /// `nil` becomes null: the field is there and says "none".
    public init(_ value: Value?) {
        if let value { self = .value(value) } else { self = .null }
    }

    /// Takes over what `update` says, if it says anything.
    public mutating func apply(_ update: Field) {
        if !update.isAbsent { self = update }
    }
}

extension Field: Equatable where Value: Equatable {}
extension Field: Sendable where Value: Sendable {}
