import Foundation
import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    /// A server that speaks TLS itself, asked by our own client and by OpenSSL's.
    @Suite struct TLSServerTests {
        /// Answers with the body, echoes texts.
        private func withServer(
            limits: HTTPServerLimits = HTTPServerLimits(), _ heard: Recorder<Heard> = Recorder(),
            socketLimits: WebSocketLimits = WebSocketLimits(),
            opened: @escaping @Sendable (WebSocket) -> Void = { _ in },
            _ body: (Bench, Int, Certificates) async throws -> Void
        ) async throws {
            try await withTLSBench(
                limits: limits,
                request: { $0.respond(.init(status: .ok), body: $0.body + Array($0.remoteAddress.utf8)) },
                upgrade: listening(heard, limits: socketLimits, echoes: true, opened), body)
        }

        private func post(_ bench: Bench, _ port: Int, _ body: [UInt8]) async -> Result<
            InboundResponse, NetworkingError
        >? {
            let results = Recorder<Result<InboundResponse, NetworkingError>>()
            await bench.run {
                let request = OutboundRequest(
                    method: .post, url: "https://api.test:\(port)/", body: body, deadline: .seconds(20),
                    connectTo: ResolvedAddress(bytes: [127, 0, 0, 1], port: port))
                _ = bench.reactor.send(request) { results.note($0) }
            }
            return await results.wait(atMost: .seconds(25)).first
        }

        @Test(arguments: [0, 1, 16_384, 65_000])
        func `requests of any size are answered, and know who asks`(count: Int) async throws {
            try await withServer { bench, port, _ in
                let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
                let response = try #require(try await post(bench, port, body)?.get())
                #expect(response.status == 200 && response.body == body + Array("127.0.0.1".utf8))
            }
        }

        @Test func `a body over the limit is refused, and the refusal arrives`() async throws {
            try await withServer { bench, port, _ in
                let client = try Encrypted(port: port)
                client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n")
                #expect(client.hears("HTTP/1.1 413 ") && client.hearsTheEnd())
            }
        }

        @Test func `a WebSocket carries messages of any size both ways`() async throws {
            try await withServer { bench, port, _ in
                let texts = Recorder<String>()
                let message = String(repeating: "abcdefgh", count: 60_000)
                await bench.run {
                    let socket = bench.connect(texts, port)
                    socket.onOpen = { [unowned socket] in
                        socket.send(text: "first")
                        socket.send(text: message)
                    }
                }
                #expect(await texts.wait(for: 2, atMost: .seconds(20)) == ["first", message])
            }
        }

        @Test func `a caller that does not read is seen by what waits for it`() async throws {
            let served = Held<WebSocket?>(nil)
            let isServed = Recorder<Bool>()
            let note: @Sendable (WebSocket) -> Void = {
                served.value = $0
                isServed.note(true)
            }
            try await withServer(opened: note) { bench, port, _ in
                let client = try Encrypted(port: port)
                client.say(WireFrame.upgrade())
                #expect(client.hears("101 Switching"))
                _ = await isServed.wait()
                client.stopReading()
                let accepted = await bench.run {
                    let part = [UInt8](repeating: 7, count: 960)
                    return (0..<2_000).count { _ in
                        part.withUnsafeBytes { served.value?.send(binary: $0) } == true
                    }
                }
                #expect(
                    await holds(within: .seconds(10)) {
                        await bench.run { (served.value?.queuedByteCount ?? 0) > 300_000 }
                    }, "of \(accepted * 960) bytes")
                await bench.run { served.value = nil }
            }
        }

        @Test func `an idle connection costs no time`() async throws {
            try await withServer { bench, port, _ in
                let texts = Recorder<String>()
                await bench.run {
                    let socket = bench.connect(texts, port)
                    socket.onOpen = { [unowned socket] in socket.send(text: "first") }
                }
                #expect(await texts.wait() == ["first"])
                let before = clock()
                try await Task.sleep(for: .seconds(1))
                #expect(Double(clock() - before) / Double(CLOCKS_PER_SEC) < 0.5)
            }
        }

        @Test func `what is no TLS, and TLS that is too old, is cut off`() async throws {
            var limits = HTTPServerLimits()
            limits.headTimeout = .seconds(1)
            try await withServer(limits: limits) { bench, port, _ in
                let plain = try RawSocket(port: port)
                plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(plain.receive(atMost: .seconds(10)).isClosed)
                let silent = try RawSocket(port: port)
                #expect(silent.receive(atMost: .seconds(10)).isClosed)
                let old = try Encrypted(port: port, "-tls1_1", "-cipher", "ALL:@SECLEVEL=0")
                old.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(old.hearsTheEnd() && !old.hears("HTTP/1.1", atMost: .zero))
                #expect(try await post(bench, port, [65])?.get().status == 200)
            }
        }

        @Test func `a new certificate is shown to those who come, and a broken one to nobody`() async throws {
            try await withServer { bench, port, certificates in
                let first = try Encrypted(port: port)
                first.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\none")
                #expect(first.hears("one127.0.0.1"))
                let next = try Certificates(for: "next.test")
                defer { next.remove() }
                try await bench.use(next.served)
                #expect(try Encrypted.subject(port: port).contains("next.test"))
                let broken = ServerCertificate(
                    certificate: certificates.served.certificate, key: next.served.key)
                for unusable in [
                    broken, ServerCertificate(certificate: "/nowhere.pem", key: next.served.key),
                ] {
                    await #expect(throws: NetworkingError.self) { try await bench.use(unusable) }
                }
                #expect(try Encrypted.subject(port: port).contains("next.test"))
                first.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\ntwo")
                #expect(first.hears("two127.0.0.1"), "the connection that stood still stands")
            }
        }
    }

    @Suite struct AddressLimitTests {
        @Test func `an address has so many connections, WebSockets among them, and gets them back`()
            async throws
        {
            var limits = HTTPServerLimits()
            limits.maxConnectionsPerAddress = 2
            limits.limitsThisMachine = true
            try await withBench { bench in
                let port = try await bench.serve(limits: limits, upgrade: listening(Recorder()))
                let line = try RawSocket(port: port)
                line.send(WireFrame.upgrade())
                #expect(line.receive { $0.contains("101 Switching") }.text.contains("101 Switching"))
                var second: RawSocket? = try RawSocket(port: port)
                second?.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(second?.receive { $0.contains("200") }.text.contains("200") == true)
                let third = try RawSocket(port: port)
                let refused = third.receive()
                #expect(refused.isClosed && refused.text.hasPrefix("HTTP/1.1 429 "))
                second = nil
                #expect(
                    await holds(within: .seconds(10)) {
                        guard let again = try? RawSocket(port: port) else { return false }
                        again.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                        return again.receive { $0.contains("HTTP/1.1 ") }.text.hasPrefix("HTTP/1.1 200")
                    })
            }
        }

        @Test func `this machine is not counted unless that is asked for`() async throws {
            var limits = HTTPServerLimits()
            limits.maxConnectionsPerAddress = 1
            try await withBench { bench in
                let port = try await bench.serve(limits: limits)
                let clients = try (0..<5).map { _ in try RawSocket(port: port) }
                for client in clients { client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") }
                for client in clients { #expect(client.receive { $0.contains("200") }.text.contains("200")) }
            }
        }

        @Test(arguments: [(100, "200"), (101, "431")])
        func `a request has a hundred headers at most`(count: Int, status: String) async throws {
            try await withBench { bench in
                let client = try RawSocket(port: try await bench.serve())
                let fields = (1..<count).map { "X-\($0): y\r\n" }.joined()
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 \(status) "))
            }
        }

        @Test func `trailers are bounded`() async throws {
            try await withBench { bench in
                let client = try RawSocket(port: try await bench.serve())
                client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
                for _ in 0..<20 where !client.send("X: \(String(repeating: "y", count: 1_000))\r\n") { break }
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 400 "))
            }
        }

        @Test func `a client that takes a byte now and then is cut off`() async throws {
            var limits = HTTPServerLimits()
            limits.requestTimeout = .seconds(1)
            limits.kernelSendByteCount = 4 << 10
            try await withBench { bench in
                let body = [UInt8](repeating: 65, count: 1 << 20)
                let port = try await bench.serve(limits: limits) {
                    $0.respond(.init(status: .ok), body: body)
                }
                let client = try RawSocket(port: port, receiveBuffer: 2_048)
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                var taken = 0
                let end = ContinuousClock.now + .seconds(30)
                var isClosed = false
                while !isClosed, ContinuousClock.now < end {
                    var part = [UInt8](repeating: 0, count: 512)
                    usleep(100_000)
                    let count = recv(client.descriptor, &part, part.count, 0)
                    isClosed = count <= 0
                    taken += max(0, count)
                }
                #expect(isClosed && taken < body.count / 2, "\(taken) bytes were taken")
            }
        }
    }
}
