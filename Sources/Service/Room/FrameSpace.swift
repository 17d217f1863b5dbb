/// Memory for the frame that is on its way just now: one for all rooms of a reactor, as only one frame is under way there at
/// a time. Kept so that no frame allocates, and shared so that the next one finds it in the processor's cache.
///
/// Belongs to the reactor's thread; `Sendable` so that rooms can be handed it.
public final class FrameSpace: @unchecked Sendable {
    private var samples: [Int16] = []
    private var bytes: [UInt8] = []

    public init() {}

    /// Lends an empty array. What is done with a frame may lead to another frame, which gets one of its own.
    func withSamples(_ body: (inout [Int16]) -> Void) {
        var lent: [Int16] = []
        swap(&lent, &samples)
        body(&lent)
        lent.removeAll(keepingCapacity: true)
        swap(&lent, &samples)
    }

    /// Lends at least so many bytes, with something in them.
    func withBytes(_ count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
        var lent: [UInt8] = []
        swap(&lent, &bytes)
        if lent.count < count { lent = [UInt8](repeating: 0, count: count) }
        lent.withUnsafeMutableBytes(body)
        swap(&lent, &bytes)
    }
}
