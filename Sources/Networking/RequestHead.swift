package import HTTPTypes

/// What a client said before its body, understood far enough to go on.
///
/// The library's own parser decodes escapes in the path, takes the query apart and knows no chunked request
/// bodies; this one keeps everything as it was sent, and refuses what two readers could read in two ways.
package struct RequestHead {
    package enum Framing: Equatable {
        case length(Int)
        case chunked
    }

    package var request: HTTPRequest
    package var framing: Framing
    var isHTTP10: Bool
    /// Whether the client wants the connection for another request.
    var keepsAlive: Bool
    /// Whether it waits for our word before it sends the body.
    var expectsContinue: Bool
    var offersUpgrade: Bool

    /// Takes a head off the input; `nil`: it is not complete yet.
    package init?(
        from input: inout HTTPInput, limit: Int, fieldLimit: Int
    ) throws(HTTPServerLimits.Refusal) {
        guard let lines = try Self.takeLines(from: &input, limit: limit) else { return nil }
        guard lines.count - 1 <= fieldLimit else { throw .tooManyFields(limit: fieldLimit) }
        let (method, target, isHTTP10) = try Self.requestLine(lines[0])
        var fields = HTTPFields()
        for line in lines.dropFirst() { fields.append(try Self.field(line)) }
        let (path, authority) = try Self.split(target, method)
        guard fields[values: .hostField].count == 1 || isHTTP10 else {
            throw .malformed("one Host header is required")
        }
        request = HTTPRequest(
            method: method, scheme: "http", authority: authority ?? fields[.hostField], path: path,
            headerFields: fields)
        self.isHTTP10 = isHTTP10
        framing = try Self.framing(fields, isHTTP10: isHTTP10)
        let connection = fields.tokens(.connection)
        keepsAlive = !isHTTP10 && !connection.contains("close")
        expectsContinue = !isHTTP10 && fields.tokens(.expect).contains("100-continue")
        // HTTP/1.0 knows no upgrades, and who says it may be an intermediary that passes one on unread (RFC 9110, 7.8).
        offersUpgrade =
            !isHTTP10 && connection.contains("upgrade") && fields.tokens(.upgrade).contains("websocket")
    }

    private static func takeLines(
        from input: inout HTTPInput, limit: Int
    ) throws(HTTPServerLimits.Refusal) -> [ArraySlice<UInt8>]? {
        // Empty lines before a request are skipped (RFC 9112, 2.2).
        while input.unread.starts(with: [13, 10]) { input.skip(2) }
        guard let end = input.unread.endOfHead else {
            guard input.count <= limit else { throw .headTooLarge(limit: limit) }
            return nil
        }
        guard end - input.unread.startIndex <= limit else { throw .headTooLarge(limit: limit) }
        var lines: [ArraySlice<UInt8>] = []
        while let line = try input.takeLine(limit: limit), !line.isEmpty { lines.append(line) }
        guard !lines.isEmpty else { throw .malformed("the request line is missing") }
        return lines
    }

    private static func requestLine(
        _ line: ArraySlice<UInt8>
    ) throws(HTTPServerLimits.Refusal) -> (HTTPRequest.Method, String, isHTTP10: Bool) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, let method = HTTPRequest.Method(String(decoding: parts[0], as: UTF8.self)),
            !parts[1].isEmpty, parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { throw .malformed("the request line is not \"METHOD TARGET HTTP/1.1\"") }
        switch String(decoding: parts[2], as: UTF8.self) {
        case "HTTP/1.1": return (method, String(decoding: parts[1], as: UTF8.self), false)
        case "HTTP/1.0": return (method, String(decoding: parts[1], as: UTF8.self), true)
        default: throw .malformed("only HTTP/1.1 is spoken here")
        }
    }

    private static func field(_ line: ArraySlice<UInt8>) throws(HTTPServerLimits.Refusal) -> HTTPField {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { throw .malformed("a header is not \"Name: value\"") }
        let value = line[(colon + 1)...].trimmingBlanks
        guard HTTPField.isValidValue(value) else {
            throw .malformed("header \(name.rawName) holds a control character")
        }
        return HTTPField(name: name, value: value)
    }

    /// The path of a target that is a whole URL, as proxies send it, or the target itself.
    private static func split(
        _ target: String, _ method: HTTPRequest.Method
    ) throws(HTTPServerLimits.Refusal) -> (path: String, authority: String?) {
        if target.hasPrefix("/") || target == "*" || method == .connect { return (target, nil) }
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            let rest = target.dropFirst(scheme.count)
            let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            let path = rest[end...]
            return (path.hasPrefix("/") ? String(path) : "/" + path, String(rest[..<end]))
        }
        throw .malformed("the target begins with neither / nor http://")
    }

    private static func framing(
        _ fields: HTTPFields, isHTTP10: Bool
    ) throws(HTTPServerLimits.Refusal) -> Framing {
        let lengths = fields.values(.contentLength)
        if fields.contains(.transferEncoding) {
            guard fields.tokens(.transferEncoding) == ["chunked"], lengths.isEmpty, !isHTTP10 else {
                throw .malformed("the only Transfer-Encoding is chunked, and it excludes Content-Length")
            }
            return .chunked
        }
        guard let length = lengths.first else { return .length(0) }
        guard lengths.allSatisfy({ $0 == length }), length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let count = Int(length)
        else { throw .malformed("Content-Length is no number") }
        return .length(count)
    }
}

extension HTTPFields {
    /// The values of every header of that name, lists taken apart.
    func values(_ name: HTTPField.Name) -> [String] {
        self[values: name].flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { String($0.utf8.trimmingBlanks) ?? "" }
    }

    /// The same, for lists of words whose case does not matter.
    func tokens(_ name: HTTPField.Name) -> [String] {
        values(name).map { $0.lowercased() }.filter { !$0.isEmpty }
    }
}

extension HTTPField.Name {
    static let hostField = HTTPField.Name(parsed: "host") ?? .location
}

extension BidirectionalCollection<UInt8> {
    var trimmingBlanks: SubSequence {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
        else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The index behind the empty line that ends a head.
    var endOfHead: Int? {
        var lineStart = startIndex
        while let end = self[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = self[lineStart..<end]
            if line.isEmpty || line.elementsEqual([13]) { return end + 1 }
            lineStart = end + 1
        }
        return nil
    }
}
