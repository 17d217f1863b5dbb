import Audio
import Codecs
import Foundation
import Testing

@testable import EmbeddedRealtime

/// The real engines, on speech made by the real voices. `make speech` installs what they need.
@Suite(
    .serialized,
    .enabled(if: SpeechFiles.standard().missing == nil, "speech files are missing: run `make speech`"))
struct EngineTests {
    private static let files = SpeechFiles.standard()

    private func speak(_ text: String, _ voice: String = "marin", rate: Int = 16_000) throws -> [Int16] {
        try FliteSynthesizer().speak(text, in: .named(voice), speed: 1, rate: rate)
    }

    @Test func `what a voice says is recognised`() throws {
        let sentences = [
            "Good morning everybody, can you hear me?", "The market for electric bicycles grows every year.",
            "We should ask about the budget before we order anything.",
            "Thank you very much, that was helpful.",
        ]
        let recognizer = try MoonshineRecognizer(Self.files)
        var errors = 0
        var words = 0
        for voice in ["marin", "echo"] {
            for sentence in sentences {
                let heard = try recognizer.transcribe(
                    Downsampler.convert(try speak(sentence, voice), from: 16_000))
                let expected = sentence.spokenWords
                errors += editDistance(expected, heard.spokenWords)
                words += expected.count
            }
        }
        let rate = Double(errors) / Double(words)
        #expect(rate <= 0.12, "word error rate \(rate)")
    }

    @Test func `the onset of speech is found within 100 ms`() throws {
        let detector = try SileroDetector(Self.files)
        var delays: [Duration] = []
        for (voice, sentence) in [
            ("marin", "Stop, that is enough."), ("echo", "Wait a moment."), ("cedar", "No, not that one."),
            ("coral", "Excuse me, please."),
        ] {
            let speech = try speak(sentence, voice)
            let onset = try #require(speech.firstIndex { abs(Int($0)) > 1_000 })
            let sound = [Int16](repeating: 0, count: 16_000) + speech + [Int16](repeating: 0, count: 16_000)
            let stream = DetectionStream(rate: 16_000)
            var endpointing = Endpointing()
            for probability in try stream.judge(sound, with: detector) {
                if case .started = endpointing.hear(probability) { break }
            }
            delays.append(endpointing.heard - .seconds(1) * (16_000 + onset) / 16_000)
        }
        #expect(delays.allSatisfy { $0 <= .milliseconds(100) && $0 >= .milliseconds(-100) }, "\(delays)")
        print("onset found after \(delays)")
        #expect(delays.count == 4)
    }

    @Test func `noise is no speech`() throws {
        var generator = SplitMix64(state: 42)
        let noise = (0..<80_000).map { _ in Int16.random(in: -1_500...1_500, using: &generator) }
        let detector = try SileroDetector(Self.files)
        let probabilities = try DetectionStream(rate: 16_000).judge(noise, with: detector)
        #expect(probabilities.count == 156)
        #expect(probabilities.allSatisfy { $0 < 0.5 })
    }

    @Test func `a long utterance is cut where it is quiet, and every word is heard`() throws {
        let sentence = "This is sentence number one of a very long speech that nobody wants to end."
        let once = try speak(sentence) + [Int16](repeating: 0, count: 8_000)
        let samples = Downsampler.convert(Array(repeatElement(once, count: 8).joined()), from: 16_000)
        #expect(samples.count > 30 * 16_000)
        let pieces = MoonshineRecognizer.pieces(of: samples)
        #expect(pieces.map(\.count).reduce(0, +) == samples.count)
        #expect(pieces.allSatisfy { $0.count <= 24 * 16_000 })
        let heard = try MoonshineRecognizer(Self.files).transcribe(samples)
        #expect(heard.spokenWords.filter { $0 == "nobody" }.count == 8, "\(heard)")
    }

    /// The recording that `parley demo` plays. These words are what the room's turns hang on.
    @Test func `every word that matters of the demo's caller is heard`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Agents/demo/caller.wav").standardizedFileURL
        let recording = try WAVReader(Array(Data(contentsOf: file)))
        let heard = try hear(recording.samples, rate: recording.rate.hertz)
        #expect(heard.count == 9, "\(heard)")
        for (line, words) in [
            (0, "jessica"), (1, "and what surprised you"), (2, "i see"), (3, "patrick"), (4, "jessica"),
            (5, "jessica"), (6, "not you jessica i meant benjamin"), (7, "stop"), (8, "everybody"),
        ]
        where line < heard.count {
            #expect(heard[line].spokenWords.joined(separator: " ").contains(words), "\(heard[line])")
        }
    }

    /// Cut into utterances and written down as an ear does.
    private func hear(_ samples: [Int16], rate: Int) throws -> [String] {
        let recognizer = try MoonshineRecognizer(Self.files)
        let sound = Downsampler.convert(samples, from: rate)
        var endpointing = Endpointing()
        var heard: [String] = []
        var start = 0
        let stream = DetectionStream(rate: rate)
        for probability in try stream.judge(samples, with: try SileroDetector(Self.files)) {
            switch endpointing.hear(probability) {
            case .started(let moment): start = Int(moment / .seconds(1) * 16_000)
            case .stopped(let moment):
                let end = min(Int(moment / .seconds(1) * 16_000), sound.count)
                heard.append(try recognizer.transcribe(Array(sound[start..<end])))
            case .settling, nil: break
            }
        }
        return heard
    }

    @Test func `missing files are named, with what to do`() {
        let nowhere = SpeechFiles(folder: "/nowhere")
        #expect(throws: SpeechError.fileMissing("/nowhere/libonnxruntime-13ab8084.so.1")) {
            try SileroDetector(nowhere)
        }
        #expect(throws: SpeechError.fileMissing("/nowhere/libmoonshine.so")) {
            try MoonshineRecognizer(nowhere)
        }
        #expect(nowhere.missing == "/nowhere/libonnxruntime-13ab8084.so.1")
        #expect("\(SpeechError.fileMissing("/nowhere/x"))".hasSuffix("run `make speech`"))
    }
}

extension String {
    /// Lower-case words without punctuation.
    var spokenWords: [String] {
        lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    }
}

/// Words to insert, remove or change to make one of the other (Wagner & Fischer).
func editDistance(_ expected: [String], _ heard: [String]) -> Int {
    var row = Array(0...heard.count)
    for (i, word) in expected.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in heard.enumerated() {
            let substitution = diagonal + (word == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[heard.count]
}
