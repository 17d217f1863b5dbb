import PersonaFiles
import Personas
import Realtime
import Yams

/// `realtime:` of the config file: one server or a list of them, each `{model, url, profile, key}` or `embedded`, as in a persona.
extension ConfigurationFile {
    /// - Parameter environment: what `${VAR}` in a key stands for.
    static func servers(
        _ node: Node, file: String, environment: [String: String]
    ) throws(SettingComplaint) -> [Persona.Backend] {
        let nodes: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        guard !nodes.isEmpty else {
            throw SettingComplaint(place(node, file), "an empty list; name a server or leave the key out")
        }
        var servers: [Persona.Backend] = []
        for node in nodes { servers.append(try server(node, file, environment)) }
        return servers
    }

    private static func server(
        _ node: Node, _ file: String, _ environment: [String: String]
    ) throws(SettingComplaint) -> Persona.Backend {
        if node.scalar?.string == Persona.Backend.embedded.url { return .embedded }
        guard case .mapping(let mapping) = node, !mapping.isEmpty else {
            throw SettingComplaint(
                place(node, file),
                "expected a server as a mapping of model, url, profile and key, or the word embedded")
        }
        var server = Persona.Backend()
        for (key, value) in mapping {
            guard let text = value.scalar?.string, !text.isEmpty else {
                throw SettingComplaint(place(key, file), "expected a text")
            }
            switch key.string {
            case "model": server.model = text
            case "url":
                guard text.hasPrefix("ws://") || text.hasPrefix("wss://"), !text.contains("?"),
                    !text.contains(" ")
                else {
                    throw SettingComplaint(
                        place(key, file),
                        "expected a URL that begins with ws:// or wss:// and has no query, found “\(text)”")
                }
                server.url = text
            case "profile":
                let names = ServerProfile.Name.allCases.map(\.rawValue)
                guard names.contains(text) else {
                    throw SettingComplaint(
                        place(key, file),
                        "“\(text)” is no profile of a Realtime server; use one of \(names.joined(separator: ", "))"
                    )
                }
                server.profile = text
            case "key":
                let expansion = Expansion(ofKey: text, in: environment)
                guard let value = expansion.value else {
                    throw SettingComplaint(place(key, file), expansion.mistakes.joined(separator: "; "))
                }
                server.key = .hidden(value)
            default:
                throw SettingComplaint(
                    place(key, file),
                    "`\(key.string ?? "?")` is no part of a server; those are model, url, profile, key")
            }
        }
        return server
    }

    private static func place(_ node: Node, _ file: String) -> String {
        "\(file):\(node.mark?.line ?? 1): realtime"
    }
}
