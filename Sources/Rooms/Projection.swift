import FloorControl
import Realtime

/// What one session knows of the conversation, and the items that bring it up to date.
///
/// One mechanism serves first join, late join, reconnect and every turn in between: before each
/// `response.create` the session is given, in the order spoken, every finished utterance that it lacks,
/// exactly once. Words that were understood late are put where they were spoken. A new session simply
/// knows nothing yet.
struct Projection: Sendable {
    /// An utterance that the session holds, and the item that it ends with there.
    private struct Known: Sendable {
        let utterance: Conversation.UtteranceID
        let item: ItemID
    }

    /// In the order spoken.
    private var known: [Known] = []
    /// Every utterance below this number is known, or will never be.
    private var settledBelow = 0

    /// The session spoke this utterance itself, and remembers it up to `item`.
    mutating func mark(_ utterance: Conversation.UtteranceID, endingWith item: ItemID) {
        known.insert(Known(utterance: utterance, item: item), at: place(of: utterance))
    }

    /// The items that the session of `agent` lacks, and where each belongs.
    mutating func catchUp(
        _ conversation: Conversation, for agent: Identity
    ) -> [(item: Item, after: PreviousItem)] {
        var items: [(Item, PreviousItem)] = []
        var allKnown = true
        for utterance in conversation.utterances[firstUnsettled(in: conversation)...] {
            guard let text = utterance.text else {
                allKnown = false
                continue
            }
            let place = place(of: utterance.id)
            if place == known.count || known[place].utterance != utterance.id {
                let id = ItemID("utterance_\(utterance.id.number)")
                items.append((item(for: utterance, text: text, agent: agent, id: id), anchor(at: place)))
                known.insert(Known(utterance: utterance.id, item: id), at: place)
            }
            if allKnown { settledBelow = utterance.id.number + 1 }
        }
        return items
    }

    private func anchor(at place: Int) -> PreviousItem {
        if place == known.count { return .end }
        return place == 0 ? .root : .item(known[place - 1].item)
    }

    /// Where the utterance is, or would be. Nearly always at the end, so the search runs backwards.
    private func place(of utterance: Conversation.UtteranceID) -> Int {
        var index = known.count
        while index > 0, known[index - 1].utterance >= utterance { index -= 1 }
        return index
    }

    private func firstUnsettled(in conversation: Conversation) -> Int {
        var index = conversation.utterances.endIndex
        while index > 0, conversation.utterances[index - 1].id.number >= settledBelow { index -= 1 }
        return index
    }

    /// Its own words as an assistant's, everybody else's as attributed user text: there is no name
    /// field on the wire, and assistant text of others would make it speak with their voice.
    private func item(
        for utterance: Conversation.Utterance, text: String, agent: Identity, id: ItemID
    ) -> Item {
        utterance.speaker == agent ? .assistant(text, id: id) : .user(utterance.attributed, id: id)
    }
}
