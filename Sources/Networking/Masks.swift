import CLibwebsockets

/// Masks that nobody can guess (RFC 6455, section 5.3), 64 at a time: each draw from the kernel is a system call.
struct Masks {
    private var drawn = [UInt32](repeating: 0, count: 64)
    private var left = 0

    mutating func next() -> UInt32 {
        if left == 0 {
            let isDrawn = drawn.withUnsafeMutableBytes { parley_random($0.baseAddress, $0.count) }
            precondition(isDrawn, "the kernel gives no random bytes")
            left = drawn.count
        }
        left -= 1
        return drawn[left]
    }
}
