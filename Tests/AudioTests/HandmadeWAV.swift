/// A WAV file put together by hand, right or wrong in any place.
func wav(
    tag: Int = 1, bits: Int = 16, channels: Int = 1, rate: Int = 24_000, isExtensible: Bool = false,
    before: [UInt8] = [], data: [UInt8], promising byteCount: Int? = nil
) -> [UInt8] {
    var format = little(isExtensible ? 0xFFFE : tag, 2) + little(channels, 2) + little(rate, 4)
    format += little(rate * channels * bits / 8, 4) + little(channels * bits / 8, 2) + little(bits, 2)
    if isExtensible {
        // cbSize, valid bits, speakers, and the GUID xxxx0000-0000-1000-8000-00AA00389B71.
        format += little(22, 2) + little(bits, 2) + little(0, 4) + little(tag, 2)
        format += [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
    }
    var body = chunk("fmt ", format) + before + chunk("data", data)
    if let byteCount {
        let start = body.count - data.count - data.count % 2 - 4
        body.replaceSubrange(start..<start + 4, with: little(byteCount, 4))
        body.removeLast(data.count % 2)
    }
    return container(body)
}

func container(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WAVE".utf8) + chunks
}

func chunk(_ id: String, _ body: [UInt8]) -> [UInt8] {
    Array(id.utf8) + little(body.count, 4) + body + (body.count.isMultiple(of: 2) ? [] : [0])
}

func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
