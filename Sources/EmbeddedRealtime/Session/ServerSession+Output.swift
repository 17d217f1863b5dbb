import Audio
import Realtime

// What the brain says becomes items, text and sound.

extension ServerSession {
    /// Sound per event: half a second is few events, and small enough for any client's buffer.
    private static let deltaDuration: Duration = .milliseconds(500)

    mutating func express(_ expression: Expression, of id: ResponseID, at now: Duration) {
        guard let index = index(of: id) else { return }
        responses[index].queue.append(expression)
        proceed(id, at: now)
    }

    /// Works off what the brain has said, up to a sentence whose sound is not there yet.
    private mutating func proceed(_ id: ResponseID, at now: Duration) {
        while let index = index(of: id), responses[index].stage == .thinking, !responses[index].queue.isEmpty
        {
            switch responses[index].queue.removeFirst() {
            case .say(let sentence): say(sentence, in: index, at: now)
            case .call(let callID, let name, let arguments):
                closeMessage(of: index, .completed)
                call(name, arguments, callID.map { CallID($0) } ?? names.call(), in: index)
            case .done(.completed): end(id, .completed, at: now)
            case .done(.tokensExhausted): end(id, .incomplete(.maxOutputTokens), at: now)
            case .done(.failed(let code, let message)):
                end(id, .failed(ErrorDetail(type: "server_error", code: code, message: message)), at: now)
            }
        }
    }

    private mutating func say(_ sentence: String, in index: Int, at now: Duration) {
        let allowed = responses[index].allowance(of: sentence)
        if !allowed.isEmpty {
            if responses[index].message == nil { openMessage(of: index) }
            utter(allowed, in: index)
        }
        // The words that did not fit end the response, after the sound of those that did.
        if allowed != sentence { responses[index].queue = [.done(.tokensExhausted)] }
    }

    private mutating func utter(_ sentence: String, in index: Int) {
        guard var message = responses[index].message else { return }
        let delta = (message.text.isEmpty ? "" : " ") + sentence
        message.text += delta
        responses[index].message = message
        responses[index].textTokens += Tokens.text(delta)
        switch responses[index].modality {
        case .text: send(.outputTextDelta(message.location, delta))
        case .audio:
            send(.outputTranscriptDelta(message.location, delta))
            responses[index].stage = .speaking(sentence)
            let live = responses[index]
            actions.append(
                .speak(
                    live.response.id, sentence, voice: live.response.voice?.name ?? voice, speed: live.speed,
                    rate: live.format.wire.rate.hertz))
        }
    }

    /// The sound of the sentence being spoken has come.
    mutating func pronounced(_ result: Result<[Int16], SpeechError>, of id: ResponseID, at now: Duration) {
        guard let index = index(of: id), case .speaking(let sentence) = responses[index].stage,
            var message = responses[index].message
        else { return }
        responses[index].stage = .thinking
        switch result {
        case .success(let samples):
            let format = responses[index].format
            let duration = format.wire.rate.duration(of: samples.count)
            message.sentences.append((sentence, duration))
            message.duration += duration
            responses[index].message = message
            responses[index].sound += duration
            hasSpoken = true
            sendSound(samples, format, to: message.location)
            conversation[message.location.itemID]?.sound = .spoken(message.duration)
            conversation[message.location.itemID]?.sentences = message.sentences
            proceed(id, at: now)
        case .failure(let error):
            end(
                id,
                .failed(ErrorDetail(type: "server_error", code: "speech_unavailable", message: "\(error)")),
                at: now)
        }
    }

    private mutating func sendSound(_ samples: [Int16], _ format: AudioFormat, to location: PartLocation) {
        let step = format.wire.rate.samples(in: Self.deltaDuration)
        for start in stride(from: 0, to: samples.count, by: step) {
            let piece = samples[start..<min(start + step, samples.count)]
            send(.outputAudioDelta(location, base64: Base64.encode(format.encode(piece))))
        }
    }
}

