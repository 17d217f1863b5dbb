/// Reads what a peer says after the handshake: bytes in, messages and control frames out (RFC 6455).
///
/// Bytes may come cut in any way. A frame that came whole is handed out where it lies, without its mask; what came in
/// pieces is collected in memory that is kept for the next. Text is checked as it comes, and lengths as they are
/// announced, so that nobody waits for what will be refused. A close frame or a violation is the last that is read.
public struct FrameReader: ~Copyable {
    /// Bytes handed out are valid until the next call, and as long as what was read is.
    public enum Event {
        case text(UnsafeRawBufferPointer)
        case binary(UnsafeRawBufferPointer)
        case ping(UnsafeRawBufferPointer)
        case pong(UnsafeRawBufferPointer)
        /// No code: none was given. The reason is UTF-8.
        case close(code: Int?, reason: UnsafeRawBufferPointer)
        case violation(FrameViolation)
    }

    private enum Place {
        /// So many bytes of a header have come before.
        case header(Int)
        /// So many bytes of the payload have come before.
        case payload(FrameHeader, read: Int)
        case over
    }

    private enum Message { case none, text, binary }
    /// Of what was collected; it may be forgotten.
    private enum HandedOut { case nothing, fragments, control }

    private let peer: FramePeer
    private let maxMessageByteCount: Int
    private var place = Place.header(0)
    /// What has come of a header that was cut.
    private var header = InlineArray<14, UInt8>(repeating: 0)
    private var message = Message.none
    private var check = TextCheck()
    private var fragments = ByteStore()
    private var control = ByteStore()
    private var handedOut = HandedOut.nothing

    /// - Parameter maxMessageByteCount: of one message, all its fragments together.
    public init(from peer: FramePeer = .client, maxMessageByteCount: Int) {
        self.peer = peer
        self.maxMessageByteCount = maxMessageByteCount
    }

    /// Reads on, up to the next event, and takes what it has read from the front of `bytes`.
    ///
    /// - Returns: `nil` when everything was read and more must come.
    public mutating func next(_ bytes: inout UnsafeMutableRawBufferPointer) -> Event? {
        forgetHandedOut()
        while true {
            switch place {
            case .header(let known):
                guard !bytes.isEmpty else { return nil }
                switch known == 0 ? readHeader(&bytes) : readCutHeader(&bytes, known) {
                case .incomplete: return nil
                case .violation(let violation): return fail(violation)
                case .whole(let header, _):
                    if let violation = violation(of: header) { return fail(violation) }
                    place = .payload(header, read: 0)
                }
            case .payload(let header, let read):
                guard read == header.payloadByteCount || !bytes.isEmpty else { return nil }
                if let event = readPayload(of: header, read, &bytes) { return event }
            case .over:
                bytes = UnsafeMutableRawBufferPointer(rebasing: bytes[bytes.endIndex...])
                return nil
            }
        }
    }

    private mutating func fail(_ violation: FrameViolation) -> Event {
        place = .over
        return .violation(violation)
    }

    private mutating func forgetHandedOut() {
        switch handedOut {
        case .nothing: return
        case .fragments: fragments.removeAll()
        case .control: control.removeAll()
        }
        handedOut = .nothing
    }
}

// Headers.

extension FrameReader {
    private mutating func readHeader(_ bytes: inout UnsafeMutableRawBufferPointer) -> FrameHeader.Reading {
        let reading = FrameHeader.read(UnsafeRawBufferPointer(bytes), from: peer)
        switch reading {
        case .incomplete:
            for (index, byte) in bytes.enumerated() { header[index] = byte }
            place = .header(bytes.count)
            bytes.drop(bytes.count)
        case .whole(_, let count):
            bytes.drop(count)
        case .violation:
            break
        }
        return reading
    }

    /// The rest of a header, byte by byte, so that nothing behind it is taken.
    private mutating func readCutHeader(
        _ bytes: inout UnsafeMutableRawBufferPointer, _ known: Int
    ) -> FrameHeader.Reading {
        var count = known
        while let byte = bytes.first {
            header[count] = byte
            count += 1
            bytes.drop(1)
            let reading = header.span.withUnsafeBytes {
                FrameHeader.read(UnsafeRawBufferPointer(rebasing: $0[..<count]), from: peer)
            }
            guard case .incomplete = reading else { return reading }
        }
        place = .header(count)
        return .incomplete
    }

    /// What only the message tells that a frame belongs to. Begins a message.
    private mutating func violation(of header: FrameHeader) -> FrameViolation? {
        switch (header.opcode, message) {
        case (.close, _), (.ping, _), (.pong, _): return nil
        case (.continuation, .none): return .continuationOfNothing
        case (.text, .text), (.text, .binary), (.binary, .text), (.binary, .binary):
            return .interruptedMessage
        case (.continuation, .text), (.continuation, .binary): break
        case (.text, .none):
            message = .text
            check = TextCheck()
        case (.binary, .none): message = .binary
        }
        let room = maxMessageByteCount - fragments.count
        return header.payloadByteCount <= room ? nil : .tooLong(limit: maxMessageByteCount)
    }
}

// Payloads.

extension FrameReader {
    private mutating func readPayload(
        of header: FrameHeader, _ read: Int, _ bytes: inout UnsafeMutableRawBufferPointer
    ) -> Event? {
        let count = min(header.payloadByteCount - read, bytes.count)
        let part = UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])
        bytes.drop(count)
        header.mask?.apply(to: part, at: read)
        let isWhole = read + count == header.payloadByteCount
        place = isWhole ? .header(0) : .payload(header, read: read + count)
        let bytes = UnsafeRawBufferPointer(part)
        switch header.opcode {
        case .continuation, .text, .binary:
            return add(bytes, isLast: isWhole && header.isFinal)
        case .close, .ping, .pong:
            if isWhole && control.count == 0 { return controlEvent(header.opcode, bytes) }
            control.append(bytes)
            guard isWhole else { return nil }
            handedOut = .control
            return controlEvent(header.opcode, control.bytes)
        }
    }

    private mutating func add(_ part: UnsafeRawBufferPointer, isLast: Bool) -> Event? {
        let isText = message == .text
        if isText {
            guard check.accepts(part), check.isComplete || !isLast else { return fail(.notText) }
        }
        guard isLast else {
            fragments.append(part)
            return nil
        }
        message = .none
        guard fragments.count > 0 else { return isText ? .text(part) : .binary(part) }
        fragments.append(part)
        handedOut = .fragments
        return isText ? .text(fragments.bytes) : .binary(fragments.bytes)
    }

    private mutating func controlEvent(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer) -> Event {
        switch opcode {
        case .ping: return .ping(payload)
        case .close: return closeEvent(payload)
        case .pong, .continuation, .text, .binary: return .pong(payload)
        }
    }

    private mutating func closeEvent(_ payload: UnsafeRawBufferPointer) -> Event {
        guard payload.count >= 2 else {
            place = .over
            return .close(code: nil, reason: payload)
        }
        let code = Int(payload[0]) << 8 | Int(payload[1])
        guard CloseCode.maySend(code) else { return fail(.closeCode(code)) }
        let reason = UnsafeRawBufferPointer(rebasing: payload.dropFirst(2))
        var check = TextCheck()
        guard check.accepts(reason), check.isComplete else { return fail(.notText) }
        place = .over
        return .close(code: code, reason: reason)
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Leaves out the first `count` bytes.
    fileprivate mutating func drop(_ count: Int) {
        self = UnsafeMutableRawBufferPointer(rebasing: self[count...])
    }
}
