/// A Levenshtein distance over ``Sounds`` in which near sounds cost less: what a recogniser confuses.
///
/// Weights follow articulation: a vowel for a vowel is cheap, a voiced for a voiceless consonant cheaper than one
/// from another place, and `h`, `w`, `y` and `r` after a vowel come and go.
enum SoundDistance {
    /// Distance over the length of the longer: 0 is the same sound, 1 nothing in common; `nil` beyond `limit`.
    static func between(_ left: Sounds, _ right: Sounds, limit: Float) -> Float? {
        let (a, b) = (left.codes, right.codes)
        guard !a.isEmpty, !b.isEmpty, a.count <= capacity, b.count <= capacity else { return nil }
        let longest = Float(max(a.count, b.count))
        let budget = limit * longest
        guard Float(abs(a.count - b.count)) * cheapest <= budget else { return nil }
        // Every sound of one that the other lacks costs at least the cheapest step.
        let missing = (left.mask & ~right.mask).nonzeroBitCount
        let extra = (right.mask & ~left.mask).nonzeroBitCount
        guard Float(max(missing, extra)) * cheapest <= budget else { return nil }
        return table(a, b, budget: budget).map { $0 / longest }
    }

    private static let capacity = 24
    private static let cheapest: Float = 0.25

    private static func table(_ a: [UInt8], _ b: [UInt8], budget: Float) -> Float? {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * (capacity + 1)) { rows -> Float? in
            var (above, here) = (0, capacity + 1)
            rows[0] = 0
            for j in b.indices { rows[j + 1] = rows[j] + cost(of: b[j], after: j > 0 ? b[j - 1] : 0) }
            for i in a.indices {
                let removal = cost(of: a[i], after: i > 0 ? a[i - 1] : 0)
                rows[here] = rows[above] + removal
                var least = rows[here]
                for j in b.indices {
                    let insertion = cost(of: b[j], after: j > 0 ? b[j - 1] : 0)
                    let best = min(
                        rows[above + j] + cost(of: a[i], for: b[j]), rows[above + j + 1] + removal,
                        rows[here + j] + insertion)
                    rows[here + j + 1] = best
                    least = min(least, best)
                }
                guard least <= budget else { return nil }
                swap(&above, &here)
            }
            // A stressed first consonant is rarely lost.
            let onset: Float = a[0] == b[0] || isVowel(a[0]) || isVowel(b[0]) || cost(of: a[0], for: b[0]) <= 0.5 ? 0 : 0.3
            let distance = rows[above + b.count] + onset
            return distance <= budget ? distance : nil
        }
    }

    private static func isVowel(_ code: UInt8) -> Bool {
        code == UInt8(ascii: "a") || code == UInt8(ascii: "e") || code == UInt8(ascii: "o")
    }

    /// What a sound costs that only one side has.
    private static func cost(of code: UInt8, after previous: UInt8) -> Float {
        switch code {
        case UInt8(ascii: "h"): 0.25
        case UInt8(ascii: "w"), UInt8(ascii: "y"): 0.4
        case UInt8(ascii: "r") where isVowel(previous): 0.5
        case UInt8(ascii: "t"), UInt8(ascii: "d"): 0.7
        case UInt8(ascii: "s"), UInt8(ascii: "z"): 0.7
        default: isVowel(code) ? 0.45 : 0.9
        }
    }

    /// What one sound costs in place of another.
    private static func cost(of a: UInt8, for b: UInt8) -> Float {
        if a == b { return 0 }
        if isVowel(a), isVowel(b) { return 0.3 }
        if isVowel(a) || isVowel(b) { return 1.1 }
        return pairs[Int(a & 31) * 32 + Int(b & 31)]
    }

    private static let pairs: [Float] = {
        var costs = [Float](repeating: 1, count: 32 * 32)
        func set(_ group: String, _ cost: Float) {
            for a in group.utf8 {
                for b in group.utf8 where a != b {
                    let index = Int(a & 31) * 32 + Int(b & 31)
                    costs[index] = min(costs[index], cost)
                }
            }
        }
        for (group, cost) in [
            ("td", 0.35), ("pb", 0.35), ("kg", 0.35), ("fv", 0.3), ("sz", 0.2), ("cj", 0.35), ("xc", 0.35), ("xj", 0.4),
            ("jz", 0.6), ("sx", 0.5), ("qf", 0.4), ("qt", 0.5), ("qd", 0.6), ("qs", 0.5), ("mn", 0.4), ("ln", 0.6),
            ("lr", 0.5), ("rw", 0.5), ("bv", 0.5), ("vw", 0.4), ("kc", 0.4), ("gj", 0.4), ("yj", 0.5),
        ] as [(String, Float)] { set(group, cost) }
        return costs
    }()
}
