import Audio
import FloorControl
import JSONValues
import Realtime
import Rooms

/// One response as its script says, step by step in virtual time.
final class ResponseRun {
    let id: ResponseID
    private let script: Script
    private unowned let peer: AgentPeer
    let tag: String
    /// How far words run ahead of their sound, in samples.
    static let textLead = 9_600
    /// When the room hears that the response has begun.
    private var announced: RoomTime?
    private var parts: [Part] = []
    private var isCancelled = false
    private var isOver = false
    private var generated = 0
    /// What the session held when it was asked.
    private let inputCount: Int

    private struct Part {
        let item: ItemID
        /// In samples of the whole response.
        var position: Int
        let end: Int
        var words: ArraySlice<Substring>
        var text = ""
    }

    init(_ peer: AgentPeer, _ script: Script, _ parameters: ResponseParameters) {
        self.peer = peer
        self.script = script
        tag = parameters.metadata[Response.tagKey] ?? ""
        id = peer.stage.mintResponse()
        inputCount = peer.items.count
    }

    private func response(_ status: ResponseStatus) -> Response {
        var response = Response(id: id, status: status)
        response.conversationID = "conv"
        if script.fault != .forgetsMetadata { response.metadata = [Response.tagKey: tag] }
        return response
    }

    private func step(after delay: Duration, _ step: @escaping (ResponseRun) -> Void) {
        peer.stage.plan(at: peer.stage.now.advanced(by: delay)) { [self] _ in
            if !isOver, !peer.isClosed, !peer.isSilent { step(self) }
        }
    }

    /// Ten tokens for every item or what the stage wants, one for each 50 ms of sound and for each word.
    private var usage: Usage {
        var usage = Usage()
        usage.input.text = 10 * inputCount
        usage.input.total = peer.stage.inputTokens[peer.agent]?(peer.items.count) ?? usage.input.text
        usage.output.text = parts.reduce(0) { $0 + $1.text.split(separator: " ").count }
        usage.output.audio = generated / 1_200
        return usage
    }

    func begin() { step(after: script.createdAfter) { $0.created() } }

    private func created() {
        peer.tell(.responseCreated(response(.inProgress)))
        if script.fault == .repeatsItself { peer.tell(.responseCreated(response(.inProgress))) }
        announced = peer.lastDelivery
        if strikes(at: 0) { return }
        if isCancelled { return finish(.cancelled(.clientCancelled)) }
        openParts()
        step(after: script.firstAudio) { $0.speak() }
    }

    private func openParts() {
        let total = SampleRate.hz24000.samples(in: script.duration)
        var ends = [total]
        if script.fault == .twoItems || script.fault == .twoItemsInterleaved { ends = [total / 2, total] }
        if total == 0 && script.text.isEmpty { ends = [] }
        var start = 0
        let words = script.text.split(separator: " ")
        for (index, end) in ends.enumerated() {
            let share = words[words.count * index / ends.count..<words.count * (index + 1) / ends.count]
            let part = Part(item: peer.stage.mintItem(), position: start, end: end, words: share)
            parts.append(part)
            peer.stage.generated[tag, default: []].append(
                SpokenPart(
                    words: share.count, samples: end - start,
                    isInterleaved: script.fault == .twoItemsInterleaved))
            start = end
            let item = Item(id: part.item, status: .inProgress, body: .message(.assistant, []))
            peer.tell(.outputItemAdded(id, outputIndex: index, item))
            peer.items.append(
                AgentPeer.Entry(id: part.item, content: .speech(tag: tag, generated: 0, cut: nil)))
            peer.tell(.itemAdded(item, after: nil))
            if script.words == .beforeSound { sayWords(of: index, upTo: .max / 1_000) }
        }
    }

    /// One chunk of sound, its words a little ahead of it.
    private func speak() {
        // One that takes its time to end says nothing meanwhile.
        if isCancelled, script.cancelledAfter > .milliseconds(5) { return }
        if isCancelled { return finish(.cancelled(.clientCancelled)) }
        guard let index = nextPart() else { return end() }
        if strikes(at: generated) { return }
        let count = min(
            SampleRate.hz24000.samples(in: script.chunk), parts[index].end - parts[index].position)
        sayWords(of: index, upTo: parts[index].position + Self.textLead)
        let place = place(index)
        let samples = Sound.agent(peer.index, from: parts[index].position, count: count)
        parts[index].position += count
        generated += count
        grow(parts[index].item, by: count)
        peer.tell(samples, of: place.itemID, in: id)
        step(after: script.chunk / script.speed) { $0.speak() }
    }

