import Audio
import FloorControl
import Realtime

// A turn that waits for its tools outlives its session, if another one takes over at once: it cannot be tried
// again, for what the tools did would be done twice. The new session is told as words what the old one said, and
// as text what the tools answer, and goes on.

extension Room {
    /// Whether nothing of the turn would be lost with its session. A response that is being heard cannot be taken
    /// up in its middle; one that has delivered no sound yet is asked for again. Calls that the server makes by
    /// itself end with it.
    func canMoveTurn(of agent: Int) -> Bool {
        guard let live, live.turn.agent == agents[agent].identity, live.calledTool, live.failure == nil,
            !live.isGenerated
        else { return false }
        let isSilent = live.generation != .running || live.playout.received == live.receivedBefore
        let vendorCalls = agents[agent].vendorCalls.map(\.item.description)
        return isSilent && !live.openCalls.contains { vendorCalls.contains($0.id) }
    }

    /// The session at `link` is told the conversation, and goes on with the turn.
    mutating func moveTurn(to link: LinkID) {
        live?.move(to: link)
        followUp()
    }

    /// Nothing is told that might not be heard: it could not be cut like sound.
    @inline(__always)
    var mustBeHeardFirst: Bool {
        guard live?.hasEarlierWords == true else { return false }
        return live?.playout.unsent != 0 || live?.playout.isPlayedOut(at: now.sinceOpening) == false
    }

    /// What the session before said of the turn has been heard to its end.
    mutating func goOnWhenHeard() {
        guard live?.hasEarlierWords == true, let turn = live, turn.generation == .over, turn.owesFollowUp,
            turn.openCalls.isEmpty, !turn.isHeld, !mustBeHeardFirst
        else { return }
        followUp()
    }

    mutating func tellEarlierWords(of turn: inout LiveTurn, to agent: Int, on link: LinkID) {
        guard turn.hasEarlierWords, let utterance = turn.utterance else { return }
        let text = turn.text(heard: turn.playout.sent)
        let id = ItemID("said_\(turn.turn.id)")
        turn.earlierToldAs = id
        let place = agents[agent].projection.take(utterance, as: id, .text(text))
        send(.itemCreate(.assistant(text, id: id), after: place), on: link)
    }
}

extension LiveTurn {
    /// A session before the present one spoke, and the present one has not been told what.
    var hasEarlierWords: Bool { earlierCount > 0 && earlierToldAs == nil }

    /// Another session goes on. Items without sound or without words are nothing that it could be told; the names
    /// of the others must not be taken for its own: servers may count theirs.
    mutating func move(to link: LinkID) {
        if generation != .over, openCalls.isEmpty, !owesFollowUp { askAgain() }
        generation = .over
        wordsToSay = nil
        responses = []
        self.link = link
        items = items.filter { $0.received > 0 && !$0.text.isEmpty }.map { $0.named(Self.earlier($0.id)) }
        for index in items.indices { items[index].isDone = true }
        playout.rename(Self.earlier)
        earlierCount = items.count
        earlierToldAs = nil
    }

    /// The answer to the tools' results was asked for, or about to be.
    private mutating func askAgain() {
        owesFollowUp = true
        followUpCount = max(0, followUpCount - 1)
    }

    private static func earlier(_ item: ItemID) -> ItemID { ItemID("earlier \(item)") }
}
