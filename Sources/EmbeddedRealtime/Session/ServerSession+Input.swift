import Realtime

// The client's sound: appended, searched for speech, committed as an item.

/// Speech that has started and not ended.
struct LiveUtterance: Sendable {
    let itemID: ItemID
    let start: Duration
    var partial = PartialTranscript()
    /// The recognition that is running, so that there is never a second one.
    var pendingPartial: ServerSession.TranscriptionID?
    var lastPartial: Duration
    /// The recognition begun when silence set in: if nothing more is said, it is the final one.
    var settled: (id: ServerSession.TranscriptionID, voiceEnd: Duration, text: Result<String, SpeechError>?)?
}

extension ServerSession {
    /// Less is no utterance: the API refuses it.
    private static let shortestCommit: Duration = .milliseconds(100)
    /// What a client may append without ever committing.
    private static let longestBuffer: Duration = .seconds(600)
    /// Between utterances this much is kept beyond the padding; the detector may be that late.
    private static let keptSilence: Duration = .milliseconds(500)
    /// How often the words so far are looked at while somebody speaks.
    private static let partialInterval: Duration = .milliseconds(400)

    mutating func append(_ base64: String) throws(ErrorDetail) {
        guard let bytes = Base64.decode(base64) else {
            throw .invalid("Invalid audio: expected base64.", code: "invalid_value", param: "audio")
        }
        guard input.duration < Self.longestBuffer else {
            throw .invalid(
                "The input audio buffer is full. Commit or clear it.", code: "input_audio_buffer_full",
                param: "audio")
        }
        guard let samples = input.append(bytes) else {
            throw .invalid(
                "Invalid audio: expected whole samples of \(inputFormat.name).", code: "invalid_value",
                param: "audio")
        }
        guard turnDetection != nil, !isDeaf, !samples.isEmpty else { return }
        actions.append(.detect(generation: input.generation, samples, rate: input.rate))
    }

    /// Everything starts afresh in another format; time goes on.
    mutating func restartInput() {
        endUtterance()
        input = InputAudio(format: inputFormat, offset: input.end, generation: input.generation + 1)
        endpointing = Endpointing(settings: Endpointing.Settings(turnDetection), from: input.end)
    }

    mutating func clearInput() {
        endUtterance()
        endpointing.cut(at: input.end)
        input.forget(before: input.end)
        send(.inputAudioCleared)
    }

    /// The speech that was going on is no utterance of its own any more.
    mutating func endUtterance() {
        utterance = nil
        endpointing.cut(at: endpointing.heard)
    }

    mutating func commit(at now: Duration) throws(ErrorDetail) {
        let from = utterance?.start ?? input.beginning
        guard input.end - from >= Self.shortestCommit else {
            throw .invalid(
                "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, "
                    + "but buffer only has \((input.end - from).milliseconds).00ms of audio.",
                code: "input_audio_buffer_commit_empty")
        }
        let itemID = utterance?.itemID ?? names.item()
        let partial = utterance?.partial ?? PartialTranscript()
        endUtterance()
        endpointing.cut(at: input.end)
        commit(itemID, from: from, to: input.end, partial: partial)
        if configuration.input.transcription.value != nil { beginTranscript(of: itemID, partial: partial) }
    }

    /// Makes a user's item of a stretch of the buffer.
    private mutating func commit(_ itemID: ItemID, from: Duration, to: Duration, partial: PartialTranscript) {
        let samples = input.clip(from: from, to: to)
        input.forget(before: to)
        let item = Item(id: itemID, status: .completed, body: .message(.user, [.inputAudio()]))
        let previous = conversation.last
        var entry = Conversation.Entry(item: item)
        entry.sound = .heard(samples, inputFormat)
        _ = conversation.insert(entry, id: itemID)
        send(.inputAudioCommitted(itemID, after: previous))
        announce(itemID)
    }
}

// MARK: - Voice activity

extension ServerSession {
    mutating func judge(_ result: Result<[Float], SpeechError>, of generation: Int, at now: Duration) {
        guard generation == input.generation, turnDetection != nil else { return }
        switch result {
        case .success(let probabilities):
            for probability in probabilities {
                switch endpointing.hear(probability) {
                case .started(let start): speechStarted(at: start, now)
                case .settling: speechSettled()
                case .stopped(let end): speechStopped(at: end, now)
                case nil: listen()
                }
            }
            if utterance == nil { forgetSilence() }
        case .failure(let error):
            guard !isDeaf else { return }
            isDeaf = true
            send(.error(ErrorDetail(type: "server_error", code: "speech_unavailable", message: "\(error)")))
        }
    }

    /// Half a second at a time: each cut moves what is left.
    private mutating func forgetSilence() {
        let needed = endpointing.heard - endpointing.settings.prefixPadding - Self.keptSilence
        if input.beginning < needed - .milliseconds(500) { input.forget(before: needed) }
    }

    private mutating func speechStarted(at start: Duration, _ now: Duration) {
        let itemID = names.item()
        idleDeadline = nil
        utterance = LiveUtterance(itemID: itemID, start: start, lastPartial: endpointing.heard)
        send(.speechStarted(itemID, audioStart: start))
        if turnDetection?.interruptsResponse == true, let active = activeResponse {
            end(active, .cancelled(.turnDetected), at: now)
        }
    }

    private mutating func speechSettled() {
        guard needsTranscripts, let start = utterance?.start, let voiceEnd = endpointing.lastVoiceEnd else {
            return
        }
        let id = transcribe(from: start, to: endpointing.heard, isFinal: true)
        utterance?.settled = (id, voiceEnd, nil)
    }

    /// Time for a look at the words so far?
    private mutating func listen() {
        guard let live = utterance, configuration.input.transcription.value != nil,
            live.pendingPartial == nil,
            endpointing.heard - live.lastPartial >= Self.partialInterval
        else { return }
        utterance?.lastPartial = endpointing.heard
        let id = transcribe(from: live.start, to: endpointing.heard, isFinal: false)
        utterance?.pendingPartial = id
    }

    private mutating func speechStopped(at end: Duration, _ now: Duration) {
        guard let live = utterance else { return }
        utterance = nil
        send(.speechStopped(live.itemID, audioEnd: end))
        commit(live.itemID, from: live.start, to: end, partial: live.partial)
        if let settled = live.settled, settled.voiceEnd == end - endpointing.settings.silence {
            adopt(settled.id, settled.text, for: live)
        } else if needsTranscripts {
            beginTranscript(of: live.itemID, partial: live.partial)
        }
        guard configuration.kind == .realtime, turnDetection?.createsResponse == true else { return }
        // With a response still running the API fails the new one; the client hears of it.
        do throws(ErrorDetail) { try respond(ResponseParameters(), at: now) } catch { refuse(error, nil) }
    }

    /// Nobody spoke for the idle timeout: what was not said is committed, and answered.
    mutating func commitSilence(at now: Duration) {
        guard utterance == nil, activeResponse == nil, configuration.kind == .realtime else { return }
        let itemID = names.item()
        let start = input.beginning
        let end = input.end
        send(.inputAudioTimedOut(itemID, audioStart: start, audioEnd: end))
        commit(itemID, from: start, to: end, partial: PartialTranscript())
        conversation[itemID]?.transcript = .known("")
        try? respond(ResponseParameters(), at: now)
    }

    private var needsTranscripts: Bool {
        configuration.input.transcription.value != nil
            || configuration.kind == .realtime && turnDetection?.createsResponse == true
    }
}
