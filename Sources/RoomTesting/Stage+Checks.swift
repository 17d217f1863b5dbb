public import FloorControl
import Realtime
public import Rooms

// What must hold at every moment of every conversation.

extension Stage {
    /// A turn holds the floor for a reason: it has a clock, its sound is on its way, or a caller speaks.
    func checkForLife() {
        guard !isPumping, !isOver, deadline == nil, speaking.isEmpty, runningTools == 0,
            let turn = room.view.turn
        else { return }
        complain("\(turn) holds the floor and nothing will ever end it")
    }

    /// Whether the room says that this voice will silence the lines; `nil`: it is no voice.
    func foresees(_ event: Room.Event) -> Bool? {
        guard case .linkReceived(let link, .speechStarted(let item, _)) = event else { return nil }
        return room.silences(item, on: link)
    }

    /// What the room says beforehand must come to pass, before anything else is told, and nothing else must.
    func check(_ foreseen: Bool?, _ actions: [Room.Action]) {
        guard let foreseen else { return }
        let first = actions.first { action in
            switch action {
            case .clearPlayback, .publish: true
            default: false
            }
        }
        if foreseen != (first == .clearPlayback) {
            complain("a voice \(foreseen ? "does not silence" : "silences") the lines, unforeseen")
        }
    }

    /// Before each `response.create` the session holds every finished utterance exactly once, in the
    /// order spoken; its own as it spoke them, or as text where it was another session that did.
    func check(_ peer: AgentPeer, _ parameters: ResponseParameters) {
        guard !peer.isUnreliable else { return }
        let tag = parameters.metadata[Response.tagKey] ?? ""
        if tag != openGuess?.id.description, turn(of: tag) != room.view.turn?.description {
            complain("\(peer.link) was asked for \(tag), not for the turn")
        }
        var expected = memory(of: peer)
        // A sound of which not a whole word was heard is no utterance, but the session may remember it.
        let wordless = ended.filter { $0.text.isEmpty && $0.heard > .zero }.map { "spoke \($0.turn)" }
        var known = peer.known(butFor: turn(of: tag)).filter { !wordless.contains($0) }
        // What nobody heard stays where nothing can be taken out; a note says so.
        if !peer.server.deletesItems { known.removeAll { peer.isDisowned($0, butFor: expected) } }
        // Nor can what was condensed be taken out: such a session goes on with the talk itself.
        if !peer.server.deletesItems, let digest = room.conversation.digest.map({ "user \($0.text)" }),
            !known.contains(digest)
        {
            expected.removeAll { $0 == digest }
            known.removeAll { !expected.contains($0) }
        }
        // A turn of several responses is one utterance, even if somebody hummed in its middle.
        if known.onceEach != expected && Array(known.reversed()).onceEach.reversed() != expected {
            complain("\(peer.link) knows \(known), not \(expected)")
        }
    }

    /// What the conversation is in this session: its sound where it was given that, its own speech where it
    /// spoke itself, else words.
    func memory(of peer: AgentPeer) -> [String] {
        var expected = [room.conversation.digest?.text].compactMap(\.self).map { "user \($0)" }
        for utterance in room.conversation.utterances {
            if let run = spoken[utterance.id], peer.holds(run) {
                expected.append("sound \(run)")
                continue
            }
            guard let text = utterance.text else { continue }
            if utterance.speaker == peer.agent, let turn = utterance.turn, peer.spoke(turn.description) {
                expected.append("spoke \(turn)")
            } else {
                expected.append(
                    utterance.isSpoken(byAgent: peer.agent)
                        ? "assistant \(text)" : "user \(utterance.attributed)")
            }
        }
        return expected
    }

    /// The events of some kind, in order.
    public func events<Found>(_ pick: (RoomEvent) -> Found?) -> [Found] { log.compactMap { pick($0.event) } }

    public var granted: [(agent: Identity, reason: GrantReason)] {
        events { if case .turnGranted(_, let agent, let reason, _) = $0 { (agent, reason) } else { nil } }
    }

    /// How turns ended.
    public struct Ending: Equatable, Sendable {
        public let turn: TurnID
        public let agent: Identity
        public let outcome: TurnOutcome
        public let heard: Duration
        public let text: String
    }

    /// Final transcripts as `name: words`, an interrupted one with a dash at its end.
    public var transcript: [String] {
        events {
            guard case .transcriptFinal(let who, _, let text, let interrupted, _) = $0 else { return nil }
            return "\(who): \(text)\(interrupted ? " –" : "")"
        }
    }
}

extension [String] {
    /// Each `spoke …` only where it first stands; words may well be said twice.
    var onceEach: [String] {
        var seen: Set<String> = []
        return filter { !$0.hasPrefix("spoke ") || seen.insert($0).inserted }
    }
}

extension AgentPeer {
    func spoke(_ tag: String) -> Bool {
        items.contains {
            switch $0.content {
            case .speech(let spoken, _, _), .spokenBefore(let spoken, _): stage.turn(of: spoken) == tag
            case .user, .sound, .assistant, .call, .result, .note, .earlierResult: false
            }
        }
    }

    func holds(_ run: Int) -> Bool { items.contains { $0.content == .sound(run) } }

    /// What a model would remember, in the words of ``Stage/check(_:_:)``; speech of one turn counts once.
    func known(butFor tag: String) -> [String] {
        var known: [String] = []
        for (index, item) in items.enumerated() {
            switch item.content {
            case .user(let text): if !isLabel(text, at: index) { known.append("user \(text)") }
            case .sound(let run): known.append("sound \(run)")
            case .assistant(let text): known.append("assistant \(text)")
            case .speech(let spoken, _, _), .spokenBefore(let spoken, _):
                let turn = stage.turn(of: spoken)
                if turn != tag, known.last != "spoke \(turn)" { known.append("spoke \(turn)") }
            case .call, .result, .note, .earlierResult: break
            }
        }
        return known
    }

    /// Whether the text only says who is heard next.
    private func isLabel(_ text: String, at index: Int) -> Bool {
        guard items[index].id.description.hasPrefix("speaker_"), text.hasPrefix("["), text.hasSuffix("]"),
            items.indices.contains(index + 1)
        else {
            return false
        }
        if case .sound = items[index + 1].content { return true } else { return false }
    }
}
