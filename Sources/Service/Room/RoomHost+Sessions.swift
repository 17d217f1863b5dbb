import Codecs
import FloorControl
import HTTPTypes
import Networking
import Realtime
import Rooms

// Connections to Realtime servers: agents' sessions and callers' ears.

extension RoomHost {
    func openSession(_ link: LinkID, server place: Int) {
        guard let server = server(of: link, at: place) else { return }
        let vendorServers: [String] =
            switch link.owner {
            case .agent(let agent): prepare(agent, for: server)
            case .ear: []
            }
        let socket = reactor.connect(WebSocketRequest(url: server.url, headers: Self.headers(for: server)))
        let session = SessionSocket(socket, server.profile, model: server.model)
        sessions[link] = session
        let input = settings.backend.agentInput
        socket.onOpen = {
            self.handle(
                .linkOpened(link, input: input, server: server.profile, vendorServers: vendorServers))
        }
        socket.onText = { self.received($0, on: link) }
        socket.onClosed = { self.sessionClosed(link, $0) }
    }

    /// - Returns: as ``settleRemoteTools(of:on:)``.
    private func prepare(_ agent: Identity, for server: RoomSettings.Backend.Attempt) -> [String] {
        watch?.trace?.connects(agent, to: server)
        return settleRemoteTools(of: agent, on: server.profile)
    }

    private static func headers(for server: RoomSettings.Backend.Attempt) -> HTTPFields {
        guard let key = server.key else { return [:] }
        let (name, value) = server.profile.credentials(key.value)
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no header") }
        return [name: value]
    }

    /// The server with its whole URL.
    ///
    /// - Parameter place: in the list of servers to try.
    private func server(of link: LinkID, at place: Int) -> RoomSettings.Backend.Attempt? {
        let backend = settings.backend
        switch link.owner {
        case .ear:
            let ears = backend.ears
            var server = ears[min(place, ears.count - 1)]
            let query =
                switch server.profile.ear {
                case .transcription: "intent=transcription"
                case .conversation: Self.query(of: link, server.profile, model: server.model)
                }
            server.url = Self.extend(server.url, with: query)
            return server
        case .agent(let identity):
            guard let persona = admissions[identity]?.persona else { return nil }
            let servers = backend.attempts(for: persona)
            var server = servers[min(place, servers.count - 1)]
            let query = Self.query(of: link, server.profile, model: server.model)
            server.url = Self.extend(server.url, with: query)
            return server
        }
    }

    private static func query(of link: LinkID, _ profile: ServerProfile, model: String) -> String {
        let session = mintedName(prefix: "parley-")
        return profile.query(model: model, session: session)
            .map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }

    private static func extend(_ url: String, with query: String) -> String {
        url + (url.contains("?") ? "&" : "?") + query
    }

    func closeSession(_ link: LinkID) {
        guard let session = sessions.removeValue(forKey: link) else { return }
        session.close()
    }

    private func sessionClosed(_ link: LinkID, _ closing: WebSocket.Closing) {
        guard sessions.removeValue(forKey: link) != nil else { return }
        if let status = closing.httpStatus, status != 101 {
            handle(.linkLost(link, .refused(status: status)))
        } else {
            handle(.linkLost(link, .closed(code: closing.code, reason: closing.reason)))
        }
    }

    /// Audio takes the short way; everything else becomes an event of the room.
    private func received(_ utf8: UnsafeRawBufferPointer, on link: LinkID) {
        if let delta = AudioDelta.scan(utf8) {
            receivedAudio(delta.base64, delta.itemID, delta.responseID, on: link)
            return
        }
        if let event = FrequentEvent.scan(utf8) { return heard(event, on: link) }
        do {
            let event = try ServerMessage(parsing: utf8).event
            if case .outputAudioDelta(let place, let base64) = event {
                var base64 = base64
                base64.withUTF8 {
                    receivedAudio(UnsafeRawBufferPointer($0), place.itemID, place.responseID, on: link)
                }
            } else {
                noteExpiry(of: link, event)
                heard(event, on: link)
            }
        } catch {
            // A peer's mistake is news for the log; the session goes on.
            log.unreadable(link, error)
        }
    }

