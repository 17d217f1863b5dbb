internal import JSONValues
internal import Personas
internal import Yams

extension PersonaReader {
    mutating func readTools(_ keys: Fields) -> [Located<Persona.Tool>] {
        var tools: [Located<Persona.Tool>] = []
        for node in fields.list(keys, "tools", example: "[{name: …, http: {url: …}}]") {
            guard let tool = readTool(node) else { continue }
            if let first = tools.first(where: { $0.value.name == tool.name }) {
                fields.complain(
                    node.line,
                    "the tool '\(tool.name)' is already there, on line \(first.line); rename one of them")
            }
            tools.append(Located(tool, node.line))
        }
        return tools
    }

    private mutating func readTool(_ node: Node) -> Persona.Tool? {
        guard
            let tool = fields.fields(
                node, of: "a tool", known: ["name", "description", "parameters", "http", "filler"])
        else { return nil }
        let name = fields.requiredText(tool, "name", of: "a tool")
        if let name { check(toolName: name) }
        let description = fields.text(tool, "description")
        let parameters = readParameters(tool)
        let filler = fields.text(tool, "filler")
        if !tool.has("http") {
            fields.complain(
                node.line, "a tool needs 'http', where it is carried out; add http: {url: \"https://…\"}")
        }
        let http = fields.node(tool, "http").flatMap { readCall($0) }
        guard let name, let http else { return nil }
        return Persona.Tool(
            name: name.value, description: description?.value ?? "", parameters: parameters, http: http,
            filler: filler?.value)
    }

    private mutating func check(toolName name: Located<String>) {
        if !isToolName(name.value) {
            fields.complain(
                name.line, "'\(name.value)' is no tool name; use 1 to 64 letters, digits, '_' or '-'")
        } else if name.value == "request_turn" {
            fields.complain(name.line, "every agent has 'request_turn' already; rename this tool")
        }
    }

    func isToolName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "-")
            }
    }

    private mutating func readParameters(_ tool: Fields) -> String {
        guard let node = fields.node(tool, "parameters") else { return Persona.Tool.noParameters }
        guard case .mapping = node, let schema = json(node), schema["type"] == "object" else {
            fields.complain(
                node.line, "'parameters' is a JSON Schema of an object; write {type: object, properties: {…}}"
            )
            return Persona.Tool.noParameters
        }
        return schema.text
    }
}

// MARK: - HTTP

extension PersonaReader {
    private mutating func readCall(_ node: Node) -> Persona.HTTPCall? {
        guard let call = fields.fields(node, of: "'http'", known: ["method", "url", "headers", "timeout"])
        else {
            return nil
        }
        let method = readMethod(call)
        let url = readURL(call, in: "'http'", of: "a tool")
        let headers = readHeaders(call)
        let timeout = readTimeout(call)
        guard let url else { return nil }
        return Persona.HTTPCall(method: method, url: url, headers: headers, timeout: timeout)
    }

    private mutating func readMethod(_ call: Fields) -> Persona.HTTPCall.Method {
        guard let text = fields.text(call, "method") else { return .post }
        guard let method = Persona.HTTPCall.Method(rawValue: text.value.uppercased()) else {
            fields.complain(text.line, "'\(text.value)' is no method of a tool; use POST or GET")
            return .post
        }
        return method
    }

    /// For complaints: `place`, what the keys stand in, and `what`, with its article, whose URL it is.
    mutating func readURL(_ keys: Fields, in place: String, of what: String) -> ExpandedText? {
        guard let text = fields.requiredText(keys, "url", of: place), let url = expand(text) else {
            return nil
        }
        guard isURL(url.value, schemes: ["http", "https"]) else {
            // The value may hold a secret: only what is written is shown.
            fields.complain(text.line, "'\(url.written)' is no URL of \(what); write https://HOST/PATH")
            return nil
        }
        return url
    }

    mutating func readHeaders(_ call: Fields) -> [Persona.HTTPCall.Header] {
        guard let node = fields.node(call, "headers") else { return [] }
        guard case .mapping(let mapping) = node else {
            fields.complain(node.line, "'headers' is written {Name: \"value\"}, here is \(node.kind)")
            return []
        }
        var headers: [Persona.HTTPCall.Header] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key, isToken(name.string) else {
                fields.complain(
                    key.line, "a header's name is letters, digits and dashes, here is \(key.kind)")
                continue
            }
            guard case .scalar(let text) = value else {
                fields.complain(value.line, "the header '\(name.string)' is text, here is \(value.kind)")
                continue
            }
            guard let value = expand(Located(text.string, value.line)) else { continue }
            if value.value.unicodeScalars.contains(where: {
                $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F
            }) {
                fields.complain(
                    key.line, "the header '\(name.string)' has a line break or control character in it")
            }
            headers.append(Persona.HTTPCall.Header(name: name.string, value: value))
        }
        return headers
    }

    /// RFC 9110 §5.6.2.
    private func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || "0123456789!#$%&'*+-.^_`|~".unicodeScalars.contains($0))
            }
    }

    private mutating func readTimeout(_ call: Fields) -> Duration {
        guard let text = fields.text(call, "timeout") else { return Persona.HTTPCall.defaultTimeout }
        guard let timeout = Duration(written: text.value), timeout > .zero else {
            fields.complain(
                text.line, "'\(text.value)' is no timeout; write 500ms, 5s, 1m or seconds, above zero")
            return Persona.HTTPCall.defaultTimeout
        }
        return timeout
    }
}
