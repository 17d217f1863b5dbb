/// 20 ms of sound at 24 kHz that say in their own samples who made them and when: a latency can be measured for every
/// frame, however it was carried, as long as its samples arrive as they were.
///
/// The stamp stands in the first samples, four bits in each, so quiet that a frame of silence is still one.
struct StampedFrame: Equatable {
    static let sampleCount = 480
    static let byteCount = 2 * sampleCount
    static let duration: Duration = .milliseconds(20)
    /// The samples that hold the stamp, two for each of its bytes.
    static let stampByteCount = 4 * stampLength

    enum Maker: UInt8 {
        case caller = 1
        case model = 2
    }
    /// Where a voice begins and ends: the bench's ear hears nothing else.
    enum Edge: UInt8 { case none, voiceBegins, voiceEnds }

    var maker: Maker
    var edge = Edge.none
    /// The caller's number, or the response's.
    var id: UInt32
    /// Nanoseconds of the bench's clock.
    var at: UInt64

    private static let mark: UInt8 = 0xb1
    /// Mark, maker, edge, id, time, check.
    private static let stampLength = 16

    /// The frame as samples, a tone around its stamp if there is a voice.
    func write(into samples: UnsafeMutableBufferPointer<Int16>, isVoiced: Bool) {
        for index in samples.indices { samples[index] = isVoiced ? Int16((index * 37 % 200 - 100) * 20) : 0 }
        for (place, byte) in stamp.enumerated() {
            samples[2 * place] = Int16(byte >> 4)
            samples[2 * place + 1] = Int16(byte & 15)
        }
    }

    /// Reads the first ``stampByteCount`` bytes of a frame, little-endian samples. `nil`: there is no stamp.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.stampByteCount else { return nil }
        var stamp: [UInt8] = []
        stamp.reserveCapacity(Self.stampLength)
        for place in 0..<Self.stampLength {
            let (high, low) = (bytes[4 * place], bytes[4 * place + 2])
            guard high < 16, low < 16, bytes[4 * place + 1] == 0, bytes[4 * place + 3] == 0 else {
                return nil
            }
            stamp.append(high << 4 | low)
            if place == 0, stamp[0] != Self.mark { return nil }
        }
        guard stamp.last == Self.check(stamp.dropLast()), let maker = Maker(rawValue: stamp[1]),
            let edge = Edge(rawValue: stamp[2])
        else { return nil }
        self.init(
            maker: maker, edge: edge, id: UInt32(Self.number(stamp[3..<7])), at: Self.number(stamp[7..<15]))
    }

    init(maker: Maker, edge: Edge = .none, id: UInt32, at: UInt64) {
        self.maker = maker
        self.edge = edge
        self.id = id
        self.at = at
    }

    private var stamp: [UInt8] {
        var bytes = [Self.mark, maker.rawValue, edge.rawValue]
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: id >> shift))
        }
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: at >> shift))
        }
        return bytes + [Self.check(bytes[...])]
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func check(_ bytes: ArraySlice<UInt8>) -> UInt8 { bytes.reduce(0x5a) { $0 &* 31 &+ $1 } }
}
