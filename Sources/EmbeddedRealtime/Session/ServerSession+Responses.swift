import JSONValues
import Realtime

// The life of a response: created, thought about, ended.

extension ServerSession {
    /// The one in the default conversation.
    var activeResponse: ResponseID? { responses.first { !$0.isOutOfBand }?.response.id }

    mutating func respond(_ parameters: ResponseParameters, at now: Duration) throws(ErrorDetail) {
        guard configuration.kind == .realtime else {
            throw .invalid(
                "A transcription session gives no responses.", code: "invalid_value", param: "type")
        }
        if !parameters.conversationNone, let active = activeResponse {
            throw .invalid(
                "Conversation already has an active response in progress: \(active). "
                    + "Wait until the response is finished before creating a new one.",
                code: "conversation_already_has_active_response")
        }
        try checkVoice(parameters.voice)
        let context = try context(of: parameters)
        let live = begin(parameters, context)
        idleDeadline = nil
        responses.append(live)
        send(.responseCreated(live.response))
        for case .reference(let id) in context { beginTranscript(of: id) }
        resumeThinking()
    }

    private func checkVoice(_ voice: Voice?) throws(ErrorDetail) {
        guard let voice, hasSpoken, voice.name != self.voice else { return }
        throw .invalid(
            "Cannot update a conversation's voice if assistant audio is present.",
            code: "cannot_update_voice",
            param: "response.audio.output.voice")
    }

    private mutating func begin(_ parameters: ResponseParameters, _ context: [ContextItem]) -> LiveResponse {
        var response = Response(id: names.response(), status: .inProgress)
        response.conversationID = parameters.conversationNone ? nil : conversationID
        response.outputModalities =
            parameters.outputModalities ?? configuration.outputModalities.value ?? [.audio]
        response.maxOutputTokens = parameters.maxOutputTokens ?? configuration.maxOutputTokens.value
        response.format = parameters.format ?? configuration.output.format.value
        response.voice = parameters.voice ?? configuration.output.voice.value
        response.metadata = parameters.metadata
        var limit: Int?
        if case .limited(let count) = response.maxOutputTokens { limit = count }
        return LiveResponse(
            response: response, modality: response.outputModalities?.first ?? .audio,
            speed: configuration.output.speed.value ?? 1, tokenLimit: limit, context: context,
            thought: thought(parameters, limit))
    }

    /// Everything but the context, which may still have to be heard.
    private func thought(_ parameters: ResponseParameters, _ limit: Int?) -> Thought {
        let own = configuration.instructions.value ?? setup.instructions
        let tools = parameters.tools ?? configuration.tools.value ?? []
        let choice = parameters.toolChoice ?? configuration.toolChoice.value ?? .auto
        var thought = Thought(instructions: parameters.instructions ?? own, context: [])
        thought.orders = parameters.instructions.map { Self.orders(in: $0, beyond: own) }
        if parameters.conversationNone { thought.purpose = parameters.metadata[Response.purposeKey] }
        thought.tools = tools.compactMap(\.functionJSON)
        thought.mayCallTools = choice != .none
        thought.maxOutputTokens = limit
        return thought
    }

    /// A response's instructions replace the session's, and usually repeat them before the words that matter. When they
    /// repeat an older version of them, the words that matter are the last paragraph.
    private static func orders(in instructions: String, beyond own: String) -> String {
        if instructions.hasPrefix(own) { return instructions.dropFirst(own.count).trimmed }
        let paragraphs = instructions.split(separator: "\n\n")
        return (paragraphs.last ?? "").trimmed
    }

    private func context(of parameters: ResponseParameters) throws(ErrorDetail) -> [ContextItem] {
        guard let input = parameters.input else { return conversation.order.map(ContextItem.reference) }
        var context: [ContextItem] = []
        for (index, item) in input.enumerated() {
            guard case .reference = item.body else {
                context.append(.own(try withoutSound(item, index)))
                continue
            }
            guard let id = item.id, conversation[id] != nil else {
                throw .invalid(
                    "The item with id '\(item.id?.description ?? "")' does not exist.", code: "invalid_value",
                    param: "response.input[\(index)].id")
            }
            context.append(.reference(id))
        }
        return context
    }

    private func withoutSound(_ item: Item, _ index: Int) throws(ErrorDetail) -> Item {
        guard case .message(_, let parts, _) = item.body,
            parts.contains(where: { if case .inputAudio(.some, nil) = $0 { true } else { false } })
        else { return item }
        throw .invalid(
            "This server recognises only items of the conversation: create the item, then refer to it.",
            code: "unsupported_content_type", param: "response.input[\(index)].content")
    }

    mutating func cancel(_ id: ResponseID?, at now: Duration) throws(ErrorDetail) {
        guard let found = responses.first(where: { id == nil ? !$0.isOutOfBand : $0.response.id == id })
        else {
            throw .invalid(
                "Cancellation failed: no active response found", code: "response_cancel_not_active")
        }
        end(found.response.id, .cancelled(.clientCancelled), at: now)
    }

    func index(of id: ResponseID) -> Int? { responses.firstIndex { $0.response.id == id } }

