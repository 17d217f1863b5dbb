import Glibc
import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    @Suite struct WebSocketClientTests {
        /// Of no period that a frame or a mask has.
        private static func bytes(_ count: Int) -> [UInt8] {
            var bytes = (0..<min(count, 1_021)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            while bytes.count < count { bytes += bytes.prefix(count - bytes.count) }
            return bytes
        }

        @Test(arguments: [0, 1, 125, 126, 960, 65_535, 65_536, 1 << 20, 3 << 20])
        func `messages of any size go both ways`(size: Int) async throws {
            try await withBench { bench in
                let limits = WebSocketLimits(maxMessageByteCount: 32 << 20, maxQueuedByteCount: 64 << 20)
                let port = try await bench.serve(upgrade: { _ in
                    .accept(limits: limits) { socket in
                        socket.onBinary = { [unowned socket] in socket.send(binary: $0) }
                    }
                })
                let received = Recorder<[UInt8]>()
                let sent = Self.bytes(size)
                await bench.run {
                    let socket = bench.reactor.connect(
                        WebSocketRequest(url: "ws://localhost:\(port)/echo", limits: limits))
                    socket.onOpen = { [unowned socket] in
                        sent.withUnsafeBytes { _ = socket.send(binary: $0) }
                    }
                    socket.onBinary = { received.note(Array($0)) }
                    socket.onClosed = { Issue.record("\($0)") }
                    socket.onClosed = nil
                }
                #expect(await received.wait(atMost: .seconds(20)) == [sent])
            }
        }

        @Test func `the handshake carries our headers and subprotocols`() async throws {
            try await withBench { bench in
                let seen = Recorder<HTTPRequest>()
                let opened = Recorder<String>()
                let port = try await bench.serve(upgrade: { request in
                    seen.note(request)
                    return .accept(limits: WebSocketLimits()) { _ in }
                })
                await bench.run {
                    var request = WebSocketRequest(
                        url: "ws://127.0.0.1:\(port)/v1/realtime?model=a%20b&x=%2F")
                    request.headers[.authorization] = "Bearer key"
                    request.headers[.init("OpenAI-Beta")!] = "realtime=v1"
                    request.subprotocols = ["realtime", "other"]
                    let socket = bench.reactor.connect(request)
                    socket.onOpen = { [unowned socket] in opened.note(socket.remoteAddress) }
                    socket.onClosed = { opened.note("\($0)") }
                }
                let request = try #require(await seen.wait().first)
                #expect(request.path == "/v1/realtime?model=a%20b&x=%2F")
                #expect(request.authority == "127.0.0.1:\(port)")
                #expect(request.headerFields[.authorization] == "Bearer key")
                #expect(request.headerFields[.init("openai-beta")!] == "realtime=v1")
                #expect(await opened.wait().first == "127.0.0.1")
            }
        }

        /// The handshake's end makes the library forget that a connection is to be killed. So answers lie ready in
        /// one turn of the loop, in which the first socket to open closes the others.
        @Test func `a connection given up during its handshake does not stay open`() async throws {
            final class Sockets: @unchecked Sendable { var all: [WebSocket] = [] }
            let client = try Reactor.start(name: "client")
            try await withBench { bench in
                let events = Recorder<Bool>()
                let ended = Recorder<Int>()
                let sockets = Sockets()
                let port = try await bench.serve(upgrade: { request in
                    if request.path == "/0" { client.post { usleep(200_000) } }
                    return .accept(limits: WebSocketLimits()) { socket in
                        events.note(true)
                        socket.onClosed = { _ in events.note(false) }
                    }
                })
                client.post {
                    for number in 0..<50 {
                        let socket = client.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/\(number)"))
                        socket.onOpen = { for other in sockets.all { other.close(code: 1000, reason: "") } }
                        socket.onClosed = { _ in ended.note(number) }
                        sockets.all.append(socket)
                    }
                }
                #expect(Set(await ended.wait(for: 50)).count == 50)
                let isEven = await holds(within: .seconds(10)) {
                    let (opened, all) = (events.events.count { $0 }, events.events.count)
                    return opened > 0 && all == 2 * opened
                }
                let opened = events.events.count { $0 }
                #expect(isEven, "\(opened) opened, \(events.events.count - opened) closed")
            }
            await client.stop()
        }

        @Test func `both sides learn a close code and its reason`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let closed = Recorder<WebSocket.Closing>()
                let port = try await bench.serve(
                    upgrade: listening(heard) { $0.close(code: 4003, reason: "enough") })
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                    socket.onClosed = { closed.note($0) }
                }
                #expect(await closed.wait() == [.init(code: 4003, reason: "enough", byPeer: true)])
                #expect(await heard.wait() == [.closed(.init(code: 4003, reason: "enough", byPeer: false))])
            }
        }

        @Test(arguments: [1001, 1012, 1013, 1014, 3000, 4999])
        func `a server's close code arrives as it is`(code: Int) async throws {
            try await withBench { bench in
                let closed = Recorder<WebSocket.Closing>()
                let port = try await bench.serve(
                    upgrade: listening(Recorder()) { $0.close(code: code, reason: "too slow") })
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                    socket.onClosed = { closed.note($0) }
                }
                #expect(await closed.wait() == [.init(code: code, reason: "too slow", byPeer: true)])
            }
        }

        @Test(arguments: [
            ("http://127.0.0.1/", "ws://"), ("ws://", "host"), ("ws://a:b/", "no port"),
            ("ws://u@h/", "user"),
            ("ws://nowhere.invalid/", "nowhere.invalid"), ("ws://127.0.0.1:1/", "127.0.0.1:1"),
        ])
        func `what cannot be reached says so`(url: String, words: String) async throws {
            try await withBench { bench in
                let closed = Recorder<WebSocket.Closing>()
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: url))
                    socket.onClosed = { closed.note($0) }
                }
                let closing = try #require(await closed.wait(atMost: .seconds(15)).first)
                #expect(closing.code == 1006 && closing.httpStatus == nil)
                #expect(closing.reason.contains(words), "\(closing.reason)")
            }
        }

        @Test func `a server that says nothing is given up in time`() async throws {
            try await withBench { bench in
                let mute = try MuteListener()
                let closed = Recorder<WebSocket.Closing>()
                let start = ContinuousClock.now
                await bench.run {
                    let request = WebSocketRequest(
                        url: "ws://127.0.0.1:\(mute.port)/", connectTimeout: .milliseconds(200))
                    let socket = bench.reactor.connect(request)
                    socket.onClosed = { closed.note($0) }
                }
                let closing = try #require(await closed.wait().first)
                #expect(closing.reason.contains("did not answer"))
                #expect(ContinuousClock.now - start < .seconds(2))
            }
        }

        @Test(arguments: [false, true])
        func `aborting and closing report once and later`(isOpen: Bool) async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: listening(Recorder()))
                let closed = Recorder<WebSocket.Closing>()
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                    socket.onClosed = { closed.note($0) }
                    let end = { [unowned socket] in
                        socket.abort()
                        socket.close(code: 1000, reason: "")
                        #expect(closed.events.isEmpty)
                        #expect(!socket.send(text: "late"))
                    }
                    if isOpen { socket.onOpen = end } else { end() }
                }
                #expect(await closed.wait().map(\.code) == [1006])
                try await Task.sleep(for: .milliseconds(50))
                #expect(closed.events.count == 1)
            }
        }
    }
}
