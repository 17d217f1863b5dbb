import HTTPTypes
import TestMaterial
import Testing

@testable import Networking

/// A loop that makes the library's part when somebody first needs it.
extension Networked {
    @Suite struct LateLibraryTests {
        private static var lazy: Reactor.Options {
            var options = Reactor.Options()
            options.isLazy = true
            return options
        }

        private func send(
            _ count: Int, to port: Int, on bench: Bench
        ) async -> Recorder<Result<InboundResponse, NetworkingError>> {
            let results = Recorder<Result<InboundResponse, NetworkingError>>()
            await bench.run {
                for _ in 0..<count {
                    let request = OutboundRequest(method: .get, url: "http://127.0.0.1:\(port)/")
                    _ = bench.reactor.send(request) { results.note($0) }
                }
            }
            return results
        }

        @Test func `nothing of the library is made before somebody connects, and then once for all`()
            async throws
        {
            try await withBench(options: Self.lazy) { bench in
                let port = try await bench.serve()
                let client = try RawSocket(port: port)
                client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                #expect(client.receive { $0.contains("200") }.text.contains("200"))
                #expect(await bench.run { bench.reactor.loop.context == nil })
                let results = await send(5, to: port, on: bench).wait(for: 5, atMost: .seconds(30))
                #expect(try results.map { try $0.get().status } == [200, 200, 200, 200, 200])
                let context = await bench.run { Int(bitPattern: bench.reactor.loop.context) }
                #expect(context != 0)
                let calls = Recorder<String>()
                await bench.run {
                    bench.reactor.loop.withLibrary(on: bench.reactor) { calls.note("there") }
                    calls.note("after")
                }
                #expect(await calls.wait(for: 2) == ["there", "after"], "not made a second time")
                #expect(await bench.run { Int(bitPattern: bench.reactor.loop.context) } == context)
            }
        }

        @Test func `who waits for it while the reactor stops is told, and nothing of it stays`() async throws
        {
            var loop = try await loopOfAReactorThatStops()
            // The library is made on a thread of its own, which comes back when it likes.
            #expect(await holds(within: .seconds(30)) { isKnownUniquelyReferenced(&loop) })
            #expect(loop.context == nil)
        }

        private func loopOfAReactorThatStops() async throws -> EventLoop {
            let bench = try Bench(options: Self.lazy)
            let port = try await bench.serve()
            let results = await send(1, to: port, on: bench)
            await bench.stop()
            let result = try #require(await results.wait(for: 1, atMost: .seconds(30)).first)
            if case .failure(let error) = result { #expect(error == .stopped) }
            return bench.reactor.loop
        }
    }
}
