import Foundation

/// Keeps a second `serve` from a folder in use. The kernel holds it for this process and lets go when that ends,
/// however it ends.
public final class JournalLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``FolderInUse``, or ``JournalUnusable`` when the folder cannot be written to.
    public init(folder: String) throws {
        let path = URL(filePath: folder).appending(path: "serve.lock").path(percentEncoded: false)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw JournalUnusable(path: folder, problem: .noFolder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.text(of: descriptor)
            Glibc.close(descriptor)
            throw FolderInUse(folder: folder, process: Int(holder))
        }
        let text = "\(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    deinit { Glibc.close(descriptor) }

    private static func text(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Another process serves from this folder.
public struct FolderInUse: Error, Equatable, CustomStringConvertible {
    public let folder: String
    /// Its process id, if it could be read.
    public let process: Int?

    public var description: String {
        let who = process.map { "process \($0)" } ?? "another process"
        return "\(folder): \(who) serves from this folder already; end it, or give this one another --data"
    }
}
