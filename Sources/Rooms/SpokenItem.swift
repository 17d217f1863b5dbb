import Realtime

/// One item that a session produced for a turn: what it says, as far as it was generated.
struct SpokenItem: Sendable {
    private(set) var id: ItemID
    /// In samples.
    var received = 0
    /// Nothing is added to it any more.
    var isDone = false
    /// All its words are there.
    private(set) var isTold = false
    private(set) var text = ""
    /// How much text there was, in UTF-8 bytes, when so many samples had been received.
    private var arrivals: [(length: Int, received: Int)] = []

    /// What of `text` callers were told, in UTF-8 bytes.
    private var told = 0

    init(id: ItemID) { self.id = id }

    /// Adds the words that callers were not told yet to `news`. Two items of a turn are a word apart.
    mutating func takeNews(into news: inout String, isFirst: Bool) {
        let all = text.utf8.count
        guard told < all else { return }
        // Words that were taken back and said otherwise are set right by the final transcript.
        let rest = String(decoding: text.utf8.dropFirst(told), as: UTF8.self)
        if told == 0, !isFirst, news.last?.isWhitespace != true, rest.first?.isWhitespace != true {
            news += " "
        }
        news += rest
        told = all
    }

    func named(_ id: ItemID) -> SpokenItem {
        var item = self
        item.id = id
        return item
    }

    mutating func add(_ delta: String) {
        text += delta
        // When all the sound is there, that words come after it says nothing of where they are spoken.
        let place = isDone ? 0 : received
        if arrivals.last?.received == place { arrivals.removeLast() }
        arrivals.append((text.utf8.count, place))
    }

    mutating func set(_ text: String) {
        isTold = true
        guard text != self.text else { return }
        self.text = text
        arrivals = [(text.utf8.count, 0)]
    }

    /// The words of its first `heard` samples. The protocol gives no alignment, so a part that was heard
    /// by half counts the words of its first half, rounded down: better a word forgotten than a word
    /// remembered that nobody heard. Text runs ahead of sound, so a word that came with a later sample
    /// was not spoken before it.
    func text(heard: Int) -> String {
        guard heard > 0 else { return "" }
        guard heard < received || !isDone else { return text }
        let words = text.split(separator: " ")
        let share = words.count * heard / max(1, received)
        let length = arrivals.last { $0.received < heard }?.length ?? 0
        let spoken = words.prefix(share).prefix { word in
            text.utf8.distance(from: text.startIndex, to: word.endIndex) <= length
        }
        return spoken.joined(separator: " ")
    }
}
