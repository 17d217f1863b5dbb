import JSONValues
import Testing

@Suite struct `Examples as JSON` {
    @Test(arguments: Example.all())
    func `an example reads and writes back to the same text`(_ example: Example) throws {
        let json = try example.json
        #expect(json.text == String(decoding: compact(try example.bytes), as: UTF8.self))
        #expect(try JSON(parsing: json.utf8) == json)
    }

    /// The file's text without the white space between its tokens: what a faithful writer must produce,
    /// members in their order.
    private func compact(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in text {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInString
            case UInt8(ascii: "\""): isInString.toggle()
            case 0x09, 0x0A, 0x0D, 0x20: if !isInString { continue }
            case _: break
            }
            out.append(byte)
        }
        return out
    }
}
