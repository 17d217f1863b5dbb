import Foundation
import Glibc
import Logging
import Testing

@testable import Service

@Suite struct `Where the log goes` {
    private func pipes() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    /// Reads to the end, from now on and on a thread of its own: whoever writes may have to wait for it.
    private func reader(of descriptor: Int32) -> AsyncStream<String> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                var part = [UInt8](repeating: 0, count: 65_536)
                while case let count = read(descriptor, &part, part.count), count > 0 {
                    bytes += part[..<count]
                }
                close(descriptor)
                continuation.yield(String(decoding: bytes, as: UTF8.self))
                continuation.finish()
            }
        }
    }

    @Test func `whoever logs waits for nobody, and what is lost is said once there is room`() async throws {
        let (reading, writing) = try pipes()
        let sink = LogSink(descriptor: writing, capacity: 10_000)
        let line = Array((String(repeating: "x", count: 99) + "\n").utf8)
        // A pipe holds 64 KiB and the sink 10,000 bytes twice, waiting and being written: much is too much.
        for _ in 0..<5_000 { sink.write(line) }
        let reader = reader(of: reading)
        sink.flush()
        close(writing)
        let lines = (await reader.first { _ in true } ?? "").split(separator: "\n")
        let told = lines.filter { $0.hasPrefix("parley: ") }
        let lost = told.compactMap { Int($0.split(separator: " ")[1]) }.reduce(0, +)
        #expect(lost > 0 && lines.count - told.count + lost == 5_000)
    }

    @Test func `a reader that is gone is no reason to wait or to end`() throws {
        signal(SIGPIPE, SIG_IGN)
        let (reading, writing) = try pipes()
        close(reading)
        let sink = LogSink(descriptor: writing)
        sink.write(Array("nobody reads this\n".utf8))
        sink.flush()
        close(writing)
    }

    @Test func `a logger's own metadata, what is provided and the line's come together`() async throws {
        let (reading, writing) = try pipes()
        let sink = LogSink(descriptor: writing)
        var handler = LineLogHandler("parley.test", .human, level: .info, to: sink)
        handler.metadataProvider = Logger.MetadataProvider { ["from": "provider", "room": "?"] }
        let made = handler
        var logger = Logger(label: "parley.test", factory: { _ in made })
        logger[metadataKey: "room"] = "standup"
        logger.debug("not told")
        logger.info("told", metadata: ["turn": "tu_2"])
        sink.flush()
        close(writing)
        let text = await reader(of: reading).first { _ in true } ?? ""
        #expect(text.hasSuffix(" info parley.test: told room=standup turn=tu_2 from=provider\n"))
        #expect(text.split(separator: "\n").count == 1)
    }
}
