import JSONValues

extension ClientEvent {
    /// Also reads the beta dialect's `transcription_session.update`.
    init(_ type: String, _ event: JSONReader) throws(JSONShapeError) {
        switch type {
        case "input_audio_buffer.append": self = .inputAudioAppend(base64: try event.string("audio"))
        case "input_audio_buffer.commit": self = .inputAudioCommit
        case "input_audio_buffer.clear": self = .inputAudioClear
        case "output_audio_buffer.clear": self = .outputAudioClear
        case "session.update": self = .sessionUpdate(try event.required("session"))
        case "transcription_session.update":
            let session: SessionConfiguration = try event.required("session")
            self = .sessionUpdate(session.asTranscription)
        case "conversation.item.create":
            self = .itemCreate(try event.required("item"), after: try event.previousItem())
        case "conversation.item.retrieve": self = .itemRetrieve(try event.required("item_id"))
        case "conversation.item.delete": self = .itemDelete(try event.required("item_id"))
        case "conversation.item.truncate":
            self = .itemTruncate(
                try event.required("item_id"), contentIndex: try event.integer("content_index"),
                audioEnd: try event.milliseconds("audio_end_ms"))
        case "response.create":
            self = .responseCreate(try event.optional("response") ?? ResponseParameters())
        case "response.cancel": self = .responseCancel(try event.optional("response_id"))
        default: self = .unknown(type: type)
        }
    }

    var wire: (type: String, members: [(String, JSON?)]) {
        switch self {
        case .sessionUpdate(let session): ("session.update", [("session", session.json)])
        case .inputAudioAppend(let audio): ("input_audio_buffer.append", [("audio", audio.json)])
        case .inputAudioCommit: ("input_audio_buffer.commit", [])
        case .inputAudioClear: ("input_audio_buffer.clear", [])
        case .itemCreate(let item, let previous):
            ("conversation.item.create", [("previous_item_id", previous.json), ("item", item.json)])
        case .itemRetrieve(let id): ("conversation.item.retrieve", [("item_id", id.json)])
        case .itemTruncate(let id, let index, let end):
            (
                "conversation.item.truncate",
                [("item_id", id.json), ("content_index", index.json), ("audio_end_ms", end.json)]
            )
        case .itemDelete(let id): ("conversation.item.delete", [("item_id", id.json)])
        case .responseCreate(let parameters):
            ("response.create", [("response", parameters.json.unlessEmpty)])
        case .responseCancel(let id): ("response.cancel", [("response_id", id?.json)])
        case .outputAudioClear: ("output_audio_buffer.clear", [])
        case .unknown(let type): (type, [])
        }
    }
}

extension PreviousItem {
    fileprivate var json: JSON? {
        switch self {
        case .end: nil
        case .root: "root"
        case .item(let id): id.json
        }
    }
}

extension JSONReader {
    fileprivate func previousItem() throws(JSONShapeError) -> PreviousItem {
        switch try optionalString("previous_item_id") {
        case nil, "": .end
        case "root": .root
        case let id?: .item(ItemID(id))
        }
    }
}
