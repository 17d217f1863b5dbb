/// Adds voices up. Sums are kept wide and clipped once, on the way out: so the order of voices cannot be
/// heard, and each listener can be given the mix less their own voice.
///
/// Holds one frame; use one mixer again and again with ``reset(sampleCount:)`` and nothing is allocated.
public struct Mixer: Sendable {
    private var sums: [Int32]

    public init(sampleCount: Int) { sums = Array(repeating: 0, count: sampleCount) }

    public var sampleCount: Int { sums.count }

    /// Forgets every voice; the frame is silence again.
    public mutating func reset(sampleCount: Int) {
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: sampleCount))
    }

    /// Adds a voice from sample `start` on. What is longer than the frame is not heard.
    ///
    /// 65,536 voices at full scale fit before the sum itself could overflow.
    public mutating func add(_ voice: Span<Int16>, from start: Int = 0) {
        for index in 0..<max(0, min(voice.count, sums.count - start)) {
            sums[start + index] += Int32(voice[index])
        }
    }

    public mutating func add(_ voice: [Int16], from start: Int = 0) { add(voice.span, from: start) }

    /// Appends the mix, clipped to 16 bits.
    public func mix(into samples: inout [Int16]) {
        samples.append(contentsOf: sums.lazy.map { Int16(clamping: $0) })
    }

    /// Appends the mix as the speaker of `voice` hears it: without themselves. `voice` must have been
    /// added from sample 0.
    public func mix(without voice: Span<Int16>, into samples: inout [Int16]) {
        for (index, sum) in sums.enumerated() {
            samples.append(Int16(clamping: index < voice.count ? sum - Int32(voice[index]) : sum))
        }
    }

    public var samples: [Int16] {
        var samples: [Int16] = []
        mix(into: &samples)
        return samples
    }
}
