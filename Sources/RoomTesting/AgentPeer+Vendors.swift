import Realtime

// A server that plays a vendor: it understands what is left of a message on that vendor's wire, and says things in
// that vendor's words.

extension AgentPeer {
    /// What the server makes of a message once it has been written down for it and read again.
    func understood(_ message: ClientMessage) -> ClientEvent {
        let wire = server.encode(message)
        guard let read = try? ClientMessage(wire) else {
            complain("the server cannot read what is left of \(message)")
            return message.event
        }
        switch (read.event, message.event) {
        // Which response a script belongs to is the stage's own knowledge, whatever the wire says.
        case (.responseCreate, .responseCreate(let parameters)): return .responseCreate(parameters)
        case (.sessionUpdate(let session), _):
            check(session)
            return read.event
        default: return read.event
        }
    }

    private func check(_ session: SessionConfiguration) {
        if let rate = session.input.format.value?.layout?.sampleRate, rate != server.inputRate,
            server.shape == .nested
        {
            complain("sound is announced at \(rate)")
        }
        if case .value = session.input.turnDetection { complain("the server was told to answer by itself") }
    }

    /// Whether the session was told that nobody heard this.
    func isDisowned(_ memory: String, butFor expected: [String]) -> Bool {
        memory.hasPrefix("spoke ") && !expected.contains(memory)
            && items.contains {
                if case .note(let text) = $0.content { text.contains("cut off") } else { false }
            }
    }

    /// What the server says in the place of what the reference says.
    func inItsWords(_ event: ServerEvent) -> [ServerEvent] {
        switch event {
        case .responseCreated(var response):
            unannounced = []
            if !server.echoesMetadata { response.metadata = [:] }
            return [.responseCreated(response)]
        case .responseDone(var response):
            if !server.echoesMetadata { response.metadata = [:] }
            if server.calls == .end { response.output += unannounced }
            return [.responseDone(response)]
        case .outputItemAdded(_, _, let item) where server.calls == .end && item.functionCall != nil:
            return []
        case .outputItemDone(_, _, let item) where server.calls == .end && item.functionCall != nil:
            if !unannounced.contains(where: { $0.id == item.id }) { unannounced.append(item) }
            return []
        case .itemDone where hasOneEventPerItem: return []
        case .error(let error): return [.error(named(error))]
        default: return [event]
        }
    }

    /// `conversation.item.created`, or `added` and nothing after it.
    private var hasOneEventPerItem: Bool {
        switch server.name {
        case .xai, .qwen, .speaches, .speechToSpeech: true
        case .openAI, .azure, .localAI, .vllmOmni, .inworld, .embedded, .generic: false
        }
    }

    private func named(_ error: ErrorDetail) -> ErrorDetail {
        guard case .types(let meanings) = server.errors else { return error }
        var named = error
        named.type = meanings.first { $0.value == error.code }?.key ?? error.code ?? error.type
        named.code = nil
        return named
    }
}

extension ServerProfile {
    /// What is wrong with an ear's configuration.
    func flaw(inEar session: SessionConfiguration) -> String? {
        switch ear {
        case .transcription: session.kind == .transcription ? nil : "this ear is a transcription session"
        case .conversation:
            if session.kind != .realtime {
                "there are no transcription sessions here"
            } else if session.input.turnDetection.value?.createsResponse == true {
                "this ear would answer"
            } else {
                nil
            }
        }
    }
}
