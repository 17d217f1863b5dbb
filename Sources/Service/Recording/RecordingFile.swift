import Audio
import Glibc

/// One WAV of a recording on the disk: what is silent is a hole in it, and its header is always true of what is there.
final class RecordingFile {
    private let descriptor: Int32

    static let rate = SampleRate.hz24000

    /// A file without samples, which plays already.
    init(creating path: String) throws(DiskError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw DiskError(errno) }
        try extend(to: 0)
    }

    init(mending path: String) throws(DiskError) {
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError(errno) }
    }

    deinit { Glibc.close(descriptor) }

    /// - Parameter start: in samples since the room opened.
    func write(_ samples: [Int16], at start: Int) throws(DiskError) {
        var bytes: [UInt8] = []
        PCMFormat.pcm16(Self.rate).encode(samples.span, into: &bytes)
        try write(bytes, at: WAVWriter.headerByteCount + 2 * start)
    }

    /// From here on the file is so many samples long; what was not written is silence.
    ///
    /// The samples first, then the header: whenever the process is killed, it does not promise too much.
    func extend(to sampleCount: Int) throws(DiskError) {
        guard ftruncate(descriptor, WAVWriter.headerByteCount + 2 * sampleCount) == 0 else {
            throw DiskError(errno)
        }
        try write(WAVWriter(rate: Self.rate).header(sampleCount: sampleCount), at: 0)
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws(DiskError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(
                    descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written, offset + written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw DiskError(count < 0 ? errno : ENOSPC) }
            written += count
        }
    }
}

/// What the disk says when it cannot; in the system's words, without a path.
struct DiskError: Error, Equatable, CustomStringConvertible {
    let code: Int32
    init(_ code: Int32) { self.code = code }
    var description: String { String(cString: strerror(code)) }
}
