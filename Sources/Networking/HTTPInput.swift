/// Bytes received and not yet understood.
package struct HTTPInput {
    package init() {}

    private var bytes: [UInt8] = []
    private var start = 0

    var count: Int { bytes.count - start }
    var isEmpty: Bool { count == 0 }
    /// What is there, without taking it.
    var unread: ArraySlice<UInt8> { bytes[start...] }

    package mutating func append(_ part: UnsafeRawBufferPointer) { bytes.append(contentsOf: part) }

    mutating func skip(_ count: Int) {
        start += count
        if start == bytes.count {
            // The space is kept for what comes next, unless it is large.
            bytes.removeAll(keepingCapacity: bytes.capacity <= 16 << 10)
            start = 0
        } else if start > 16 << 10 {
            bytes.removeFirst(start)
            start = 0
        }
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let taken = bytes[start..<(start + count)]
        skip(count)
        return taken
    }

    mutating func removeAll() { self = HTTPInput() }

    /// Takes a line without its CRLF; `nil`: it is not complete yet.
    ///
    /// - Throws: when it is longer than `limit` bytes or does not end in CRLF.
    mutating func takeLine(limit: Int) throws(HTTPServerLimits.Refusal) -> ArraySlice<UInt8>? {
        guard let end = unread.firstIndex(of: UInt8(ascii: "\n")) else {
            guard count <= limit else { throw .malformed("a line is too long") }
            return nil
        }
        let line = take(end + 1 - start)
        guard line.count >= 2, line[line.endIndex - 2] == UInt8(ascii: "\r") else {
            throw .malformed("a line does not end in CR LF")
        }
        guard line.count <= limit else { throw .malformed("a line is too long") }
        return line.dropLast(2)
    }
}
