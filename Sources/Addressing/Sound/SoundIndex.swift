/// The names of a roster in outline, so that a stretch of words is compared sound by sound only with the few it can be like.
///
/// A consonant with nothing like it on the other side must be removed, and so must vowels that only one side has: lower
/// bounds of ``SoundDistance`` that take a few instructions a name. What is found is in the order of the names.
struct SoundIndex: Sendable {
    private struct Outline {
        let mask: UInt32
        let near: UInt32
        let count: Int32
        let vowels: Int32
        let solids: Int32
        /// The sound it begins with, and those that may stand for it there.
        let first: UInt32
        let onsets: UInt32

        /// - Parameter isName: what is heard is held against a name's onsets, not the other way round.
        init(_ sounds: Sounds, _ distance: SoundDistance, isName: Bool) {
            mask = sounds.mask
            near = distance.neighbourhood(of: sounds.mask)
            count = Int32(sounds.count)
            vowels = Int32(sounds.vowels)
            solids = Int32(sounds.solids)
            first = sounds.count > 0 ? 1 << UInt32(sounds[0] & 31) : 0
            onsets = isName && sounds.count > 0 ? distance.onsets(of: sounds[0]) : 0
        }
    }

    private let outlines: [Outline]
    private let distance: SoundDistance

    init(_ names: [Sounds], distance: SoundDistance) {
        outlines = names.map { Outline($0, distance, isName: true) }
        self.distance = distance
    }

    /// The indices of the names that may be within `limit` of `heard`, appended to `found`.
    func candidates(of heard: Sounds, limit: Float, into found: inout [Int]) {
        let heard = Outline(heard, distance, isName: false)
        let firm = distance.firm
        // Whole hundredths: the loop runs over every name for every stretch of words.
        let percent = Int32(limit * 100) &+ 1
        outlines.withUnsafeBufferPointer { outlines in
            for index in outlines.indices {
                let name = outlines[index]
                var budget = percent &* max(heard.count, name.count)
                if heard.first & name.onsets == 0 { budget &-= 30 }
                let lengths = abs(heard.vowels &- name.vowels) &* 45 &+ abs(heard.solids &- name.solids) &* 40
                guard lengths <= budget else { continue }
                let (left, right) = (heard.mask & ~name.near & firm, name.mask & ~heard.near & firm)
                if left | right != 0 {
                    let isOne = left & (left &- 1) == 0 && right & (right &- 1) == 0
                    guard isOne ? budget >= 90 : budget >= 180 else { continue }
                }
                found.append(index)
            }
        }
    }
}
