import FloorControl
import Realtime
import Rooms

// What must hold while an answer waits behind the gate, and after it came to nothing.

extension Stage {
    func take(_ note: RoomNote) {
        if case .soundArrived(let turn, _) = note { return arrivals.append((now, turn)) }
        notes.append((now, note))
        switch note {
        case .guessMade(let id, let agent):
            if let openGuess { complain("\(id) was made beside \(openGuess.id)") }
            openGuess = (id, agent)
        case .guessConfirmed(let id, let turn, _, _):
            confirmed[id.description] = turn
            close(id)
        case .guessDiscarded(let id, _, _): close(id)
        case .soundArrived, .sessionRotated, .movedDown, .summaryFailed: break
        }
    }

    private func close(_ id: GuessID) {
        if openGuess?.id != id { complain("\(id) was never made, or is over already") }
        openGuess = nil
    }

    /// The turn that a response belongs to: a confirmed guess became one.
    func turn(of tag: String) -> String { confirmed[tag]?.description ?? tag }

    /// The utterance that the room opened last is this run of voice.
    func noteSpoken(_ run: Int, by caller: Identity) {
        guard let utterance = room.conversation.utterances.last, utterance.speaker == caller,
            utterance.at == now
        else { return }
        spoken[utterance.id] = run
    }

    /// Nobody learns that an agent thinks before the words have confirmed it.
    func checkSecrecy(_ event: RoomEvent) {
        guard let openGuess else { return }
        switch event {
        case .agentStatus(openGuess.agent, _, .thinking, _, _),
            .agentStatus(openGuess.agent, _, .speaking, _, _),
            .turnStarted(_, openGuess.agent, _), .toolCalled(openGuess.agent, _, _, _):
            complain("\(event.type) of a guess was told")
        default: break
        }
    }

    func checkSecrecy(_ frame: UnsafeBufferPointer<Int16>) {
        if openGuess != nil, frame.contains(where: { $0 & 0x7FF != 0 }) {
            complain("an agent was heard while nothing was confirmed")
        }
    }

    func checkConfirmed(_ link: LinkID, _ callID: String, _ name: String) {
        guard let tag = peers[link]?.callers[CallID(callID)], tag.hasPrefix("guess_"), confirmed[tag] == nil
        else { return }
        complain("\(name) was called by \(tag), which nothing confirmed")
    }

    /// When all is quiet, nothing of a wrong guess is left in any session, and the sound of an utterance is in
    /// one at most.
    public func checkAtRest() {
        if let openGuess { complain("\(openGuess.id) is neither confirmed nor discarded") }
        let reliable = peers.values.filter { !$0.isUnreliable }
            .sorted { $0.link.generation < $1.link.generation }
        for peer in reliable where !peer.isClosed && !peer.isSilent { checkForgotten(peer) }
        var holders: [Int: AgentPeer] = [:]
        let commits = reliable.flatMap { peer in peer.commits.map { (peer: peer, commit: $0) } }
        for (peer, commit) in commits.sorted(by: { $0.commit.at < $1.commit.at }) where !commit.isDeleted {
            if let other = holders[commit.run], !other.isOver(at: commit.at) {
                complain("voice \(commit.run) was committed to \(other.link) and \(peer.link)")
            }
            holders[commit.run] = peer
        }
    }

    private func checkForgotten(_ peer: AgentPeer) {
        func isWrong(_ tag: String?) -> Bool {
            guard let tag, tag.hasPrefix("guess_") else { return false }
            return confirmed[tag] == nil
        }
        for commit in peer.commits where !commit.isDeleted && isWrong(commit.tag) {
            complain("\(peer.link) still holds the sound of \(commit.tag ?? "")")
        }
        for item in peer.items {
            switch item.content {
            case .speech(let tag, _, _) where isWrong(tag):
                complain("\(peer.link) still holds words of \(tag)")
            case .call(let call) where isWrong(peer.callers[call]):
                complain("\(peer.link) still holds a call of \(peer.callers[call] ?? "")")
            case .user, .sound, .assistant, .speech, .spokenBefore, .call, .result, .note, .earlierResult:
                break
            }
        }
    }
}

extension AgentPeer {
    /// Whether what it held was gone at that time. When an agent's session and the caller's ear end together
    /// before the words are known, the sound is all there is to answer: it may be committed again.
    fileprivate func isOver(at time: RoomTime) -> Bool { closedAt.map { $0 <= time } ?? false }
}
