import CLibwebsockets
import WebSocketFrames

extension WebSocket {
    /// The kernel takes more: first what waits, then a ping that is due, and last our goodbye.
    func flush() {
        switch state {
        case .open(let carrier): flush(carrier, nil)
        case .closing(let carrier, let closing): flush(carrier, closing)
        case .connecting, .failing, .closed: return
        }
    }

    /// - Parameter closing: `nil`: we are open.
    private func flush(_ carrier: Carrier, _ closing: Closing?) {
        while carrier.isClear, let message = backlog.popFirst() {
            guard writeShared(message, through: carrier) else { return }
        }
        guard backlog.isEmpty, carrier.isClear else { return carrier.callWhenWritable() }
        if let closing {
            if saidGoodbye { end(closing, through: carrier) } else { sayGoodbye(closing, through: carrier) }
        } else if liveness.owesPing {
            liveness.owesPing = false
            send(.ping, Array("ping".utf8), through: carrier)
        }
    }

    /// Answers a ping with what it carried.
    func pong(_ payload: UnsafeRawBufferPointer) {
        guard case .open(.framed(let connection)) = state, !connection.pong(payload) else { return }
        isBroken()
    }

    /// Sends the close frame, and waits for the peer's (RFC 6455, section 7.1.1) as long as
    /// ``closing(_:_:)`` allows. The library's own way closes the connection behind the frame: its machine answers
    /// what the peer has sent meanwhile with a reset, and the frame is lost with it.
    private func sayGoodbye(_ closing: Closing, through carrier: Carrier) {
        if case .library = carrier, closing.byPeer { return }
        saidGoodbye = true
        send(.close, FrameWriter.closePayload(code: closing.code, reason: closing.reason), through: carrier)
        carrier.callWhenWritable()
    }

    /// Both sides have said goodbye.
    private func end(_ closing: Closing, through carrier: Carrier) {
        guard heardGoodbye, case .framed(let connection) = carrier else { return }
        finish(closing)
        connection.part()
    }

    private func send(_ opcode: Opcode, _ payload: [UInt8], through carrier: Carrier) {
        let isTaken = payload.withUnsafeBytes { payload in
            switch carrier {
            case .framed(let connection): connection.send(opcode, payload)
            case .library(let wsi): write(opcode, payload, to: wsi)
            }
        }
        if !isTaken { isBroken() }
    }

    private func write(_ opcode: Opcode, _ payload: UnsafeRawBufferPointer, to wsi: OpaquePointer) -> Bool {
        reactor.withScratch(payload.count) { scratch in
            scratch.payload(payload.count).copyMemory(from: payload)
            let start = scratch.start.assumingMemoryBound(to: UInt8.self)
            if opcode == .close { return parley_write_close(wsi, start, payload.count) >= 0 }
            return lws_write(wsi, start, payload.count, LWS_WRITE_PING) >= 0
        }
    }
}
