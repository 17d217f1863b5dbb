import CLibwebsockets

extension WebSocket: Resident {
    /// Ends politely where there is somebody to be polite to.
    func end(_ closing: Closing) {
        switch state {
        case .open(let wsi):
            self.closing(wsi, closing)
            lws_callback_on_writable(wsi)
        case .connecting, .failing, .upgrading:
            cut(closing)
        case .closing, .closed:
            return
        }
    }

    /// Ends at once. Reported on the loop's next turn.
    func cut(_ closing: Closing) {
        switch state {
        case .open(let wsi):
            self.closing(wsi, closing)
            parley_kill_soon(wsi)
        case .closing(let wsi, _):
            parley_kill_soon(wsi)
        case .connecting(let dial):
            // The handshake may still end well before the end is reported.
            state = .failing
            dial.cancel()
            reactor.later { [self] in finish(closing) }
        case .failing, .upgrading, .closed:
            return
        }
    }

    func closing(_ wsi: OpaquePointer, _ closing: Closing) {
        state = .closing(wsi, closing)
        liveness.stop()
        closeDeadline = reactor.schedule(after: .seconds(3)) { parley_kill_soon(wsi) }
    }

    /// The library has let go of the connection.
    func connectionEnded() {
        abandoned = nil
        switch state {
        case .open: finish(Closing(code: 1006, reason: "the connection went away", byPeer: true))
        case .closing(_, let closing): finish(closing)
        case .upgrading: finish(Closing(code: 1006, reason: "the upgrade failed", byPeer: true))
        case .connecting(let dial): dial.connectionGone()
        case .failing, .closed: return
        }
    }

    func finish(_ closing: Closing) {
        if case .closed = state { return }
        state = .closed
        liveness.stop()
        closeDeadline?.cancel()
        backlog.removeAll()
        assembly = []
        relay = nil
        share = nil
        reactor.dismiss(self)
        let report = onClosed
        onOpen = nil
        onText = nil
        onBinary = nil
        onClosed = nil
        report?(closing)
    }

    func reactorIsStopping() { end(Closing(code: 1001, reason: "going away", byPeer: false)) }
    func reactorHasStopped() {
        finish(Closing(code: 1006, reason: "the event loop has stopped", byPeer: false))
    }
}

/// When the peer was last heard of, and what is done about silence.
struct Liveness {
    var lastHeard = Moment.now
    /// We do not read, so silence means nothing.
    var isPaused = false
    /// A ping waits for the kernel.
    var owesPing = false
    var deadline: Deadline?

    mutating func stop() {
        deadline?.cancel()
        deadline = nil
    }
}

extension WebSocket {
    func watchLiveness() {
        liveness.lastHeard = .now
        wakeForSilence(after: limits.pingInterval)
    }

    private func wakeForSilence(after delay: Duration) {
        liveness.deadline = reactor.schedule(after: delay) { [weak self] in self?.checkSilence() }
    }

    private func checkSilence() {
        guard case .open(let wsi) = state else { return }
        let silence = Moment.now - liveness.lastHeard
        if liveness.isPaused || silence < limits.pingInterval {
            let rest = limits.pingInterval - silence
            wakeForSilence(after: liveness.isPaused ? limits.pingInterval : rest)
        } else if silence < limits.pongTimeout {
            liveness.owesPing = true
            lws_callback_on_writable(wsi)
            wakeForSilence(after: limits.pongTimeout - silence)
        } else {
            cut(Closing(code: 1006, reason: "nothing heard for \(limits.pongTimeout)", byPeer: true))
        }
    }
}
