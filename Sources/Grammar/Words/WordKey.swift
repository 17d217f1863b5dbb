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

/// Words, each with a number in the order they came; looked up without hashing them anew.
struct WordIndex: Sendable {
    private(set) var keys: [WordKey] = []
    /// By slot, the number of a word and one, or zero. A power of two of them, at least twice as many as words.
    private var slots: [Int32] = [0, 0]

    func number(of key: WordKey) -> Int? { place(of: key).number }

    /// The number of a word, new or known.
    mutating func insert(_ key: WordKey) -> Int {
        let found = place(of: key)
        if let number = found.number { return number }
        keys.append(key)
        slots[found.slot] = Int32(keys.count)
        if slots.count < 2 * keys.count { grow() }
        return keys.count - 1
    }

    mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        while slots.count < 2 * count { grow() }
    }

    private func place(of key: WordKey) -> (slot: Int, number: Int?) {
        var slot = key.slot & (slots.count - 1)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return (slot, number) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for number in keys.indices { slots[place(of: keys[number]).slot] = Int32(number + 1) }
    }
}

/// What is known of words.
package struct WordTable<Value>: ExpressibleByDictionaryLiteral {
    private var index = WordIndex()
    private(set) var values: [Value] = []

    package init() {}

    package init(dictionaryLiteral words: (String, Value)...) {
        for (word, value) in words { self[word, default: value] = value }
    }

    package var isEmpty: Bool { values.isEmpty }

    package subscript(key: WordKey) -> Value? { index.number(of: key).map { values[$0] } }

    package subscript(word: String) -> Value? { self[WordKey(word)] }

    package subscript(word: String, default value: @autoclosure () -> Value) -> Value {
        get { self[word] ?? value() }
        _modify { yield &values[number(of: WordKey(word), default: value())] }
    }

    package subscript(key: WordKey, default value: @autoclosure () -> Value) -> Value {
        get { self[key] ?? value() }
        _modify { yield &values[number(of: key, default: value())] }
    }

    var keys: [WordKey] { index.keys }

    mutating func reserveCapacity(_ count: Int) {
        index.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    package mutating func updateValues(_ update: (inout Value) -> Void) {
        for number in values.indices { update(&values[number]) }
    }

    private mutating func number(of key: WordKey, default value: @autoclosure () -> Value) -> Int {
        let number = index.insert(key)
        if number == values.count { values.append(value()) }
        return number
    }
}

extension WordTable: Sendable where Value: Sendable {}

/// Words that a rule speaks of.
package struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var index = WordIndex()

    init(_ words: some Sequence<String>) { self.init(words.map { WordKey($0) }) }

    init(_ keys: [WordKey]) {
        for key in keys { _ = index.insert(key) }
    }

    package init(arrayLiteral words: String...) { self.init(words) }

    func union(_ other: WordSet) -> WordSet { WordSet(index.keys + other.index.keys) }

    package func contains(_ key: WordKey) -> Bool { index.number(of: key) != nil }
    package func contains(_ key: WordKey?) -> Bool { key.map { contains($0) } ?? false }
    package func contains(_ word: String) -> Bool { contains(WordKey(word)) }
}
