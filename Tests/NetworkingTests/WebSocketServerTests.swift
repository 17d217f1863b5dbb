import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    @Suite struct WebSocketServerTests {
        @Test func `a frame that comes with the handshake is not lost`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard, echoes: true))
                let client = try RawSocket(port: port)
                let head = client.upgrade(then: WireFrame.text("early") + WireFrame.text("bird"))
                #expect(head.hasPrefix("HTTP/1.1 101 "))
                #expect(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
                #expect(await heard.wait(for: 2) == [.text("early"), .text("bird")])
                #expect(
                    client.frames(2).map { String(decoding: $0.payload, as: UTF8.self) } == ["early", "bird"])
            }
        }

        @Test func `a frame that arrives byte by byte is one message`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                for byte in WireFrame.client(2, Array(repeating: 7, count: 960)) { client.send([byte]) }
                #expect(await heard.wait() == [.binary(960)])
            }
        }

        @Test func `fragments with a ping between them are one message`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.text("one ", final: false))
                client.send(WireFrame.client(9, Array("hi".utf8)))
                client.send(WireFrame.client(0, Array("two ".utf8), final: false))
                client.send(WireFrame.client(0, Array("three".utf8)))
                #expect(await heard.wait() == [.text("one two three")])
                let pong = try #require(client.frames(1).first)
                #expect(pong.opcode == 10 && pong.payload == Array("hi".utf8))
            }
        }

        @Test func `an empty message is a message`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard, echoes: true))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.text(""))
                #expect(await heard.wait() == [.text("")])
                let echo = try #require(client.frames(1).first)
                #expect(echo.opcode == 1 && echo.payload.isEmpty)
            }
        }

        @Test(arguments: [false, true])
        func `a message beyond the bound closes with 1009`(isFragmented: Bool) async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let limits = WebSocketLimits(maxMessageByteCount: 65_536)
                let port = try await bench.serve(upgrade: listening(heard, limits: limits))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.client(2, Array(repeating: 0, count: 65_536)))
                #expect(await heard.wait() == [.binary(65_536)])
                if isFragmented {
                    client.send(WireFrame.client(2, Array(repeating: 0, count: 40_000), final: false))
                    client.send(WireFrame.client(0, Array(repeating: 0, count: 40_000)))
                } else {
                    client.send(WireFrame.client(2, Array(repeating: 0, count: 65_537)))
                }
                #expect(client.closeFrame()?.code == 1009)
                client.send(WireFrame.close(1009))
                guard case .closed(let closing) = await heard.wait(for: 2).last else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1009 && !closing.byPeer)
            }
        }

        @Test(arguments: [65_537, 1 << 62])
        func `a frame that announces too much is refused before it comes`(count: Int) async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let limits = WebSocketLimits(maxMessageByteCount: 65_536)
                let port = try await bench.serve(upgrade: listening(heard, limits: limits))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                let length = (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
                client.send([0x82, 0x80 | 127] + length + [1, 2, 3, 4] + [UInt8](repeating: 0, count: 100))
                #expect(client.closeFrame()?.code == 1009)
            }
        }

        @Test func `text that is not UTF-8 closes with 1007`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.client(1, Array("a b c d e ".utf8) + [0xC3, 0x28]))
                #expect(client.closeFrame()?.code == 1007)
            }
        }

        @Test(arguments: [
            (1000, "done"), (1001, "going away"), (1002, ""), (1007, "odd-length PCM"), (1008, "no"),
            (1009, "too much"),
            (1011, "sorry"), (1013, "too slow"), (4001, "own words"),
        ])
        func `we close with a code and a reason`(code: Int, reason: String) async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(
                    upgrade: listening(heard) { $0.close(code: code, reason: reason) })
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                let frame = try #require(client.closeFrame())
                #expect(frame == (code, reason))
                client.send(WireFrame.close(code))
                #expect(await heard.wait() == [.closed(.init(code: code, reason: reason, byPeer: false))])
            }
        }

        /// RFC 6455, section 7.1.1. Were the connection closed under what the peer still sends, its machine would
        /// throw the close frame away, and it would never learn why.
        @Test func `a peer that goes on sending has all the time it needs to read why we close`() async throws
        {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(
                    upgrade: listening(heard) { $0.close(code: 1000, reason: "deleted") })
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                for _ in 0..<20 {
                    #expect(client.send(WireFrame.client(2, Array(repeating: 7, count: 960))))
                    try await Task.sleep(for: .milliseconds(20))
                }
                let frame = try #require(client.closeFrame())
                #expect(frame == (1_000, "deleted"))
                #expect(client.send(WireFrame.client(2, Array(repeating: 7, count: 960))))
                // No longer than that however patient: after 3 s it is cut off.
                #expect(!client.receive(atMost: .milliseconds(300) / Patience.factor).isClosed)
                #expect(heard.events.isEmpty)
                client.send(WireFrame.close(1_000))
                #expect(client.receive().isClosed)
                #expect(await heard.wait() == [.closed(.init(code: 1_000, reason: "deleted", byPeer: false))])
            }
        }

        @Test func `a peer closes with a code and a reason and gets it back`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                client.send(WireFrame.close(4002, "bye"))
                #expect(client.closeFrame()?.code == 4002)
                #expect(await heard.wait() == [.closed(.init(code: 4002, reason: "bye", byPeer: true))])
            }
        }

        @Test func `a peer that vanishes is reported once`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard))
                do {
                    let client = try RawSocket(port: port)
                    _ = client.upgrade()
                }
                _ = await heard.wait()
                try await Task.sleep(for: .milliseconds(50))
                #expect(heard.events.count == 1)
                guard case .closed(let closing) = heard.events.first else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1006 && closing.byPeer)
            }
        }

        @Test func `a close reason is cut between characters`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(
                    upgrade: listening(Recorder()) {
                        $0.close(code: 1000, reason: String(repeating: "é", count: 100))
                    })
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                #expect(client.closeFrame()?.reason == String(repeating: "é", count: 61))
            }
        }

        @Test(arguments: [
            ("", nil), ("Sec-WebSocket-Protocol: realtime\r\n", "realtime"),
            ("Sec-WebSocket-Protocol: openai-insecure-api-key.x, realtime\r\n", "realtime"),
            ("Sec-WebSocket-Protocol: chat\r\n", nil),
        ])
        func `the subprotocol realtime is agreed on when it is offered`(headers: String, agreed: String?)
            async throws
        {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: listening(Recorder()))
                let head = try RawSocket(port: port).upgrade(headers: headers)
                #expect(head.hasPrefix("HTTP/1.1 101 "))
                #expect(head.contains("Sec-WebSocket-Protocol: realtime\r\n") == (agreed != nil))
                #expect(head.contains("Sec-WebSocket-Protocol:") == (agreed != nil))
                #expect(!head.lowercased().contains("permessage-deflate"))
            }
        }

        @Test func `a silent peer is pinged and given up when it does not answer`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let limits = WebSocketLimits(
                    pingInterval: .milliseconds(100), pongTimeout: .milliseconds(250))
                let port = try await bench.serve(upgrade: listening(heard, limits: limits))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                let start = ContinuousClock.now
                let ping = try #require(client.frames(1).first)
                #expect(ping.opcode == 9)
                client.send(WireFrame.client(10, ping.payload))
                #expect(client.frames(1).first?.opcode == 9)
                guard case .closed(let closing) = await heard.wait().first else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1006)
                #expect(ContinuousClock.now - start > .milliseconds(300))
            }
        }
    }
}
