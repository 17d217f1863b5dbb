public import FloorControl
import JSONValues
public import Networking
import Realtime
public import Rooms

// Callers' lines: who may call, and what their sockets say.

extension RoomHost {
    /// The identity a caller gets, before the upgrade; a free one is made if they name none. It stays
    /// theirs while the upgrade is under way: two who ask at the same moment must not get the same.
    public func admitsCaller(_ wish: Identity?) throws(Problem) -> Identity {
        let identity = try freeIdentity(wish)
        promised[identity] = reactor.schedule(after: Self.upgradePatience) {
            self.promised[identity] = nil
        }
        return identity
    }

    /// An upgrade takes a turn of the event loop; one that has not come by then never will.
    private static let upgradePatience: Duration = .seconds(2)

    public var seatCount: Int { room.agentIdentities.count + room.callerIdentities.count + promised.count }

    func isTaken(_ identity: Identity) -> Bool { room.holds(identity) || promised[identity] != nil }

    public func freeIdentity(_ wish: Identity?) throws(Problem) -> Identity {
        try refuseIfEnding()
        guard room.callerIdentities.count + promised.count < settings.limits.maxCallers else {
            throw Problem(
                .atCapacity, "The room “\(name)” has \(settings.limits.maxCallers) callers, its limit.",
                retryAfter: .seconds(5))
        }
        if let wish {
            guard !isTaken(wish) else {
                throw Problem(.identityTaken, "“\(wish)” is already in “\(name)”. Choose another identity.")
            }
            return wish
        }
        var number = 1
        while isTaken(Identity("caller-\(number)")) { number += 1 }
        return Identity("caller-\(number)")
    }

    public func attach(
        _ socket: WebSocket, caller: CallerProfile, format: LineFormat, rate: Int, after seq: Int?
    ) {
        let identity = caller.identity
        promised.removeValue(forKey: identity)?.cancel()
        guard !isClosed, !isTaken(identity),
            let line = try? CallerLine(identity, socket, format: format, rate: rate)
        else {
            socket.close(code: 1011, reason: "no room")
            return
        }
        lines[identity] = line
        if let notice = recordingNotice { tell(notice, on: line) }
        line.subscription = events.subscribe(after: seq.flatMap { missed(by: identity, after: $0) }) {
            self.tell($0.utf8, on: line)
        }
        socket.onBinary = { self.heard($0, on: line) }
        socket.onText = { self.read($0, on: line) }
        socket.onClosed = { self.lineClosed(line, $0) }
        handle(.callerJoined(caller))
    }

    /// Where a caller who was away goes on: after what they know, and never before they first came in. What
    /// others said before that is not theirs to read.
    private func missed(by caller: Identity, after seq: Int) -> Int? {
        let first = events.entries(after: 0).first { entry in
            if case .participantJoined(caller, .caller, _, _) = entry.event { true } else { false }
        }
        // A number that was never given out here is of an earlier room of this name.
        return first.map { max($0.seq - 1, seq > events.lastSeq ? 0 : seq) }
    }

    func closeLine(_ caller: Identity, code: Int, reason: String) {
        guard let line = lines.removeValue(forKey: caller) else { return }
        line.close(code: code, reason: reason)
    }

    private func lineClosed(_ line: CallerLine, _ closing: WebSocket.Closing) {
        guard lines[line.identity] === line else { return }
        lines[line.identity] = nil
        line.fallSilent()
        log.lineClosed(line.identity, closing)
        // 1005 is a close without a code: RFC 6455 §7.4.1.
        let isOrderly = closing.byPeer && [1000, 1001, 1005].contains(closing.code)
        handle(.callerLeft(line.identity, reason: isOrderly ? .left : .lost))
    }

    /// Breaks the line off because of what it did.
    private func breakOff(_ line: CallerLine, code: Int, reason: String) {
        guard lines[line.identity] === line else { return }
        closeLine(line.identity, code: code, reason: reason)
        handle(.callerLeft(line.identity, reason: .lost))
    }

    /// Text for one line. One that takes no more has missed something and would not know: it ends.
    private func tell(_ utf8: [UInt8], on line: CallerLine) {
        if line.socket.send(text: utf8) || !line.isUnread { watchUnread(line) } else { cutOff(line) }
    }

    /// Cuts lines whose callers do not read what they hear.
    func watchUnread() {
        // Nearly always nobody's.
        guard lines.values.contains(where: { $0.isUnread }) else { return }
        for caller in room.callerIdentities {
            if let line = lines[caller] { watchUnread(line) }
        }
    }

