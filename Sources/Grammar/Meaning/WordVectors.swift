/// What words mean, as directions: two that are used alike point the same way.
///
/// The table is distilled from a sentence encoder and then taught with labelled sentences in whose field which words lie, see
/// Scripts/word_vectors; it lies in the program as it is: it is neither parsed nor copied at the start. English, Spanish, French and
/// German words share the directions.
package enum WordVectors {
    package static let dimensions = 128
    private static let letters = 15
    /// An entry: its weight, the word, its coordinates.
    private static let stride = 1 + letters + dimensions
    private static let zero = UInt8(ascii: "0")

    /// The coordinate of nothing at all; they lie around it.
    private static let origin: Float = 80

    static func knows(_ word: String) -> Bool { table.withUTF8Buffer { entry(of: word, in: $0) != nil } }

    /// Adds the word's direction, by its weight, to the `dimensions` numbers from `start` on.
    ///
    /// Sums are written through pointers: a roster is made with every change of a room, also in a build for debugging.
    /// - Returns: whether the table has the word.
    @discardableResult
    package static func add(_ word: String, to sums: inout [Float], at start: Int = 0) -> Bool {
        table.withUTF8Buffer { bytes in
            guard let entry = entry(of: word, in: bytes) else { return false }
            let weight = Float(bytes[entry] - zero)
            let first = entry + 1 + letters
            sums.withUnsafeMutableBufferPointer { sums in
                var axis = 0
                while axis < dimensions {
                    sums[start + axis] += weight * (Float(bytes[first + axis]) - origin)
                    axis += 1
                }
            }
            return true
        }
    }

    /// Adds a direction that is the word's own: what the table lacks, a product's name or a term of the trade, is near to itself alone.
    ///
    /// Steps of splitmix64 (Steele, Lea and Flood, 2014), the same in every process; two words are within a tenth of a right angle.
    package static func addOwn(_ stem: Stem, to sums: inout [Float], at start: Int = 0) {
        var state = stem.key.mixed
        for axis in 0..<dimensions {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
            sums[start + axis] += value >> 63 == 0 ? ownLength : -ownLength
        }
    }

    /// The length of the heaviest word: weight 63, coordinates of a unit vector in steps of 0.4 / 31.
    package static let longest: Float = 63 * 31 / 0.4

    /// On each axis, so that such a word weighs what a rare word of the table does.
    private static let ownLength: Float = 330

    /// The product of two directions; four sums run side by side.
    package static func product(_ said: [Float], _ directions: [Float], at start: Int) -> Float {
        said.withUnsafeBufferPointer { said in
            directions.withUnsafeBufferPointer { directions in
                var (a, b, c, d) = (Float(0), Float(0), Float(0), Float(0))
                var axis = 0
                while axis < dimensions {
                    a += said[axis] * directions[start + axis]
                    b += said[axis + 1] * directions[start + axis + 1]
                    c += said[axis + 2] * directions[start + axis + 2]
                    d += said[axis + 3] * directions[start + axis + 3]
                    axis += 4
                }
                return a + b + c + d
            }
        }
    }

    /// Makes the length of the direction at `start` one, if there is any.
    @discardableResult
    package static func normalize(_ directions: inout [Float], at start: Int = 0) -> Bool {
        directions.withUnsafeMutableBufferPointer { directions in
            var square: Float = 0
            var axis = start
            while axis < start + dimensions {
                square += directions[axis] * directions[axis]
                axis += 1
            }
            guard square > 0 else { return false }
            let scale = 1 / square.squareRoot()
            axis = start
            while axis < start + dimensions {
                directions[axis] *= scale
                axis += 1
            }
            return true
        }
    }

    /// The entry of the word, or of what is left of a plural without its `s`.
    private static func entry(of word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var word = word
        return word.withUTF8 { word in
            guard word.count > 2 else { return nil }
            if let entry = find(word, in: bytes) { return entry }
            guard word.count > 3, word.last == UInt8(ascii: "s") else { return nil }
            return find(UnsafeBufferPointer(rebasing: word.dropLast()), in: bytes)
        }
    }

    private static func find(_ word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int?
    {
        PaddedTable.find(word, letters: letters, stride: stride, in: bytes)
    }
}