    private func nextPart() -> Int? {
        let open = parts.indices.filter { parts[$0].position < parts[$0].end }
        if script.fault == .twoItemsInterleaved, open.count == 2 {
            return open.min { parts[$0].end - parts[$0].position > parts[$1].end - parts[$1].position }
        }
        return open.first
    }

    private func grow(_ item: ItemID, by count: Int) {
        guard let index = peer.items.firstIndex(where: { $0.id == item }),
            case .speech(let tag, let generated, let cut) = peer.items[index].content
        else { return }
        peer.items[index].content = .speech(tag: tag, generated: generated + count, cut: cut)
    }

    private func place(_ index: Int) -> PartLocation {
        PartLocation(responseID: id, itemID: parts[index].item, outputIndex: index)
    }

    private func sayWords(of index: Int, upTo position: Int) {
        let start = index == 0 ? 0 : parts[index - 1].end
        let length = max(1, parts[index].end - start)
        let all = parts[index].words.count + parts[index].text.split(separator: " ").count
        while let word = parts[index].words.first {
            let said = all - parts[index].words.count
            guard said * length < (position - start) * all else { return }
            parts[index].words.removeFirst()
            let delta = parts[index].text.isEmpty ? String(word) : " \(word)"
            parts[index].text += delta
            if !tellsWordsLate { peer.tell(.outputTranscriptDelta(place(index), delta)) }
        }
    }
}

extension ResponseRun {
    /// - Returns: Whether the fault ended the response.
    private func strikes(at samples: Int) -> Bool {
        let now = SampleRate.hz24000.duration(of: samples)
        switch script.fault {
        case .drops(let at) where at <= now: peer.breakOff(.closed(code: 1006, reason: ""))
        case .expires(let at) where at <= now:
            peer.tell(
                .error(
                    ErrorDetail(type: "invalid_request_error", code: "session_expired", message: "60 min")))
            peer.breakOff(.closed(code: 1001, reason: ""))
        case .fallsSilent(let at) where at <= now: peer.isSilent = true
        case .fails(let at) where at <= now:
            finish(.failed(ErrorDetail(type: "server_error", code: "server_error", message: "no")))
        case .drops, .expires, .fallsSilent, .fails, .runsOutOfTokens, .speaksAfterDone, .repeatsItself,
            .ignoresCancel, .twoItems, .twoItemsInterleaved, .forgetsMetadata, .refuses, .isBusy, nil:
            return false
        }
        return true
    }

    private func end() {
        if parts.last?.end == 0, let last = parts.indices.last { sayWords(of: last, upTo: .max / 1_000) }
        closeParts(.completed)
        let calls = script.calls.map { call($0.name, $0.arguments) }
        if script.fault == .repeatsItself {
            for (index, call) in calls.enumerated() {
                peer.tell(.outputItemDone(id, outputIndex: parts.count + index, call))
            }
        }
        if let call = script.vendorCall { begin(call) }
        finish(script.fault == .runsOutOfTokens ? .incomplete(.maxOutputTokens) : .completed)
    }

    private var tellsWordsLate: Bool {
        switch script.words {
        case .afterDone: true
        case .withSound, .beforeSound: false
        }
    }

    private func tellLateWords() {
        guard case .afterDone(let delay, let inPieces) = script.words else { return }
        peer.stage.plan(at: peer.stage.now.advanced(by: delay)) { [self] _ in
            guard !peer.isClosed, !peer.isSilent else { return }
            for index in parts.indices.reversed() {
                let words = parts[index].text.split(separator: " ").enumerated()
                for (number, word) in words where inPieces {
                    peer.tell(.outputTranscriptDelta(place(index), number == 0 ? String(word) : " \(word)"))
                }
                peer.tell(.outputTranscriptDone(place(index), parts[index].text))
            }
        }
    }

