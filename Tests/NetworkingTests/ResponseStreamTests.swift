import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct ResponseStreamTests {
        private static let events = HTTPResponse(
            status: .ok, headerFields: [.contentType: "text/event-stream"])

        @Test func `server-sent events arrive as they happen, on a connection that lives on`() async throws {
            try await withBench { bench in
                let held = Held<ResponseStream?>(nil)
                let port = try await bench.serve { held.value = $0.stream(Self.events) }
                let client = try RawSocket(port: port)
                client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n")
                let head = client.receive { $0.contains("\r\n\r\n") }.text
                #expect(
                    head.contains("text/event-stream\r\n") && head.contains("transfer-encoding: chunked\r\n"))
                #expect(!head.contains("connection: close") && !head.contains("content-length"))
                for number in 0..<3 {
                    let wasSent = await bench.run { held.value?.write(Array("data: \(number)\n\n".utf8)) }
                    #expect(wasSent == true)
                    let text = client.receive { $0.hasSuffix("\n\n\r\n") }.text
                    #expect(text == "9\r\ndata: \(number)\n\n\r\n")
                }
                await bench.run { held.value?.end() }
                #expect(client.receive { $0.hasSuffix("0\r\n\r\n") }.text == "0\r\n\r\n")
                #expect(await bench.run { held.value?.write([1]) } == false)
                client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }

        @Test func `a stream learns that its reader has left`() async throws {
            try await withBench { bench in
                let left = Recorder<Bool>()
                let held = Held<ResponseStream?>(nil)
                let port = try await bench.serve {
                    let stream = $0.stream(Self.events)
                    stream.onClosed = { left.note(true) }
                    held.value = stream
                }
                do {
                    let client = try RawSocket(port: port)
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                    _ = client.receive { $0.contains("\r\n\r\n") }
                }
                #expect(await left.wait() == [true])
                #expect(await bench.run { held.value?.write([1]) } == false)
            }
        }

        @Test func `a stream to a reader that stands still is bounded`() async throws {
            try await withBench { bench in
                var limits = HTTPServerLimits()
                limits.maxStreamQueuedByteCount = 200_000
                let written = Recorder<Int>()
                let port = try await bench.serve(limits: limits) {
                    let stream = $0.stream(Self.events)
                    var count = 0
                    while stream.write([UInt8](repeating: 10, count: 1_000)) { count += 1_000 }
                    #expect(stream.queuedByteCount <= 200_100)
                    stream.end()
                    written.note(count)
                }
                let client = try RawSocket(port: port)
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                let count = try #require(await written.wait().first)
                #expect(count >= 190_000)
                let body = client.receiveBytes { $0.suffix(7).elementsEqual("\r\n0\r\n\r\n".utf8) }.bytes
                #expect(body.count { $0 == 10 } >= count)
            }
        }

        @Test(arguments: [("HEAD / HTTP/1.1", "\r\n\r\n"), ("GET / HTTP/1.0", "\r\n\r\nab")])
        func `a stream fits its client`(line: String, end: String) async throws {
            try await withBench { bench in
                let port = try await bench.serve {
                    let stream = $0.stream(Self.events)
                    stream.write(Array("ab".utf8))
                    stream.end()
                }
                let client = try RawSocket(port: port)
                client.send("\(line)\r\nHost: a\r\nConnection: close\r\n\r\n")
                let (text, isClosed) = client.receive()
                #expect(text.hasSuffix(end) && isClosed)
            }
        }
    }
}
