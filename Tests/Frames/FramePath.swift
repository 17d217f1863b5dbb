import Audio
import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms

/// A room of one caller and one agent, and the way of its sound as the service drives it, but for the sockets at both ends.
struct FramePath {
    private static let agent: Identity = "scout"
    private static let caller: Identity = "ana"
    private static let format = PCMFormat.pcm16(.hz24000)

    private var room: Room
    private var now: RoomTime
    private let ear: LinkID
    private let link: LinkID
    private let response = ResponseID("resp_1")
    private let item = ItemID("item_1")
    private let frame: [UInt8]
    private let delta: [UInt8]
    private var samples: [Int16] = []
    private var encoded = [UInt8](repeating: 0, count: 4_096)
    private var bytes: [UInt8] = []
    private var half: UInt8?

    init() {
        let scout = Persona(id: "scout", name: "Scout", instructions: "You are Scout.")
        let stage = Stage(agents: [scout], callers: [Self.caller], hearing: .audio)
        guard let agent = stage.peer(Self.agent)?.link else {
            preconditionFailure("the agent has no session")
        }
        link = agent
        var room = stage.room
        now = stage.now
        let voice = (0..<Room.frameSampleCount).map { Int16(($0 * 37 % 200 - 100) * 20) }
        frame = voice.withUnsafeBytes(Array.init)
        let place = PartLocation(responseID: response, itemID: item)
        delta =
            ServerMessage(eventID: "event_1", .outputAudioDelta(place, base64: Base64.encode(samples: voice)))
            .utf8
        let (hearing, _) = voice.withUnsafeBufferPointer { room.hear($0, from: Self.caller) }
        guard case .feed(let ear) = hearing else { preconditionFailure("the caller's ear is not ready") }
        self.ear = ear
        self.room = room
    }

    static func leastBytes(_ way: Frames.Way) -> Int {
        switch way {
        case .ear: 1_280
        case .agent: 2 * 1_280
        case .caller: 960
        }
    }

    /// The ear notices a voice: from here on the agent hears the caller, too.
    mutating func beginToSpeak() {
        _ = room.handle(.linkReceived(ear, .speechStarted("item_u1", audioStart: .zero)), at: now)
    }

    /// The agent is given the floor, and its session has begun a response.
    mutating func beginToAnswer() {
        let actions = room.handle(.moderatorGave(Self.agent, instructions: nil), at: now)
        for case .send(link, let message) in actions {
            guard case .responseCreate(let parameters) = message.event else { continue }
            var begun = Response(id: response, status: .inProgress)
            begun.metadata = parameters.metadata
            let message = Item(id: item, status: .inProgress, body: .message(.assistant, []))
            _ = room.handle(.linkReceived(link, .responseCreated(begun)), at: now)
            _ = room.handle(.linkReceived(link, .outputItemAdded(response, outputIndex: 0, message)), at: now)
        }
    }

    /// - Returns: how many bytes the sessions were sent.
    mutating func hear(_ count: Int) -> Int {
        var sent = 0
        for _ in 0..<count {
            now = now.advanced(by: Room.frameDuration)
            frame.withUnsafeBytes { _ = Self.format.decode($0, into: &samples) }
            sent += samples.withUnsafeBufferPointer { passOn($0) }
            samples.removeAll(keepingCapacity: true)
        }
        return sent
    }

    private mutating func passOn(_ samples: UnsafeBufferPointer<Int16>) -> Int {
        let (hearing, hasSound) = room.hear(samples, from: Self.caller)
        if hasSound { _ = room.pump(at: now) { _, _ in } }
        guard case .feed = hearing else { return 0 }
        let agent = room.fed(samples, from: Self.caller)
        let count = encoded.withUnsafeMutableBytes { appendFrame(samples: samples, into: $0) }
        return agent == nil ? count : 2 * count
    }

    /// - Returns: how many bytes the line was sent.
    mutating func answer(_ count: Int) -> Int {
        var sent = 0
        for _ in 0..<count {
            now = now.advanced(by: Room.frameDuration)
            delta.withUnsafeBytes { receive($0) }
            _ = room.pump(at: now) { _, frame in
                Self.format.withEncoded(frame.span, in: &bytes) { sent += $0.count }
            }
        }
        return sent
    }

    private mutating func receive(_ utf8: UnsafeRawBufferPointer) {
        guard let delta = AudioDelta.scan(utf8),
            Base64.decodeSamples(delta.base64, appendingTo: &samples, half: &half) != nil
        else { return }
        let (item, response) = (delta.itemID, delta.responseID)
        _ = samples.withUnsafeBufferPointer {
            room.receiveAudio($0, of: item, in: response, on: link, at: now)
        }
        samples.removeAll(keepingCapacity: true)
    }
}