    /// A burst, one long text for example, is no backlog: it has to stand for a moment. In two parts, so that a loop that
    /// stood still, and wrote nothing, takes nobody for one who does not read.
    private func watchUnread(_ line: CallerLine) {
        guard line.isUnread, line.unreadCheck == nil else { return }
        line.unreadCheck = reactor.schedule(after: Self.burst / 2) {
            line.unreadCheck = self.reactor.schedule(after: Self.burst / 2) {
                line.unreadCheck = nil
                if line.isUnread { self.cutOff(line) }
            }
        }
    }

    /// Longer than a round trip of nearly everybody, and little beside the 2 s that may stand unread.
    private static let burst: Duration = .milliseconds(250)

    private func cutOff(_ line: CallerLine) {
        breakOff(line, code: 1013, reason: "2 s of sound stand unread")
        // It does not read, so it may not answer the close either.
        reactor.schedule(after: .seconds(1)) { line.socket.abort() }
    }

    private func heard(_ frame: UnsafeRawBufferPointer, on line: CallerLine) {
        space.withSamples { samples in
            guard line.sound.decode(frame, into: &samples) else {
                breakOff(line, code: 1007, reason: line.sound.grammar)
                return
            }
            line.heard(samples.count, at: now)
            if let recording {
                recording.said(samples, by: line.identity, at: now, isMuted: room.isMuted(line.identity))
            }
            samples.withUnsafeBufferPointer { hear($0, on: line) }
        }
    }

    func hear(_ samples: UnsafeBufferPointer<Int16>, on line: CallerLine) {
        let (hearing, hasSound) = room.hear(samples, from: line.identity)
        switch hearing {
        case .drop: break
        case .keep: line.keep(samples)
        case .feed(let link): feed(samples, of: line, to: link)
        case .keepSilence: Self.withSilence(samples.count) { line.keep($0) }
        case .feedSilence(let link): Self.withSilence(samples.count) { feed($0, of: line, to: link) }
        }
        if hasSound { startPump() }
    }

    static func withSilence(_ count: Int, _ body: (UnsafeBufferPointer<Int16>) -> Void) {
        [Int16](repeating: 0, count: count).withUnsafeBufferPointer(body)
    }

    /// Ears are given what was kept for them, even if the line sends nothing more: not every client sends silence.
    ///
    /// Not before what is still to be carried out: a new ear may have to be given what the last one heard, first.
    func feedBacklogs() {
        guard !isApplying, lines.values.contains(where: { !$0.backlog.isEmpty }) else { return }
        for caller in room.callerIdentities {
            guard let line = lines[caller], !line.backlog.isEmpty else { continue }
            hear(UnsafeBufferPointer(start: nil, count: 0), on: line)
        }
    }

    private func feed(_ samples: UnsafeBufferPointer<Int16>, of line: CallerLine, to link: LinkID) {
        guard let session = sessions[link] else { return }
        line.passOn(samples) { append($0, of: line, to: session) }
    }

    /// Sound for the ear, and for the agent that hears it too: encoded once.
    private func append(_ samples: UnsafeBufferPointer<Int16>, of line: CallerLine, to ear: SessionSocket) {
        guard let link = room.fed(samples, from: line.identity), let agent = sessions[link] else {
            ear.append(samples)
            return
        }
        guard ear.takesRoomRate, agent.takesRoomRate else {
            ear.append(samples)
            agent.append(samples)
            return
        }
        space.withBytes(appendFrameByteCount(forAudio: samples.count * 2)) { bytes in
            let count = appendFrame(samples: samples, into: bytes)
            let frame = UnsafeRawBufferPointer(rebasing: bytes[..<count])
            ear.append(encoded: frame)
            agent.append(encoded: frame)
        }
    }

    private func read(_ utf8: UnsafeRawBufferPointer, on line: CallerLine) {
        do throws(EventFault) {
            switch try LineMessage(utf8) {
            case .playbackPosition(let turn, let played):
                handle(.positionReported(by: line.identity, turn, played))
            case .message(let text): handle(.messageTyped(from: line.identity, text: text))
            case .interrupt: handle(.interruptRequested)
            case .snapshot: tell(snapshot().utf8, on: line)
            case .mute(let isMuted): handle(.callerMuted(line.identity, isMuted))
            }
        } catch {
            let json = EventLog.json(.error(error), seq: nil, at: .now, room: name)
            tell(json.utf8, on: line)
        }
    }
}
