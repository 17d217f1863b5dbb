/// Finds the sound in a frame from a client without building a tree: the counterpart of ``AudioDelta`` for a server,
/// which hears fifty of these a second from every session.
public enum AudioAppend {
    /// Reads `utf8` if it is an `input_audio_buffer.append`.
    ///
    /// - Returns: The base64 text within `utf8`, for ``Base64``; valid as long as `utf8` is. `nil` for every other
    ///   event and for whatever cannot be read in place: give it to ``ClientMessage/init(parsing:)``. The same
    ///   when the text turns out not to be base64, to learn which event to complain about.
    public static func scan(_ utf8: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        var text = JSONSkimmer(utf8)
        var isAppend = false
        var audio: UnsafeRawBufferPointer?
        guard text.take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let key = text.string(), text.take(UInt8(ascii: ":")) else { return nil }
            if key.isText("type") {
                guard !isAppend, let type = text.string(), type.isText("input_audio_buffer.append") else {
                    return nil
                }
                isAppend = true
            } else if key.isText("audio") {
                guard audio == nil, let value = text.string() else { return nil }
                audio = value
            } else {
                guard text.skipValue() else { return nil }
            }
        } while text.take(UInt8(ascii: ","))
        guard text.take(UInt8(ascii: "}")), text.isAtEnd, isAppend else { return nil }
        return audio
    }
}
