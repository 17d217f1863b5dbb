import FloorControl
import Realtime

/// What one session knows of the conversation, and the items that bring it up to date.
///
/// One mechanism serves first join, late join, reconnect and every turn in between: before each
/// `response.create` the session is given, in the order spoken, every finished utterance that it lacks,
/// exactly once. A new session simply knows nothing yet.
struct Projection: Sendable {
    /// Utterances below this number are all known; `known` lists the others.
    private var known: Set<Conversation.UtteranceID> = []
    private var floorOfKnown = 0

    /// The session has this utterance already: its own words, or audio that was committed to it.
    mutating func mark(_ id: Conversation.UtteranceID) { known.insert(id) }

    /// The items that the session of `agent` lacks.
    mutating func catchUp(_ conversation: Conversation, for agent: Identity) -> [Item] {
        var items: [Item] = []
        var allKnown = true
        for utterance in conversation.utterances[firstUnknown(in: conversation)...] {
            guard let text = utterance.text else {
                allKnown = false
                continue
            }
            if !known.contains(utterance.id) {
                items.append(item(for: utterance, text: text, agent: agent))
                known.insert(utterance.id)
            }
            if allKnown {
                floorOfKnown = utterance.id.number + 1
                known.remove(utterance.id)
            }
        }
        return items
    }

    /// Utterances are few behind the tail, so the search runs backwards.
    private func firstUnknown(in conversation: Conversation) -> Int {
        var index = conversation.utterances.endIndex
        while index > 0, conversation.utterances[index - 1].id.number >= floorOfKnown { index -= 1 }
        return index
    }

    /// Its own words as an assistant's, everybody else's as attributed user text: there is no name
    /// field on the wire, and assistant text of others would make it speak with their voice.
    private func item(for utterance: Conversation.Utterance, text: String, agent: Identity) -> Item {
        utterance.speaker == agent
            ? .assistant(text) : .user(utterance.attributed)
    }
}
