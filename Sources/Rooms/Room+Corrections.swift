import Audio
import FloorControl
import Realtime

// A session generates more than anybody hears, and must not believe otherwise: what was not heard is taken back in
// whatever way its server knows.

extension Room {
    /// The kind of server at the other end.
    func server(of link: LinkID) -> ServerProfile {
        connection(of: link)?.life?.server ?? successor(link)?.life.server ?? .generic
    }

    /// A turn is over; even in one that is complete there may be words without sound.
    ///
    /// - Returns: The items that are left of the turn in its session; none when nothing of it was heard, or the
    ///   session is not there any more.
    mutating func correctMemory(of turn: LiveTurn, heard: Int) -> [ItemID] {
        guard let index = agentIndex(turn.turn.agent), let link = turn.link,
            case .ready(link, let life, _) = agents[index].connection
        else { return [] }
        let parts = turn.playout.parts(heard: heard).filter { $0.heard >= LiveTurn.shortestHeard }
        var replaced: [ItemID: ItemID?] = [:]
        var isCorrected = false
        for item in turn.items.dropFirst(turn.earlierCount) {
            guard let part = parts.first(where: { $0.part == item.id }) else {
                isCorrected = true
                if life.server.deletesItems { takeOut(item.id, on: link) }
                continue
            }
            guard part.heard < part.received || !item.isDone else { continue }
            isCorrected = true
            switch life.server.correction {
            case .truncate: truncate(item.id, to: part.heard, on: link)
            case .replace:
                replaced[item.id] = .some(replace(item, with: item.text(heard: part.heard), on: link))
            case .annotate: break
            }
        }
        if isCorrected, !life.server.deletesItems { annotate(turn.text(heard: heard), on: link) }
        let own = turn.items.dropFirst(turn.earlierCount).map(\.id)
        return [turn.earlierToldAs].compactMap(\.self)
            + parts.filter { own.contains($0.part) }.compactMap { replaced[$0.part, default: $0.part] }
    }

    private mutating func truncate(_ item: ItemID, to heard: Int, on link: LinkID) {
        let audioEnd = SampleRate.hz24000.duration(of: heard)
        send(.itemTruncate(item, contentIndex: 0, audioEnd: audioEnd), on: link)
    }

    /// What was heard stands where the item was, before that goes.
    /// - Returns: The item that now is there; of less than a word none is.
    private mutating func replace(_ item: SpokenItem, with text: String, on link: LinkID) -> ItemID? {
        defer { takeOut(item.id, on: link) }
        guard !text.isEmpty else { return nil }
        let id = ItemID("heard_\(lastEventID + 1)")
        send(.itemCreate(.assistant(text, id: id), after: .item(item.id)), on: link)
        return id
    }

    /// A system message: it is about the session's own words, and nobody in the call has said it.
    private mutating func annotate(_ heard: String, on link: LinkID) {
        let note =
            heard.isEmpty
            ? "Your last answer was cut off before anybody heard a word of it."
            : "Your last answer was cut off. All that was heard of it is: \(heard)"
        send(.itemCreate(.system(note)), on: link)
    }

    /// The session is to forget an item of which nothing was heard, or which it should not have been given.
    /// (Truncating to nothing is an error on the wire.)
    mutating func takeOut(_ item: ItemID, on link: LinkID) {
        if server(of: link).deletesItems {
            send(.itemDelete(item), on: link)
        } else {
            annotate("", on: link)
        }
    }
}
