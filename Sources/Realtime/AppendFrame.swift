/// Writes `{"type":"input_audio_buffer.append","audio":"…"}` straight into `frame`: a caller's voice is encoded
/// once, and the bytes go to every session that should hear it.
///
/// - Parameter audio: Raw sound in the session's input format, at most 15 MiB.
/// - Parameter frame: Must hold ``appendFrameByteCount(forAudio:)``.
/// - Returns: How much was written.
@discardableResult
public func appendFrame(_ audio: UnsafeRawBufferPointer, into frame: UnsafeMutableRawBufferPointer) -> Int {
    let count = appendFrameByteCount(forAudio: audio.count)
    precondition(frame.count >= count, "room for \(frame.count) of \(count) bytes")
    copy(head, to: frame, at: 0)
    let text = UnsafeMutableRawBufferPointer(rebasing: frame[head.utf8CodeUnitCount...])
    let end = head.utf8CodeUnitCount + Base64.encode(audio, into: text)
    copy(tail, to: frame, at: end)
    return count
}

/// The same for 16-bit samples, which go out little-endian as `audio/pcm` wants them.
@discardableResult
public func appendFrame(
    samples: UnsafeBufferPointer<Int16>, into frame: UnsafeMutableRawBufferPointer
) -> Int {
    if Int16(1).littleEndian == 1 { return appendFrame(UnsafeRawBufferPointer(samples), into: frame) }
    return samples.map(\.littleEndian).withUnsafeBytes { appendFrame($0, into: frame) }
}

/// How long the frame for so many bytes of sound is.
public func appendFrameByteCount(forAudio byteCount: Int) -> Int {
    head.utf8CodeUnitCount + Base64.encodedByteCount(of: byteCount) + tail.utf8CodeUnitCount
}

private let head: StaticString = #"{"type":"input_audio_buffer.append","audio":""#
private let tail: StaticString = #""}"#

private func copy(_ text: StaticString, to frame: UnsafeMutableRawBufferPointer, at offset: Int) {
    UnsafeMutableRawBufferPointer(rebasing: frame[offset...])
        .copyMemory(from: UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}
