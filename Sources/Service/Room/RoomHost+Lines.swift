public import FloorControl
import JSONValues
public import Networking
public import Rooms

// Callers' lines: who may call, and what their sockets say.

extension RoomHost {
    /// The identity a caller gets, before the upgrade; a free one is made if they name none.
    public func admitsCaller(_ wish: Identity?) throws(Problem) -> Identity {
        guard room.callerIdentities.count < settings.limits.maxCallers else {
            throw Problem(
                .atCapacity, "The room “\(name)” has \(settings.limits.maxCallers) callers, its limit.",
                retryAfter: .seconds(5))
        }
        if let wish {
            guard !room.holds(wish) else {
                throw Problem(.identityTaken, "“\(wish)” is already in “\(name)”. Choose another identity.")
            }
            return wish
        }
        var number = 1
        while room.holds(Identity("caller-\(number)")) { number += 1 }
        return Identity("caller-\(number)")
    }

    public func attach(_ socket: WebSocket, caller: CallerProfile, format: LineFormat, rate: Int) {
        guard !isClosed, let line = try? CallerLine(caller.identity, socket, format: format, rate: rate)
        else {
            socket.close(code: 1011, reason: "no room")
            return
        }
        let identity = caller.identity
        lines[identity] = line
        // What the kernel still holds counts as unread, so a line may queue a little more than the limit.
        line.subscription = events.subscribe { entry in socket.send(text: entry.utf8) }
        socket.onBinary = { self.heard($0, on: line) }
        socket.onText = { self.read($0, on: line) }
        socket.onClosed = { _ in self.lineClosed(line) }
        handle(.callerJoined(caller))
    }

    func closeLine(_ caller: Identity, code: Int, reason: String) {
        guard let line = lines.removeValue(forKey: caller) else { return }
        line.close(code: code, reason: reason)
    }

    private func lineClosed(_ line: CallerLine) {
        guard lines[line.identity] === line else { return }
        lines[line.identity] = nil
        line.subscription?.cancel()
        handle(.callerLeft(line.identity, reason: "line closed"))
    }

    /// Breaks the line off because of what it did.
    private func breakOff(_ line: CallerLine, code: Int, reason: String) {
        guard lines[line.identity] === line else { return }
        closeLine(line.identity, code: code, reason: reason)
        handle(.callerLeft(line.identity, reason: reason))
    }

    /// Cuts lines whose callers do not read what they hear.
    func closeUnread() {
        for line in lines.values where line.isUnread {
            breakOff(line, code: 1013, reason: "2 s of sound stand unread")
            // It does not read, so it may not answer the close either.
            reactor.schedule(after: .seconds(1)) { line.socket.abort() }
        }
    }

    private func heard(_ frame: UnsafeRawBufferPointer, on line: CallerLine) {
        var samples: [Int16] = []
        swap(&samples, &scratch)
        defer {
            samples.removeAll(keepingCapacity: true)
            swap(&samples, &scratch)
        }
        guard line.decode(frame, into: &samples) else {
            breakOff(line, code: 1007, reason: "a frame ends in the middle of a sample")
            return
        }
        samples.withUnsafeBufferPointer { hear($0, on: line) }
    }

    private func hear(_ samples: UnsafeBufferPointer<Int16>, on line: CallerLine) {
        let (hearing, hasSound) = room.hear(samples, from: line.identity)
        switch hearing {
        case .drop: break
        case .keep: line.keep(samples)
        case .feed(let link): feed(samples, of: line, to: link)
        case .feedSilence(let link):
            let silence = [Int16](repeating: 0, count: samples.count)
            silence.withUnsafeBufferPointer { feed($0, of: line, to: link) }
        }
        if hasSound { startPump() }
    }

    private func feed(_ samples: UnsafeBufferPointer<Int16>, of line: CallerLine, to link: LinkID) {
        guard let session = sessions[link] else { return }
        if !line.backlog.isEmpty {
            line.backlog.withUnsafeBufferPointer { session.append($0) }
            room.fed(line.identity, sampleCount: line.backlog.count)
            line.dropBacklog()
        }
        session.append(samples)
        room.fed(line.identity, sampleCount: samples.count)
    }

    private func read(_ utf8: UnsafeRawBufferPointer, on line: CallerLine) {
        do throws(EventFault) {
            switch try LineMessage(utf8) {
            case .playbackPosition(let turn, let played):
                handle(.positionReported(by: line.identity, turn, played))
            case .message(let text): handle(.messageTyped(from: line.identity, text: text))
            case .interrupt: handle(.interruptRequested)
            case .mute(let isMuted): handle(.callerMuted(line.identity, isMuted))
            }
        } catch {
            let json = EventLog.json(.error(error), seq: nil, at: .now, room: name)
            line.socket.send(text: json.utf8)
        }
    }
}
