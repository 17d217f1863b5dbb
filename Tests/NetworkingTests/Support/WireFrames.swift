import HTTPTypes

/// WebSocket frames by hand, for peers that do what no library would.
enum WireFrame {
    static func client(_ opcode: UInt8, _ payload: [UInt8], final: Bool = true) -> [UInt8] {
        let mask: [UInt8] = [0x11, 0x22, 0x33, 0x44]
        var frame = [(final ? 0x80 : 0) | opcode]
        switch payload.count {
        case ..<126: frame.append(0x80 | UInt8(payload.count))
        case ..<65_536: frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default:
            frame.append(0x80 | 127)
            for shift in stride(from: 56, through: 0, by: -8) {
                frame.append(UInt8(payload.count >> shift & 0xFF))
            }
        }
        return frame + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    static func text(_ text: String, final: Bool = true) -> [UInt8] {
        client(1, Array(text.utf8), final: final)
    }

    static func close(_ code: Int, _ reason: String = "") -> [UInt8] {
        client(8, [UInt8(code >> 8), UInt8(code & 0xFF)] + reason.utf8)
    }

    static func upgrade(_ path: String = "/line", headers: String = "") -> String {
        """
        GET \(path) HTTP/1.1\r
        Host: a\r
        Connection: keep-alive, Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \(headers)\r

        """
    }

    /// The unmasked frames of a server, as (opcode, payload); what is incomplete at the end is left out.
    static func parse(_ bytes: [UInt8]) -> [(opcode: UInt8, payload: [UInt8])] {
        var frames: [(UInt8, [UInt8])] = []
        var index = 0
        while bytes.count - index >= 2 {
            var length = Int(bytes[index + 1] & 0x7F)
            var start = index + 2
            let extended = length == 126 ? 2 : length == 127 ? 8 : 0
            guard bytes.count >= start + extended else { break }
            if extended > 0 { length = bytes[start..<(start + extended)].reduce(0) { $0 << 8 | Int($1) } }
            start += extended
            guard bytes.count >= start + length else { break }
            frames.append((bytes[index] & 0x0F, Array(bytes[start..<(start + length)])))
            index = start + length
        }
        return frames
    }
}

extension RawSocket {
    /// Becomes a WebSocket; the head of the answer. What comes behind it is left unread.
    func upgrade(_ path: String = "/line", headers: String = "", then more: [UInt8] = []) -> String {
        send(Array(WireFrame.upgrade(path, headers: headers).utf8) + more)
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
            let (byte, isClosed) = receiveOne()
            guard let byte, !isClosed else { break }
            head.append(byte)
        }
        return String(decoding: head, as: UTF8.self)
    }

    /// Frames until the peer closes, `count` are there, or `limit` has passed.
    func frames(_ count: Int = .max, atMost limit: Duration = .seconds(5)) -> [(
        opcode: UInt8, payload: [UInt8]
    )] {
        WireFrame.parse(receiveBytes(atMost: limit) { WireFrame.parse($0).count >= count }.bytes)
    }

    /// The code and reason of the close frame that comes, whatever comes before it.
    func closeFrame(atMost limit: Duration = .seconds(5)) -> (code: Int, reason: String)? {
        let bytes = receiveBytes(atMost: limit) { WireFrame.parse($0).last?.opcode == 8 }.bytes
        guard let close = WireFrame.parse(bytes).last(where: { $0.opcode == 8 }), close.payload.count >= 2
        else {
            return nil
        }
        let code = Int(close.payload[0]) << 8 | Int(close.payload[1])
        return (code, String(decoding: close.payload.dropFirst(2), as: UTF8.self))
    }
}
