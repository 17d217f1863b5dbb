/// Masks that nobody can guess (RFC 6455, section 5.3), many at a time: each draw from the kernel is a system call.
struct Masks {
    private var drawn: [UInt32] = []

    mutating func next() -> UInt32 {
        if drawn.isEmpty {
            var generator = SystemRandomNumberGenerator()
            for _ in 0..<32 {
                let pair = generator.next()
                drawn.append(UInt32(truncatingIfNeeded: pair))
                drawn.append(UInt32(truncatingIfNeeded: pair >> 32))
            }
        }
        return drawn.removeLast()
    }
}
