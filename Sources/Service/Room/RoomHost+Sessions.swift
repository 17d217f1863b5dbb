import FloorControl
import HTTPTypes
import Logging
import Networking
import Realtime
import Rooms

// Connections to Realtime servers: agents' sessions and callers' ears.

extension RoomHost {
    func openSession(_ link: LinkID, server: Int) {
        guard let (url, input) = address(of: link, server: server) else { return }
        let vendorServers: [String] =
            switch link.owner {
            case .agent(let agent): settleRemoteTools(of: agent, on: url)
            case .ear: []
            }
        var headers: HTTPFields = [:]
        if let key = settings.backend.key(at: url) { headers[.authorization] = "Bearer \(key.value)" }
        let socket = reactor.connect(WebSocketRequest(url: url, headers: headers))
        let session = SessionSocket(socket)
        sessions[link] = session
        socket.onOpen = {
            self.handle(.linkOpened(link, input: input, vendorServers: vendorServers))
        }
        socket.onText = { self.received($0, on: link) }
        socket.onClosed = { self.sessionClosed(link, $0) }
    }

    private func address(of link: LinkID, server: Int) -> (url: String, input: AgentInput)? {
        switch link.owner {
        case .ear:
            let urls = settings.backend.earURLs
            return (Self.extend(urls[min(server, urls.count - 1)], with: "intent=transcription"), .audio)
        case .agent(let identity):
            guard let persona = admissions[identity]?.persona else { return nil }
            let servers = settings.backend.attempts(for: persona)
            let place = servers[min(server, servers.count - 1)]
            let url = Self.extend(place.url, with: "model=\(PercentEncoding.encode(place.model))")
            return (url, settings.backend.input(at: place))
        }
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
        do {
            let event = try ServerMessage(parsing: utf8).event
            if case .outputAudioDelta(let place, let base64) = event {
                var base64 = base64
                base64.withUTF8 {
                    receivedAudio(UnsafeRawBufferPointer($0), place.itemID, place.responseID, on: link)
                }
            } else {
                noteExpiry(of: link, event)
                handle(.linkReceived(link, event))
            }
        } catch {
            // A peer's mistake is news for the log; the session goes on.
            log.warning(
                "unreadable event", metadata: ["room": "\(name)", "link": "\(link)", "error": "\(error)"])
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
        guard let session = sessions[link], session.decode(base64, of: item, into: &scratch) else { return }
        let actions = scratch.withUnsafeBufferPointer {
            room.receiveAudio($0, of: item, in: response, on: link, at: now)
        }
        scratch.removeAll(keepingCapacity: true)
        if !actions.isEmpty { apply(actions) }
    }
}

/// The socket of one session, with the half sample that a delta may end in.
final class SessionSocket {
    private let socket: WebSocket
    private var half: UInt8?
    private var item: ItemID?

    init(_ socket: WebSocket) { self.socket = socket }

    /// A server that does not read what it is sent is as good as gone.
    func send(_ message: ClientMessage) {
        if !socket.send(text: message.utf8) { socket.abort() }
    }

    /// Appends sound to the session's input buffer.
    func append(_ samples: UnsafeBufferPointer<Int16>) {
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
