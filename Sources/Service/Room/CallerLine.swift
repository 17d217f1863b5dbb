import Audio
import FloorControl
import Networking
import Rooms

/// One caller's WebSocket: sound in their format both ways, events as text.
final class CallerLine {
    let identity: Identity
    let socket: WebSocket
    let sound: LineSound
    var subscription: EventSubscription?
    /// Set while it is waited whether what stands unread is a burst or a backlog.
    var unreadCheck: Deadline?
    /// Up to when the caller was heard, or silence in their place.
    var heardUntil = RoomTime.zero
    /// Set while the ear hears a voice: looks after a line that has stopped sending.
    var gapCheck: Deadline?
    /// What the caller's line has sent, at 24 kHz, that the ear was not ready for, or that was too quiet to be given it
    /// in frames.
    private(set) var backlog: [Int16] = []

    /// Longer than any handshake that succeeds; an ear that takes longer has missed the beginning anyway.
    private static let maxBacklog = 5 * 24_000
    /// A quiet line keeps four frames and is used again and again; what held a beginning of seconds is given back.
    private static let quietCapacity = 4 * Room.frameSampleCount
    private static let lastingCapacity = 3 * quietCapacity
    /// What may stand unread, in bytes: 2 s of sound (contract).
    private let maxUnread: Int

    init(_ identity: Identity, _ socket: WebSocket, format: LineFormat, rate: Int) throws {
        self.identity = identity
        self.socket = socket
        sound = try LineSound(format, rate: rate)
        maxUnread = sound.byteCount(of: .seconds(2))
    }

    /// A frame of so many samples at 24 kHz has come.
    func heard(_ sampleCount: Int, at now: RoomTime) {
        guard sound.leavesOutSilence else {
            heardUntil = now
            return
        }
        // What is left out is missing to the ear, which counts time in samples.
        heardUntil = min(now, heardUntil.advanced(by: SampleRate.hz24000.duration(of: sampleCount)))
    }

    func keep(_ samples: UnsafeBufferPointer<Int16>) {
        if backlog.capacity == 0 { backlog.reserveCapacity(Self.quietCapacity) }
        backlog.append(contentsOf: samples)
        if backlog.count > Self.maxBacklog { backlog.removeFirst(backlog.count - Self.maxBacklog) }
    }

    /// Memory for sound that is held for the ear, in bytes.
    var heldByteCount: Int { backlog.capacity * MemoryLayout<Int16>.size }

    /// Hands over what was kept and what follows it, in one piece. It is taken out first: a socket that breaks while
    /// it is written to leads back here.
    func passOn(_ samples: UnsafeBufferPointer<Int16>, _ body: (UnsafeBufferPointer<Int16>) -> Void) {
        guard !backlog.isEmpty else { return samples.isEmpty ? () : body(samples) }
        var piece: [Int16] = []
        swap(&piece, &backlog)
        piece.append(contentsOf: samples)
        piece.withUnsafeBufferPointer(body)
        guard backlog.isEmpty, piece.capacity <= Self.lastingCapacity else { return }
        piece.removeAll(keepingCapacity: true)
        backlog = piece
    }

    /// 20 ms of the room at 24 kHz.
    func play(_ frame: UnsafeBufferPointer<Int16>) {
        sound.encode(frame) { _ = socket.send(binary: $0) }
    }

    /// Nobody is to be heard any more.
    func endOfSound() {
        sound.encodeRest { _ = socket.send(binary: $0) }
    }

    /// The caller drops what it has buffered, now; so do we.
    func clear() {
        sound.clear()
        socket.send(text: #"{"type":"playback.clear"}"#)
        socket.hurry()
    }

    /// More unread sound than a person would wait for: the line is dead or too slow.
    var isUnread: Bool { socket.queues(moreThan: maxUnread) }

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
