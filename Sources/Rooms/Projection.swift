import FloorControl
import Realtime

/// What one session knows of the conversation, and the items that bring it up to date.
///
/// One mechanism serves first join, late join, reconnect and every turn in between: before each
/// `response.create` the session is given, in the order spoken, every finished utterance that it lacks,
/// exactly once. Words that were understood late are put where they were spoken. A new session simply
/// knows nothing yet.
struct Projection: Sendable {
    /// An utterance that the session holds.
    private struct Known: Sendable {
        let utterance: Conversation.UtteranceID
        /// The item that it ends with there; of sound that was just committed, the server names it later.
        var item: ItemID?
        /// The item before its sound that says who speaks.
        var label: ItemID?
    }

    /// In the order spoken.
    private var known: [Known] = []
    /// Every utterance below this number is known, or will never be.
    private var settledBelow = 0

    /// The session spoke this utterance itself, and remembers it up to `item`. Told again when it has gone on.
    mutating func mark(_ utterance: Conversation.UtteranceID, endingWith item: ItemID) {
        let place = place(of: utterance)
        if place < known.count, known[place].utterance == utterance {
            known[place].item = item
        } else {
            known.insert(Known(utterance: utterance, item: item), at: place)
        }
    }

    /// Whether this utterance may be committed as sound, which always becomes the last item: nothing that was
    /// said after it is there yet.
    func canHear(_ utterance: Conversation.UtteranceID) -> Bool {
        place(of: utterance) == known.count
    }

    /// The session was given this utterance as sound, behind `label` where there is one.
    mutating func hear(_ utterance: Conversation.UtteranceID, label: ItemID?) {
        known.insert(Known(utterance: utterance, label: label), at: place(of: utterance))
    }

    /// The server has named the item of an utterance's sound.
    mutating func name(_ utterance: Conversation.UtteranceID, _ item: ItemID) {
        let place = place(of: utterance)
        guard place < known.count, known[place].utterance == utterance else { return }
        known[place].item = item
    }

    /// The session is not to hold this utterance any more.
    /// - Returns: Its items there, as far as they have names.
    mutating func forget(_ utterance: Conversation.UtteranceID) -> [ItemID] {
        let place = place(of: utterance)
        guard place < known.count, known[place].utterance == utterance else { return [] }
        settledBelow = min(settledBelow, utterance.number)
        let forgotten = known.remove(at: place)
        return [forgotten.label, forgotten.item].compactMap(\.self)
    }

    /// The items that the session of `agent` lacks, and where each belongs.
    /// - Parameters:
    ///   - limit: what was said from there on is left out.
    ///   - unheard: the session has generated something of which nothing was heard yet: all that was said
    ///     came before it.
    mutating func catchUp(
        _ conversation: Conversation, for agent: Identity, before limit: Conversation.UtteranceID? = nil,
        unheard: Bool = false
    ) -> [(item: Item, after: PreviousItem)] {
        var items: [(Item, PreviousItem)] = []
        var allKnown = true
        for utterance in conversation.utterances[firstUnsettled(in: conversation)...] {
            if let limit, utterance.id >= limit { break }
            guard let text = utterance.text else {
                allKnown = false
                continue
            }
            let place = place(of: utterance.id)
            if place == known.count || known[place].utterance != utterance.id {
                let id = ItemID("utterance_\(utterance.id.number)")
                items.append(
                    (item(for: utterance, text: text, agent: agent, id: id), anchor(at: place, unheard)))
                known.insert(Known(utterance: utterance.id, item: id), at: place)
            }
            if allKnown { settledBelow = utterance.id.number + 1 }
        }
        return items
    }

    private func anchor(at place: Int, _ unheard: Bool) -> PreviousItem {
        if place == known.count, !unheard { return .end }
        // Sound without a name yet cannot be referred to.
        return known[..<place].last { $0.item != nil }?.item.map { .item($0) } ?? .root
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
        utterance.isSpoken(byAgent: agent)
            ? .assistant(text, id: id) : .user(utterance.attributed, id: id)
    }
}
