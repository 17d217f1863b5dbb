/// Reads the events that every turn consists of, without building a tree: that costs ten times as much.
public enum FrequentEvent {
    /// Reads `utf8` if it is an event that tells how speech, a transcript or an answer goes on, written with every
    /// member that it has by the reference. The beginning and the end of a response are the parser's: they are rare and
    /// say a lot.
    ///
    /// - Returns: what ``ServerMessage/init(parsing:)`` would say. `nil` for every other event, and for one that
    ///   is not written as plainly as servers write it: that is for the parser. Where it refuses members
    ///   that this does not read, ``AudioDelta/scan(_:)`` says.
    public static func scan(_ utf8: UnsafeRawBufferPointer) -> ServerEvent? {
        var scanner = FrequentEventScanner()
        var text = JSONSkimmer(utf8)
        let isWhole = text.object { scanner.member($1, &$0) }
        return isWhole && text.isAtEnd ? scanner.event : nil
    }
}

/// The members of those events, while they are being found.
private struct FrequentEventScanner {
    private enum Kind {
        case said, saidAll, soundEnded
        case partAdded, partDone, outputAdded, outputDone, itemAdded, itemDone
        case speechStarted, speechStopped, committed, heard
    }

    private static let kinds: [(StaticString, Kind)] = [
        ("response.output_audio_transcript.delta", .said),
        ("conversation.item.input_audio_transcription.delta", .heard),
        ("input_audio_buffer.speech_started", .speechStarted),
        ("input_audio_buffer.speech_stopped", .speechStopped),
        ("input_audio_buffer.committed", .committed),
        ("conversation.item.added", .itemAdded),
        ("conversation.item.done", .itemDone),
        ("response.output_item.added", .outputAdded),
        ("response.output_item.done", .outputDone),
        ("response.content_part.added", .partAdded),
        ("response.content_part.done", .partDone),
        ("response.output_audio.done", .soundEnded),
        ("response.output_audio_transcript.done", .saidAll),
    ]

    private var kind: Kind?
    private var itemID, responseID, delta, transcript: UnsafeRawBufferPointer?
    private var previousItemID: UnsafeRawBufferPointer??
    private var outputIndex, contentIndex, audioStart, audioEnd: Int?
    private var item: Item?
    private var part: ContentPart?

    /// `false` ends the scan: the member is broken, is there twice, or says that this is another event.
    mutating func member(_ key: UnsafeRawBufferPointer, _ text: inout JSONSkimmer) -> Bool {
        if key.isText("type") {
            guard let type = text.string() else { return false }
            return kind.fill(Self.kinds.first { type.isText($0.0) }?.1)
        }
        if key.isText("delta") { return delta.fill(text.string()) }
        if key.isText("item_id") { return itemID.fill(text.string()) }
        if key.isText("response_id") { return responseID.fill(text.string()) }
        if key.isText("output_index") { return outputIndex.fill(text.integer()) }
        if key.isText("content_index") { return contentIndex.fill(text.integer()) }
        if key.isText("event_id") { return text.string() != nil }
        if key.isText("audio_start_ms") { return audioStart.fill(text.integer()) }
        if key.isText("audio_end_ms") { return audioEnd.fill(text.integer()) }
        if key.isText("previous_item_id") { return previousItemID.fill(text.stringOrNull()) }
        if key.isText("transcript") { return transcript.fill(text.string()) }
        if key.isText("item") { return item.fill(text.message()) }
        if key.isText("part") { return part.fill(text.contentPart()) }
        return text.skipValue()
    }

    var event: ServerEvent? {
        guard let kind else { return nil }
        return switch kind {
        case .said: both(place, delta).map { .outputTranscriptDelta($0, $1.text) }
        case .saidAll: both(place, transcript).map { .outputTranscriptDone($0, $1.text) }
        case .soundEnded: place.map { .outputAudioDone($0) }
        case .partAdded: both(place, part).map { .contentPartAdded($0, $1) }
        case .partDone: both(place, part).map { .contentPartDone($0, $1) }
        case .outputAdded: output.map { .outputItemAdded($0, outputIndex: $1, $2) }
        case .outputDone: output.map { .outputItemDone($0, outputIndex: $1, $2) }
        case .itemAdded: item.map { .itemAdded($0, after: after) }
        case .itemDone: item.map { .itemDone($0, after: after) }
        case .speechStarted: both(name, audioStart).map { .speechStarted($0, audioStart: .milliseconds($1)) }
        case .speechStopped: both(name, audioEnd).map { .speechStopped($0, audioEnd: .milliseconds($1)) }
        case .committed: name.map { .inputAudioCommitted($0, after: after) }
        case .heard:
            both(name, both(contentIndex, delta)).map {
                .transcriptionDelta($0, contentIndex: $1.0, delta: $1.1.text)
            }
        }
    }

    private var name: ItemID? { itemID.map { ItemID($0.text) } }
    private var after: ItemID? { (previousItemID ?? nil).map { ItemID($0.text) } }

    private var output: (ResponseID, Int, Item)? {
        guard let responseID, let outputIndex, let item else { return nil }
        return (ResponseID(responseID.text), outputIndex, item)
    }

    private var place: PartLocation? {
        guard let responseID, let itemID, let outputIndex, let contentIndex else { return nil }
        return PartLocation(
            responseID: ResponseID(responseID.text), itemID: ItemID(itemID.text), outputIndex: outputIndex,
            contentIndex: contentIndex)
    }
}

private func both<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
}
