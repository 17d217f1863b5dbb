import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    /// What RFC 6455 forbids a client, over a real connection. Each rule alone: `FrameReaderTests`.
    @Suite struct ViolationTests {
        @Test(
            arguments: [
                ([0x82, 2, 65, 66], 1002), ([0x81, 0], 1002), ([0x89, 1, 65], 1002),
                ([0x88, 2, 3, 0xE8], 1002),
                (Array("GET / HTTP/1.1\r\n\r\n".utf8), 1002), (WireFrame.client(3, []), 1002),
                (WireFrame.client(0, []), 1002), (WireFrame.client(8, [3]), 1002),
                (WireFrame.close(1005), 1002),
                (WireFrame.client(9, [], final: false), 1002), ([0xC1, 0x80, 1, 2, 3, 4], 1002),
                (WireFrame.client(1, [0xED, 0xA0], final: false), 1007),
                (WireFrame.client(8, [3, 0xE8, 0xFF]), 1007),
            ] as [([UInt8], Int)])
        func `a violation ends the line at once, and the client learns why`(frame: [UInt8], code: Int)
            async throws
        {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade(then: WireFrame.text("good"))
                _ = await heard.wait()
                client.send(frame + WireFrame.text("unread"))
                let told = try #require(client.closeFrame())
                #expect(told.code == code && !told.reason.isEmpty)
                #expect(client.receive().isClosed)
                #expect(
                    await heard.wait(for: 2) == [
                        .text("good"), .closed(.init(code: code, reason: told.reason, byPeer: false)),
                    ])
            }
        }

        /// Were the connection closed under it, its machine would throw our close frame away.
        @Test func `a client that goes on sending after its mistake still reads what it was`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(
                    upgrade: listening(heard, limits: WebSocketLimits(maxMessageByteCount: 1_000)))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.client(2, [UInt8](repeating: 0, count: 300_000)))
                for _ in 0..<20 {
                    #expect(client.send([UInt8](repeating: 0, count: 10_000)))
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(client.closeFrame()?.code == 1009)
                guard case .closed(let closing) = await heard.wait().last else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1009 && !closing.byPeer)
            }
        }
    }

    @Suite struct ControlFrameTests {
        @Test func `pings at once are answered each, in their order, before what they stand between`()
            async throws
        {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: listening(Recorder(), echoes: true))
                let client = try RawSocket(port: port)
                let payloads = (0..<30).map { [UInt8](repeating: UInt8($0), count: $0 * 4) }
                let pings = payloads.flatMap { WireFrame.client(9, $0) }
                _ = client.upgrade(then: WireFrame.text("a") + pings + WireFrame.text("b"))
                let frames = client.frames(32)
                #expect(frames.map(\.opcode) == [1] + Array(repeating: 10, count: 30) + [1])
                #expect(frames.dropFirst().dropLast().map(\.payload) == payloads)
            }
        }

        @Test func `who pings and does not read costs little, and gets the latest answer when it reads`()
            async throws
        {
            try await withBench { bench in
                let served = Held<WebSocket?>(nil)
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard) { served.value = $0 })
                let client = try RawSocket(port: port, receiveBuffer: 2_048)
                _ = client.upgrade()
                let ping = WireFrame.client(9, [UInt8](repeating: 1, count: 120))
                let flood = Array(repeating: ping, count: 1_000).flatMap { $0 }
                for _ in 0..<100 { client.send(flood) }
                client.send(WireFrame.client(9, Array("last".utf8)) + WireFrame.text("end"))
                #expect(await heard.wait(atMost: .seconds(20)) == [.text("end")])
                let queued = await bench.run { served.value?.queuedByteCount ?? 0 }
                #expect(queued < 200_000, "\(queued)")
                let bytes = client.receiveBytes(atMost: .seconds(20)) {
                    $0.suffix(4).elementsEqual("last".utf8)
                }.bytes
                let frames = WireFrame.parse(bytes)
                #expect(frames.last?.payload == Array("last".utf8) && frames.allSatisfy { $0.opcode == 10 })
                await bench.run { served.value = nil }
            }
        }

        @Test(arguments: [1000, 1001, 1005, 1011, 1012, 1013, 1014, 3000, 4999])
        func `a client's close code arrives as it is and is said back`(code: Int) async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(code == 1005 ? WireFrame.client(8, []) : WireFrame.close(code, "späť"))
                let (bytes, isClosed) = client.receiveBytes()
                let frames = WireFrame.parse(bytes)
                #expect(isClosed && frames.count == 1 && frames.first?.opcode == 8)
                let said = frames.first?.payload ?? []
                #expect(said.isEmpty == (code == 1005))
                if code != 1005 { #expect(Int(said[0]) << 8 | Int(said[1]) == code) }
                let reason = code == 1005 ? "" : "späť"
                #expect(await heard.wait() == [.closed(.init(code: code, reason: reason, byPeer: true))])
            }
        }

        @Test func `a client that closes while we owe it much gets no more of it`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let served = Held<WebSocket?>(nil)
                let port = try await bench.serve(
                    upgrade: listening(heard, limits: WebSocketLimits(maxQueuedByteCount: 8 << 20)) {
                        served.value = $0
                        while $0.send(capacity: 64_000, binary: true, { $0.count }) {}
                    })
                let client = try RawSocket(port: port, receiveBuffer: 4_096)
                _ = client.upgrade()
                client.send(WireFrame.close(1000))
                #expect(await holds { await bench.run { (served.value?.queuedByteCount ?? 0) < 1 << 20 } })
                await bench.run { served.value = nil }
                let (bytes, isClosed) = client.receiveBytes(atMost: .seconds(20))
                #expect(isClosed && bytes.count < 4 << 20)
                #expect(WireFrame.parse(bytes).last?.opcode == 8)
                #expect(await heard.wait() == [.closed(.init(code: 1000, reason: "", byPeer: true))])
            }
        }

        /// Else the client would be cut off after 3 s. A busy machine may take as long, but hardly thrice.
        @Test func `who has paused reading and closes hears the client's goodbye`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(
                    upgrade: listening(heard) {
                        $0.pauseReading()
                        $0.close(code: 1000, reason: "done")
                    })
                var times: [Duration] = []
                for round in 1...3 where times.allSatisfy({ $0 >= .seconds(3) }) {
                    let client = try RawSocket(port: port)
                    let start = ContinuousClock.now
                    _ = client.upgrade(then: WireFrame.text("unheard"))
                    #expect(client.closeFrame()?.code == 1000)
                    client.send(WireFrame.close(1000))
                    #expect(client.receive().isClosed)
                    let closing = WebSocket.Closing(code: 1000, reason: "done", byPeer: false)
                    #expect(await heard.wait(for: round).last == .closed(closing))
                    times.append(ContinuousClock.now - start)
                }
                #expect(times.contains { $0 < .seconds(3) })
            }
        }

        @Test func `what came with a message whose listener stops reading is heard when it reads on`()
            async throws
        {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let served = Held<WebSocket?>(nil)
                let port = try await bench.serve(
                    upgrade: listening(heard) { socket in
                        served.value = socket
                        socket.onBinary = { [unowned socket] in
                            heard.note(.binary($0.count))
                            socket.pauseReading()
                        }
                    })
                let client = try RawSocket(port: port)
                let frames = (1...3).map { WireFrame.client(2, [UInt8](repeating: 1, count: $0)) }
                _ = client.upgrade(then: frames[0] + frames[1])
                #expect(await heard.wait() == [.binary(1)])
                client.send(frames[2])
                for count in 2...3 {
                    try await Task.sleep(for: .milliseconds(30))
                    #expect(heard.events.count == count - 1)
                    await bench.run { served.value?.resumeReading() }
                    #expect(await heard.wait(for: count).last == .binary(count))
                }
                await bench.run { served.value = nil }
            }
        }
    }
}
