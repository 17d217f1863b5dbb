import Networking
import Realtime

/// One session at the ``StandInServer``.
final class StandInSession {
    /// What a model says each time: as much as somebody who is asked something, and leaves time to ask again.
    private static let answerLength: Duration = .milliseconds(2_400)
    /// From the request to the first sound: little beside a real model's, but not nothing.
    private static let thinkingTime: Duration = .milliseconds(100)
    private static let words = "Scout, please tell me more about that."

    private let socket: WebSocket
    private unowned let server: StandInServer
    private let isEar: Bool
    private var configuration: SessionConfiguration
    private var frameCount = 0
    private var utteranceCount = 0
    private var isHearing = false
    private var commitCount = 0
    private var itemCount = 0
    private var answer: Answer?
    private var onEnded: (() -> Void)?

    /// A response on its way: what it is, and how much of it was said.
    private struct Answer {
        var response: Response
        let number: UInt32
        let item: ItemID
        var saidFrames = 0
        var isSpeaking = false

        var location: PartLocation { PartLocation(responseID: response.id, itemID: item) }
        var length: Duration { StampedFrame.duration * saidFrames }
    }

    init(_ socket: WebSocket, server: StandInServer, isEar: Bool) {
        self.socket = socket
        self.server = server
        self.isEar = isEar
        configuration = SessionConfiguration(kind: isEar ? .transcription : .realtime)
    }

    func start(onEnded: @escaping () -> Void) {
        self.onEnded = onEnded
        socket.onText = { [weak self] in self?.read($0) }
        socket.onClosed = { [weak self] _ in self?.ended() }
        send(.sessionCreated(Session(id: "sess_bench", configuration: configuration)))
    }

    private func ended() {
        server.voices.remove(self)
        answer = nil
        onEnded?()
    }

    private func send(_ event: ServerEvent) {
        socket.send(text: ServerMessage(eventID: "event_bench", event).utf8)
    }

    private func read(_ utf8: UnsafeRawBufferPointer) {
        if let sound = AppendedSound(utf8) { return hear(sound) }
        guard let message = try? ClientMessage(parsing: utf8) else { return }
        switch message.event {
        case .sessionUpdate(let update):
            configuration.apply(update)
            send(.sessionUpdated(Session(id: "sess_bench", configuration: configuration)))
        case .inputAudioCommit:
            commitCount += 1
            commit(ItemID("item_c\(commitCount)"))
        case .inputAudioClear: send(.inputAudioCleared)
        case .itemCreate(var item, _):
            itemCount += 1
            item.id = item.id ?? ItemID("item_x\(itemCount)")
            send(.itemAdded(item, after: nil))
            send(.itemDone(item, after: nil))
        case .itemTruncate(let item, let index, let end):
            send(.itemTruncated(item, contentIndex: index, audioEnd: end))
        case .itemDelete(let item): send(.itemDeleted(item))
        case .responseCreate(let parameters): respond(parameters)
        case .responseCancel: finish(.cancelled(.clientCancelled))
        case .inputAudioAppend, .itemRetrieve, .outputAudioClear, .unknown: return
        }
    }
}

// MARK: - Hearing

extension StandInSession {
    private func hear(_ sound: AppendedSound) {
        sound.forEachFrame { frame in
            frameCount += 1
            guard frame.maker == .caller else { return }
            if frame.edge == .voiceBegins { isHearing = true }
            // What was said before the voice was noticed comes to the model in one go, late by its nature; and of
            // quiet some frames come together, for which nobody waits.
            if isEar ? isHearing : sound.frameCount == 1 { server.onFrame(frame) }
            guard isEar else { return }
            switch frame.edge {
            case .none: return
            case .voiceBegins: voiceBegan()
            case .voiceEnds:
                isHearing = false
                voiceEnded()
            }
        }
    }

    private var utterance: ItemID { ItemID("item_u\(utteranceCount)") }
    private var heardLength: Duration { StampedFrame.duration * frameCount }

    private func voiceBegan() {
        utteranceCount += 1
        send(.speechStarted(utterance, audioStart: max(.zero, heardLength - .milliseconds(320))))
        send(.transcriptionDelta(utterance, contentIndex: 0, delta: Self.words))
    }

    private func voiceEnded() {
        send(.speechStopped(utterance, audioEnd: heardLength))
        commit(utterance)
        send(
            .transcriptionCompleted(
                utterance, contentIndex: 0, transcript: Self.words, usage: .duration(seconds: 1)))
    }

    private func commit(_ id: ItemID) {
        let item = Item(id: id, status: .completed, body: .message(.user, [.inputAudio()]))
        send(.inputAudioCommitted(id, after: nil))
        send(.itemAdded(item, after: nil))
        send(.itemDone(item, after: nil))
    }
}

// MARK: - Answering

extension StandInSession {
    private func respond(_ parameters: ResponseParameters) {
        guard answer == nil else { return }
        let number = server.nextResponse()
        var response = Response(id: ResponseID("resp_\(number)"), status: .inProgress)
        response.metadata = parameters.metadata
        response.outputModalities = [.audio]
        answer = Answer(response: response, number: number, item: ItemID("item_r\(number)"))
        send(.responseCreated(response))
        server.schedule(after: Self.thinkingTime) { [weak self] in self?.beginToSpeak(number) }
    }

    private func beginToSpeak(_ number: UInt32) {
        guard var answer, answer.number == number else { return }
        answer.isSpeaking = true
        self.answer = answer
        let item = Item(id: answer.item, status: .inProgress, body: .message(.assistant, []))
        send(.outputItemAdded(answer.response.id, outputIndex: 0, item))
        send(.itemAdded(item, after: nil))
        send(.contentPartAdded(answer.location, .audio(transcript: "")))
        send(.outputTranscriptDelta(answer.location, "Of course."))
        server.voices.add(self) { [weak self] in self?.speak() }
    }

    /// Two frames, every 40 ms.
    private func speak() {
        guard var answer, answer.isSpeaking else { return }
        let frame = StampedFrame(maker: .model, id: answer.number, at: server.clock.now)
        var samples = [Int16](repeating: 0, count: 2 * StampedFrame.sampleCount)
        samples.withUnsafeMutableBufferPointer { both in
            frame.write(
                into: UnsafeMutableBufferPointer(rebasing: both[..<StampedFrame.sampleCount]), isVoiced: true)
            frame.write(
                into: UnsafeMutableBufferPointer(rebasing: both[StampedFrame.sampleCount...]), isVoiced: true)
        }
        answer.saidFrames += 2
        self.answer = answer
        send(.outputAudioDelta(answer.location, base64: Base64.encode(samples: samples)))
        if answer.length >= Self.answerLength { finish(.completed) }
    }

    private func finish(_ status: ResponseStatus) {
        guard var answer else { return }
        self.answer = nil
        server.voices.remove(self)
        if answer.isSpeaking {
            let isWhole = status == .completed
            let item = Item(
                id: answer.item, status: isWhole ? .completed : .incomplete,
                body: .message(.assistant, [.outputAudio(transcript: "Of course.")]))
            send(.outputAudioDone(answer.location))
            send(.outputTranscriptDone(answer.location, "Of course."))
            send(.contentPartDone(answer.location, .audio(transcript: "Of course.")))
            send(.itemDone(item, after: nil))
            send(.outputItemDone(answer.response.id, outputIndex: 0, item))
            answer.response.output = [item]
        }
        answer.response.status = status
        send(.responseDone(answer.response))
    }
}
