import CLibwebsockets
import WebSocketFrames

// What comes through our own frames.

extension WebSocket {
    func peerIsAlive() { liveness.lastHeard = .now }

    /// Sound comes through here: what it does not need is not looked at, let alone held.
    func heard(_ event: FrameReader.Event) {
        guard isOpen else { return heardWhileClosing(event) }
        switch event {
        case .text(let text): onText?(text)
        case .binary(let bytes): onBinary?(bytes)
        case .ping(let payload): pong(payload)
        case .pong: return
        case .close(let code, let reason):
            // Without a code there is none to answer with: 1005 stands for that.
            hearNoMore(Closing(code: code ?? 1005, reason: String(reason), byPeer: true))
        case .violation(let violation):
            hearNoMore(Closing(code: violation.code, reason: violation.reason, byPeer: false))
        }
    }

    private var isOpen: Bool { if case .open = state { true } else { false } }

    /// There is nobody to send what waits to: all that is left is to say goodbye.
    private func hearNoMore(_ closing: Closing) {
        heardGoodbye = true
        backlog.removeAll()
        end(closing)
    }

    /// Only the end of it matters now.
    private func heardWhileClosing(_ event: FrameReader.Event) {
        guard case .closing(let carrier, _) = state else { return }
        switch event {
        case .text, .binary, .ping, .pong: return
        case .close, .violation:
            heardGoodbye = true
            backlog.removeAll()
            carrier.callWhenWritable()
        }
    }
}

// What comes from a server with TLS.

extension WebSocket: ConnectionOwner {
    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_CLIENT_RECEIVE:
            return received(UnsafeRawBufferPointer(start: bytes, count: count), wsi)
        case LWS_CALLBACK_CLIENT_WRITEABLE:
            flush()
        case LWS_CALLBACK_CLIENT_RECEIVE_PONG:
            peerIsAlive()
        case LWS_CALLBACK_CLIENT_ESTABLISHED:
            established(wsi)
        case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
            return peerClosed(wsi, UnsafeRawBufferPointer(start: bytes, count: count))
        case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
            return appendHeaders(wsi, bytes, count)
        case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
            connectionFailed(wsi, String(UnsafeRawBufferPointer(start: bytes, count: count)))
        case LWS_CALLBACK_CLIENT_CLOSED:
            connectionEnded()
        default:
            break
        }
        return 0
    }

    func gone() { connectionEnded() }

    private func received(_ bytes: UnsafeRawBufferPointer, _ wsi: OpaquePointer) -> Int32 {
        guard case .open = state else { return 0 }
        peerIsAlive()
        // What a frame's header announces counts before it comes: nobody waits for 2^62 bytes.
        let missing = Int(clamping: lws_remaining_packet_payload(wsi))
        let isWhole = lws_is_final_fragment(wsi) != 0 && missing == 0
        guard missing <= limits.maxMessageByteCount - assembly.count - bytes.count else {
            assembly = []
            end(
                Closing(
                    code: 1009, reason: "a message may have \(limits.maxMessageByteCount) bytes",
                    byPeer: false))
            return 0
        }
        let isBinary = lws_frame_is_binary(wsi) != 0
        if isWhole && assembly.isEmpty {
            deliver(bytes, isBinary: isBinary)
        } else {
            assembly.append(contentsOf: bytes)
            if isWhole { deliverAssembled(isBinary: isBinary) }
        }
        return 0
    }

    private func deliverAssembled(isBinary: Bool) {
        var message: [UInt8] = []
        swap(&message, &assembly)
        message.withUnsafeBytes { deliver($0, isBinary: isBinary) }
        // The space is kept for the next message, unless it is large.
        guard message.capacity <= 64 << 10 else { return }
        message.removeAll(keepingCapacity: true)
        assembly = message
    }

    private func deliver(_ message: UnsafeRawBufferPointer, isBinary: Bool) {
        if isBinary {
            onBinary?(message)
        } else if isUTF8(message) {
            onText?(message)
        } else {
            end(Closing(code: 1007, reason: "a text message must be UTF-8", byPeer: false))
        }
    }

    /// The library answers the frame unless it is an answer itself: then the connection is over.
    private func peerClosed(_ wsi: OpaquePointer, _ payload: UnsafeRawBufferPointer) -> Int32 {
        guard case .open = state else { return saidGoodbye ? -1 : 0 }
        let code = payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : 1005
        let reason = String(UnsafeRawBufferPointer(rebasing: payload.dropFirst(2)))
        backlog.removeAll()
        closing(.library(wsi), Closing(code: code, reason: reason, byPeer: true))
        return 0
    }
}

extension String {
    /// Text of unknown quality, repaired where it is no UTF-8.
    init(_ bytes: UnsafeRawBufferPointer) { self = String(decoding: bytes, as: UTF8.self) }
}

/// Whether bytes are UTF-8; quick over the ASCII that base64 is made of.
func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var start = 0
    while start + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
        start += 8
    }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
    guard rest.contains(where: { $0 >= 0x80 }) else { return true }
    return String(validating: rest, as: UTF8.self) != nil
}
