extension Base64 {
    public static func encode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { string(of: $0) } }

    /// The text of 16-bit little-endian samples, as `audio/pcm` wants them.
    public static func encode(samples: [Int16]) -> String {
        samples.withUnsafeBufferPointer { encode(samples: $0) }
    }

    public static func encode(samples: UnsafeBufferPointer<Int16>) -> String {
        withLittleEndianBytes(of: samples) { string(of: $0) }
    }

    /// Writes the text of 16-bit little-endian samples; see ``encode(_:into:)``.
    @discardableResult
    public static func encode(
        samples: UnsafeBufferPointer<Int16>, into text: UnsafeMutableRawBufferPointer
    ) -> Int {
        withLittleEndianBytes(of: samples) { encode($0, into: text) }
    }

    /// - Returns: `nil` when `text` is not base64; see ``decode(_:into:)``.
    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        Array(text.utf8).withUnsafeBytes { decode($0) }
    }

    public static func decode(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        var isBase64 = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { buffer, count in
            let written = decode(text, into: UnsafeMutableRawBufferPointer(buffer))
            isBase64 = written != nil
            count = written ?? 0
        }
        return isBase64 ? bytes : nil
    }

    /// Decodes 16-bit little-endian samples straight to the end of `samples`.
    ///
    /// A server may cut its sound between the two bytes of a sample: the first one waits in `half`, which belongs to
    /// one stream of deltas and starts out as `nil`.
    ///
    /// - Returns: How many samples were added; `nil`, with nothing changed, when `text` is not base64.
    public static func decodeSamples(
        _ text: UnsafeRawBufferPointer, appendingTo samples: inout [Int16], half: inout UInt8?
    ) -> Int? {
        let carried = half == nil ? 0 : 1
        let before = samples.count
        samples.append(contentsOf: repeatElement(0, count: (carried + text.count / 4 * 3 + 1) / 2))
        let written = samples.withUnsafeMutableBytes { bytes -> Int? in
            let target = UnsafeMutableRawBufferPointer(rebasing: bytes[(before * 2)...])
            if let half { target[0] = half }
            return decode(text, into: UnsafeMutableRawBufferPointer(rebasing: target[carried...]))
        }
        guard let written else {
            samples.removeSubrange(before...)
            return nil
        }
        let byteCount = carried + written
        if byteCount.isMultiple(of: 2) {
            half = nil
        } else {
            half = samples.withUnsafeBytes { $0[before * 2 + byteCount - 1] }
        }
        samples.removeSubrange((before + byteCount / 2)...)
        if Int16(1).littleEndian != 1 {
            for index in before..<samples.count { samples[index] = Int16(littleEndian: samples[index]) }
        }
        return byteCount / 2
    }

    private static func string(of bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: encodedByteCount(of: bytes.count)) { text in
            encode(bytes, into: UnsafeMutableRawBufferPointer(text))
        }
    }

    private static func withLittleEndianBytes<Result>(
        of samples: UnsafeBufferPointer<Int16>, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        if Int16(1).littleEndian == 1 { return body(UnsafeRawBufferPointer(samples)) }
        return samples.map(\.littleEndian).withUnsafeBytes(body)
    }
}
