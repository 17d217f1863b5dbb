import JSONValues
import Realtime

/// A tool as its MCP server describes it.
package struct MCPTool: Equatable, Sendable {
    let name: String
    let description: String
    /// A JSON Schema object.
    let inputSchema: JSON
    /// Arguments that are also sent as headers (`x-mcp-header`), so that gateways can route by them.
    let mirrored: [Mirrored]

    struct Mirrored: Equatable, Sendable {
        /// Behind `Mcp-Param-`.
        let header: String
        /// The names of properties that lead to the value.
        let path: [String]
    }

    /// `nil` for what the specification says is no tool: without a name or schema, or with annotations out of
    /// place. One such tool does not cost the others.
    init?(_ json: JSON) {
        guard let name = json["name"]?.stringValue, !name.isEmpty, let schema = json["inputSchema"],
            schema.objectValue != nil
        else { return nil }
        var mirrored: [Mirrored] = []
        guard Self.collect(schema, at: [], isReachable: true, into: &mirrored) else { return nil }
        self.name = name
        description = json["description"]?.stringValue ?? json["title"]?.stringValue ?? ""
        inputSchema = schema
        self.mirrored = mirrored
    }

    /// What a model has to read of it.
    var byteCount: Int { name.utf8.count + description.utf8.count + inputSchema.text.utf8.count }

    /// The headers of a call, encoded so that no argument can break out of its line.
    func headers(for arguments: JSON) -> [(name: String, value: String)] {
        mirrored.compactMap { parameter in
            let value = parameter.path.reduce(Optional(arguments)) { $0?[$1] }
            return value.flatMap(Self.text).map {
                ("Mcp-Param-\(parameter.header)", Self.headerValue($0))
            }
        }
    }

    private static func text(_ value: JSON) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool(let bool): bool ? "true" : "false"
        case .null, .real, .array, .object: nil
        }
    }

    /// Plain where that is safe, else Base64 between the specification's marks.
    static func headerValue(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x09 }
            && text.first != " " && text.last != " " && text.first != "\t" && text.last != "\t"
            && !text.isEmpty && !(text.hasPrefix("=?base64?") && text.hasSuffix("?="))
        return isPlain ? text : "=?base64?\(Base64.encode(Array(text.utf8)))?="
    }

    // MARK: - x-mcp-header

    private static let mark = "x-mcp-header"
    /// Their values are data, not schemas.
    private static let literals: Set<String> = ["default", "const", "enum", "examples"]

    /// - Parameter isReachable: nothing but `properties` leads here.
    /// - Returns: Whether every annotation is where and what it may be.
    private static func collect(
        _ schema: JSON, at path: [String], isReachable: Bool, into found: inout [Mirrored]
    ) -> Bool {
        if let items = schema.arrayValue {
            return items.allSatisfy { collect($0, at: path, isReachable: false, into: &found) }
        }
        guard let members = schema.objectValue else { return true }
        if let header = members[mark] {
            let types: [JSON] = ["string", "integer", "boolean"]
            guard isReachable, !path.isEmpty, let name = header.stringValue, isToken(name),
                let type = members["type"], types.contains(type),
                !found.contains(where: { $0.header.lowercased() == name.lowercased() })
            else { return false }
            found.append(Mirrored(header: name, path: path))
        }
        for (key, value) in members where key != mark && !literals.contains(key) {
            if key == "properties", let properties = value.objectValue {
                for (name, property) in properties {
                    let isFine = collect(
                        property, at: path + [name], isReachable: isReachable, into: &found)
                    guard isFine else { return false }
                }
            } else if !collect(value, at: path, isReachable: false, into: &found) {
                return false
            }
        }
        return true
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
