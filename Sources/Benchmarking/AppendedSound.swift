import Realtime

/// The stamped frames of one `input_audio_buffer.append`, found without reading the sound between the stamps: whoever
/// loads a service must cost less than it.
struct AppendedSound {
    private static let head = Array(#"{"type":"input_audio_buffer.append","audio":""#.utf8)
    private static let frameTextCount = Base64.encodedByteCount(of: StampedFrame.byteCount)
    private static let stampTextCount = Base64.encodedByteCount(of: StampedFrame.stampByteCount + 2)

    private let text: UnsafeRawBufferPointer

    /// `nil` for every other event, and for an append that does not hold whole frames.
    init?(_ utf8: UnsafeRawBufferPointer) {
        let head = Self.head
        let count = utf8.count - head.count - 2
        guard count > 0, count.isMultiple(of: Self.frameTextCount), utf8.starts(with: head) else {
            return nil
        }
        text = UnsafeRawBufferPointer(rebasing: utf8[head.count..<head.count + count])
    }

    var frameCount: Int { text.count / Self.frameTextCount }

    func forEachFrame(_ body: (StampedFrame) -> Void) {
        withUnsafeTemporaryAllocation(byteCount: Base64.decodedByteCount, alignment: 1) { bytes in
            for start in stride(from: 0, to: text.count, by: Self.frameTextCount) {
                let stamp = UnsafeRawBufferPointer(rebasing: text[start..<start + Self.stampTextCount])
                guard Base64.decode(stamp, into: bytes) != nil,
                    let frame = StampedFrame(UnsafeRawBufferPointer(bytes))
                else { continue }
                body(frame)
            }
        }
    }
}

extension Base64 {
    /// Room for a stamp and what fills up its last three bytes.
    fileprivate static let decodedByteCount = StampedFrame.stampByteCount + 2
}
