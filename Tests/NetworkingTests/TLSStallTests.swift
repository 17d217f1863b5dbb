import Glibc
import HTTPTypes
import TestMaterial
import Testing

@testable import Networking

extension Networked {
    /// Lines by TLS of which one end takes nothing for a while, whatever the other sends.
    @Suite struct TLSStallTests {
        private static let numbers = 0..<UInt8(200)
        /// Ten times what the kernel keeps for a connection within one machine.
        private static let messageByteCount = 250_000

        /// One end of the line; belongs to the reactor, but for what it heard.
        private final class End: @unchecked Sendable {
            let heard = Recorder<UInt8>()
            private(set) var socket: WebSocket?
            private(set) var isOpen = false

            func take(_ socket: WebSocket, isOpen: Bool) {
                self.socket = socket
                self.isOpen = isOpen
                socket.onOpen = { [unowned self] in self.isOpen = true }
                socket.onBinary = { [heard] message in
                    guard let start = message.baseAddress, message.count == messageByteCount else {
                        return heard.note(.max)
                    }
                    // Each byte is like the next one.
                    let isWhole = memcmp(start, start + 1, messageByteCount - 1) == 0
                    heard.note(isWhole ? message[0] : .max)
                }
            }

            /// Messages that are made of their number.
            func sendAll() {
                for number in numbers {
                    let message = [UInt8](repeating: number, count: messageByteCount)
                    message.withUnsafeBytes { _ = socket?.send(binary: $0) }
                }
            }

            var hasHeardAll: Bool { heard.events.count >= numbers.count }
            func end() { socket = nil }
        }

        private func withLine(_ body: (Bench, _ served: End, _ calling: End) async throws -> Void)
            async throws
        {
            let (served, calling) = (End(), End())
            let roomy = WebSocketLimits(maxQueuedByteCount: 128 << 20)
            let accept: @Sendable (HTTPRequest) -> UpgradeDecision = { _ in
                .accept(limits: roomy) { served.take($0, isOpen: true) }
            }
            try await withTLSBench(upgrade: accept) { bench, port, _ in
                await bench.run {
                    calling.take(bench.reactor.connect(.encrypted(port: port, limits: roomy)), isOpen: false)
                }
                #expect(
                    await holds(within: .seconds(20)) { await bench.run { calling.isOpen && served.isOpen } })
                try await body(bench, served, calling)
                await bench.run {
                    served.end()
                    calling.end()
                }
            }
        }

        /// Waits until the end cannot send any more; the turns of the loop in a third of a second after that. Turns, because what share of
        /// a second a spinning thread works is the machine's affair.
        private func turns(_ bench: Bench, whileWaiting end: End) async throws -> Int {
            let isStuck = await holds(within: .seconds(10)) {
                await bench.run { (end.socket?.queuedByteCount ?? 0) > 20_000_000 }
            }
            #expect(isStuck)
            try await Task.sleep(for: .milliseconds(500).patient)
            let before = await bench.run { bench.reactor.loop.turns }
            try await Task.sleep(for: .milliseconds(300))
            return await bench.run { bench.reactor.loop.turns } - before
        }

        @Test(arguments: [true, false])
        func `an end that reads no more makes the other wait, and has everything when it reads on`(
            serverPauses: Bool
        ) async throws {
            try await withLine { bench, served, calling in
                let (silent, busy) = serverPauses ? (served, calling) : (calling, served)
                await bench.run {
                    silent.socket?.pauseReading()
                    busy.sendAll()
                }
                let turns = try await turns(bench, whileWaiting: busy)
                #expect(turns < 200)
                #expect(silent.heard.events.count < 5, "it was handed what it did not want to read")
                await bench.run { silent.socket?.resumeReading() }
                #expect(await holds(within: .seconds(60)) { silent.hasHeardAll })
                #expect(silent.heard.events == Array(Self.numbers))
            }
        }

        @Test func `a caller that sends and never reads keeps no loop busy, and nothing is lost`()
            async throws
        {
            try await withLine { bench, served, calling in
                await bench.run {
                    calling.socket?.pauseReading()
                    served.sendAll()
                }
                _ = try await turns(bench, whileWaiting: served)
                await bench.run { calling.sendAll() }
                let turns = try await turns(bench, whileWaiting: calling)
                #expect(turns < 200)
                await bench.run { calling.socket?.resumeReading() }
                #expect(await holds(within: .seconds(60)) { calling.hasHeardAll && served.hasHeardAll })
                #expect(calling.heard.events == Array(Self.numbers))
                #expect(served.heard.events == Array(Self.numbers))
            }
        }
    }
}
