internal import Personas
internal import Realtime
internal import Yams

extension PersonaReader {
    /// One backend, or a list of them to try in order.
    mutating func readBackends(_ keys: Fields) -> [Persona.Backend] {
        guard let node = fields.node(keys, "realtime") else { return [] }
        let nodes: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        if nodes.isEmpty {
            fields.complain(node.line, "'realtime' is an empty list; name a backend or leave the key out")
        }
        return nodes.compactMap { readBackend($0) }
    }

    private mutating func readBackend(_ node: Node) -> Persona.Backend? {
        if node.scalar?.string == Persona.Backend.embedded.url { return .embedded }
        guard let backend = fields.fields(node, of: "a realtime backend", known: Self.parts) else {
            return nil
        }
        let model = fields.text(backend, "model")
        let url = fields.text(backend, "url")
        if !Self.parts.contains(where: backend.has) {
            fields.complain(node.line, "a realtime backend needs 'model', 'url', 'profile' or 'key'")
        }
        let profile = fields.text(backend, "profile")
        if let profile { check(profile: profile) }
        if let url {
            if !isURL(url.value, schemes: ["ws", "wss"]) {
                fields.complain(
                    url.line, "'\(url.value)' is no WebSocket URL; write ws://HOST/PATH or wss://HOST/PATH")
            } else if url.value.contains("?") {
                fields.complain(url.line, "leave out what follows '?': the query is added from 'model'")
            }
        }
        let key = fields.text(backend, "key").flatMap { expandKey($0) }
        return Persona.Backend(model: model?.value, url: url?.value, profile: profile?.value, key: key)
    }

    private static let parts = ["model", "url", "profile", "key"]

    private mutating func check(profile: Located<String>) {
        let names = ServerProfile.Name.allCases.map(\.rawValue)
        guard !names.contains(profile.value) else { return }
        let remedy =
            suggestion(for: profile.value, among: names).map { "did you mean '\($0)'?" }
            ?? "use one of \(names.joined(separator: ", "))"
        fields.complain(profile.line, "'\(profile.value)' is no profile of a Realtime server; \(remedy)")
    }
}

/// Whether `text` is an absolute URL of one of `schemes` with a host and nothing that a request line
/// cannot carry. Whether the host exists is for the connection to find out.
func isURL(_ text: String, schemes: [String]) -> Bool {
    guard let separator = text.firstRange(of: "://"),
        schemes.contains(text[..<separator.lowerBound].lowercased()),
        text.unicodeScalars.allSatisfy({
            $0.isASCII && $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "\\"
        })
    else { return false }
    var authority = text[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    // An IPv6 address stands in brackets; its colons are no port.
    let afterHost =
        authority.hasPrefix("[")
        ? authority.firstIndex(of: "]").map { authority.index(after: $0) } : authority.firstIndex(of: ":")
    guard let end = afterHost ?? (authority.hasPrefix("[") ? nil : authority.endIndex),
        end > authority.startIndex
    else {
        return false
    }
    let port = authority[end...]
    return port.isEmpty || (port.hasPrefix(":") && UInt16(port.dropFirst()).map { $0 > 0 } == true)
}
