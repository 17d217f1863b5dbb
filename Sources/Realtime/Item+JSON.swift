import JSONValues

extension Item: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let reader = try JSONReader(json, path: path)
        self.init(
            id: try reader.optional("id"), status: try reader.optional("status"), body: try Body(reader))
        if case .reference = body, id == nil { throw reader.mismatch("id", expected: "a string") }
    }

    var json: JSON {
        switch body {
        case .message(let role, let content, let phase):
            .members([
                ("id", id?.json), ("type", "message"), ("status", status?.json), ("role", role.rawValue.json),
                ("content", content.json), ("phase", phase?.json),
            ])
        case .functionCall(let call):
            .members([
                ("id", id?.json), ("type", "function_call"), ("status", status?.json),
                ("name", call.name.json), ("call_id", call.callID.json), ("arguments", call.arguments.json),
            ])
        case .functionCallOutput(let call, let output):
            .members([
                ("id", id?.json), ("type", "function_call_output"), ("status", status?.json),
                ("call_id", call.json), ("output", output.json),
            ])
        case .reference:
            .members([("type", "item_reference"), ("id", id?.json)])
        case .other(let json):
            json.with(id: id, status: status)
        }
    }
}

extension Item.Body {
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        switch try reader.string("type") {
        case "message": self = try Self.message(reader)
        case "function_call": self = .functionCall(try FunctionCall(reader))
        case "function_call_output":
            self = .functionCallOutput(try reader.required("call_id"), output: try reader.string("output"))
        case "item_reference": self = .reference
        default: self = Self.unread(reader)
        }
    }

    /// Some servers leave out `content` while it is empty.
    private static func message(_ reader: JSONReader) throws(JSONShapeError) -> Self {
        guard let role = Item.Role(rawValue: try reader.string("role")) else { return unread(reader) }
        let content: [ItemContent] = try reader.optional("content") ?? []
        return .message(
            role, role == .assistant ? content.map(\.asOutput) : content, phase: try reader.optional("phase"))
    }

    private static func unread(_ reader: JSONReader) -> Self {
        .other(reader.json.with(id: nil, status: nil))
    }
}

extension JSON {
    /// The item this is, under these names. `self` must be an object.
    fileprivate func with(id: ItemID?, status: Item.Status?) -> JSON {
        var item = self
        item["id"] = id?.json
        item["status"] = status?.json
        return item
    }
}

extension FunctionCall {
    /// `call_id` is optional in the specification; then the item's id names the call. Before the model has
    /// written them the arguments may be missing.
    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        callID = reader.has("call_id") ? try reader.required("call_id") : try reader.required("id")
        name = try reader.string("name")
        arguments = try reader.optional("arguments") ?? ""
    }
}

extension Item.Status: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        self.init(word: try String(json, at: path))
    }

    init(word: String) {
        switch word {
        case "in_progress": self = .inProgress
        case "completed": self = .completed
        case "incomplete": self = .incomplete
        default: self = .other(word)
        }
    }

    var json: JSON {
        switch self {
        case .inProgress: "in_progress"
        case .completed: "completed"
        case .incomplete: "incomplete"
        case .other(let word): .string(word)
        }
    }
}

extension Item.Phase: WireValue {
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        let word = try String(json, at: path)
        switch word {
        case "commentary": self = .commentary
        case "final_answer": self = .finalAnswer
        default: self = .other(word)
        }
    }

    var json: JSON {
        switch self {
        case .commentary: "commentary"
        case .finalAnswer: "final_answer"
        case .other(let word): .string(word)
        }
    }
}
