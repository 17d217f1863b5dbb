import CFlite
import CSpeechEngines
import Codecs
import Foundation
import Networking

/// Speaks one sentence. One synthesizer serves all sessions of a process.
public protocol SpeechSynthesizer: AnyObject {
    /// - Parameters:
    ///   - speed: 0.25…1.5, as `audio.output.speed`; 1 is the voice's own pace.
    ///   - rate: of the samples returned, in Hz.
    /// - Returns: 16-bit mono; empty when the text has nothing to pronounce.
    func speak(_ text: String, in voice: FliteVoice, speed: Double, rate: Int) throws(SpeechError) -> [Int16]

    /// Opens what the voice needs, so that its first sentence is not late.
    func prepare(_ voice: FliteVoice) throws(SpeechError)
}

/// flite's voices: 15 ms of work per second of speech. Not thread-safe: its owner calls it from one thread.
final class FliteSynthesizer: SpeechSynthesizer {
    private var voices: [FliteVoice.Base: UnsafeMutablePointer<cst_voice>] = [:]

    /// A voice is there once in a process, with its pace, whoever opens it: several synthesizers take turns. The value is whether
    /// flite has begun.
    private static let library = Guarded(false)

    init() {
        Self.library.withLock { hasBegun in
            if !hasBegun { flite_init() }
            hasBegun = true
        }
    }

    func prepare(_ voice: FliteVoice) throws(SpeechError) {
        try Self.library.withLock { (_) throws(SpeechError) in _ = try open(voice.base) }
    }

    func speak(_ text: String, in voice: FliteVoice, speed: Double, rate: Int) throws(SpeechError) -> [Int16]
    {
        // Played `pitch` times faster below, so it must be spoken that much slower here.
        let stretch = voice.pitch / (voice.pace * speed)
        let wave = try Self.library.withLock { (_) throws(SpeechError) in
            let base = try open(voice.base)
            parley_flite_stretch(base, Float(stretch))
            return flite_text_to_wave(Self.pronounceable(text), base)
        }
        guard let wave else { throw .engineFailed(reason: "flite made no sound of “\(text)”") }
        defer { delete_wave(wave) }
        let samples = UnsafeBufferPointer(start: wave.pointee.samples, count: Int(wave.pointee.num_samples))
        let playedAt = Int((Double(wave.pointee.sample_rate) * voice.pitch / 100).rounded()) * 100
        return try Self.resample(samples, from: playedAt, to: rate)
    }

    private func open(_ base: FliteVoice.Base) throws(SpeechError) -> UnsafeMutablePointer<cst_voice> {
        if let voice = voices[base] { return voice }
        let library = "libflite_cmu_us_\(base.rawValue).so.1"
        var complaint = speech_complaint()
        guard let opened = flite_voice_open(library, "register_cmu_us_\(base.rawValue)", &complaint) else {
            throw .voiceUnavailable(library: library, reason: complaint.line)
        }
        let voice = opened.assumingMemoryBound(to: cst_voice.self)
        voices[base] = voice
        return voice
    }

    private static func resample(
        _ samples: UnsafeBufferPointer<Int16>, from: Int, to: Int
    ) throws(SpeechError) -> [Int16] {
        var out: [Int16] = []
        do {
            let resampler = try Resampler(from: from, to: to)
            resampler.process(samples, into: &out)
            resampler.flush(into: &out)
        } catch {
            throw .engineFailed(reason: "\(error)")
        }
        return out
    }

    /// flite reads bytes, not characters: what is typographic becomes ASCII, so that "it’s" is not spelled.
    static func pronounceable(_ text: String) -> String {
        var plain = ""
        for character in text {
            switch character {
            case "’", "‘": plain += "'"
            case "“", "”", "«", "»": plain += "\""
            case "–", "—": plain += ", "
            case "…": plain += "..."
            case "€": plain += " euros "
            case "£": plain += " pounds "
            default: plain += character.isASCII ? String(character) : character.folded
            }
        }
        return plain
    }
}

extension Character {
    /// "é" without its accent; what has no letter of ASCII in it is a pause.
    fileprivate var folded: String {
        let letters = String(self).decomposedStringWithCompatibilityMapping.unicodeScalars.filter(\.isASCII)
        return letters.isEmpty ? " " : String(String.UnicodeScalarView(letters))
    }
}