    private func heard(_ event: ServerEvent, on link: LinkID) {
        if case .speechStarted(let item, let audioStart) = event {
            handleVoice(item, audioStart: audioStart, on: link)
        } else {
            handle(.linkReceived(link, event))
        }
    }

    /// The server's wall clock on the room's time line.
    private func noteExpiry(of link: LinkID, _ event: ServerEvent) {
        let end: Int? =
            switch event {
            case .sessionCreated(let session), .sessionUpdated(let session): session.expiresAt
            default: nil
            }
        guard let end else { return }
        let left = Duration.milliseconds(end * 1_000 - WallTime.now.millisecondsSince1970)
        handle(.sessionExpires(link, at: now.advanced(by: left)))
    }

    private func receivedAudio(
        _ base64: UnsafeRawBufferPointer, _ item: ItemID, _ response: ResponseID, on link: LinkID
    ) {
        guard let session = sessions[link] else { return }
        var actions: [Room.Action] = []
        space.withSamples { samples in
            guard session.decode(base64, of: item, into: &samples) else { return }
            actions = samples.withUnsafeBufferPointer {
                room.receiveAudio($0, of: item, in: response, on: link, at: now)
            }
        }
        // Nearly always, where a session delivers in real time.
        if actions.count == 1, case .startPump = actions[0] { return startPump() }
        if !actions.isEmpty { apply(actions) }
    }
}

/// The socket of one session: what is sent in its server's words and at its rate, with the half sample that a delta
/// may end in.
final class SessionSocket {
    private let socket: WebSocket
    private let profile: ServerProfile
    private let model: String
    /// `nil` where the server takes sound as the room has it.
    private let resampler: Resampler?
    private var resampled: [Int16] = []
    private var half: UInt8?
    private var item: ItemID?

    init(_ socket: WebSocket, _ profile: ServerProfile, model: String) {
        self.socket = socket
        self.model = model
        self.profile = profile
        resampler = profile.inputRate == 24_000 ? nil : try? Resampler(from: 24_000, to: profile.inputRate)
    }

    /// Whether a frame that was encoded for another session does for this one, too.
    var takesRoomRate: Bool { resampler == nil }

    /// A server that does not read what it is sent is as good as gone.
    func send(_ message: ClientMessage) {
        if !socket.send(text: profile.encode(message, model: model).utf8) { socket.abort() }
    }

    /// Appends sound, 24 kHz, to the session's input buffer.
    func append(_ samples: UnsafeBufferPointer<Int16>) {
        guard let resampler else { return write(samples) }
        resampler.process(samples, into: &resampled)
        guard !resampled.isEmpty else { return }
        resampled.withUnsafeBufferPointer(write)
        resampled.removeAll(keepingCapacity: true)
    }

    private func write(_ samples: UnsafeBufferPointer<Int16>) {
        let capacity = appendFrameByteCount(forAudio: samples.count * 2)
        let isSent = socket.send(capacity: capacity, binary: false) {
            appendFrame(samples: samples, into: $0)
        }
        // Sound with a hole in it would be understood as something else.
        if !isSent { socket.abort() }
    }

    /// The same for a frame that was encoded for several sessions.
    func append(encoded frame: UnsafeRawBufferPointer) {
        let isSent = socket.send(capacity: frame.count, binary: false) {
            $0.copyMemory(from: frame)
            return frame.count
        }
        if !isSent { socket.abort() }
    }

    /// Appends what was said up to now, a second at a time: no message is long enough to hold up another.
    func append(burst: [Int16]) {
        burst.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: all.count, by: Self.burstLength) {
                append(UnsafeBufferPointer(rebasing: all[start..<min(start + Self.burstLength, all.count)]))
            }
        }
    }

    private static let burstLength = 24_000

    /// - Returns: `false` when there is nothing to be heard in it.
    func decode(_ base64: UnsafeRawBufferPointer, of item: ItemID, into samples: inout [Int16]) -> Bool {
        if self.item != item {
            self.item = item
            half = nil
        }
        return (Base64.decodeSamples(base64, appendingTo: &samples, half: &half) ?? 0) > 0
    }

    func close() {
        socket.onOpen = nil
        socket.onText = nil
        socket.close(code: 1000, reason: "")
    }
}
