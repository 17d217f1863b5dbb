import Codecs
import Foundation

/// The engines of this process and the threads they work on: voice activity detection, recognition and synthesis
/// each have one, and none holds up another. Results arrive on those threads; callers post them home.
///
/// Everything is opened when first needed; a failure to open is reported to whoever asked, each time.
public final class SpeechEngines: Sendable {
    /// How to open each engine; replaced by fakes in tests.
    public struct Makers: Sendable {
        public var detector: @Sendable () throws(SpeechError) -> any VoiceActivityDetector
        public var recognizer: @Sendable () throws(SpeechError) -> any SpeechRecognizer
        public var synthesizer: @Sendable () throws(SpeechError) -> any SpeechSynthesizer

        public init(
            detector: @escaping @Sendable () throws(SpeechError) -> any VoiceActivityDetector,
            recognizer: @escaping @Sendable () throws(SpeechError) -> any SpeechRecognizer,
            synthesizer: @escaping @Sendable () throws(SpeechError) -> any SpeechSynthesizer
        ) {
            self.detector = detector
            self.recognizer = recognizer
            self.synthesizer = synthesizer
        }

        public static func installed(_ files: SpeechFiles) -> Makers {
            Makers(
                detector: { () throws(SpeechError) in try SileroDetector(files) },
                recognizer: { () throws(SpeechError) in try MoonshineRecognizer(files) },
                synthesizer: { () throws(SpeechError) in FliteSynthesizer() })
        }
    }

    /// Seconds of audio may wait here: a detector is forty times faster than speech for hundreds of streams.
    private let detection = Bench<any VoiceActivityDetector>(name: "voice activity", capacity: 4_096)
    /// At 0.1–0.3 s per job this is a backlog of some seconds; then partials go, then even finals.
    private let recognition = Bench<any SpeechRecognizer>(name: "recognition", capacity: 32)
    private let synthesis = Bench<any SpeechSynthesizer>(name: "synthesis", capacity: 1_024)
    private let makers: Makers

    public init(_ makers: Makers) { self.makers = makers }

    /// Judges the next samples of a stream. `done` gets one probability for each whole window since the last.
    func detect(
        _ stream: DetectionStream, _ samples: [Int16],
        _ done: @escaping @Sendable (Result<[Float], SpeechError>) -> Void
    ) {
        detection.use(.required, makers.detector, done) { (detector) throws(SpeechError) in
            try stream.judge(samples, with: detector)
        }
    }

    func transcribe(
        _ samples: [Int16], rate: Int, _ urgency: Worker.Urgency,
        _ done: @escaping @Sendable (Result<String, SpeechError>) -> Void
    ) {
        recognition.use(urgency, makers.recognizer, done) { (recognizer) throws(SpeechError) in
            try recognizer.transcribe(Downsampler.convert(samples, from: rate))
        }
    }

    func speak(
        _ text: String, in voice: FliteVoice, speed: Double, rate: Int,
        _ done: @escaping @Sendable (Result<[Int16], SpeechError>) -> Void
    ) {
        synthesis.use(.required, makers.synthesizer, done) { (synthesizer) throws(SpeechError) in
            try synthesizer.speak(text, in: voice, speed: speed, rate: rate)
        }
    }

    /// Opens the engines of the ear ahead of the first word. Failures show when they are needed.
    public func prepareListening() {
        detection.open(makers.detector)
        recognition.open(makers.recognizer)
    }

    /// Opens a voice ahead of its first sentence.
    public func prepareSpeaking(_ voice: FliteVoice) {
        synthesis.open(makers.synthesizer) { (synthesizer) throws(SpeechError) in
            try synthesizer.prepare(voice)
        }
    }

    /// Ends the threads; work that waits is refused.
    public func stop() {
        detection.worker.stop()
        recognition.worker.stop()
        synthesis.worker.stop()
    }
}

/// One worker and the engine on it.
private final class Bench<Engine>: @unchecked Sendable {  // `engine` is touched by the worker's thread only
    let worker: Worker
    private var engine: Engine?

    init(name: String, capacity: Int) { worker = Worker(name: name, capacity: capacity) }

    /// Ahead of its first use; whoever needs it learns of a failure.
    func open(
        _ make: @escaping @Sendable () throws(SpeechError) -> Engine,
        then prepare: @escaping @Sendable (Engine) throws(SpeechError) -> Void = { _ in }
    ) {
        use(.droppable, make, { (_: Result<Void, SpeechError>) in }, prepare)
    }

    func use<Value: Sendable>(
        _ urgency: Worker.Urgency, _ make: @escaping @Sendable () throws(SpeechError) -> Engine,
        _ done: @escaping @Sendable (Result<Value, SpeechError>) -> Void,
        _ work: @escaping @Sendable (Engine) throws(SpeechError) -> Value
    ) {
        let job: Worker.Job = { [self] in
            do throws(SpeechError) {
                if engine == nil { engine = try make() }
                guard let engine else { return }
                done(.success(try work(engine)))
            } catch {
                done(.failure(error))
            }
        }
        worker.submit(urgency, job, dropped: { done(.failure(.overloaded)) })
    }
}

/// One stream of sound on its way into the detector: what is left of the last window, at 16 kHz.
final class DetectionStream: @unchecked Sendable {  // touched by the detection thread only
    private let downsampler: Downsampler
    private var pending: [Float] = []
    private var state = VoiceActivityState()

    /// - Parameter rate: of the samples handed in; the audio formats of the protocol know 24 kHz and 8 kHz.
    init(rate: Int) { downsampler = Downsampler(from: rate) }

    func judge(_ samples: [Int16], with detector: any VoiceActivityDetector) throws(SpeechError) -> [Float] {
        pending += downsampler.next(samples)
        let width = VoiceActivityState.windowCount
        var probabilities: [Float] = []
        var start = 0
        while pending.count - start >= width {
            let window = Array(pending[start..<(start + width)])
            probabilities.append(try detector.probability(of: window, &state))
            start += width
        }
        pending.removeFirst(start)
        return probabilities
    }
}

/// Brings the protocol's sound to the 16 kHz the models were trained on, in −1…1.
final class Downsampler {
    private let resampler: Resampler?

    init(from rate: Int) {
        guard rate != 16_000 else {
            resampler = nil
            return
        }
        guard let resampler = try? Resampler(from: rate, to: 16_000) else {
            preconditionFailure("no resampler from \(rate) Hz")
        }
        self.resampler = resampler
    }

    func next(_ samples: [Int16]) -> [Float] {
        guard let resampler else { return samples.map { Float($0) / 32_768 } }
        var converted: [Int16] = []
        samples.withUnsafeBufferPointer { resampler.process($0, into: &converted) }
        return converted.map { Float($0) / 32_768 }
    }

    static func convert(_ samples: [Int16], from rate: Int) -> [Float] {
        Downsampler(from: rate).next(samples)
    }
}
