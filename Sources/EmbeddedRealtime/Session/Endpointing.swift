/// Where an utterance starts and ends, from one probability of speech per 32 ms.
///
/// A pure value; moments are counted in audio from the first sample of the session, as the protocol does.
struct Endpointing: Equatable, Sendable {
    struct Settings: Equatable, Sendable {
        /// Probability from which a window is speech.
        var threshold: Float = 0.5
        /// How much sound before the onset belongs to the utterance, so that no consonant is lost.
        var prefixPadding: Duration = .milliseconds(300)
        /// How much silence ends an utterance.
        var silence: Duration = .milliseconds(500)
    }

    enum Event: Equatable, Sendable {
        /// Includes the padding.
        case started(at: Duration)
        /// Silence has begun but may be a breath: a good moment to find out what was said.
        case settling
        /// Includes the silence.
        case stopped(at: Duration)
    }

    private enum State: Equatable {
        case quiet
        case speaking(lastVoiceEnd: Duration, hasSettled: Bool)
    }

    static let window: Duration = .milliseconds(32)
    /// Silence shorter than this is between words; it costs a recognition each time it is exceeded.
    private static let settling: Duration = .milliseconds(192)
    /// What keeps speech going may be weaker than what starts it (the hysteresis Silero's authors use).
    private static let hysteresis: Float = 0.15

    var settings = Settings()
    private var state = State.quiet
    private(set) var heard = Duration.zero
    /// Sound before this moment belongs to an earlier utterance.
    private var barrier = Duration.zero

    /// - Parameter from: when this stream of sound began.
    init(settings: Settings = Settings(), from: Duration = .zero) {
        self.settings = settings
        heard = from
        barrier = from
    }

    /// The end of the last window with a voice in it, while somebody speaks.
    var lastVoiceEnd: Duration? {
        if case .speaking(let end, _) = state { end } else { nil }
    }

    mutating func hear(_ probability: Float) -> Event? {
        heard += Self.window
        switch state {
        case .quiet:
            guard probability >= settings.threshold else { return nil }
            state = .speaking(lastVoiceEnd: heard, hasSettled: false)
            return .started(at: max(barrier, heard - Self.window - settings.prefixPadding))
        case .speaking where probability >= max(settings.threshold - Self.hysteresis, 0.01):
            state = .speaking(lastVoiceEnd: heard, hasSettled: false)
            return nil
        case .speaking(let lastVoiceEnd, let hasSettled):
            if heard - lastVoiceEnd >= settings.silence {
                state = .quiet
                barrier = max(barrier, lastVoiceEnd + settings.silence)
                return .stopped(at: lastVoiceEnd + settings.silence)
            }
            guard !hasSettled, heard - lastVoiceEnd >= Self.settling else { return nil }
            state = .speaking(lastVoiceEnd: lastVoiceEnd, hasSettled: true)
            return .settling
        }
    }

    /// The utterance was ended from outside, by a commit or a clear at that moment of the audio.
    mutating func cut(at moment: Duration) {
        state = .quiet
        barrier = max(barrier, moment)
    }
}
