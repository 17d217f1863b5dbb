extension WebSocket: Resident {
    /// Ends politely where there is somebody to be polite to.
    func end(_ closing: Closing) {
        switch state {
        case .open(let carrier):
            self.closing(carrier, closing)
            carrier.callWhenWritable()
        case .connecting, .failing:
            cut(closing)
        case .closing, .closed:
            return
        }
    }

    /// Ends at once. Reported on the loop's next turn.
    func cut(_ closing: Closing) {
        switch state {
        case .open(let carrier):
            self.closing(carrier, closing)
            carrier.kill()
        case .closing(let carrier, _):
            carrier.kill()
        case .connecting(let dial):
            // The handshake may still end well before the end is reported.
            state = .failing
            dial.cancel()
            reactor.later { [self] in finish(closing) }
        case .failing, .closed:
            return
        }
    }

    /// The peer's close frame is waited for, and so read, whoever has stopped reading.
    func closing(_ carrier: Carrier, _ closing: Closing) {
        state = .closing(carrier, closing)
        if liveness.isPaused { carrier.setReading(true) }
        liveness.stop()
        closeDeadline = reactor.schedule(after: .seconds(3)) { carrier.kill() }
    }

    /// The kernel says that there is nobody any more.
    func isBroken() { cut(Closing(code: 1006, reason: "the connection is broken", byPeer: true)) }

    /// The connection is no more.
    func connectionEnded() {
        abandoned = nil
        switch state {
        case .open: finish(Closing(code: 1006, reason: "the connection went away", byPeer: true))
        case .closing(_, let closing): finish(closing)
        case .connecting(let dial): (dial as? Dial)?.connectionGone()
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
        liveness.deadline = reactor.schedule(after: delay) { [self] in checkSilence() }
    }

    private func checkSilence() {
        guard case .open(let carrier) = state else { return }
        let silence = Moment.now - liveness.lastHeard
        if liveness.isPaused || silence < limits.pingInterval {
            let rest = limits.pingInterval - silence
            wakeForSilence(after: liveness.isPaused ? limits.pingInterval : rest)
        } else if silence < limits.pongTimeout {
            liveness.owesPing = true
            carrier.callWhenWritable()
            wakeForSilence(after: limits.pongTimeout - silence)
        } else {
            cut(Closing(code: 1006, reason: "nothing heard for \(limits.pongTimeout)", byPeer: true))
        }
    }
}
