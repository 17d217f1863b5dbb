import FloorControl
import Realtime

/// What one session knows of the conversation, and the items that bring it up to date.
///
/// One mechanism serves first join, late join, reconnect and every turn in between: before each
/// `response.create` the session is given, in the order spoken, the digest of the oldest talk and every finished
/// utterance that it lacks, exactly once. Words that were understood late are put where they were spoken. What has
/// been condensed since is deleted. A new session simply knows nothing yet.
struct Projection: Sendable {
    /// An utterance that the session holds.
    private struct Known: Sendable {
        let utterance: Conversation.UtteranceID
        /// What it is there, in order; empty while the server has not named the sound that was just committed.
        var items: [ItemID]
        /// The item before its sound that says who speaks.
        var label: ItemID?
        var load: Load
    }

    /// In the order spoken.
    private var known: [Known] = []
    /// Every utterance below this number is known, or will never be.
    private var settledBelow = 0
    /// The digest that the session holds.
    private var digest: Conversation.Digest?
    /// What the session holds beside utterances.
    var asides = Asides()

    /// The session spoke this utterance itself, and remembers these items of it. Told again when it has gone on.
    mutating func mark(_ utterance: Conversation.UtteranceID, as items: [ItemID], _ load: Load) {
        let place = place(of: utterance)
        if place < known.count, known[place].utterance == utterance {
            known[place].items = items
            known[place].load = load
        } else {
            known.insert(Known(utterance: utterance, items: items, load: load), at: place)
        }
    }

    /// The session is told, as `item`, what another one spoke of an utterance that goes on.
    /// - Returns: Where it belongs.
    mutating func take(
        _ utterance: Conversation.UtteranceID, as item: ItemID, _ load: Load
    ) -> PreviousItem {
        let place = place(of: utterance)
        known.insert(Known(utterance: utterance, items: [item], load: load), at: place)
        return anchor(at: place, false)
    }

    /// Whether this utterance may be committed as sound, which always becomes the last item: nothing that was
    /// said after it is there yet.
    func canHear(_ utterance: Conversation.UtteranceID) -> Bool {
        place(of: utterance) == known.count
    }

    /// The session was given this utterance as sound, behind `label` where there is one.
    mutating func hear(_ utterance: Conversation.UtteranceID, label: ItemID?, _ load: Load) {
        known.insert(
            Known(utterance: utterance, items: [], label: label, load: load), at: place(of: utterance))
    }

    /// The server has named the item of an utterance's sound.
    mutating func name(_ utterance: Conversation.UtteranceID, _ item: ItemID) {
        let place = place(of: utterance)
        guard place < known.count, known[place].utterance == utterance else { return }
        known[place].items = [item]
    }

    /// The session is not to hold this utterance any more.
    /// - Returns: Its items there, as far as they have names.
    mutating func forget(_ utterance: Conversation.UtteranceID) -> [ItemID] {
        let place = place(of: utterance)
        guard place < known.count, known[place].utterance == utterance else { return [] }
        settledBelow = min(settledBelow, utterance.number)
        let forgotten = known.remove(at: place)
        return [forgotten.label].compactMap(\.self) + forgotten.items
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
                known.insert(
                    Known(utterance: utterance.id, items: [id], load: Self.load(of: utterance)), at: place)
            }
            if allKnown { settledBelow = utterance.id.number + 1 }
        }
        return items
    }

    private func anchor(at place: Int, _ unheard: Bool) -> PreviousItem {
        if place == known.count, !unheard { return .end }
        // Sound without a name yet cannot be referred to.
        let before = known[..<place].last { !$0.items.isEmpty }?.items.last ?? digest?.item
        return before.map { .item($0) } ?? .root
    }

    /// As text; how the session holds it is known only of what it holds.
    private static func load(of utterance: Conversation.Utterance) -> Load { .text(utterance.attributed) }

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

// What is condensed.

extension Projection {
    /// What must be deleted from the session because the record's digest stands for it now.
    struct Outdated {
        var items: [ItemID] = []
        /// Committed as sound, and not named by the server yet.
        var unnamed: [Conversation.UtteranceID] = []
        var isEmpty: Bool { items.isEmpty && unnamed.isEmpty }
    }

    /// Takes over the record's digest.
    /// - Parameter turn: the turn that the session is in the middle of; what belongs to that stays.
    /// - Returns: What goes, and the item that takes its place at the top; `nil` when the session holds the digest.
    mutating func condense(_ conversation: Conversation, during turn: TurnID?) -> (
        gone: Outdated, item: Item
    )? {
        guard let latest = conversation.digest, latest.number != digest?.number else { return nil }
        var gone = Outdated(items: [digest?.item].compactMap(\.self))
        let kept = known.drop { $0.utterance <= latest.through }
        for old in known.prefix(known.count - kept.count) {
            gone.items += [old.label].compactMap(\.self) + old.items
            if old.items.isEmpty { gone.unnamed.append(old.utterance) }
        }
        known = Array(kept)
        gone.items += asides.takeOutdated(through: latest.through, during: turn)
        digest = latest
        return (gone, .user(latest.text, id: latest.item))
    }

    /// What was left when the digest came because a turn was under way, and goes with that turn.
    mutating func takeLeftovers(during turn: TurnID?) -> [ItemID] {
        guard let digest, asides.isOutdated(through: digest.through, during: turn) else { return [] }
        return asides.takeOutdated(through: digest.through, during: turn)
    }

    /// Whether the session holds anything that the record's digest stands for.
    func isOutdated(by conversation: Conversation) -> Bool {
        guard let latest = conversation.digest, latest.number != digest?.number else { return false }
        return digest != nil || known.first.map { $0.utterance <= latest.through } == true
    }

    /// How much of the session everything fills from some utterance of the record on, if it were brought up to
    /// date: for every utterance, in order.
    func loads(of conversation: Conversation) -> [Load] {
        var rest = known[...]
        var loads = conversation.utterances.map { utterance in
            rest = rest.drop { $0.utterance < utterance.id }
            if let first = rest.first, first.utterance == utterance.id { return first.load }
            return utterance.text == nil ? Load() : Self.load(of: utterance)
        }
        asides.add(to: &loads, of: conversation.utterances, after: conversation.digest?.through)
        for index in loads.indices.dropLast().reversed() { loads[index] += loads[index + 1] }
        return loads
    }
}
