// Messages and their parts, where they are written plainly: as the tree would read them, or not at all.

extension JSONSkimmer {
    /// An item, if it is a message of text and transcripts.
    mutating func message() -> Item? {
        var id: UnsafeRawBufferPointer?
        var type: UnsafeRawBufferPointer?
        var status: UnsafeRawBufferPointer?
        var role: UnsafeRawBufferPointer?
        var content: [ItemContent]?
        let isWhole = object { text, key in
            if key.isText("id") { return id.fill(text.string()) }
            if key.isText("type") { return type.fill(text.string()) }
            if key.isText("status") { return status.fill(text.string()) }
            if key.isText("role") { return role.fill(text.string()) }
            if key.isText("content") { return content.fill(text.messageContent()) }
            return !key.isText("phase") && text.skipValue()
        }
        guard isWhole, type?.isText("message") == true, let role, let role = Item.Role(rawValue: role.text)
        else { return nil }
        let parts = content ?? []
        return Item(
            id: id.map { ItemID($0.text) }, status: status.map { Item.Status(word: $0.text) },
            body: .message(role, role == .assistant ? parts.map(\.asOutput) : parts))
    }

    private mutating func messageContent() -> [ItemContent]? {
        var content: [ItemContent] = []
        let isWhole = array { text in
            guard let part = text.part(), let known = part.content else { return false }
            content.append(known)
            return true
        }
        return isWhole ? content : nil
    }

    /// A part of an item while it grows.
    mutating func contentPart() -> ContentPart? {
        guard let part = part() else { return nil }
        if part.isType("text", "output_text") { return .text(part.text?.text ?? "") }
        if part.isType("audio", "output_audio") { return .audio(transcript: part.transcript?.text) }
        return .other(part.type.text)
    }

    private mutating func part() -> PlainPart? {
        var type: UnsafeRawBufferPointer?
        var words: UnsafeRawBufferPointer??
        var transcript: UnsafeRawBufferPointer??
        let isWhole = object { text, key in
            if key.isText("type") { return type.fill(text.string()) }
            if key.isText("text") { return words.fill(text.stringOrNull()) }
            if key.isText("transcript") { return transcript.fill(text.stringOrNull()) }
            return !key.isText("audio") && text.skipValue()
        }
        guard isWhole, let type else { return nil }
        return PlainPart(type: type, text: words ?? nil, transcript: transcript ?? nil)
    }
}

/// What a part says, in place, without its sound.
private struct PlainPart {
    let type: UnsafeRawBufferPointer
    let text, transcript: UnsafeRawBufferPointer?

    func isType(_ name: StaticString, _ other: StaticString) -> Bool {
        type.isText(name) || type.isText(other)
    }

    /// `nil`: the tree says what it is, or what it lacks.
    var content: ItemContent? {
        if isType("input_text", "text") { return text.map { .inputText($0.text) } }
        if type.isText("input_audio") { return .inputAudio(transcript: transcript?.text) }
        if type.isText("output_text") { return text.map { .outputText($0.text) } }
        if isType("output_audio", "audio") { return .outputAudio(transcript: transcript?.text) }
        return nil
    }
}

extension UnsafeRawBufferPointer {
    var text: String { String(decoding: self, as: UTF8.self) }
}
