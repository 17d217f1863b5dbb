import Foundation
import HTTPTypes
import Networking
import Testing

extension Networked {
    /// WebSockets behind TLS of our own, spoken to by OpenSSL's client, frame by frame.
    @Suite struct TLSWebSocketTests {
        private func withServer(
            _ heard: Recorder<Heard>, limits: WebSocketLimits = WebSocketLimits(),
            _ opened: @escaping @Sendable (WebSocket) -> Void = { _ in },
            _ body: (Bench, Int) async throws -> Void
        ) async throws {
            try await withTLSBench(upgrade: listening(heard, limits: limits, echoes: true, opened)) {
                bench, port, _ in
                try await body(bench, port)
            }
        }

        @Test func `frames that come with the handshake, pings among them, are answered in their order`()
            async throws
        {
            let heard = Recorder<Heard>()
            try await withServer(heard) { _, port in
                let client = try Encrypted(port: port)
                let pings = WireFrame.client(9, Array("one".utf8)) + WireFrame.client(9, Array("two".utf8))
                client.say(Array(WireFrame.upgrade().utf8) + WireFrame.text("early") + pings)
                let answers: [([UInt8], String)] = [
                    ([0x81, 5], "early"), ([0x8A, 3], "one"), ([0x8A, 3], "two"),
                ]
                #expect(client.hears(answers.flatMap { $0.0 + Array($0.1.utf8) }))
                #expect(heard.events == [.text("early")])
            }
        }

        @Test(
            arguments: [
                ([0x82, 1, 65], 1002), (WireFrame.client(1, [0xFF]), 1007),
                (WireFrame.client(2, [UInt8](repeating: 0, count: 100_000)), 1009),
            ] as [([UInt8], Int)])
        func `a violation is told and ends the line`(frame: [UInt8], code: Int) async throws {
            let heard = Recorder<Heard>()
            try await withServer(heard, limits: WebSocketLimits(maxMessageByteCount: 65_536)) { _, port in
                let client = try Encrypted(port: port)
                client.say(Array(WireFrame.upgrade().utf8) + frame)
                #expect(client.hears([UInt8(code >> 8), UInt8(code & 0xFF)]) && client.hearsTheEnd())
                guard case .closed(let closing) = await heard.wait().last else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == code && !closing.byPeer)
            }
        }

        @Test func `both ends of a line say goodbye`() async throws {
            let heard = Recorder<Heard>()
            try await withServer(heard) { _, port in
                let client = try Encrypted(port: port)
                client.say(Array(WireFrame.upgrade().utf8) + WireFrame.close(1012, "again"))
                let answer: [UInt8] = [0x88, 7, 3, 0xF4]
                #expect(client.hears(answer + Array("again".utf8)) && client.hearsTheEnd())
                #expect(await heard.wait() == [.closed(.init(code: 1012, reason: "again", byPeer: true))])
            }
        }

        @Test func `a client that vanishes is reported`() async throws {
            let heard = Recorder<Heard>()
            try await withServer(heard) { _, port in
                let client = try Encrypted(port: port)
                client.say(WireFrame.upgrade())
                #expect(client.hears("101 Switching"))
                client.vanish()
                guard case .closed(let closing) = await heard.wait(atMost: .seconds(10)).first else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1006 && closing.byPeer)
            }
        }

        @Test func `a client that sends much before it reads on gets all of its answers`()
            async throws
        {
            let heard = Recorder<Heard>()
            try await withServer(heard, limits: WebSocketLimits(maxQueuedByteCount: 64 << 20)) {
                bench, port in
                let texts = Recorder<Int>()
                let count = 500
                let client = Held<WebSocket?>(nil)
                let message = String(repeating: "x", count: 40_000)
                await bench.run {
                    let limits = WebSocketLimits(maxQueuedByteCount: 64 << 20)
                    let socket = bench.reactor.connect(.encrypted(port: port, limits: limits))
                    socket.onOpen = { [unowned socket] in socket.send(text: "first") }
                    socket.onText = { [unowned socket] text in
                        texts.note(text.count)
                        guard text.count == 5 else { return }
                        socket.pauseReading()
                        for _ in 0..<count { socket.send(text: message) }
                    }
                    client.value = socket
                }
                #expect(await heard.wait(for: 2, atMost: .seconds(20)).count >= 2)
                await bench.run { client.value?.resumeReading() }
                let all = await texts.wait(for: count + 1, atMost: .seconds(60)).dropFirst()
                #expect(all.count == count && all.allSatisfy { $0 == 40_000 })
                await bench.run { client.value = nil }
            }
        }
    }
}
