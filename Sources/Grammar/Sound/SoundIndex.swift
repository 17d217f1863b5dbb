/// The names of a roster in outline, so that a stretch of words is compared sound by sound only with the few it can be like.
///
/// A consonant with nothing like it on the other side must be removed, and so must vowels that only one side has: lower
/// bounds of ``SoundDistance``, found for 64 names at once. What is found is in the order of the names.
package struct SoundIndex: Sendable {
    /// What decides about a name before its order of sounds does.
    private struct Outline {
        let mask: UInt32
        let near: UInt32
        let count: Int
    }

    private let outlines: [Outline]
    private let blocks: [SoundBlock]
    private let distance: SoundDistance

    package init(_ names: [Sounds], distance: SoundDistance) {
        self.distance = distance
        outlines = names.map {
            Outline(mask: $0.mask, near: distance.neighbourhood(of: $0.mask), count: $0.count)
        }
        blocks = stride(from: 0, to: names.count, by: UInt64.bitWidth).map {
            SoundBlock(names[$0..<min($0 + UInt64.bitWidth, names.count)], distance)
        }
    }

    /// The indices of the names that may be within `limit` of `heard`, appended to `found`.
    package func candidates(of heard: Sounds, limit: Float, into found: inout [Int]) {
        let near = distance.neighbourhood(of: heard.mask)
        for block in blocks.indices {
            let (alike, sameOnset) = blocks[block].names(like: heard, near: near, limit: limit)
            var rest = alike
            while rest != 0 {
                let place = rest.trailingZeroBitCount
                let index = block * UInt64.bitWidth + place
                let name = outlines[index]
                let onset = sameOnset & 1 << UInt64(place) == 0 ? SoundDistance.lostOnset : 0
                let budget = limit * Float(max(heard.count, name.count)) - onset
                if distance.mayCost(heard.mask, near: near, name.mask, near: name.near, budget) {
                    found.append(index)
                }
                rest &= rest &- 1
            }
        }
    }
}

/// Up to 64 names, each a bit.
private struct SoundBlock: Sendable {
    /// How many sounds a name has, and of which kinds.
    private struct Shape: Equatable {
        let count: Int32
        let vowels: Int32
        let solids: Int32

        init(_ sounds: Sounds) {
            count = Int32(sounds.count)
            vowels = Int32(sounds.vowels)
            solids = Int32(sounds.solids)
        }

        /// In hundredths, what the sounds cost that only one of two has.
        func difference(to other: Shape) -> Int32 {
            abs(vowels &- other.vowels) &* 45 &+ abs(solids &- other.solids) &* 40
        }
    }

    private var shapes: [(shape: Shape, names: UInt64)] = []
    /// By sound: the names that may be heard to begin with it.
    private var beginning = [UInt64](repeating: 0, count: 32)
    /// The names that have it.
    private var having = [UInt64](repeating: 0, count: 32)
    /// The names that have it, or what is taken for it.
    private var near = [UInt64](repeating: 0, count: 32)
    /// Sounds that cost ``SoundDistance/firmCost`` where the other side has none like them.
    private let firm: UInt32

    package init(_ names: ArraySlice<Sounds>, _ distance: SoundDistance) {
        firm = distance.firm
        for (place, sounds) in names.enumerated() {
            let name: UInt64 = 1 << UInt64(place)
            let shape = Shape(sounds)
            if let index = shapes.firstIndex(where: { $0.shape == shape }) {
                shapes[index].names |= name
            } else {
                shapes.append((shape, name))
            }
            let onsets = sounds.count > 0 ? distance.onsets(of: sounds[0]) : 0
            let neighbours = distance.neighbourhood(of: sounds.mask)
            for sound in 0..<32 {
                if onsets >> UInt32(sound) & 1 == 1 { beginning[sound] |= name }
                if sounds.mask >> UInt32(sound) & 1 == 1 { having[sound] |= name }
                if neighbours >> UInt32(sound) & 1 == 1 { self.near[sound] |= name }
            }
        }
    }

    /// The names that number and kinds of their sounds leave possible, and those of the block that begin like `heard`.
    func names(like heard: Sounds, near: UInt32, limit: Float) -> (alike: UInt64, sameOnset: UInt64) {
        let sameOnset = beginning[Int(heard[0] & 31)]
        let (none, few) = strangers(to: heard, near: near)
        // Whole hundredths, rounded up.
        let percent = Int32(limit * 100) &+ 1
        let shape = Shape(heard)
        var alike: UInt64 = 0
        for (other, names) in shapes {
            let difference = shape.difference(to: other)
            let budget = percent &* max(shape.count, other.count)
            guard difference <= budget else { continue }
            alike |= names & sameOnset & affordable(budget, none, few)
            let rest = budget &- 30
            if difference <= rest { alike |= names & ~sameOnset & affordable(rest, none, few) }
        }
        return (alike, sameOnset)
    }

    private func affordable(_ budget: Int32, _ none: UInt64, _ few: UInt64) -> UInt64 {
        budget >= 180 ? ~0 : budget >= 90 ? few : none
    }

    /// The names that share all firm sounds with `heard`, or have something like them; and those with no more than one on either
    /// side that nothing is like.
    private func strangers(to heard: Sounds, near nearby: UInt32) -> (none: UInt64, few: UInt64) {
        var (said, saidTwice): (UInt64, UInt64) = (0, 0)
        var rest = heard.mask & firm
        while rest != 0 {
            let strange = ~near[rest.trailingZeroBitCount]
            saidTwice |= said & strange
            said |= strange
            rest &= rest &- 1
        }
        var (missed, missedTwice): (UInt64, UInt64) = (0, 0)
        rest = firm & ~nearby
        while rest != 0 {
            let strange = having[rest.trailingZeroBitCount]
            missedTwice |= missed & strange
            missed |= strange
            rest &= rest &- 1
        }
        return (~(said | missed), ~(saidTwice | missedTwice))
    }
}
