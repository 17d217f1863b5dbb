import Glibc
import TestMaterial

/// A TCP client that says exactly what a test wants it to say, and nothing else.
final class RawSocket: Sendable {
    let descriptor: Int32

    /// - Parameter receiveBuffer: bytes the kernel may hold for us, for a peer that reads slowly.
    init(port: Int, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, 4)
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                connect(descriptor, $0.baseAddress!, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(what: "connect: \(String(cString: strerror(errno)))") }
    }

    struct Failure: Error { var what: String }

    deinit { close(descriptor) }

    /// Sends all of it; false when the peer does not take it any more.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// One byte, so that nothing behind it is taken.
    func receiveOne(atMost limit: Duration = .seconds(5)) -> (byte: UInt8?, isClosed: Bool) {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, Int32(limit.patient.components.seconds * 1_000)) > 0 else {
            return (nil, false)
        }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, 0) == 1 ? (byte, false) : (nil, true)
    }

    /// What has arrived when `isEnough` says so, when the peer has closed, or when `limit` has passed.
    func receive(
        atMost limit: Duration = .seconds(5), until isEnough: (String) -> Bool = { _ in false }
    ) -> (text: String, isClosed: Bool) {
        let (bytes, isClosed) = receiveBytes(atMost: limit) { isEnough(String(decoding: $0, as: UTF8.self)) }
        return (String(decoding: bytes, as: UTF8.self), isClosed)
    }

    func receiveBytes(
        atMost limit: Duration = .seconds(5), until isEnough: ([UInt8]) -> Bool = { _ in false }
    ) -> (bytes: [UInt8], isClosed: Bool) {
        var bytes: [UInt8] = []
        let end = ContinuousClock.now + limit.patient
        while !isEnough(bytes) {
            let left = end - ContinuousClock.now
            guard left > .zero else { return (bytes, false) }
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let wait = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
            guard poll(&poller, 1, Int32(wait) + 1) > 0 else { continue }
            var part = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &part, part.count, 0)
            guard count > 0 else { return (bytes, true) }
            bytes += part[..<count]
        }
        return (bytes, false)
    }
}

extension String {
    /// How often `part` occurs.
    func count(of part: String) -> Int { components(separatedBy: part) - 1 }

    private func components(separatedBy part: String) -> Int {
        var count = 1
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
