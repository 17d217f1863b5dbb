import WebSocketFrames

/// Frames as a client writes them, wrong ones too.
enum ClientFrame {
    static func make(
        _ opcode: UInt8, _ payload: [UInt8] = [], isFinal: Bool = true, reserved: UInt8 = 0,
        mask: [UInt8]? = [0x11, 0x22, 0x33, 0x44]
    ) -> [UInt8] {
        let size = payload.count
        let short: UInt8 = size < 126 ? UInt8(size) : size < 1 << 16 ? 126 : 127
        let extended = short < 126 ? 0 : short == 126 ? 2 : 8
        var frame = [(isFinal ? 0x80 : 0) | reserved << 4 | opcode, (mask == nil ? 0 : 0x80) | short]
        for index in 0..<extended {
            frame.append(UInt8(truncatingIfNeeded: size >> (8 * (extended - 1 - index))))
        }
        guard let mask else { return frame + payload }
        return frame + mask + payload.enumerated().map { $1 ^ mask[$0 & 3] }
    }

    static func text(_ text: String, isFinal: Bool = true) -> [UInt8] {
        make(1, Array(text.utf8), isFinal: isFinal)
    }

    static func more(_ text: String, isFinal: Bool = true) -> [UInt8] {
        make(0, Array(text.utf8), isFinal: isFinal)
    }

    static func close(_ code: Int, _ reason: [UInt8] = []) -> [UInt8] {
        make(8, [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)] + reason)
    }
}

/// What a reader told, kept beyond the call it was valid in.
enum Told: Equatable {
    case text(String)
    case binary([UInt8])
    case ping([UInt8])
    case pong([UInt8])
    case close(Int?, String)
    case violation(FrameViolation)

    init(_ event: FrameReader.Event) {
        self =
            switch event {
            case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
            case .binary(let bytes): .binary(Array(bytes))
            case .ping(let bytes): .ping(Array(bytes))
            case .pong(let bytes): .pong(Array(bytes))
            case .close(let code, let reason): .close(code, String(decoding: reason, as: UTF8.self))
            case .violation(let violation): .violation(violation)
            }
    }
}

/// Reads bytes that come in these pieces.
func read(_ pieces: [ArraySlice<UInt8>], from peer: FramePeer = .client, limit: Int = 1 << 20) -> [Told] {
    var reader = FrameReader(from: peer, maxMessageByteCount: limit)
    var told: [Told] = []
    for piece in pieces {
        var copy = Array(piece)
        copy.withUnsafeMutableBytes { bytes in
            var rest = bytes
            while let event = reader.next(&rest) { told.append(Told(event)) }
        }
    }
    return told
}

func read(_ bytes: [UInt8], limit: Int = 1 << 20) -> [Told] { read([bytes[...]], limit: limit) }

extension [UInt8] {
    func pieces(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
