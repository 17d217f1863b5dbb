import FloorControl
import Realtime

/// What a session holds beside utterances: calls and their results, results told again, sound of which not a whole
/// word was heard. It goes when the talk around it is condensed.
struct Asides: Sendable {
    private struct Aside: Sendable {
        let item: ItemID
        /// It goes with the utterance of this number.
        let place: Int
        /// The turn in which it came.
        let turn: TurnID?
        let load: Load
        /// A call that waits for its result: without it the result would be an error on the wire.
        var awaits: CallID?

        func goes(with last: Conversation.UtteranceID, during running: TurnID?) -> Bool {
            place <= last.number && awaits == nil && (turn == nil || turn != running)
        }
    }

    private var asides: [Aside] = []
    /// Results of this session's own calls; names their items.
    private var resultCount = 0

    mutating func add(_ items: [ItemID], at place: Int, in turn: TurnID?, _ load: Load) {
        for (index, item) in items.enumerated() {
            asides.append(Aside(item: item, place: place, turn: turn, load: index == 0 ? load : Load()))
        }
    }

    /// The model made a call. Servers announce one call several times.
    mutating func called(_ item: ItemID, _ call: FunctionCall, at place: Int, in turn: TurnID?) {
        guard !asides.contains(where: { $0.item == item }) else { return }
        asides.append(
            Aside(
                item: item, place: place, turn: turn, load: .text(call.name + call.arguments),
                awaits: call.callID))
    }

    /// Its result is put into the session.
    /// - Returns: The item to put it in.
    mutating func returned(_ output: String, of call: CallID) -> Item {
        resultCount += 1
        let id = ItemID("output_\(resultCount)")
        if let index = asides.firstIndex(where: { $0.awaits == call }) {
            asides[index].awaits = nil
            let made = asides[index]
            asides.append(Aside(item: id, place: made.place, turn: made.turn, load: .text(output)))
        }
        return .output(output, of: call, id: id)
    }

    func isOutdated(through last: Conversation.UtteranceID, during turn: TurnID?) -> Bool {
        asides.contains { $0.goes(with: last, during: turn) }
    }

    /// Takes what goes with the utterances through `last`, but not what belongs to a turn under way.
    mutating func takeOutdated(through last: Conversation.UtteranceID, during turn: TurnID?) -> [ItemID] {
        let goes = asides.map { $0.goes(with: last, during: turn) }
        defer { asides = zip(asides, goes).filter { !$0.1 }.map(\.0) }
        return zip(asides, goes).filter(\.1).map(\.0.item)
    }

    /// Adds every aside to the utterance that it goes with, or to the next one there is, but for those that go with
    /// what is condensed already.
    func add(
        to loads: inout [Load], of utterances: [Conversation.Utterance],
        after digested: Conversation.UtteranceID?
    ) {
        guard let last = utterances.indices.last else { return }
        for aside in asides where aside.place > digested?.number ?? -1 || aside.awaits != nil {
            let index = utterances.firstIndex { $0.id.number >= aside.place } ?? last
            loads[index] += aside.load
        }
    }
}
