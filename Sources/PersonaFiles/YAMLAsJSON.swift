internal import JSONValues
internal import Yams

extension PersonaReader {
    /// A YAML tree as JSON. A plain scalar that is JSON (`5`, `true`, `null`) is that; every other is a
    /// string, so `yes`, `no` and `0x1F` stay words, as in YAML 1.2.
    ///
    /// - Returns: `nil`, with a complaint, for what JSON cannot say, and for trees that aliases blow up.
    mutating func json(_ node: Node) -> JSON? {
        var budget = 10_000
        guard let json = json(node, budget: &budget) else {
            let problem =
                budget < 0 ? "this is too large, perhaps by its aliases (*)" : "a key must be text here"
            fields.complain(node.line, problem)
            return nil
        }
        return json
    }

    private func json(_ node: Node, budget: inout Int) -> JSON? {
        budget -= 1
        guard budget >= 0 else { return nil }
        switch node {
        case .scalar(let scalar): return json(scalar)
        case .sequence(let sequence):
            var elements: [JSON] = []
            for element in sequence {
                guard let element = json(element, budget: &budget) else { return nil }
                elements.append(element)
            }
            return .array(elements)
        case .mapping(let mapping):
            var object: JSON = [:]
            for (key, value) in mapping {
                guard case .scalar(let key) = key, let value = json(value, budget: &budget) else {
                    return nil
                }
                object[key.string] = value
            }
            return object
        case .alias: return nil
        }
    }

    private func json(_ scalar: Node.Scalar) -> JSON {
        guard scalar.style == .plain else { return .string(scalar.string) }
        if Node.scalar(scalar).isNull { return .null }
        switch try? JSON(parsing: scalar.string) {
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .real(let value): return .real(value)
        case .null, .string, .array, .object, nil: return .string(scalar.string)
        }
    }
}
