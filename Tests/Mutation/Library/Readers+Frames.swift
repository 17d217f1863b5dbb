import WebSocketFrames

extension Readers {
    /// However the bytes arrive, the same is said in them; nothing is said behind an end; and text is text.
    @Sendable static func frames(_ bytes: [UInt8]) -> String? {
        let whole = said(in: [bytes[...]])
        for size in [1, bytes.count % 7 + 2, bytes.count / 3 + 1] {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                bytes[$0..<min($0 + size, bytes.count)]
            }
            let cut = said(in: pieces)
            guard cut == whole else { return "whole: \(whole); in pieces of \(size): \(cut)" }
        }
        let end = whole.firstIndex { $0.isEnd } ?? whole.endIndex
        guard whole.dropFirst(end + 1).isEmpty else { return "said behind the end: \(whole)" }
        return whole.contains { $0.isWrong } ? "handed out against the rules: \(whole)" : nil
    }

    private static let maxMessageByteCount = 4_096

    private struct Said: Equatable {
        let words: String
        let payload: [UInt8]
        let isText: Bool
        let isEnd: Bool

        init(_ event: FrameReader.Event) {
            switch event {
            case .text(let bytes): self.init("text", bytes, isText: true)
            case .binary(let bytes): self.init("binary", bytes)
            case .ping(let bytes): self.init("ping", bytes)
            case .pong(let bytes): self.init("pong", bytes)
            case .close(let code, let reason):
                self.init("close \(code ?? 0)", reason, isText: true, isEnd: true)
            case .violation(let violation):
                self.init("\(violation)", UnsafeRawBufferPointer(start: nil, count: 0), isEnd: true)
            }
        }

        private init(
            _ words: String, _ bytes: UnsafeRawBufferPointer, isText: Bool = false, isEnd: Bool = false
        ) {
            self.words = words
            payload = Array(bytes)
            self.isText = isText
            self.isEnd = isEnd
        }

        var isWrong: Bool {
            payload.count > maxMessageByteCount || isText && String(validating: payload, as: UTF8.self) == nil
        }
    }

    private static func said(in pieces: [ArraySlice<UInt8>]) -> [Said] {
        var reader = FrameReader(maxMessageByteCount: maxMessageByteCount)
        var said: [Said] = []
        for piece in pieces {
            var copy = Array(piece)
            copy.withUnsafeMutableBytes { bytes in
                var rest = bytes
                while let event = reader.next(&rest) { said.append(Said(event)) }
            }
        }
        return said
    }
}
