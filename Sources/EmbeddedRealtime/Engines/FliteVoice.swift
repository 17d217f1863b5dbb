/// How a voice sounds: one of flite's base voices, made another person by pitch and pace.
///
/// Pitch is shifted by playing faster or slower, so the formants move along: a longer or shorter throat, not the same
/// speaker singing. The `rms` voice belongs to nobody here: the demo's caller speaks with it.
public struct FliteVoice: Equatable, Sendable {
    public enum Base: String, CaseIterable, Sendable {
        /// A woman from the US (16 kHz).
        case slt
        /// A man from Scotland (16 kHz).
        case awb
        /// A man from the US, plainly synthetic (16 kHz).
        case kal16
        /// The same at telephone bandwidth (8 kHz).
        case kal
    }

    public let name: String
    public let base: Base
    /// 1 is the base voice's own.
    public let pitch: Double
    /// Words per second relative to the base voice.
    public let pace: Double

    /// The names the Realtime API offers. `FliteVoiceTests` measures that no two of them sound alike.
    public static let all: [FliteVoice] = [
        FliteVoice(name: "alloy", base: .awb, pitch: 1.26, pace: 1.05),
        FliteVoice(name: "ash", base: .kal16, pitch: 0.86, pace: 1.05),
        FliteVoice(name: "ballad", base: .kal16, pitch: 1.06, pace: 0.95),
        FliteVoice(name: "cedar", base: .awb, pitch: 0.84, pace: 1.1),
        FliteVoice(name: "coral", base: .slt, pitch: 1.16, pace: 1.15),
        FliteVoice(name: "echo", base: .awb, pitch: 1.02, pace: 1.15),
        FliteVoice(name: "marin", base: .slt, pitch: 1, pace: 1.1),
        FliteVoice(name: "sage", base: .slt, pitch: 0.86, pace: 1.05),
        FliteVoice(name: "shimmer", base: .slt, pitch: 1.34, pace: 1.1),
        FliteVoice(name: "verse", base: .kal16, pitch: 1.3, pace: 1.05),
    ]

    /// What the API itself falls back to.
    public static let standard = "marin"

    /// The voice of that name. An unknown name always gets the same one of the others.
    public static func named(_ name: String) -> FliteVoice {
        if let voice = all.first(where: { $0.name == name }) { return voice }
        // FNV-1a, because Swift's own hash is another one in every process.
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return all[Int(hash % UInt64(all.count))]
    }
}
