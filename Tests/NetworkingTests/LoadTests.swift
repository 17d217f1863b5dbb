import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    @Suite struct LoadTests {
        @Test func `five hundred sockets of one reactor all get their frames`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: listening(Recorder(), echoes: true))
                let open = Recorder<Int>()
                let echoes = Recorder<Int>()
                let sockets = Held<[WebSocket]>([])
                await bench.run {
                    for index in 0..<500 {
                        let socket = bench.reactor.connect(
                            WebSocketRequest(url: "ws://127.0.0.1:\(port)/", connectTimeout: .seconds(30)))
                        socket.onOpen = { open.note(index) }
                        socket.onText = { _ in echoes.note(index) }
                        sockets.value.append(socket)
                    }
                }
                #expect(await open.wait(for: 500, atMost: .seconds(30)).count == 500)
                let frame = OutboundFrame(text: "to everyone")
                for round in 1...3 {
                    await bench.run { for socket in sockets.value { socket.send(frame) } }
                    let heard = await echoes.wait(for: 500 * round, atMost: .seconds(30))
                    #expect(heard.count == 500 * round && Set(heard).count == 500)
                }
                await bench.run { sockets.value = [] }
            }
        }

        /// Sockets that send, requests under way, streams and look-ups, and then the end of it all.
        @Test(arguments: 0..<5)
        func `a reactor stops under load and reports every end once`(round: Int) async throws {
            let bench = try Bench("load")
            let stream = Held<[ResponseStream]>([])
            let port = try await bench.serve(
                request: { exchange in
                    if exchange.request.path == "/stream" {
                        stream.value.append(exchange.stream(.init(status: .ok)))
                    }
                },
                upgrade: listening(Recorder(), echoes: true))
            let ends = Recorder<Int>()
            let peers = try (0..<5).map { _ in try RawSocket(port: port) }
            for peer in peers { peer.send("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n") }
            await bench.run {
                for index in 0..<40 {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                    socket.onOpen = { [unowned socket] in socket.send(text: "go") }
                    socket.onText = { [unowned socket] in socket.send(binary: $0) }
                    socket.onText = { [unowned socket] _ in socket.send(text: "on and on") }
                    socket.onClosed = { _ in ends.note(index) }
                }
                for index in 40..<50 {
                    _ = bench.reactor.send(OutboundRequest(url: "http://127.0.0.1:\(port)/never")) { _ in
                        ends.note(index)
                    }
                }
                bench.reactor.resolve(host: "localhost", port: 1) { _ in ends.note(50) }
            }
            try await Task.sleep(for: .milliseconds(20 * round))
            let start = ContinuousClock.now
            await bench.stop()
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(ends.events.sorted() == Array(0...50))
            for peer in peers { #expect(peer.receive().isClosed) }
            // What is asked of it now is refused, not forgotten.
            await bench.run {
                let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                socket.onClosed = { _ in ends.note(51) }
                _ = bench.reactor.send(OutboundRequest(url: "http://127.0.0.1:\(port)/")) { _ in ends.note(52)
                }
            }
            #expect(await ends.wait(for: 53).suffix(2).sorted() == [51, 52])
        }

        @Test func `a closed server takes nobody and keeps whom it has`() async throws {
            try await withBench { bench in
                let heard = Recorder<Heard>()
                let port = try await bench.serve(upgrade: listening(heard, echoes: true))
                let client = try RawSocket(port: port)
                _ = client.upgrade()
                let other = try RawSocket(port: port)
                other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                _ = other.receive { $0.contains("\r\n\r\n") }
                await bench.closeServer()
                other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                let (text, isClosed) = other.receive()
                #expect(text.hasPrefix("HTTP/1.1 503 ") && isClosed)
                #expect(await holds { (try? RawSocket(port: port)) == nil })
                client.send(WireFrame.text("still here"))
                #expect(client.frames(1).first?.payload == Array("still here".utf8))
            }
        }
    }
}