// MARK: - Items of a response

extension ServerSession {
    private mutating func openMessage(of index: Int) {
        let live = responses[index]
        let itemID = names.item()
        let location = PartLocation(
            responseID: live.response.id, itemID: itemID, outputIndex: live.output.count, contentIndex: 0)
        responses[index].message = LiveResponse.Message(location: location)
        addOutput(
            Item(id: itemID, status: .inProgress, body: .message(.assistant, [])), location.outputIndex, live)
        send(.contentPartAdded(location, live.modality.part("")))
    }

    /// Closes the message being spoken, if there is one.
    mutating func closeMessage(of index: Int, _ status: Item.Status) {
        guard let message = responses[index].message else { return }
        responses[index].message = nil
        let location = message.location
        let content: ItemContent
        switch responses[index].modality {
        case .text:
            content = .outputText(message.text)
            send(.outputTextDone(location, message.text))
        case .audio:
            content = .outputAudio(transcript: message.text)
            send(.outputAudioDone(location))
            send(.outputTranscriptDone(location, message.text))
        }
        send(.contentPartDone(location, responses[index].modality.part(message.text)))
        finishOutput(
            Item(id: location.itemID, status: status, body: .message(.assistant, [content])), of: index)
    }

    private mutating func call(_ name: String, _ arguments: String, _ callID: CallID, in index: Int) {
        let live = responses[index]
        let itemID = names.item()
        let location = CallLocation(
            responseID: live.response.id, itemID: itemID, outputIndex: live.output.count, callID: callID)
        func item(_ status: Item.Status, _ arguments: String) -> Item {
            Item(
                id: itemID, status: status,
                body: .functionCall(FunctionCall(callID: callID, name: name, arguments: arguments)))
        }
        responses[index].textTokens += Tokens.text(name) + Tokens.text(arguments)
        addOutput(item(.inProgress, ""), location.outputIndex, live)
        for piece in arguments.pieces(of: 32) { send(.functionCallArgumentsDelta(location, piece)) }
        send(.functionCallArgumentsDone(location, name: name, arguments: arguments))
        finishOutput(item(.completed, arguments), of: index)
    }

    private mutating func addOutput(_ item: Item, _ outputIndex: Int, _ live: LiveResponse) {
        send(.outputItemAdded(live.response.id, outputIndex: outputIndex, item))
        guard !live.isOutOfBand, let id = item.id else { return }
        let previous = conversation.last
        _ = conversation.insert(Conversation.Entry(item: item), id: id)
        send(.itemAdded(item, after: previous))
    }

    private mutating func finishOutput(_ item: Item, of index: Int) {
        let live = responses[index]
        responses[index].output.append(item)
        if !live.isOutOfBand, let id = item.id {
            let previous = conversation.previous(id)
            // Truncated while it was spoken, its transcript is gone already.
            if conversation[id] != nil { conversation[id]?.item = item }
            send(.itemDone(item, after: previous))
        }
        send(.outputItemDone(live.response.id, outputIndex: live.output.count, item))
    }
}

extension LiveResponse {
    /// As much of the sentence as the token limit leaves room for, in whole words. A second of sound is 20 tokens and
    /// about 15 characters.
    fileprivate func allowance(of sentence: String) -> String {
        guard let tokenLimit else { return sentence }
        let charactersPerToken = modality == .audio ? 0.6 : 4
        let room = Int(Double(tokenLimit - outputTokens) * charactersPerToken)
        var words: [Substring] = []
        var length = -1
        for word in sentence.split(whereSeparator: \.isWhitespace) {
            length += word.count + 1
            if length > room { return words.joined(separator: " ") }
            words.append(word)
        }
        return sentence
    }
}

extension Modality {
    fileprivate func part(_ text: String) -> ContentPart {
        switch self {
        case .text: .text(text)
        case .audio: .audio(transcript: text)
        }
    }
}

extension String {
    fileprivate func pieces(of length: Int) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
