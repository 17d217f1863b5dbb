extension ServerProfile {
    /// The vendors that are known by their hosts; `.` before a name stands for whatever stands before it.
    private static let hosts: [(host: String, name: Name)] = [
        ("api.openai.com", .openAI), (".api.openai.com", .openAI), (".openai.azure.com", .azure),
        (".cognitiveservices.azure.com", .azure),
        (".services.ai.azure.com", .azure), ("api.x.ai", .xai), (".api.x.ai", .xai),
        ("dashscope.aliyuncs.com", .qwen), ("dashscope-intl.aliyuncs.com", .qwen),
        (".maas.aliyuncs.com", .qwen), ("api.inworld.ai", .inworld),
    ]

    /// The profile of the server at a WebSocket URL. Servers that people run themselves have no host to be known
    /// by: they are ``generic`` until a profile is named.
    public static func of(url: String) -> ServerProfile {
        let host = host(of: url)
        let known = hosts.first { $0.host.hasPrefix(".") ? host.hasSuffix($0.host) : host == $0.host }
        return known.map { named($0.name) } ?? generic
    }

    /// In small letters, without user, port and a last dot.
    private static func host(of url: String) -> String {
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        var host = afterScheme.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
        if !host.hasPrefix("[") { host = host.prefix { $0 != ":" } }
        if host.hasSuffix(".") { host = host.dropLast() }
        return host.lowercased()
    }

    /// What follows the `?`, the values as they are.
    /// - Parameter session: a name that no other session of the server has; not every server asks for it.
    public func query(model: String, session: String) -> [(name: String, value: String)] {
        switch address {
        case .model: [("model", model)]
        case .session: [("key", session), ("protocol", "realtime")]
        }
    }

    /// The header that carries the key.
    public func credentials(_ key: String) -> (name: String, value: String) {
        switch authentication {
        case .bearer: ("Authorization", "Bearer \(key)")
        case .basic: ("Authorization", "Basic \(key)")
        case .header(let name): (name, key)
        }
    }
}
