import Audio
import Realtime

/// The items of the default conversation, in order, with what the wire does not show of them.
struct Conversation: Sendable {
    struct Entry: Sendable {
        var item: Item
        var sound: Sound = .none
        /// What a user's sound says: unknown until recognition is done.
        var transcript: Transcript = .unknown
        /// What an assistant's item said, sentence by sentence, and how long each sounded.
        var sentences: [(text: String, duration: Duration)] = []
    }

    enum Sound: Equatable {
        case none
        /// A user's, as it came in. Dropped when the conversation holds too much: only `retrieve` misses it then.
        case heard([Int16], AudioFormat)
        case tooLongAgo(Duration)
        /// An assistant's: how much of it there is.
        case spoken(Duration)
    }

    enum Transcript: Equatable {
        case unknown
        case pending(ServerSession.TranscriptionID)
        case known(String)
    }

    /// Half an hour of a caller's voice at 24 kHz would be 86 MB; three minutes are kept.
    private static let keptSampleCount = 180 * 24_000

    private(set) var order: [ItemID] = []
    private var entries: [ItemID: Entry] = [:]

    var isEmpty: Bool { order.isEmpty }
    var last: ItemID? { order.last }

    subscript(id: ItemID) -> Entry? {
        get { entries[id] }
        set { if entries[id] != nil, let newValue { entries[id] = newValue } }
    }

    /// The item before `id`.
    func previous(_ id: ItemID) -> ItemID? {
        order.firstIndex(of: id).flatMap { $0 > 0 ? order[$0 - 1] : nil }
    }

    /// - Returns: `false` when `place` names an item that is not there; nothing was inserted.
    mutating func insert(_ entry: Entry, id: ItemID, at place: PreviousItem = .end) -> Bool {
        switch place {
        case .end: order.append(id)
        case .root: order.insert(id, at: 0)
        case .item(let previous):
            guard let index = order.firstIndex(of: previous) else { return false }
            order.insert(id, at: index + 1)
        }
        entries[id] = entry
        dropOldSound()
        return true
    }

    mutating func remove(_ id: ItemID) -> Bool {
        guard entries.removeValue(forKey: id) != nil else { return false }
        order.removeAll { $0 == id }
        return true
    }

    private mutating func dropOldSound() {
        var kept = 0
        for id in order.reversed() {
            guard case .heard(let samples, let format) = entries[id]?.sound else { continue }
            kept += samples.count
            if kept > Self.keptSampleCount, case .known = entries[id]?.transcript {
                entries[id]?.sound = .tooLongAgo(format.wire.rate.duration(of: samples.count))
            }
        }
    }
}

extension Conversation.Entry {
    var soundDuration: Duration {
        switch sound {
        case .none: .zero
        case .heard(let samples, let format): format.wire.rate.duration(of: samples.count)
        case .tooLongAgo(let duration), .spoken(let duration): duration
        }
    }

    /// The words of an assistant's item that were sounded by `moment`; of a sentence that was cut, in proportion.
    func words(soundedBy moment: Duration) -> String {
        var left = moment
        var words: [Substring] = []
        for sentence in sentences where left > .zero {
            let all = sentence.text.split(separator: " ")
            let share = sentence.duration > .zero ? min(1, left / sentence.duration) : 1
            words += all.prefix(Int(Double(all.count) * share))
            left -= sentence.duration
        }
        return words.joined(separator: " ")
    }
}
