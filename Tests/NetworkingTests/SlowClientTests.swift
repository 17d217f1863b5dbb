import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    /// Clients that take their time, or ours.
    @Suite struct SlowClientTests {
        private static var limits: HTTPServerLimits {
            var limits = HTTPServerLimits()
            limits.headTimeout = .milliseconds(200)
            limits.requestTimeout = .milliseconds(400)
            limits.idleTimeout = .milliseconds(200)
            return limits
        }

        /// Sends `drops` one by one, 20 ms apart, until the server has had enough; its answer and when it came.
        private func drip(_ start: String, _ drops: String, port: Int) throws -> (
            text: String, after: Duration
        ) {
            let client = try RawSocket(port: port)
            let begin = ContinuousClock.now
            client.send(start)
            for byte in drops.utf8 {
                client.send([byte])
                let (text, isClosed) = client.receive(atMost: .milliseconds(20))
                if isClosed || !text.isEmpty { return (text, ContinuousClock.now - begin) }
            }
            return (client.receive().text, ContinuousClock.now - begin)
        }

        @Test func `a head that drips is answered 408`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(limits: Self.limits)
                let (text, after) = try drip(
                    "GET / HTTP/1.1\r\n", String(repeating: "x", count: 200), port: port)
                #expect(text.hasPrefix("HTTP/1.1 408 ") && after >= .milliseconds(200) && after < .seconds(2))
            }
        }

        @Test func `a body that drips is answered 408`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(limits: Self.limits)
                let (text, after) = try drip(
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n",
                    String(repeating: "x", count: 200),
                    port: port)
                #expect(text.hasPrefix("HTTP/1.1 408 ") && after >= .milliseconds(400) && after < .seconds(2))
            }
        }

        @Test(arguments: ["", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"])
        func `a connection that says nothing is closed`(before: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve(limits: Self.limits)
                let client = try RawSocket(port: port)
                client.send(before)
                let (text, isClosed) = client.receive(atMost: .seconds(2))
                #expect(isClosed && text.isEmpty == before.isEmpty)
            }
        }

        @Test func `a client that does not read its answer is closed`() async throws {
            try await withBench { bench in
                let gone = Recorder<Bool>()
                let port = try await bench.serve(limits: Self.limits) {
                    $0.respond(.init(status: .ok), body: [UInt8](repeating: 0, count: 30 << 20))
                    gone.note(true)
                }
                let client = try RawSocket(port: port, receiveBuffer: 4_096)
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = await gone.wait()
                try await Task.sleep(for: .seconds(1))
                let (bytes, isClosed) = client.receiveBytes()
                #expect(isClosed && bytes.count < 30 << 20)
            }
        }

        /// 20 ms of audio at 24 kHz, 50 times a second, to somebody who does not read: noticed within 2 s.
        @Test(arguments: [Int32?.none, 2_048])
        func `a reader that stands still is noticed by what the kernel holds`(receiveBuffer: Int32?)
            async throws
        {
            try await withBench { bench in
                let held = Held<WebSocket?>(nil)
                let limits = WebSocketLimits(maxQueuedByteCount: 96_000)
                let opened = Recorder<Bool>()
                let port = try await bench.serve(upgrade: { _ in
                    .accept(limits: limits) {
                        held.value = $0
                        opened.note(true)
                    }
                })
                let client = try RawSocket(port: port, receiveBuffer: receiveBuffer)
                _ = client.upgrade()
                _ = await opened.wait()
                var accepted = 0
                var lastAccepted = ContinuousClock.now
                while ContinuousClock.now - lastAccepted < .milliseconds(300) {
                    let more = await bench.run { () -> Int in
                        let frame = OutboundFrame(capacity: 960, binary: true) { $0.count }
                        return (0..<10).count { _ in held.value?.send(frame) == true }
                    }
                    accepted += more * 960
                    if more > 0 { lastAccepted = .now } else { try await Task.sleep(for: .milliseconds(5)) }
                }
                let queued = await bench.run { held.value?.queuedByteCount ?? 0 }
                #expect(queued > 95_040 && queued <= 97_000, "\(queued)")
                #expect(accepted >= 95_040, "\(accepted)")
                // The peer's own kernel takes some, which no sender can see.
                if receiveBuffer != nil { #expect(accepted < 120_000, "\(accepted)") }
                // When it reads on, all that was accepted arrives, in order, and there is room again.
                let frames = WireFrame.parse(
                    client.receiveBytes { $0.count >= accepted / 960 * 964 }.bytes)
                #expect(frames.count == accepted / 960 && frames.allSatisfy { $0.payload.count == 960 })
                #expect(await holds { await bench.run { held.value?.queuedByteCount == 0 } })
                await bench.run {
                    held.value?.abort()
                    held.value = nil
                }
            }
        }

        @Test func `closing a reader that stands still does not wait for it`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(
                    upgrade: listening(heard, limits: WebSocketLimits(maxQueuedByteCount: 4 << 20)) {
                        socket in
                        while socket.send(capacity: 64_000, binary: true, { $0.count }) {}
                        socket.close(code: 1013, reason: "too slow")
                    })
                let client = try RawSocket(port: port, receiveBuffer: 4_096)
                client.send(WireFrame.upgrade())
                #expect(await heard.wait() == [.closed(.init(code: 1013, reason: "too slow", byPeer: false))])
            }
        }

        @Test func `a paused reader holds its peer back and loses nothing`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let held = Held<WebSocket?>(nil)
                let port = try await bench.serve(
                    upgrade: listening(heard) {
                        held.value = $0
                        $0.pauseReading()
                    })
                let client = try RawSocket(port: port)
                _ = client.upgrade(then: WireFrame.text("one"))
                client.send(WireFrame.text("two"))
                try await Task.sleep(for: .milliseconds(100))
                let before = heard.events.count
                await bench.run { held.value?.resumeReading() }
                #expect(await heard.wait(for: 2) == [.text("one"), .text("two")])
                #expect(before == 0)
                await bench.run { held.value = nil }
            }
        }
    }
}
