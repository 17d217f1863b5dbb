import Audio
import Realtime

/// The recognitions under way, and what each is for.
struct Transcriptions: Sendable {
    enum Purpose {
        /// The words so far of the utterance being spoken.
        case live
        /// The transcript of a committed item; `partial` knows which words of it were shown already.
        case item(ItemID, PartialTranscript)
    }

    private var last = 0
    private var pending: [ServerSession.TranscriptionID: Purpose] = [:]

    mutating func begin(_ purpose: Purpose) -> ServerSession.TranscriptionID {
        last += 1
        let id = ServerSession.TranscriptionID(number: last)
        pending[id] = purpose
        return id
    }

    /// The purpose of a recognition that is still running changes when its utterance is committed.
    mutating func assign(_ id: ServerSession.TranscriptionID, _ purpose: Purpose) {
        if pending[id] != nil { pending[id] = purpose }
    }

    mutating func finish(_ id: ServerSession.TranscriptionID) -> Purpose? { pending.removeValue(forKey: id) }
}

extension ServerSession {
    mutating func transcribe(from start: Duration, to end: Duration, isFinal: Bool) -> TranscriptionID {
        let id = transcriptions.begin(.live)
        actions.append(.transcribe(id, input.clip(from: start, to: end), rate: input.rate, isFinal: isFinal))
        return id
    }

    /// Finds out what a committed item says.
    mutating func beginTranscript(of itemID: ItemID, partial: PartialTranscript = PartialTranscript()) {
        guard let entry = conversation[itemID], entry.transcript == .unknown,
            case .heard(let samples, let format) = entry.sound
        else { return }
        let id = transcriptions.begin(.item(itemID, partial))
        conversation[itemID]?.transcript = .pending(id)
        actions.append(.transcribe(id, samples, rate: format.wire.rate.hertz, isFinal: true))
    }

    /// The recognition begun when silence set in turned out to be the final one.
    mutating func adopt(_ id: TranscriptionID, _ text: Result<String, SpeechError>?, for live: LiveUtterance)
    {
        if let text {
            complete(live.itemID, live.partial, text)
        } else {
            transcriptions.assign(id, .item(live.itemID, live.partial))
            conversation[live.itemID]?.transcript = .pending(id)
        }
    }

    mutating func settle(_ id: TranscriptionID, _ result: Result<String, SpeechError>) {
        switch transcriptions.finish(id) {
        case .live:
            if utterance?.settled?.id == id { utterance?.settled?.text = result }
            if utterance?.pendingPartial == id { utterance?.pendingPartial = nil }
            guard case .success(let text) = result else { return }
            showPartial(text)
        case .item(let itemID, let partial): complete(itemID, partial, result)
        case nil: return
        }
    }

    /// Only words of speech that is still going on: a guess that comes late has nothing to add.
    private mutating func showPartial(_ guess: String) {
        guard configuration.input.transcription.value != nil, var live = utterance else { return }
        guard let delta = live.partial.revise(guess) else { return }
        utterance?.partial = live.partial
        send(.transcriptionDelta(live.itemID, contentIndex: 0, delta: delta))
    }

    private mutating func complete(
        _ itemID: ItemID, _ partial: PartialTranscript, _ result: Result<String, SpeechError>
    ) {
        guard let entry = conversation[itemID] else { return }
        let isWanted = configuration.input.transcription.value != nil
        switch result {
        case .success(let text):
            conversation[itemID]?.transcript = .known(text)
            if isWanted { tell(text, of: itemID, partial, seconds: entry.soundDuration / .seconds(1)) }
        case .failure(let error):
            conversation[itemID]?.transcript = .known("")
            if isWanted { send(.transcriptionFailed(itemID, contentIndex: 0, ErrorDetail(error))) }
        }
        resumeThinking()
    }

    private mutating func tell(
        _ text: String, of itemID: ItemID, _ partial: PartialTranscript, seconds: Double
    ) {
        var partial = partial
        if let delta = partial.finish(text) {
            send(.transcriptionDelta(itemID, contentIndex: 0, delta: delta))
        }
        send(
            .transcriptionCompleted(
                itemID, contentIndex: 0, transcript: text, usage: .duration(seconds: seconds)))
    }
}

extension ErrorDetail {
    fileprivate init(_ error: SpeechError) {
        switch error {
        case .overloaded: self.init(type: "server_error", code: "rate_limit_exceeded", message: "\(error)")
        case .fileMissing, .voiceUnavailable, .engineUnusable:
            self.init(type: "server_error", code: "speech_unavailable", message: "\(error)")
        case .engineFailed:
            self.init(type: "transcription_error", code: "audio_unintelligible", message: "\(error)")
        }
    }
}
