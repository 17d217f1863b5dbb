/// A Levenshtein distance over ``Sounds`` in which near sounds cost less: what a recogniser confuses.
///
/// Weights follow articulation: a vowel for a vowel is cheap, a voiced for a voiceless consonant cheaper than one
/// from another place, and `h`, `w`, `y` and `r` after a vowel come and go.
package struct SoundDistance: Sendable {
    /// Made once: reaching a static in an inner loop costs more than the loop.
    package static let shared = SoundDistance()

    /// What one sound costs in place of another, by both codes' low five bits.
    private let replacing: [Float]
    /// What a sound costs that only one side has.
    private let removing: [Float]
    /// The sounds that are cheap in place of a sound, and the least that any costs.
    private let near: [UInt32]
    /// The least that a missing sound costs: first where the other side has one like it, then where it has not.
    private let leastCosts: [Float]
    /// The consonants that do not come and go: removing one costs ``firmCost``. (An r after a vowel is cheaper.)
    package let firm = mask("bpkgfvcjxqmnl")
    static var firmCost: Float { 0.9 }

    private init() {
        replacing = Self.replacements()
        let removing = (0..<32).map { Self.removal(of: UInt8(0x60 + $0)) }
        self.removing = removing
        var near = [UInt32](repeating: 0, count: 32)
        var least = [Float](repeating: 1, count: 32)
        for a in 0..<32 {
            for b in 0..<32 where a != b {
                if replacing[a * 32 + b] < Self.far { near[a] |= 1 << UInt32(b) }
                least[a] = min(least[a], replacing[a * 32 + b])
            }
        }
        self.near = near
        leastCosts = zip(removing, least).map { min($0, $1) } + removing
    }

    /// The sounds of `mask` and those that are taken for one of them.
    package func neighbourhood(of mask: UInt32) -> UInt32 {
        var (rest, all) = (mask, mask)
        while rest != 0 {
            all |= near[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return all
    }

    private static func mask(_ sounds: StaticString) -> UInt32 {
        sounds.withUTF8Buffer { $0.reduce(0) { $0 | 1 << UInt32($1 & 31) } }
    }

    /// Distance over the length of the longer: 0 is the same sound, 1 nothing in common; `nil` beyond `limit`.
    package func between(_ a: Sounds, _ b: Sounds, limit: Float) -> Float? {
        between(
            a, near: neighbourhood(of: a.mask), b, near: neighbourhood(of: b.mask), limit: limit)
    }

    /// With both ``neighbourhood(of:)`` worked out before: a name's once per roster, a stretch of words' once.
    package func between(_ a: Sounds, near nearA: UInt32, _ b: Sounds, near nearB: UInt32, limit: Float)
        -> Float?
    {
        guard a.count > 0, b.count > 0 else { return nil }
        let longest = Float(max(a.count, b.count))
        // A stressed first consonant is rarely lost: that costs extra, before anything is compared.
        let onset = onset(a[0], b[0])
        let budget = limit * longest - onset
        guard mayCost(a.mask, near: nearA, b.mask, near: nearB, budget) else { return nil }
        return table(a, b, budget: budget).map { ($0 + onset) / longest }
    }

    /// Whether what only one side has leaves it possible that the two differ by no more than `budget`.
    func mayCost(_ a: UInt32, near nearA: UInt32, _ b: UInt32, near nearB: UInt32, _ budget: Float) -> Bool {
        leastCost(of: a & ~b, near: nearB, budget) <= budget
            && leastCost(of: b & ~a, near: nearA, budget) <= budget
    }

    /// Replacements from here on are between sounds that have nothing in common.
    private static let far: Float = 0.61

    /// Every sound that the other side lacks must be replaced or removed: a lower bound, in a few steps.
    private func leastCost(of missing: UInt32, near nearby: UInt32, _ budget: Float) -> Float {
        leastCosts.withUnsafeBufferPointer { costs in
            var missing = missing
            var cost: Float = 0
            while missing != 0, cost <= budget {
                let sound = missing.trailingZeroBitCount
                // With nothing like it on the other side it goes altogether.
                cost += costs[sound + (nearby & 1 << UInt32(sound) == 0 ? 32 : 0)]
                missing &= missing &- 1
            }
            return cost
        }
    }

    private func table(_ a: Sounds, _ b: Sounds, budget: Float) -> Float? {
        a.withCodes { a in
            b.withCodes { b in
                replacing.withUnsafeBufferPointer { replacing in
                    withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * (Sounds.capacity + 1)) {
                        table(a, b, replacing, rows: $0, budget)
                    }
                }
            }
        }
    }

    /// - Parameter rows: room for the row above, the current row, and what each sound of `b` costs to insert.
    private func table(
        _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>,
        _ replacing: UnsafeBufferPointer<Float>,
        rows: UnsafeMutableBufferPointer<Float>, _ budget: Float
    ) -> Float? {
        var (above, here) = (0, Sounds.capacity + 1)
        let inserting = 2 * (Sounds.capacity + 1)
        rows[0] = 0
        for j in b.indices {
            rows[inserting + j] = cost(of: b, at: j)
            rows[j + 1] = rows[j] + rows[inserting + j]
        }
        for i in a.indices {
            let removal = cost(of: a, at: i)
            let costs = Int(a[i] & 31) * 32
            rows[here] = rows[above] + removal
            var least = rows[here]
            for j in b.indices {
                let replacement = rows[above + j] + replacing[costs + Int(b[j] & 31)]
                let best = min(
                    replacement, rows[above + j + 1] + removal, rows[here + j] + rows[inserting + j])
                rows[here + j + 1] = best
                least = min(least, best)
            }
            guard least <= budget else { return nil }
            swap(&above, &here)
        }
        return rows[above + b.count] <= budget ? rows[above + b.count] : nil
    }

    private func onset(_ a: UInt8, _ b: UInt8) -> Float {
        let isClose =
            a == b || Self.isVowel(a) || Self.isVowel(b) || replacing[Int(a & 31) * 32 + Int(b & 31)] <= 0.5
        return isClose ? 0 : Self.lostOnset
    }

    static var lostOnset: Float { 0.3 }

    /// The sounds that a word beginning with `code` may be heard to begin with at no extra cost.
    func onsets(of code: UInt8) -> UInt32 {
        (UInt8(0x60)..<0x80).reduce(0) { onset(code, $1) == 0 ? $0 | 1 << UInt32($1 & 31) : $0 }
    }

    private func cost(of sounds: UnsafeBufferPointer<UInt8>, at index: Int) -> Float {
        let code = sounds[index]
        // The r of a closed syllable is silent for half of all speakers.
        if code == UInt8(ascii: "r"), index > 0, Self.isVowel(sounds[index - 1]) { return 0.5 }
        return removing[Int(code & 31)]
    }

    private static func isVowel(_ code: UInt8) -> Bool {
        code == UInt8(ascii: "a") || code == UInt8(ascii: "e") || code == UInt8(ascii: "o")
    }

    private static func removal(of code: UInt8) -> Float {
        switch code {
        case UInt8(ascii: "h"): 0.3
        case UInt8(ascii: "w"), UInt8(ascii: "y"): 0.4
        case UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "z"): 0.7
        default: isVowel(code) ? 0.45 : firmCost
        }
    }

    private static func replacements() -> [Float] {
        var costs = [Float](repeating: 1, count: 32 * 32)
        for code in 0..<32 { costs[code * 32 + code] = 0 }
        for (group, cost) in groups {
            for a in group.utf8 {
                for b in group.utf8 where a != b {
                    let index = Int(a & 31) * 32 + Int(b & 31)
                    costs[index] = min(costs[index], cost)
                }
            }
        }
        return costs
    }

    /// Sounds that are taken for one another.
    private static let groups: [(String, Float)] = [
        ("aeo", 0.3), ("td", 0.35), ("pb", 0.35), ("kg", 0.35), ("fv", 0.3), ("sz", 0.2), ("cj", 0.35),
        ("xc", 0.35), ("xj", 0.4),
        ("jz", 0.6), ("sx", 0.5), ("qf", 0.4), ("qt", 0.5), ("qd", 0.6), ("qs", 0.5), ("mn", 0.4),
        ("ln", 0.6), ("lr", 0.5),
        ("rw", 0.5), ("bv", 0.5), ("vw", 0.4), ("kc", 0.4), ("gj", 0.4), ("yj", 0.5), ("hy", 0.35),
        ("hw", 0.4),
    ]
}
