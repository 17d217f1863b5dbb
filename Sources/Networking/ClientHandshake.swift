import CLibwebsockets
import HTTPTypes

/// What a client says to make a connection a WebSocket, and what a server may answer (RFC 6455, section 4.1).
struct ClientHandshake {
    enum Verdict: Equatable {
        case accepted
        /// The server's status.
        case refused(Int)
        /// It is no answer to this handshake.
        case malformed(String)
    }

    let request: [UInt8]
    private let acceptance: String
    private let subprotocols: [String]

    init(_ url: NetworkingURL, _ headers: HTTPFields, subprotocols: [String]) {
        var generator = SystemRandomNumberGenerator()
        let key = base64((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
        var text = "GET \(url.target) HTTP/1.1\r\nHost: \(url.hostHeader)\r\nUpgrade: websocket\r\n"
        text += "Connection: Upgrade\r\nSec-WebSocket-Key: \(key)\r\nSec-WebSocket-Version: 13\r\n"
        if !subprotocols.isEmpty {
            text += "Sec-WebSocket-Protocol: \(subprotocols.joined(separator: ", "))\r\n"
        }
        request = Array(text.utf8) + lines(of: headers) + [13, 10]
        acceptance = Networking.acceptance(of: key)
        self.subprotocols = subprotocols
    }

    /// - Parameter answer: up to and with the empty line.
    func verdict(on answer: ArraySlice<UInt8>) -> Verdict {
        let lines = answer.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
        let words = (lines.first ?? []).split(separator: 0x20, maxSplits: 2)
        guard let version = words.first,
            version.elementsEqual("HTTP/1.1".utf8) || version.elementsEqual("HTTP/1.0".utf8),
            words.count > 1, words[1].count == 3, let status = Int(String(decoding: words[1], as: UTF8.self))
        else { return .malformed("the answer to the handshake does not begin with HTTP/1.1 and a status") }
        guard status == 101 else { return .refused(status) }
        var fields = HTTPFields()
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
            else { return .malformed("a header of the answer is not \"Name: value\"") }
            fields.append(HTTPField(name: name, value: line[(colon + 1)...].trimmingBlanks))
        }
        return verdict(on: fields)
    }

    private func verdict(on fields: HTTPFields) -> Verdict {
        guard fields.tokens(.upgrade).contains("websocket"), fields.tokens(.connection).contains("upgrade"),
            fields.values(.secWebSocketAccept) == [acceptance]
        else { return .malformed("the answer to the handshake does not prove that it was understood") }
        guard fields.values(.secWebSocketExtensions).isEmpty else {
            return .malformed("the server agreed to an extension that was not offered")
        }
        guard fields.values(.secWebSocketProtocol).allSatisfy(subprotocols.contains) else {
            return .malformed("the server chose a subprotocol that was not offered")
        }
        return .accepted
    }
}

/// Proves to a client that its handshake was understood: its key with a number that only WebSockets know, digested.
func acceptance(of key: String) -> String {
    let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
    var digest = [UInt8](repeating: 0, count: 20)
    parley_sha1(text, text.count, &digest)
    return base64(digest)
}

/// A few bytes as text.
private func base64(_ bytes: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: bytes.count / 3 * 4 + 8)
    let count = bytes.withUnsafeBytes { bytes in
        lws_b64_encode_string(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &text,
            Int32(text.count))
    }
    return String(decoding: text.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
