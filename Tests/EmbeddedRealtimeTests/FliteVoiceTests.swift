import Testing

@testable import EmbeddedRealtime

/// The voices as a listener tells them apart: by pitch and by brightness.
@Suite struct FliteVoiceTests {
    private static let text = "Good morning everybody, our numbers for the third quarter look rather good."

    /// What was measured of each voice, in Hz (flite's breath is random, so brightness varies by some percent): the table to look at when one is to be chosen for an agent.
    private static let measured: [String: (pitch: Double, brightness: Double)] = [
        "alloy": (155, 534), "ash": (79, 585), "ballad": (96, 727), "cedar": (105, 336), "coral": (192, 388),
        "echo": (126, 421), "marin": (164, 339), "sage": (142, 288), "shimmer": (219, 448),
        "verse": (118, 883),
    ]

    @Test func `no two voices sound alike`() throws {
        let synthesizer = FliteSynthesizer()
        var features: [(name: String, Features)] = []
        for voice in FliteVoice.all {
            let samples = try synthesizer.speak(Self.text, in: voice, speed: 1, rate: 16_000)
            let found = try #require(Features(of: samples, rate: 16_000))
            let expected = try #require(Self.measured[voice.name])
            #expect(abs(found.pitch / expected.pitch - 1) < 0.05, "\(voice.name): \(found)")
            #expect(abs(found.brightness / expected.brightness - 1) < 0.15, "\(voice.name): \(found)")
            for (name, other) in features {
                #expect(found.distance(to: other) >= 1, "\(voice.name) \(found) and \(name) \(other)")
            }
            features.append((voice.name, found))
        }
        #expect(features.count == 10)
    }

    @Test(arguments: [0.5, 1, 1.5])
    func `speed changes the pace`(speed: Double) throws {
        let synthesizer = FliteSynthesizer()
        let voice = FliteVoice.named("marin")
        let normal = try synthesizer.speak(Self.text, in: voice, speed: 1, rate: 24_000)
        let changed = try synthesizer.speak(Self.text, in: voice, speed: speed, rate: 24_000)
        let ratio = Double(normal.count) / Double(changed.count)
        #expect(abs(ratio / speed - 1) < 0.1)
        #expect(normal.contains { abs(Int($0)) > 3_000 })
    }

    @Test func `synthesizers on threads of their own leave each other's pace alone`() async throws {
        let speeds = [0.5, 1, 1.5]
        @Sendable func length(_ speed: Double) throws -> Int {
            try FliteSynthesizer().speak("Good morning.", in: .named("marin"), speed: speed, rate: 16_000)
                .count
        }
        let alone = try speeds.map(length)
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<4 { group.addTask { try (speeds + speeds).map(length) } }
            for try await together in group { #expect(together == alone + alone) }
        }
    }

    @Test func `an unknown voice is always the same one`() {
        #expect(FliteVoice.named("nobody") == FliteVoice.named("nobody"))
        #expect(Set((0..<50).map { FliteVoice.named("voice-\($0)").name }).count > 5)
        #expect(FliteVoice.named("sage").name == "sage")
    }

    @Test(arguments: [
        ("it’s “fine” – really…", "it's \"fine\" ,  really..."), ("Café Ångström", "Cafe Angstrom"),
        ("5 €", "5  euros "),
    ])
    func `typography is made pronounceable`(text: String, plain: String) {
        #expect(FliteSynthesizer.pronounceable(text) == plain)
    }

    @Test func `a text with nothing to say makes no failure`() throws {
        let samples = try FliteSynthesizer().speak("…", in: .named("echo"), speed: 1, rate: 24_000)
        #expect(samples.count < 48_000)
    }
}

/// Median pitch and mean brightness of the voiced parts.
struct Features: CustomStringConvertible {
    let pitch: Double
    /// Mean rate of change of the signal against its size: the root of its second spectral moment, in Hz.
    let brightness: Double

    init?(of samples: [Int16], rate: Int) {
        let width = rate / 25
        var pitches: [Double] = []
        var brightnesses: [Double] = []
        for start in stride(from: 0, to: samples.count - width, by: width / 2) {
            let frame = samples[start..<(start + width)].map(Double.init)
            let energy = frame.reduce(0) { $0 + $1 * $1 }
            guard energy > 800 * 800 * Double(width) else { continue }
            let slope = zip(frame, frame.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
            brightnesses.append((slope / energy).squareRoot() * Double(rate) / (2 * .pi))
            if let pitch = Self.pitch(of: frame, energy, rate) { pitches.append(pitch) }
        }
        guard pitches.count > 10 else { return nil }
        pitch = pitches.sorted()[pitches.count / 2]
        brightness = brightnesses.reduce(0, +) / Double(brightnesses.count)
    }

    /// By the lag at which the frame is most like itself.
    private static func pitch(of frame: [Double], _ energy: Double, _ rate: Int) -> Double? {
        var best = (lag: 0, likeness: 0.0)
        for lag in (rate / 350)...(rate / 65) {
            var likeness = 0.0
            for index in 0..<(frame.count - lag) { likeness += frame[index] * frame[index + lag] }
            if likeness > best.likeness { best = (lag, likeness) }
        }
        return best.likeness > energy / 2 ? Double(rate) / Double(best.lag) : nil
    }

    /// 1 is what a listener just notices without comparing side by side: two semitones of pitch, or an eighth of brightness.
    func distance(to other: Features) -> Double {
        func ratio(_ a: Double, _ b: Double) -> Double { max(a, b) / min(a, b) - 1 }
        let pitchStep = ratio(pitch, other.pitch) / 0.12
        let brightnessStep = ratio(brightness, other.brightness) / 0.12
        return (pitchStep * pitchStep + brightnessStep * brightnessStep).squareRoot()
    }

    var description: String { "\(Int(pitch)) Hz, brightness \(Int(brightness)) Hz" }
}
