import Audio
import Codecs
import FloorControl
import Networking

/// One caller's WebSocket: sound in their format both ways, events as text.
final class CallerLine {
    let identity: Identity
    let socket: WebSocket
    var subscription: EventSubscription?
    /// Set while it is waited whether what stands unread is a burst or a backlog.
    var unreadCheck: Deadline?
    /// When the last frame came, or silence in its place.
    var heardUntil = RoomTime.zero
    /// Set while the ear hears a voice: looks after a line that has stopped sending.
    var gapCheck: Deadline?
    private let format: PCMFormat
    private let fromCaller, toCaller: Resampler?
    /// Decoded sound at the line's rate, and what of the room's sound does not fill a frame yet.
    private var incoming: [Int16] = []
    private var outgoing: [Int16] = []
    private var bytes: [UInt8] = []
    private var isSounding = false
    /// The caller's voice at 24 kHz that the ear was not ready for.
    private(set) var backlog: [Int16] = []

    /// Longer than any handshake that succeeds; an ear that takes longer has missed the beginning anyway.
    private static let maxBacklog = 5 * 24_000
    /// What may stand unread: 2 s of sound (contract).
    private static let maxUnread: Duration = .seconds(2)

    init(_ identity: Identity, _ socket: WebSocket, format: LineFormat, rate: Int) throws {
        self.identity = identity
        self.socket = socket
        let encoding: PCMFormat.Encoding =
            switch format {
            case .pcm16, .opus: .linear16
            case .pcmu: .muLaw
            case .pcma: .aLaw
            }
        self.format = PCMFormat(encoding, SampleRate(hertz: rate))
        fromCaller = rate == 24_000 ? nil : try Resampler(from: rate, to: 24_000)
        toCaller = rate == 24_000 ? nil : try Resampler(from: 24_000, to: rate)
    }

    /// Samples of one frame of 20 ms at the line's rate.
    private var frameSampleCount: Int { format.rate.hertz / 50 }

    /// Reads a binary frame into `samples` at 24 kHz.
    /// - Returns: `false` when it ends in the middle of a sample.
    func decode(_ frame: UnsafeRawBufferPointer, into samples: inout [Int16]) -> Bool {
        guard let fromCaller else { return format.decode(frame, into: &samples) }
        guard format.decode(frame, into: &incoming) else { return false }
        fromCaller.process(incoming, into: &samples)
        incoming.removeAll(keepingCapacity: true)
        return true
    }

    func keep(_ samples: UnsafeBufferPointer<Int16>) {
        backlog.append(contentsOf: samples)
        if backlog.count > Self.maxBacklog { backlog.removeFirst(backlog.count - Self.maxBacklog) }
    }

    func takeBacklog() -> [Int16]? {
        guard !backlog.isEmpty else { return nil }
        defer { backlog = [] }
        return backlog
    }

    /// 20 ms of the room at 24 kHz.
    func play(_ frame: UnsafeBufferPointer<Int16>) {
        isSounding = true
        if let toCaller {
            toCaller.process(frame, into: &outgoing)
        } else {
            outgoing.append(contentsOf: frame)
        }
        sendFrames()
    }

    /// Nobody is to be heard any more: the rest leaves as a last whole frame.
    func endOfSound() {
        guard isSounding else { return }
        isSounding = false
        toCaller?.flush(into: &outgoing)
        let rest = outgoing.count % frameSampleCount
        if rest > 0 { outgoing.append(contentsOf: repeatElement(0, count: frameSampleCount - rest)) }
        sendFrames()
    }

    private func sendFrames() {
        var start = 0
        while outgoing.count - start >= frameSampleCount {
            format.encode(outgoing.span.extracting(start..<start + frameSampleCount), into: &bytes)
            bytes.withUnsafeBytes { _ = socket.send(binary: $0) }
            bytes.removeAll(keepingCapacity: true)
            start += frameSampleCount
        }
        outgoing.removeFirst(start)
    }

    /// The caller drops what it has buffered, now; so do we.
    func clear() {
        outgoing.removeAll(keepingCapacity: true)
        socket.send(text: #"{"type":"playback.clear"}"#)
    }

    /// More unread sound than a person would wait for: the line is dead or too slow.
    var isUnread: Bool {
        socket.queuedByteCount > format.byteCount(of: format.rate.samples(in: Self.maxUnread))
    }

    /// Nothing more is said on it.
    func fallSilent() {
        subscription?.cancel()
        subscription = nil
        unreadCheck?.cancel()
        unreadCheck = nil
        gapCheck?.cancel()
        gapCheck = nil
    }

    func close(code: Int, reason: String) {
        fallSilent()
        socket.close(code: code, reason: reason)
    }
}
