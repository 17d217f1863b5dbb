import Glibc
import HTTPTypes
import Networking
import Testing

extension Networked {
    @Suite struct FramePathTests {
        /// Audio frames there and back through one reactor: four passages through the loop for each.
        @Test func `a frame goes there and back in microseconds`() async throws {
            try await withBench { bench in
                let port = try await bench.serve(upgrade: { _ in
                    .accept(limits: WebSocketLimits()) { socket in
                        socket.onBinary = { [unowned socket] in socket.send(binary: $0) }
                    }
                })
                let rounds = 5_000
                let spent = Recorder<(wall: Duration, processor: Int)>()
                await bench.run {
                    let socket = bench.reactor.connect(WebSocketRequest(url: "ws://127.0.0.1:\(port)/"))
                    let left = Held(rounds)
                    let start = Held((wall: ContinuousClock.now, processor: 0))
                    let next = { [unowned socket] in _ = socket.send(capacity: 960, binary: true) { $0.count }
                    }
                    socket.onOpen = {
                        start.value = (.now, processorMicroseconds())
                        next()
                    }
                    socket.onBinary = { _ in
                        left.value -= 1
                        if left.value > 0 { return next() }
                        let processor = processorMicroseconds() - start.value.processor
                        spent.note((ContinuousClock.now - start.value.wall, processor))
                    }
                }
                let result = try #require(await spent.wait(atMost: .seconds(30)).first)
                let each = Double(result.processor) / Double(rounds)
                print(
                    "a 960-byte frame there and back: \(each) µs of processor, \(result.wall / rounds) in all"
                )
                #expect(each < 1_000)
            }
        }
    }
}

/// What this thread has used of the processor.
private func processorMicroseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
}
