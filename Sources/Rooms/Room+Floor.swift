import Addressing
import FloorControl

// What the world is told of the floor: who holds it, who waits for it, and why.

extension Room {
    var floorView: FloorView {
        let queue = floor.queue.map { claim in
            FloorView.Promise(
                agent: claim.turn.agent, reason: claim.turn.reason, turn: claim.turn.id, why: why(claim.turn))
        }
        return FloorView(
            holder: floor.turn?.agent, turn: floor.turn?.id, reason: floor.turn?.reason, queue: queue)
    }

    /// Call when a step is over: once for all that it changed, and only if it changed something.
    mutating func tellFloor() {
        let turn = floor.turn?.id
        guard turn != toldFloor.turn || !floor.queue.lazy.map(\.turn.id).elementsEqual(toldFloor.queue)
        else { return }
        toldFloor = (turn, floor.queue.map(\.turn.id))
        publish(.floorChanged(floorView))
    }

    /// One sentence for people, with the names they know.
    func why(_ turn: Turn) -> String {
        let name = displayName(of: turn.agent)
        if turn.isRetry { return "Nothing was heard of \(name)'s turn, so it is tried once more." }
        switch turn.reason {
        case .request:
            let giver = turn.handedOverBy
            let act =
                giver == turn.agent
                ? "\(name) asked for another turn"
                : "\(giver.map(displayName) ?? "An agent") handed over to \(name)"
            let reason = turn.note.map { $0.trimmingSpace } ?? ""
            return reason.isEmpty ? "\(act)." : "\(act): \(Self.excerpt(reason).asSentence)"
        case .moderator:
            if let ending, isGoodbye(turn.id) {
                return "The call ends because \(Self.reason(ending.state)), and \(name) says goodbye."
            }
            return "The moderator gave \(name) the floor."
        case .greeting: return "\(name) has joined and greets."
        case .address, .domain, .floor, .all: return turn.why
        }
    }

    /// Why words lead where they lead: who said them, how they began, and what in them decided.
    func why(_ words: String, of caller: Identity, decision: String) -> String {
        "\(displayName(of: caller)) said “\(Self.excerpt(words))”: \(decision)"
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 80 ? text : "\(text.prefix(79))…"
    }
}

extension String {
    /// With a full stop, unless it ends like a sentence.
    fileprivate var asSentence: String { last.map { ".!?…".contains($0) } == true ? self : self + "." }
}
