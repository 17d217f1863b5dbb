import Audio
import FloorControl
import Realtime
import Rooms

/// A Realtime server for one caller's ear: finds speech in what is appended as a real one does, and
/// knows the words from what the caller was told to say.
final class EarPeer {
    let link: LinkID
    /// What kind of server it plays.
    let server: ServerProfile
    let caller: Identity
    unowned let stage: Stage
    var isClosed = false
    /// Says nothing any more.
    var isSilent = false
    /// What becomes of the next transcript, whatever was to become of it.
    var nextTranscript: Saying.Transcript?
    private(set) var updateCount = 0
    private(set) var lastDelivery = RoomTime.zero
    private var appended = 0
    private var voice = 0
    private var quiet = 0
    private var speaking: (item: ItemID, saying: Saying, heard: Int, deltas: Int, isFinal: Bool)?
    /// The present run of voice; counts from 1 within a stage.
    private var run = 0

    private static let onset = SampleRate.hz24000.samples(in: .milliseconds(60))
    private static let silence = SampleRate.hz24000.samples(in: .milliseconds(500))

    init(link: LinkID, caller: Identity, stage: Stage) {
        self.link = link
        server = stage.server
        self.caller = caller
        self.stage = stage
    }

    var isListening: Bool { speaking != nil || voice > 0 }

    func tell(_ event: ServerEvent) { tell(event) { _ in } }

    /// - Parameter then: what the stage notes when the room has heard of it.
    private func tell(_ event: ServerEvent, then: @escaping (Stage) -> Void) {
        guard !isClosed, !isSilent else { return }
        let link = link
        var copies = 1
        var latency = stage.fixedLatency
        switch stage.earManners[caller] ?? .usual {
        case .usual: break
        case .lags(let lag): latency += .milliseconds(lag)
        case .repeatsItself: copies = 2
        case .losesStops: if case .speechStopped = event { return }
        case .neverStops:
            switch event {
            case .speechStopped, .inputAudioCommitted: return
            default: break
            }
        }
        lastDelivery = max(lastDelivery, stage.now.advanced(by: latency))
        for _ in 0..<copies {
            stage.plan(at: lastDelivery) {
                $0.arrive(event, on: link)
                then($0)
            }
        }
    }

    func receive(_ message: ClientMessage) {
        guard !isSilent else { return }
        for violation in message.violations { stage.complain("\(link): \(violation.message)") }
        guard case .sessionUpdate(let update) = message.event else {
            return stage.complain("\(link): unexpected \(message.event)")
        }
        if let flaw = server.flaw(inEar: update) { stage.complain("\(link): \(flaw)") }
        updateCount += 1
        tell(.sessionUpdated(Session(id: "\(link)", configuration: update)))
    }

    /// The room hears of it, and the stage which run of voice it is.
    private func tellStarted(_ item: ItemID, _ audioStart: Duration) {
        let run = run
        let caller = caller
        tell(.speechStarted(item, audioStart: audioStart)) { $0.noteSpoken(run, by: caller) }
    }

    /// A frame of the microphone; `saying` is nil for silence.
    /// - Returns: The run of voice that it belongs to; 0 for silence.
    func append(_ count: Int, _ saying: Saying?) -> Int {
        append(count, saying, of: nil)
    }

    /// What another ear was given already. A voice that begins before it counts from here on.
    func replay(_ samples: [Int16]) {
        for run in Set(samples.map(Int.init)) { stage.sampleCounts[run] = 0 }
        for start in stride(from: 0, to: samples.count, by: Room.frameSampleCount) {
            let run = Int(samples[start])
            let count = min(Room.frameSampleCount, samples.count - start)
            append(count, stage.sayings[run], of: run)
        }
    }

    func expire(_ error: ErrorDetail) {
        guard !isClosed else { return }
        tell(.error(error))
        let link = link
        isClosed = true
        stage.plan(at: lastDelivery) {
            $0.handle(.linkLost(link, .closed(code: 1001, reason: error.message)))
        }
    }

    @discardableResult
    private func append(_ count: Int, _ saying: Saying?, of earlier: Int?) -> Int {
        appended += count
        guard let saying else {
            hearSilence(count)
            return 0
        }
        if voice == 0 {
            run = earlier ?? stage.mintRun()
            stage.sayings[run] = saying
        }
        stage.sampleCounts[run, default: 0] += count
        hearVoice(count, saying)
        return run
    }

    private func hearVoice(_ count: Int, _ saying: Saying) {
        voice += count
        quiet = 0
        if speaking == nil, voice >= Self.onset {
            let item = stage.mintItem()
            speaking = (item, saying, voice - count, 0, false)
            tellStarted(item, SampleRate.hz24000.duration(of: max(0, appended - voice)))
        }
        guard speaking != nil else { return }
        speaking?.heard += count
        sayPartials()
    }

    private func sayPartials() {
        guard let speaking else { return }
        let length = SampleRate.hz24000.samples(in: speaking.saying.duration)
        let words = speaking.saying.text.split(separator: " ")
        if case .wordByWord = speaking.saying.partials {
            while let index = self.speaking?.deltas, index < words.count,
                speaking.heard * (2 * words.count + 1) >= length * 2 * (index + 1)
            {
                self.speaking?.deltas += 1
                let delta = index == 0 ? String(words[index]) : " \(words[index])"
                tellWords(delta, upTo: words[...index].joined(separator: " "), of: speaking.item)
            }
        }
        if case .beforeStopped = speaking.saying.transcript, !speaking.isFinal,
            speaking.heard >= length - Self.onset
        {
            self.speaking?.isFinal = true
            complete(speaking.item, speaking.saying)
        }
    }

    /// Some tell what was added, some all of it each time.
    private func tellWords(_ delta: String, upTo all: String, of item: ItemID) {
        switch server.name {
        case .xai: tell(.transcriptionUpdated(item, contentIndex: 0, transcript: all))
        case .openAI, .azure, .qwen, .localAI, .speaches, .speechToSpeech, .vllmOmni, .inworld, .embedded,
            .generic:
            tell(.transcriptionDelta(item, contentIndex: 0, delta: delta))
        }
    }

    private func complete(_ item: ItemID, _ saying: Saying) {
        tell(
            .transcriptionCompleted(
                item, contentIndex: 0, transcript: saying.final ?? saying.text,
                usage: .duration(seconds: 1)))
    }

    private func hearSilence(_ count: Int) {
        quiet += count
        guard let spoken = speaking else {
            if quiet > 2_400 { voice = 0 }
            return
        }
        guard quiet >= Self.silence else { return }
        speaking = nil
        voice = 0
        tell(.speechStopped(spoken.item, audioEnd: SampleRate.hz24000.duration(of: appended)))
        tell(.inputAudioCommitted(spoken.item, after: nil))
        let transcript = nextTranscript ?? spoken.saying.transcript
        nextTranscript = nil
        switch transcript {
        case .never, .beforeStopped: break
        case .final(let delay):
            stage.plan(at: stage.now.advanced(by: delay)) { [self] _ in complete(spoken.item, spoken.saying) }
        case .failed(let delay, let code):
            let error = ErrorDetail(type: "transcription_error", code: code, message: "no words")
            stage.plan(at: stage.now.advanced(by: delay)) { [self] _ in
                tell(.transcriptionFailed(spoken.item, contentIndex: 0, error))
            }
        }
    }
}
