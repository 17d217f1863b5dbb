import HTTPTypes

/// Appends header lines where the library collects a request's head.
///
/// - Parameters:
///   - place: what the library passes: the address of its cursor.
///   - space: bytes left behind the cursor.
/// - Returns: 0, or -1 when they do not fit.
func append(_ fields: HTTPFields, at place: UnsafeMutableRawPointer?, space: Int) -> Int32 {
    guard let cursor = place?.assumingMemoryBound(to: UnsafeMutableRawPointer.self) else { return -1 }
    return append(lines(of: fields), at: cursor, space: space)
}

/// As they stand in a request; `Host` is the URL's.
func lines(of fields: HTTPFields) -> [UInt8] {
    var lines: [UInt8] = []
    for field in fields where field.name.canonicalName != "host" {
        lines += field.name.rawName.utf8
        lines += ": ".utf8
        field.withUnsafeBytesOfValue { lines += $0 }
        lines += "\r\n".utf8
    }
    return lines
}

func append(_ lines: [UInt8], at cursor: UnsafeMutablePointer<UnsafeMutableRawPointer>, space: Int) -> Int32 {
    guard lines.count <= space else { return -1 }
    UnsafeMutableRawBufferPointer(start: cursor.pointee, count: lines.count).copyBytes(from: lines)
    cursor.pointee += lines.count
    return 0
}
