import Networking

/// A caller's line: a microphone that is never off, and now and then a few words.
final class BenchCaller {
    /// Fifty frames a second: words of 0.8 s, every four.
    private static let cycle = 200
    private static let words = 40

    let number: Int
    private let socket: WebSocket
    private let clock: BenchClock
    private let onFrame: (StampedFrame) -> Void
    private var frameCount = 0
    private(set) var isOpen = false
    private(set) var hasEnded = false

    /// - Parameter onFrame: gets the model's frames, as they come.
    init(
        _ number: Int, on reactor: Reactor, service: String, clock: BenchClock,
        onFrame: @escaping (StampedFrame) -> Void
    ) {
        self.number = number
        self.clock = clock
        self.onFrame = onFrame
        // Callers do not begin all at once: each is somewhere in their cycle.
        frameCount = number * 67 % Self.cycle
        let base = "ws" + service.dropFirst("http".count)
        let url = "\(base)/rooms/\(Self.room(number))/call?identity=caller&name=Ana"
        socket = reactor.connect(WebSocketRequest(url: url))
        socket.onOpen = { [weak self] in self?.isOpen = true }
        socket.onBinary = { [weak self] in self?.hear($0) }
        socket.onClosed = { [weak self] _ in
            self?.isOpen = false
            self?.hasEnded = true
        }
    }

    static func room(_ number: Int) -> String { "bench-\(number)" }

    func speak() {
        guard isOpen else { return }
        let place = frameCount % Self.cycle
        frameCount += 1
        let edge: StampedFrame.Edge = place == 0 ? .voiceBegins : place == Self.words ? .voiceEnds : .none
        let frame = StampedFrame(maker: .caller, edge: edge, id: UInt32(number), at: clock.now)
        socket.send(capacity: StampedFrame.byteCount, binary: true) { space in
            frame.write(into: space.bindMemory(to: Int16.self), isVoiced: place < Self.words)
            return StampedFrame.byteCount
        }
    }

    func hangUp() {
        isOpen = false
        socket.close(code: 1000, reason: "The bench is over.")
    }

    private func hear(_ bytes: UnsafeRawBufferPointer) {
        guard let frame = StampedFrame(bytes), frame.maker == .model else { return }
        onFrame(frame)
    }
}
