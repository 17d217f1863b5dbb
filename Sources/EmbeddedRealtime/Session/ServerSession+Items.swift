import Audio
import JSONValues
import Realtime

// Items of the conversation as the client makes, reads, cuts and removes them.

extension ServerSession {
    mutating func create(_ item: Item, after place: PreviousItem) throws(ErrorDetail) {
        var item = item
        let id = item.id ?? names.item()
        guard conversation[id] == nil else {
            throw .invalid(
                "Error adding item: an item with id '\(id)' already exists.", code: "invalid_value",
                param: "item.id")
        }
        item.id = id
        var entry = Conversation.Entry(item: item)
        try takeSound(of: &entry)
        switch item.body {
        case .message, .functionCall: entry.item.status = .completed
        case .functionCallOutput, .reference, .other: break
        }
        let place = place == .item("") ? .end : place
        guard conversation.insert(entry, id: id, at: place) else {
            throw .invalid(
                "Error adding item: the previous item does not exist.", code: "invalid_value",
                param: "previous_item_id")
        }
        announce(id)
    }

    /// Tells of an item that is complete as it enters.
    mutating func announce(_ id: ItemID) {
        guard let entry = conversation[id] else { return }
        let previous = conversation.previous(id)
        send(.itemAdded(entry.item, after: previous))
        send(.itemDone(entry.item, after: previous))
    }

    /// A user's sound is kept beside the item; the wire shows only that it is there.
    private func takeSound(of entry: inout Conversation.Entry) throws(ErrorDetail) {
        guard case .message(.user, var parts, let phase) = entry.item.body else { return }
        for (index, part) in parts.enumerated() {
            guard case .inputAudio(let base64?, let transcript) = part else { continue }
            guard let bytes = Base64.decode(base64), let samples = inputFormat.decode(bytes) else {
                throw .invalid(
                    "Invalid audio: expected base64 of \(inputFormat.name).", code: "invalid_value",
                    param: "item.content[\(index)].audio")
            }
            entry.sound = .heard(samples, inputFormat)
            entry.transcript = transcript.map(Conversation.Transcript.known) ?? .unknown
            parts[index] = .inputAudio(transcript: transcript)
        }
        entry.item.body = .message(.user, parts, phase: phase)
    }

    mutating func retrieve(_ id: ItemID) throws(ErrorDetail) {
        guard let entry = conversation[id] else {
            throw .invalid(
                "Error retrieving item: the item with id '\(id)' does not exist.",
                code: "item_retrieve_invalid_item_id", param: "item_id")
        }
        var item = entry.item
        if case .heard(let samples, let format) = entry.sound,
            case .message(.user, let parts, let phase) = item.body
        {
            let base64 = Base64.encode(format.encode(samples))
            item.body = .message(
                .user,
                parts.map { part in
                    guard case .inputAudio(_, let transcript) = part else { return part }
                    return .inputAudio(base64: base64, transcript: transcript)
                }, phase: phase)
        }
        send(.itemRetrieved(item))
    }

    mutating func delete(_ id: ItemID) throws(ErrorDetail) {
        guard conversation.remove(id) else {
            throw .invalid(
                "Error deleting item: the item with id '\(id)' does not exist.",
                code: "item_delete_invalid_item_id", param: "item_id")
        }
        send(.itemDeleted(id))
    }

    /// The transcript leaves the item, as the protocol says; what was heard of it stays for the brain to know.
    mutating func truncate(_ id: ItemID, contentIndex: Int, at end: Duration) throws(ErrorDetail) {
        guard var entry = conversation[id] else {
            throw .invalid(
                "Error truncating item: the item with id '\(id)' does not exist.",
                code: "item_truncate_invalid_item_id", param: "item_id")
        }
        guard case .message(.assistant, let parts, let phase) = entry.item.body,
            case .spoken(let length) = entry.sound
        else {
            throw .invalid(
                "Only model output audio messages can be truncated.", code: "unsupported_content_type",
                param: "item_id")
        }
        guard contentIndex == 0 else {
            throw .invalid(
                "The item has no audio at content index \(contentIndex).", code: "invalid_value",
                param: "content_index")
        }
        guard end <= length else {
            throw .invalid(
                "Audio content of \(length.milliseconds)ms is already shorter than \(end.milliseconds)ms.",
                code: "invalid_value", param: "audio_end_ms")
        }
        entry.sentences = [(entry.words(soundedBy: end), end)]
        entry.sound = .spoken(end)
        entry.item.body = .message(.assistant, parts.map { _ in .outputAudio() }, phase: phase)
        conversation[id] = entry
        send(.itemTruncated(id, contentIndex: 0, audioEnd: end))
    }
}

extension AudioFormat {
    var name: String {
        switch self {
        case .pcm(let rate): "audio/pcm at \(rate) Hz"
        case .pcmu: "audio/pcmu"
        case .pcma: "audio/pcma"
        case .other(let name): name
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
