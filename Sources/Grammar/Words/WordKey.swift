/// A folded word in two registers: compared and looked up in a few steps, where a `String` takes some hundred.
///
/// Sixteen bytes and less are the word itself; of a longer one the second register is a checksum of all behind the first eight.
package struct WordKey: Sendable, Equatable {
    private let head: UInt64
    private let tail: UInt64
    private let count: Int

    init(_ word: String) {
        var word = word
        self = word.withUTF8 { WordKey($0) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        head = Self.packed(bytes, from: 0)
        guard count > 16 else {
            tail = count > 8 ? Self.packed(bytes, from: 8) : 0
            return
        }
        // Fowler, Noll and Vo, variant 1a.
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes[8...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        tail = sum
    }

    /// Up to eight bytes, the first one lowest.
    private static func packed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
        var (packed, shift) = (UInt64(0), UInt64(0))
        var index = start
        while index < min(start + 8, bytes.count) {
            packed |= UInt64(bytes[index]) << shift
            shift += 8
            index += 1
        }
        return packed
    }

    /// Most words of a rule differ in length or in their first letter.
    static func == (key: WordKey, word: StaticString) -> Bool {
        guard key.count == word.utf8CodeUnitCount,
            key.count == 0 || UInt8(truncatingIfNeeded: key.head) == word.utf8Start.pointee
        else { return false }
        return key == WordKey(UnsafeBufferPointer(start: word.utf8Start, count: key.count))
    }

    func isOne(of words: [StaticString]) -> Bool {
        for word in words where self == word { return true }
        return false
    }

    /// The word as one number, the same in every process.
    var mixed: UInt64 { (head ^ tail &* 0x9e37_79b9_7f4a_7c15) &* 0xd6e8_feb8_6659_fd93 }

    /// Spread well enough for tables that only this program fills.
    fileprivate var slot: Int { Int(truncatingIfNeeded: mixed >> 32) }
}

/// What is known of words; looked up without hashing them anew.
package struct WordTable<Value>: ExpressibleByDictionaryLiteral {
    private var entries: [(key: WordKey, value: Value)] = []
    /// By slot, the number of an entry and one, or zero. A power of two of them, at least twice as many as entries.
    private var slots: [Int32] = [0, 0]

    init() {}

    package init(dictionaryLiteral words: (String, Value)...) {
        for (word, value) in words { self[word, default: value] = value }
    }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(key: WordKey) -> Value? {
        let place = place(of: key)
        return place.entry.map { entries[$0].value }
    }

    package subscript(word: String) -> Value? { self[WordKey(word)] }

    package subscript(word: String, default value: @autoclosure () -> Value) -> Value {
        get { self[word] ?? value() }
        _modify { yield &entries[entry(of: WordKey(word), default: value())].value }
    }

    package subscript(key: WordKey, default value: @autoclosure () -> Value) -> Value {
        get { self[key] ?? value() }
        _modify { yield &entries[entry(of: key, default: value())].value }
    }

    var keys: [WordKey] { entries.map(\.key) }
    var values: [Value] { entries.map(\.value) }

    package func contains(_ key: WordKey) -> Bool { place(of: key).entry != nil }

    mutating func reserveCapacity(_ count: Int) {
        entries.reserveCapacity(count)
        while slots.count < 2 * count { grow() }
    }

    package mutating func updateValues(_ update: (inout Value) -> Void) {
        for index in entries.indices { update(&entries[index].value) }
    }

    private func place(of key: WordKey) -> (slot: Int, entry: Int?) {
        var slot = key.slot & (slots.count - 1)
        while slots[slot] > 0 {
            let entry = Int(slots[slot]) - 1
            if entries[entry].key == key { return (slot, entry) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, nil)
    }

    private mutating func entry(of key: WordKey, default value: @autoclosure () -> Value) -> Int {
        let found = place(of: key)
        if let entry = found.entry { return entry }
        entries.append((key, value()))
        slots[found.slot] = Int32(entries.count)
        if slots.count < 2 * entries.count { grow() }
        return entries.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for index in entries.indices { slots[place(of: entries[index].key).slot] = Int32(index + 1) }
    }
}

extension WordTable: Sendable where Value: Sendable {}

/// Words that a rule speaks of.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var table = WordTable<Bool>()

    init(_ words: some Sequence<String>) {
        for word in words { table[word, default: false] = true }
    }

    init(_ keys: [WordKey]) {
        for key in keys { table[key, default: false] = true }
    }

    package init(arrayLiteral words: String...) { self.init(words) }

    func union(_ other: WordSet) -> WordSet { WordSet(table.keys + other.table.keys) }

    package func contains(_ key: WordKey) -> Bool { table.contains(key) }
    package func contains(_ key: WordKey?) -> Bool { key.map { table.contains($0) } ?? false }
    package func contains(_ word: String) -> Bool { table.contains(WordKey(word)) }
}
