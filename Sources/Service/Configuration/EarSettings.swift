import JSONValues
import Yams

/// `ear: {model, language, turn_detection}` of the config file.
struct EarSettings {
    var model: String?
    var language: String?
    /// Whatever the server understands: passed on as it is.
    var turnDetection: JSON?

    init(_ node: Node, file: String) throws(SettingComplaint) {
        let place = { (node: Node?) in "\(file):\(node?.mark?.line ?? 1): ear" }
        guard case .mapping(let mapping) = node else {
            throw SettingComplaint(place(node), "expected a mapping of model, language, turn_detection")
        }
        for (key, value) in mapping {
            switch key.string {
            case "model": model = try Self.text(value, "\(place(key)).model")
            case "language": language = try Self.text(value, "\(place(key)).language")
            case "turn_detection":
                guard case .mapping(let members) = value, let type = members["type"]?.string,
                    Self.types.contains(type)
                else {
                    throw SettingComplaint(
                        "\(place(key)).turn_detection",
                        "expected a mapping whose type is server_vad or semantic_vad")
                }
                turnDetection = JSON(yaml: value)
            default:
                throw SettingComplaint(
                    place(key),
                    "`\(key.string ?? "?")` is no setting of an ear; those are model, language, turn_detection"
                )
            }
        }
    }

    private static let types = ["server_vad", "semantic_vad"]

    private static func text(_ node: Node, _ place: String) throws(SettingComplaint) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw SettingComplaint(place, "expected a text")
        }
        return text
    }
}

extension JSON {
    /// YAML's core schema as JSON: numbers, booleans and null by their look unless they are quoted.
    init(yaml node: Node) {
        switch node {
        case .mapping(let mapping):
            var json: JSON = [:]
            for (key, value) in mapping { json[key.string ?? ""] = JSON(yaml: value) }
            self = json
        case .sequence(let sequence): self = .array(sequence.map(JSON.init(yaml:)))
        case .scalar(let scalar):
            if scalar.style != .plain {
                self = .string(scalar.string)
            } else if let integer = Int(scalar.string) {
                self = .integer(integer)
            } else if let real = node.float {
                self = .real(real)
            } else if let bool = node.bool {
                self = .bool(bool)
            } else if node.null != nil {
                self = .null
            } else {
                self = .string(scalar.string)
            }
        case .alias: self = .null
        }
    }
}
