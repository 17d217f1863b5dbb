import JSONValues

/// How sound is written in `audio` and `delta` fields: raw samples, no header, base64.
public enum AudioFormat: Hashable, Sendable {
    /// `audio/pcm`: 16-bit signed little-endian, mono. OpenAI takes 24,000 samples a second only; others take 16,000 too.
    case pcm(rate: Int)
    /// `audio/pcmu`: G.711 µ-law at 8,000 samples a second.
    case pcmu
    /// `audio/pcma`: G.711 A-law at 8,000 samples a second.
    case pcma
    /// A format this build does not know, by its wire name.
    case other(String)

    /// What a session speaks unless it is told otherwise.
    public static let standard = AudioFormat.pcm(rate: 24_000)

    /// Samples a second and bytes a sample; `nil` for a format this build does not know.
    public var layout: (sampleRate: Int, bytesPerSample: Int)? {
        switch self {
        case .pcm(let rate): (rate, 2)
        case .pcmu, .pcma: (8_000, 1)
        case .other: nil
        }
    }
}

extension AudioFormat: WireValue {
    /// Also reads the beta dialect's bare names: `pcm16`, `g711_ulaw`, `g711_alaw`.
    init(_ json: JSON, at path: String) throws(JSONShapeError) {
        if case .string(let name) = json {
            self = Self.named(name, rate: nil)
        } else {
            let reader = try JSONReader(json, path: path)
            self = Self.named(try reader.string("type"), rate: try reader.optional("rate"))
        }
    }

    private static func named(_ name: String, rate: Int?) -> AudioFormat {
        switch name {
        case "audio/pcm", "pcm16", "pcm": .pcm(rate: rate ?? 24_000)
        case "audio/pcmu", "g711_ulaw": .pcmu
        case "audio/pcma", "g711_alaw": .pcma
        default: .other(name)
        }
    }

    var json: JSON {
        switch self {
        case .pcm(let rate): ["type": "audio/pcm", "rate": .integer(rate)]
        case .pcmu: ["type": "audio/pcmu"]
        case .pcma: ["type": "audio/pcma"]
        case .other(let name): ["type": .string(name)]
        }
    }
}
