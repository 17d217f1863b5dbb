/// Sound that grows at its end and is forgotten from its beginning, in pieces of one size: nothing that is kept is ever
/// moved, and what is forgotten is the next piece's memory. Positions are samples since it began.
public struct SoundTrail: Sendable {
    /// 200 ms at 24 kHz: as much is held beyond what is asked for, at most.
    public static let pieceSampleCount = 4_800

    /// The first sample that is kept; the beginning of a piece.
    public private(set) var start = 0
    /// Behind the last one.
    public private(set) var end = 0
    /// All but the last are full.
    private var pieces: [[Int16]] = []
    /// Memory of a piece that was forgotten.
    private var spare: [Int16] = []

    public init() {}

    /// What it takes, in bytes.
    public var heldByteCount: Int {
        (pieces.count + (spare.capacity > 0 ? 1 : 0)) * Self.pieceSampleCount * MemoryLayout<Int16>.size
    }

    public mutating func append(_ more: UnsafeBufferPointer<Int16>) {
        var rest = more
        while !rest.isEmpty {
            if (end - start) / Self.pieceSampleCount == pieces.count { begin() }
            let place = pieces.count - 1
            let count = min(rest.count, Self.pieceSampleCount - pieces[place].count)
            pieces[place].append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<count]))
            end += count
            rest = UnsafeBufferPointer(rebasing: rest[count...])
        }
    }

    private mutating func begin() {
        var piece: [Int16] = []
        swap(&piece, &spare)
        piece.reserveCapacity(Self.pieceSampleCount)
        pieces.append(piece)
    }

    /// Copies what stands from `position` on until `target` is full. All of it must be kept.
    public func copy(from position: Int, into target: UnsafeMutableBufferPointer<Int16>) {
        precondition(position >= start && position + target.count <= end, "this sound is not kept")
        var done = 0
        while done < target.count {
            let (place, offset) = (position + done - start).quotientAndRemainder(
                dividingBy: Self.pieceSampleCount)
            let count = min(target.count - done, Self.pieceSampleCount - offset)
            _ = UnsafeMutableBufferPointer(rebasing: target[done..<done + count])
                .update(fromContentsOf: pieces[place][offset..<offset + count])
            done += count
        }
    }

    public func samples(in range: Range<Int>) -> [Int16] {
        // The standard library would write the count of an empty array into the one that all threads share.
        guard !range.isEmpty else { return [] }
        return Array(unsafeUninitializedCapacity: range.count) { target, count in
            target.initialize(repeating: 0)
            copy(from: range.lowerBound, into: UnsafeMutableBufferPointer(rebasing: target[..<range.count]))
            count = range.count
        }
    }

    /// Forgets the pieces that end before `position`.
    public mutating func drop(before position: Int) {
        let count = (min(position, end) - start) / Self.pieceSampleCount
        guard count > 0 else { return }
        swap(&spare, &pieces[0])
        spare.removeAll(keepingCapacity: true)
        pieces.removeFirst(count)
        start += count * Self.pieceSampleCount
    }
}
