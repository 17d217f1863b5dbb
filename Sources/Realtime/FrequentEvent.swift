/// Reads the small events that come most often, and the one that somebody waits for, without building a tree.
public enum FrequentEvent {
    /// Reads `utf8` if it is the beginning of speech or a piece of a transcript, the caller's or the model's, with
    /// every member that it has by the reference.
    ///
    /// - Returns: what ``ServerMessage/init(parsing:)`` would say. `nil` for every other event, and for one that
    ///   is not written as plainly as servers write it: that is for the parser. Where it refuses members
    ///   that this does not read, ``AudioDelta/scan(_:)`` says.
    public static func scan(_ utf8: UnsafeRawBufferPointer) -> ServerEvent? {
        var scanner = FrequentEventScanner(utf8)
        return scanner.scan() ? scanner.event : nil
    }
}

/// The members of those events, while they are being found.
private struct FrequentEventScanner {
    private enum Kind { case speechStarted, heard, said }

    private var text: JSONSkimmer
    private var kind: Kind?
    private var itemID, responseID, delta: UnsafeRawBufferPointer?
    private var outputIndex, contentIndex, audioStart: Int?

    init(_ utf8: UnsafeRawBufferPointer) { text = JSONSkimmer(utf8) }

    mutating func scan() -> Bool {
        guard text.take(UInt8(ascii: "{")) else { return false }
        repeat {
            guard let key = text.string(), text.take(UInt8(ascii: ":")), member(key) else { return false }
        } while text.take(UInt8(ascii: ","))
        return text.take(UInt8(ascii: "}")) && text.isAtEnd
    }

    var event: ServerEvent? {
        guard let kind, let itemID else { return nil }
        let item = ItemID(String(decoding: itemID, as: UTF8.self))
        switch kind {
        case .speechStarted:
            guard let audioStart else { return nil }
            return .speechStarted(item, audioStart: .milliseconds(audioStart))
        case .heard:
            guard let delta, let contentIndex else { return nil }
            return .transcriptionDelta(
                item, contentIndex: contentIndex, delta: String(decoding: delta, as: UTF8.self))
        case .said:
            guard let delta, let responseID, let outputIndex, let contentIndex else { return nil }
            let place = PartLocation(
                responseID: ResponseID(String(decoding: responseID, as: UTF8.self)), itemID: item,
                outputIndex: outputIndex, contentIndex: contentIndex)
            return .outputTranscriptDelta(place, String(decoding: delta, as: UTF8.self))
        }
    }

    /// `false` ends the scan: the member is broken, is there twice, or says that this is another event.
    private mutating func member(_ key: UnsafeRawBufferPointer) -> Bool {
        if key.isText("type") {
            guard let type = text.string() else { return false }
            return Self.fill(&kind, Self.kind(type))
        }
        if key.isText("delta") { return Self.fill(&delta, text.string()) }
        if key.isText("item_id") { return Self.fill(&itemID, text.string()) }
        if key.isText("response_id") { return Self.fill(&responseID, text.string()) }
        if key.isText("output_index") { return Self.fill(&outputIndex, text.integer()) }
        if key.isText("content_index") { return Self.fill(&contentIndex, text.integer()) }
        if key.isText("event_id") { return text.string() != nil }
        if key.isText("audio_start_ms") { return Self.fill(&audioStart, text.integer()) }
        return text.skipValue()
    }

    private static func kind(_ type: UnsafeRawBufferPointer) -> Kind? {
        if type.isText("response.output_audio_transcript.delta") { return .said }
        if type.isText("conversation.item.input_audio_transcription.delta") { return .heard }
        if type.isText("input_audio_buffer.speech_started") { return .speechStarted }
        return nil
    }

    private static func fill<Value>(_ member: inout Value?, _ value: Value?) -> Bool {
        guard member == nil, let value else { return false }
        member = value
        return true
    }
}
