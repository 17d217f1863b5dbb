import CSpeechEngines

/// Tells voice from everything else, 32 ms at a time.
///
/// One detector is shared by all sessions; what it remembers of a stream is the stream's own ``VoiceActivityState``.
public protocol VoiceActivityDetector: AnyObject {
    /// The probability of speech in one window.
    ///
    /// - Parameter window: ``VoiceActivityState/windowCount`` samples at 16 kHz, in −1…1.
    func probability(of window: [Float], _ state: inout VoiceActivityState) throws(SpeechError) -> Float
}

/// The recurrent memory of one stream: what the model remembers, and the end of the window before.
public struct VoiceActivityState: Sendable {
    public static let windowCount = Int(SILERO_WINDOW_COUNT)
    fileprivate var memory = [Float](repeating: 0, count: Int(SILERO_STATE_COUNT))
    fileprivate var context = [Float](repeating: 0, count: Int(SILERO_CONTEXT_COUNT))

    public init() {}
}

/// Silero's model. Not thread-safe: its owner calls it from one thread.
final class SileroDetector: VoiceActivityDetector {
    private let model: OpaquePointer

    /// Opens library and model: about 60 ms.
    init(_ files: SpeechFiles) throws(SpeechError) {
        try files.require(files.onnxruntime)
        try files.require(files.sileroModel)
        var complaint = speech_complaint()
        guard let model = silero_open(files.onnxruntime, files.sileroModel, &complaint) else {
            throw .engineUnusable(file: files.sileroModel, reason: complaint.line)
        }
        self.model = model
    }

    deinit { silero_close(model) }

    func probability(of window: [Float], _ state: inout VoiceActivityState) throws(SpeechError) -> Float {
        precondition(window.count == VoiceActivityState.windowCount, "a window of \(window.count) samples")
        var samples = state.context + window
        var probability: Float = 0
        var complaint = speech_complaint()
        guard silero_run(model, &samples, &state.memory, &probability, &complaint) == 0 else {
            throw .engineFailed(reason: complaint.line)
        }
        state.context.replaceSubrange(0..., with: samples.suffix(state.context.count))
        return probability
    }
}

extension speech_complaint {
    /// What the C side wrote down.
    var line: String {
        withUnsafeBytes(of: text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
