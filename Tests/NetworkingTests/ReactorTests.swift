import HTTPTypes
import Testing

@testable import Networking

extension Networked {
    @Suite struct ReactorTests {
        /// An actor that serves requests itself, from within the socket's callback.
        private actor Desk: HTTPServerDelegate {
            nonisolated let reactor: Reactor
            nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
            private(set) var served = 0
            private var server: HTTPServer?

            init(_ reactor: Reactor) { self.reactor = reactor }

            func open() throws -> Int {
                let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: self)
                self.server = server
                return server.port
            }

            nonisolated func received(_ exchange: HTTPExchange) {
                nonisolated(unsafe) let exchange = exchange
                assumeIsolated { desk in
                    desk.served += 1
                    exchange.respond(.init(status: .ok), body: Array("\(desk.served)".utf8))
                }
            }

            nonisolated func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision
            {
                .accept(limits: WebSocketLimits()) { socket in
                    nonisolated(unsafe) let socket = socket
                    self.assumeIsolated { desk in desk.take(socket) }
                }
            }

            private func take(_ socket: WebSocket) {
                socket.onText = { [unowned socket] _ in
                    self.served += 1
                    socket.send(text: "\(self.served)")
                }
            }
        }

        /// An actor that sets something going, then waits for it.
        private actor Beginner {
            nonisolated let reactor: Reactor
            nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
            private var noted: [String] = []

            init(_ reactor: Reactor) { self.reactor = reactor }

            func wait() async -> [String] {
                reactor.later { self.assumeIsolated { $0.noted.append("it happens") } }
                await beginWaiting()
                return noted
            }

            private func beginWaiting() async {
                await withCheckedContinuation { continuation in
                    noted.append("waiting")
                    continuation.resume()
                }
            }
        }

        @Test func `what an actor sets going cannot happen before the actor waits for it`() async throws {
            let reactor = try Reactor.start(name: "beginner")
            #expect(await Beginner(reactor).wait().first == "waiting")
            await reactor.stop()
        }

        @Test func `a pinned actor runs inside the socket's callback`() async throws {
            let reactor = try Reactor.start(name: "pinned")
            let desk = Desk(reactor)
            let port = try await desk.open()
            let client = try RawSocket(port: port)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.receive { $0.hasSuffix("1") }.text.hasSuffix("\r\n\r\n1"))
            let line = try RawSocket(port: port)
            _ = line.upgrade()
            line.send(WireFrame.text("next"))
            #expect(line.frames(1).first?.payload == Array("2".utf8))
            #expect(await desk.served == 2)
            await reactor.stop()
            // An actor outlives its reactor's loop.
            #expect(await desk.served == 2)
        }

        @Test func `jobs from many threads all run on the reactor, in order for each`() async throws {
            let reactor = try Reactor.start(name: "jobs")
            let noted = Held<[[Int]]>(Array(repeating: [], count: 8))
            await withTaskGroup { group in
                for sender in 0..<8 {
                    group.addTask {
                        for number in 0..<1_000 {
                            reactor.post {
                                #expect(reactor.isCurrent)
                                noted.value[sender].append(number)
                            }
                        }
                    }
                }
            }
            #expect(!reactor.isCurrent)
            await withCheckedContinuation { done in reactor.post { done.resume() } }
            #expect(noted.value == Array(repeating: Array(0..<1_000), count: 8))
            await reactor.stop()
        }

        @Test func `two reactors know each other apart`() async throws {
            let one = try Bench("one")
            let two = try Bench("two")
            #expect(await one.run { one.reactor.isCurrent && !two.reactor.isCurrent })
            let port = try await two.serve()
            let answers = Recorder<Int>()
            await one.run {
                _ = one.reactor.send(OutboundRequest(url: "http://127.0.0.1:\(port)/")) {
                    if case .success(let response) = $0 { answers.note(response.status) }
                }
            }
            #expect(await answers.wait() == [200])
            await one.stop()
            await two.stop()
        }

        @Test func `a certificate file that cannot be read is named`() {
            let missing = "/nowhere/certificates.pem"
            #expect {
                try Reactor.start(name: "x", options: .init(trustedCertificates: missing))
            } throws: { "\($0)".contains(missing) }
        }

        @Test func `many names are looked up by few threads`() async throws {
            try await withBench { bench in
                let found = Recorder<Int>()
                let threads = await bench.run {
                    for port in 1...300 {
                        bench.reactor.resolve(host: "localhost", port: port) { _ in found.note(port) }
                    }
                    return bench.reactor.lookupThreadCount
                }
                #expect(threads == Reactor.maxLookupThreads)
                #expect(await found.wait(for: 300).sorted() == Array(1...300))
            }
        }

        @Test func `a name is looked up off the loop and a number at once`() async throws {
            try await withBench { bench in
                let found = Recorder<[ResolvedAddress]>()
                await bench.run {
                    bench.reactor.resolve(host: "localhost", port: 80) { found.note((try? $0.get()) ?? []) }
                    bench.reactor.resolve(host: "::1", port: 443) { found.note((try? $0.get()) ?? []) }
                    #expect(found.events.isEmpty)
                }
                let answers = await found.wait(for: 2).flatMap { $0 }
                #expect(answers.contains(ResolvedAddress(bytes: [127, 0, 0, 1], port: 80)))
                #expect(answers.map(\.description).contains("[::1]:443"))
            }
        }
    }
}
