import FloorControl
import JSONValues

/// Reads the members of a request's body and keeps every complaint, so that one answer names all
/// that is wrong. ``JSONReader`` stops at the first mismatch; a person filling in a form must not.
struct BodyReader {
    private let members: [String: JSON]
    private let order: [String]
    private let pointer: JSONPointer
    private var known: Set<String> = []
    private(set) var complaints: [FieldComplaint]

    private let isObject: Bool

    /// A body that is no object is one complaint about the whole of it, and none about its members.
    init(_ json: JSON, at pointer: JSONPointer = .root) {
        self.pointer = pointer
        guard case .object(let members) = json else {
            (self.members, order, isObject) = ([:], [], false)
            complaints = [FieldComplaint(pointer, "expected an object, found \(json.kind)")]
            return
        }
        self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
        order = members.map(\.key)
        isObject = true
        complaints = []
    }

    mutating func complain(_ key: String, _ detail: String) {
        complaints.append(FieldComplaint(pointer.appending(key), detail))
    }

    mutating func complain(_ key: String, at index: Int, _ detail: String) {
        complaints.append(FieldComplaint(pointer.appending(key).appending(index), detail))
    }

    mutating func add(_ more: [FieldComplaint]) { complaints += more }

    /// The member as it stands; `null` counts as absent, as most serialisers write it so.
    mutating func optional(_ key: String) -> JSON? {
        known.insert(key)
        guard let value = members[key], !value.isNull else { return nil }
        return value
    }

    mutating func required(_ key: String) -> JSON? {
        guard let value = optional(key) else {
            if isObject { complain(key, "is required") }
            return nil
        }
        return value
    }

    mutating func string(_ key: String) -> String? {
        guard let value = required(key) else { return nil }
        return string(key, value)
    }

    mutating func optionalString(_ key: String) -> String? {
        guard let value = optional(key) else { return nil }
        return string(key, value)
    }

    /// A string that says something.
    mutating func optionalText(_ key: String) -> String? {
        guard let text = optionalString(key) else { return nil }
        if text.isEmpty { complain(key, "is empty; give it a value or leave it out") }
        return text
    }

    private mutating func string(_ key: String, _ value: JSON) -> String? {
        guard case .string(let text) = value else {
            complain(key, "expected a string, found \(value.kind)")
            return nil
        }
        return text
    }

    mutating func bool(_ key: String) -> Bool? {
        guard let value = required(key) else { return nil }
        if value.boolValue == nil { complain(key, "expected true or false, found \(value.kind)") }
        return value.boolValue
    }

    mutating func optionalBool(_ key: String) -> Bool? { optional(key) == nil ? nil : bool(key) }

    /// A room's or a participant's name.
    mutating func name(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        return checked(key, name: text)
    }

    mutating func optionalName(_ key: String) -> String? {
        guard let text = optionalString(key) else { return nil }
        return checked(key, name: text)
    }

    private mutating func checked(_ key: String, name: String) -> String? {
        guard Identity.isValid(name) else {
            complain(key, "expected 1 to 64 of the characters A-Z a-z 0-9 . _ -")
            return nil
        }
        return name
    }

    /// The reader of an object inside this one; its complaints come back through ``add(_:)``.
    mutating func object(_ key: String) -> BodyReader? {
        guard let value = optional(key) else { return nil }
        return BodyReader(value, at: pointer.appending(key))
    }

    /// Call last: every member nobody asked for is a complaint of its own.
    mutating func refuseUnknown() {
        for key in order where !known.contains(key) {
            complain(key, "is not a field of this request")
        }
    }

    func finish() throws(Problem) {
        guard complaints.isEmpty else { throw .invalid(complaints) }
    }
}
