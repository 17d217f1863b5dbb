import HTTPTypes
import Networking

/// A Realtime server that costs little and answers at once: ears that hear where a voice is stamped to begin and end, and
/// models whose voice is a tone. It stands in for a vendor's, so that the service alone is measured.
final class StandInServer: HTTPServerDelegate {
    let clock: BenchClock
    private let reactor: Reactor
    private var http: HTTPServer?
    private var sessions: [ObjectIdentifier: StandInSession] = [:]
    /// A model says two frames at a time.
    let voices: Metronome
    private(set) var latestResponse: UInt32 = 0
    /// A caller's frame has come, at a model or an ear.
    let onFrame: (StampedFrame) -> Void

    init(on reactor: Reactor, clock: BenchClock, onFrame: @escaping (StampedFrame) -> Void) {
        self.reactor = reactor
        self.clock = clock
        self.onFrame = onFrame
        voices = Metronome(on: reactor, clock: clock, period: 40)
    }

    /// - Returns: its URL, as `--realtime-url` takes it.
    func listen() throws(NetworkingError) -> String {
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: self)
        http = server
        return "ws://127.0.0.1:\(server.port)/v1/realtime"
    }

    func close() {
        voices.stop()
        http?.close()
        http = nil
    }

    func received(_ exchange: HTTPExchange) {
        exchange.respond(HTTPResponse(status: .upgradeRequired), body: [])
    }

    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        let isEar = request.path?.contains("intent=transcription") == true
        return .accept(limits: WebSocketLimits()) { [weak self] socket in
            guard let self else { return socket.close(code: 1001, reason: "The bench is over.") }
            let session = StandInSession(socket, server: self, isEar: isEar)
            let id = ObjectIdentifier(session)
            sessions[id] = session
            session.start { [weak self] in self?.sessions[id] = nil }
        }
    }

    func nextResponse() -> UInt32 {
        latestResponse += 1
        return latestResponse
    }

    func schedule(after delay: Duration, _ fire: @escaping () -> Void) {
        reactor.schedule(after: delay, fire)
    }
}
