/// Takes server-sent events apart (WHATWG HTML §9.2.6), however their bytes arrive.
package struct EventStreamReader: Sendable {
    /// Larger events are no answer that a model could use.
    static let maxEventByteCount = 1 << 20

    private var line: [UInt8] = []
    private var data: [UInt8]?
    private var endedWithReturn = false
    private(set) var isOverfull = false

    package init() {}

    /// - Returns: The data of each event that is complete now, its lines joined. Events without data are none.
    package mutating func read(_ bytes: UnsafeRawBufferPointer) -> [[UInt8]] {
        var events: [[UInt8]] = []
        for byte in bytes where !isOverfull {
            let follows = endedWithReturn
            endedWithReturn = byte == UInt8(ascii: "\r")
            switch byte {
            case UInt8(ascii: "\n") where follows: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let event = endLine() { events.append(event) }
            default:
                line.append(byte)
                isOverfull = line.count + (data?.count ?? 0) > Self.maxEventByteCount
            }
        }
        return events
    }

    private mutating func endLine() -> [UInt8]? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else {
            defer { data = nil }
            return data
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        guard line[..<colon].elementsEqual("data".utf8) else { return nil }
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        if data == nil { data = Array(value) } else { data? += [UInt8(ascii: "\n")] + value }
        return nil
    }
}
