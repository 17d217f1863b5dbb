import JSONValues
import Realtime

/// What lies between a scripted server and the room where a test wants the real thing: every event is written
/// as its server would write it, spoilt, and read by the decoder that reads real servers.
struct Wire {
    enum Manner: Sendable {
        /// Whatever is not a piece of text or sound comes twice: a piece said twice is another text.
        case duplicated
        /// What the protocol leaves unordered comes the other way round.
        case reordered
        /// Events, members and items that nobody has ever heard of, and frames that are no events.
        case unknown
        /// The first events are a megabyte long.
        case huge
        /// Whatever may be null is; and before each event comes one in which everything is.
        case nulls
        /// The names of the beta protocol.
        case betaNames
    }

    let manner: Manner
    /// How many events are still to be made long.
    private var hugeLeft = 3
    private var hologramCount = 0
    /// What the next event may overtake.
    private(set) var held: (event: ServerEvent, frame: [UInt8])?

    init(_ manner: Manner) { self.manner = manner }

    /// The frames that arrive when the server tells this.
    mutating func frames(of event: ServerEvent) -> [[UInt8]] {
        let json = ServerMessage(eventID: "event", event).json
        switch manner {
        case .duplicated: return event.isPiece ? [json.utf8] : [json.utf8, json.utf8]
        case .reordered: return reordered(event, json.utf8)
        case .unknown: return amongUnknown(event, json)
        case .huge: return [long(json.utf8)]
        case .nulls: return [json.emptied.utf8, json.withNulls.utf8]
        case .betaNames: return json.inBeta.map { [$0.utf8] } ?? []
        }
    }

    /// What was held back for an event that did not come.
    mutating func flush() -> [[UInt8]] {
        defer { held = nil }
        return held.map { [$0.frame] } ?? []
    }

    private mutating func reordered(_ event: ServerEvent, _ frame: [UInt8]) -> [[UInt8]] {
        guard let earlier = held else {
            guard event.mayWait else { return [frame] }
            held = (event, frame)
            return []
        }
        held = nil
        return event.mayOvertake(earlier.event) ? [frame, earlier.frame] : [earlier.frame, frame]
    }

    private mutating func long(_ frame: [UInt8]) -> [UInt8] {
        guard hugeLeft > 0, frame.last == UInt8(ascii: "}") else { return frame }
        hugeLeft -= 1
        return frame.dropLast() + Self.padding
    }

    private static let padding: [UInt8] =
        Array(",\"obfuscation\":\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        + Array("\"}".utf8)

    private mutating func amongUnknown(_ event: ServerEvent, _ json: JSON) -> [[UInt8]] {
        var json = json
        json["novelty"] = ["of": ["kinds": [.null, 7, "x"]]]
        var frames = [
            Array(#"{"type":"response.vibes.updated","vibe":{"a":[null,1]}}"#.utf8),
            Array(#"{"type":7}"#.utf8), Array("[]".utf8), Array("no event".utf8), json.utf8,
        ]
        if case .responseCreated(let response) = event { frames += hologram(in: response.id) }
        return frames
    }

    /// An item of a kind that this build does not know, made by the model.
    private mutating func hologram(in response: ResponseID) -> [[UInt8]] {
        hologramCount += 1
        let item: JSON = ["id": .string("hologram_\(hologramCount)"), "type": "hologram", "depth": 3]
        return ["response.output_item.added", "response.output_item.done"].map { type in
            let event: JSON = [
                "type": .string(type), "event_id": "event", "response_id": .string(response.description),
                "output_index": 7, "item": item,
            ]
            return event.utf8
        }
    }
}

extension ServerEvent {
    /// A piece of a text or a sound.
    var isPiece: Bool {
        switch self {
        case .outputTextDelta, .outputTranscriptDelta, .outputAudioDelta, .transcriptionDelta,
            .functionCallArgumentsDelta, .mcpCallArgumentsDelta:
            true
        default: false
        }
    }
}