    /// Whatever the outcome, `response.done` is the last word.
    mutating func end(_ id: ResponseID, _ status: ResponseStatus, at now: Duration) {
        guard let index = index(of: id) else { return }
        closeMessage(of: index, status == .completed ? .completed : .incomplete)
        var live = responses.remove(at: index)
        if status != .completed { actions.append(.forget(id)) }
        live.response.status = status
        live.response.output = live.output
        live.response.usage = usage(of: live)
        send(.responseDone(live.response))
        guard !live.isOutOfBand else { return }
        lastInput = live.inputCosts
        if case .serverVAD(let vad) = turnDetection, let timeout = vad.idleTimeout {
            idleDeadline = now + live.sound + timeout
        }
    }
}

// MARK: - What the brain is told

extension ServerSession {
    /// Starts every response whose input is understood by now.
    mutating func resumeThinking() {
        for index in responses.indices where responses[index].stage == .listening {
            let context = responses[index].context
            guard !context.contains(where: isUnheard) else { continue }
            responses[index].stage = .thinking
            var thought = responses[index].thought
            thought.context = context.flatMap(utterances)
            responses[index].inputCosts = [ownCost(of: thought)] + context.map(cost)
            actions.append(.think(responses[index].response.id, thought))
        }
    }

    private func isUnheard(_ item: ContextItem) -> Bool {
        guard case .reference(let id) = item, case .pending = conversation[id]?.transcript else {
            return false
        }
        return true
    }

    private func utterances(_ item: ContextItem) -> [Utterance] {
        switch item {
        case .reference(let id): conversation[id].flatMap { utterance(of: $0.item, $0) }.map { [$0] } ?? []
        case .own(let item): utterance(of: item, nil).map { [$0] } ?? []
        }
    }

    private func utterance(of item: Item, _ entry: Conversation.Entry?) -> Utterance? {
        switch item.body {
        case .message(let role, let parts, _):
            let words = parts.compactMap { part in
                switch part {
                case .inputAudio(_, let transcript): entry?.heardText ?? transcript
                case .outputAudio(_, let transcript): entry?.spokenText ?? transcript
                case .inputText(let text), .outputText(let text): text
                case .inputImage, .other: nil
                }
            }.joined(separator: " ")
            switch role {
            case .system: return .system(words)
            case .user: return .user(words)
            case .assistant: return .assistant(words)
            }
        case .functionCall(let call):
            return .call(id: call.callID.description, name: call.name, arguments: call.arguments)
        case .functionCallOutput(let call, let output): return .callOutput(id: call.description, output)
        case .reference, .other: return nil
        }
    }
}

extension Conversation.Entry {
    var heardText: String? {
        if case .known(let text) = transcript { text } else { nil }
    }

    var spokenText: String? {
        if case .spoken = sound { sentences.map(\.text).joined(separator: " ") } else { nil }
    }
}

extension Tool {
    /// Tools that a server would run itself are none of ours.
    var functionJSON: JSON? {
        guard case .function(let function) = self else { return nil }
        var json: JSON = ["type": "function", "name": .string(function.name)]
        if let description = function.description { json["description"] = .string(description) }
        if let parameters = function.parameters { json["parameters"] = parameters }
        return json
    }
}

// MARK: - Usage

extension ServerSession {
    private func ownCost(of thought: Thought) -> InputCost {
        InputCost(
            of: nil, text: Tokens.text(thought.instructions) + Tokens.text(JSON.array(thought.tools).text))
    }

    private func cost(of item: ContextItem) -> InputCost {
        var cost = InputCost()
        if case .reference(let id) = item {
            cost.of = id
            if let entry = conversation[id], entry.soundDuration > .zero {
                if case .spoken(let duration) = entry.sound {
                    cost.audio = Tokens.spoken(duration)
                } else {
                    cost.audio = Tokens.heard(entry.soundDuration)
                    return cost
                }
            }
        }
        // Four tokens around every item: its role and its end.
        for case let words in utterances(item).map(\.words) { cost.text += Tokens.text(words) + 4 }
        return cost
    }

    private func usage(of live: LiveResponse) -> Usage {
        let same = zip(live.inputCosts, lastInput).prefix { $0 == $1 }.count
        var usage = Usage()
        for (index, cost) in live.inputCosts.enumerated() {
            usage.input.text += cost.text
            usage.input.audio += cost.audio
            guard index < same else { continue }
            usage.input.cached.text += cost.text
            usage.input.cached.audio += cost.audio
        }
        usage.input.cached.total = usage.input.cached.text + usage.input.cached.audio
        usage.input.total = usage.input.text + usage.input.audio
        usage.output.text = live.textTokens
        usage.output.audio = Tokens.spoken(live.sound)
        usage.output.total = live.outputTokens
        usage.total = usage.input.total + usage.output.total
        return usage
    }
}

extension Utterance {
    fileprivate var words: String {
        switch self {
        case .system(let text), .user(let text), .assistant(let text), .callOutput(_, let text): text
        case .call(_, let name, let arguments): name + arguments
        }
    }
}
