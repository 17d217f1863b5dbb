import JSONValues
import Logging

/// How a line of the log is written: for eyes or for programs.
public enum LogFormat: String, CaseIterable, Sendable {
    /// `2026-11-21T10:00:00.123Z info parley.room: turn granted room=standup turn=tu_1 participant=scout`
    case human
    /// One JSON object: `time` (RFC 3339, UTC), `level`, `logger`, `message`, and the rest by its names.
    case json

    /// One line with its end. No value can break out of it: what would look like another line or field is quoted.
    func line(
        _ time: WallTime, _ level: Logger.Level, _ logger: String, _ message: String,
        _ metadata: Logger.Metadata
    ) -> [UInt8] {
        let fields = Self.ordered(metadata)
        switch self {
        case .human:
            let head = "\(time) \(level.rawValue) \(logger): \(Self.oneLine(message))"
            let rest = fields.map { " \(Self.bare($0.key))=\(Self.bare($0.value.description))" }.joined()
            return Array("\(head)\(rest)\n".utf8)
        case .json:
            var json: JSON = [
                "time": .string(time.description), "level": .string(level.rawValue),
                "logger": .string(logger), "message": .string(message),
            ]
            for (key, value) in fields { json[json[key] == nil ? key : "metadata.\(key)"] = value.json }
            return Array((Self.withoutSeparators(json.text) + "\n").utf8)
        }
    }

    /// JSON may hold them as they are, but not everybody who splits a file into lines knows.
    private static func withoutSeparators(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isSeparator) else { return json }
        var text = ""
        for scalar in json.unicodeScalars {
            if isSeparator(scalar) {
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Where it happened comes first, then the rest by name.
    private static func ordered(_ metadata: Logger.Metadata) -> [(key: String, value: Logger.MetadataValue)] {
        let first = ["room", "turn", "participant"]
        return first.compactMap { key in metadata[key].map { (key, $0) } }
            + metadata.filter { !first.contains($0.key) }.sorted { $0.key < $1.key }
    }

    private static func oneLine(_ text: String) -> String { escape(text, quoting: false) }

    /// In quotes if it would not be one word otherwise.
    private static func bare(_ text: String) -> String {
        let isWord =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.value > 32 && $0.value != 127 && $0 != "\"" && $0 != "=" && $0 != "\\"
                    && !isSeparator($0)
            }
        return isWord ? text : "\"\(escape(text, quoting: true))\""
    }

    private static func escape(_ text: String, quoting: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\"" where quoting: escaped += "\\\""
            case "\\" where quoting: escaped += "\\\\"
            case _ where scalar.value < 32 || scalar.value == 127 || isSeparator(scalar):
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// What a terminal or a viewer may take for an end of line, a command, or text that runs backwards.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9f, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Logger.MetadataValue {
    fileprivate var json: JSON {
        switch self {
        case .string(let text): .string(text)
        case .stringConvertible(let value as Int): .integer(value)
        case .stringConvertible(let value as Bool): .bool(value)
        case .stringConvertible(let value as Double) where value.isFinite: .real(value)
        case .stringConvertible(let value): .string(value.description)
        case .array(let values): .array(values.map(\.json))
        case .dictionary(let values):
            .members(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
        }
    }
}
