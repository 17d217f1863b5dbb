/// Finds the sound in a frame from the server without building a tree or allocating anything: audio deltas are
/// nine tenths of all bytes, and each must be on its way to the callers within the socket's callback.
public enum AudioDelta {
    /// Reads `utf8` if it is a `response.output_audio.delta` (or the beta's `response.audio.delta`).
    ///
    /// - Returns: Views into `utf8`, valid as long as it is. `nil` for every other event, for text that is not
    ///   JSON, and for the rare delta that cannot be read in place because its names or sound are written with
    ///   escapes, or any of its text is not ASCII: give those to ``ServerMessage/init(parsing:)``. So `nil` never
    ///   loses an event, and a view never differs from what the tree would say. (A member this does not read may
    ///   be there twice, or hold a number beyond 64 bits: the parser refuses such text, the scan does not look.)
    public static func scan(_ utf8: UnsafeRawBufferPointer) -> AudioDeltaView? {
        var scanner = AudioDeltaScanner(utf8)
        return scanner.scan()
    }
}

/// One audio delta, in place.
public struct AudioDeltaView {
    public let responseIDBytes: UnsafeRawBufferPointer
    public let itemIDBytes: UnsafeRawBufferPointer
    public let outputIndex: Int
    public let contentIndex: Int
    /// The sound, for ``Base64``.
    public let base64: UnsafeRawBufferPointer

    /// Makes a string of the bytes; compare ``responseIDBytes`` where that is too dear.
    public var responseID: ResponseID { ResponseID(String(decoding: responseIDBytes, as: UTF8.self)) }
    public var itemID: ItemID { ItemID(String(decoding: itemIDBytes, as: UTF8.self)) }

    public var location: PartLocation {
        PartLocation(
            responseID: responseID, itemID: itemID, outputIndex: outputIndex, contentIndex: contentIndex)
    }
}

/// The five members a delta is made of, while they are being found.
private struct AudioDeltaScanner {
    private var text: JSONSkimmer
    private var isAudioDelta = false
    private var responseID, itemID, delta: UnsafeRawBufferPointer?
    private var outputIndex, contentIndex: Int?

    init(_ utf8: UnsafeRawBufferPointer) { text = JSONSkimmer(utf8) }

    mutating func scan() -> AudioDeltaView? {
        guard text.take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let key = text.string(), text.take(UInt8(ascii: ":")), member(key) else { return nil }
        } while text.take(UInt8(ascii: ","))
        guard text.take(UInt8(ascii: "}")), text.isAtEnd, isAudioDelta, let responseID, let itemID, let delta,
            let outputIndex, let contentIndex
        else { return nil }
        return AudioDeltaView(
            responseIDBytes: responseID, itemIDBytes: itemID, outputIndex: outputIndex,
            contentIndex: contentIndex, base64: delta)
    }

    /// `false` ends the scan: the member is broken, is there twice, or says that this is another event.
    private mutating func member(_ key: UnsafeRawBufferPointer) -> Bool {
        if key.isText("type") {
            guard !isAudioDelta, let type = text.string() else { return false }
            isAudioDelta = type.isText("response.output_audio.delta") || type.isText("response.audio.delta")
            return isAudioDelta
        }
        if key.isText("delta") { return delta.fill(text.string()) }
        if key.isText("item_id") { return itemID.fill(text.string()) }
        if key.isText("response_id") { return responseID.fill(text.string()) }
        if key.isText("output_index") { return outputIndex.fill(text.integer()) }
        if key.isText("content_index") { return contentIndex.fill(text.integer()) }
        return text.skipValue()
    }
}