    private func begin(_ call: VendorCallScript) {
        let id = peer.stage.mintItem()
        let index = parts.count
        func item(_ output: String?) -> Item {
            let json: JSON = .members([
                ("type", "mcp_call"), ("server_label", "books"), ("name", .string(call.name)),
                ("arguments", .string(call.arguments)), ("output", output.map(JSON.string)),
            ])
            return Item(id: id, status: output == nil ? .inProgress : .completed, body: .other(json))
        }
        peer.items.append(AgentPeer.Entry(id: id, content: .call(CallID(id.description))))
        let (peer, response) = (peer, self.id)
        func tell(_ event: ServerEvent) { for _ in 0..<call.copies { peer.tell(event) } }
        tell(.outputItemAdded(response, outputIndex: index, item(nil)))
        tell(.mcpCallArgumentsDone(response, id, outputIndex: index, call.arguments))
        tell(.mcpCall(id, outputIndex: index, .inProgress))
        func finish() {
            guard !peer.isClosed, !peer.isSilent else { return }
            tell(.mcpCall(id, outputIndex: index, call.output == nil ? .failed : .completed))
            if call.output != nil { tell(.outputItemDone(response, outputIndex: index, item(call.output))) }
        }
        if call.duration == .zero { return finish() }
        peer.stage.plan(at: peer.stage.now.advanced(by: call.duration)) { _ in finish() }
    }

    private func closeParts(_ status: Item.Status) {
        for index in parts.indices {
            peer.tell(.outputAudioDone(place(index)))
            if !tellsWordsLate { peer.tell(.outputTranscriptDone(place(index), parts[index].text)) }
            let item = Item(
                id: parts[index].item, status: status,
                body: .message(.assistant, [.outputAudio(transcript: parts[index].text)]))
            peer.tell(.outputItemDone(id, outputIndex: index, item))
        }
    }

    private func call(_ name: String, _ arguments: String) -> Item {
        let call = peer.stage.mintCall()
        peer.calls.insert(call)
        let body = FunctionCall(callID: call, name: name, arguments: arguments)
        let item = Item(id: peer.stage.mintItem(), status: .completed, body: .functionCall(body))
        if let id = item.id { peer.items.append(AgentPeer.Entry(id: id, content: .call(call))) }
        peer.callers[call] = tag
        var announced = item
        announced.status = .inProgress
        peer.tell(.outputItemAdded(id, outputIndex: parts.count, announced))
        peer.tell(.outputItemDone(id, outputIndex: parts.count, item))
        return item
    }

    func cancel() {
        guard script.fault != .ignoresCancel else {
            isOver = true
            return
        }
        isCancelled = true
        if !parts.isEmpty { step(after: script.cancelledAfter) { $0.finish(.cancelled(.clientCancelled)) } }
    }

    /// Whoever does not want it any more has said so by now.
    private func checkWanted() {
        guard !isCancelled, !peer.isUnreliable, let announced, announced < peer.stage.now,
            let witness = peer.stage.witness, witness.openLinks.contains(peer.link),
            let turn = TurnID(wire: peer.stage.turn(of: tag)), let end = witness.endings[turn]?.at,
            end < peer.stage.now
        else { return }
        witness.broke(.theUnwantedIsCancelled, "a response for \(turn) ran on until \(peer.stage.now)")
    }

    func finish(_ status: ResponseStatus) {
        guard !isOver else { return }
        isOver = true
        checkWanted()
        if case .cancelled = status { closeParts(.incomplete) }
        peer.run = nil
        var done = response(status)
        done.usage = script.reportsUsage ? usage : nil
        peer.tell(.responseDone(done))
        if script.fault == .repeatsItself { peer.tell(.responseDone(done)) }
        tellLateWords()
        // Where an event is missing a word that comes late may be its.
        guard script.fault == .speaksAfterDone, !peer.isUnreliable, let part = parts.first else { return }
        peer.tell(Sound.agent(peer.index, from: 100, count: 4_800), of: part.item, in: id)
        peer.tell(.outputTranscriptDelta(place(0), " ghost"))
    }
}
