import HTTPTypes

/// How an answer's body is delimited.
enum ResponseFraming {
    case length(Int)
    case chunked
    /// The connection's end is the body's (HTTP/1.0).
    case untilClose
}

extension HTTPResponse {
    /// The head as it goes over the wire. Headers that speak of framing are ours alone.
    func wireHead(_ framing: ResponseFraming, closes: Bool) -> [UInt8] {
        let phrase = status.reasonPhrase.isEmpty ? reasonPhrase(status.code) : status.reasonPhrase
        var head = Array("HTTP/1.1 \(status.code) \(phrase)\r\n".utf8)
        for field in headerFields where !Self.framingFields.contains(field.name) {
            head += "\(field.name.rawName): ".utf8
            field.withUnsafeBytesOfValue { head += $0 }
            head += "\r\n".utf8
        }
        switch framing {
        case .length(let count): if mayHaveBody { head += "content-length: \(count)\r\n".utf8 }
        case .chunked: head += "transfer-encoding: chunked\r\n".utf8
        case .untilClose: break
        }
        if closes { head += "connection: close\r\n".utf8 }
        return head + "\r\n".utf8
    }

    /// 1xx, 204 and 304 end with their head (RFC 9110, 6.4.1).
    var mayHaveBody: Bool { status.code >= 200 && status.code != 204 && status.code != 304 }

    private static let framingFields: Set<HTTPField.Name> = [.contentLength, .transferEncoding, .connection]
}
