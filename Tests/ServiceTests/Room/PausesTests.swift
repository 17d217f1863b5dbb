import Foundation
import Networking
import TestMaterial
import Testing

@testable import Service

/// A voice that comes in frames 20 ms apart is one sound on every line, not a sequence of them.
@Suite struct PausesTests {
    @Test(arguments: ["rate=16000", "rate=8000"])
    func `another caller's voice is not cut at each of its frames`(query: String) async throws {
        let house = try await LiveHouse.open(hearing: true)
        let rate = query == "rate=8000" ? 8_000 : 16_000
        let ana = await house.call("/rooms/standup/call?identity=ana")
        let bob = await house.call("/rooms/standup/call?identity=bob&\(query)")
        #expect(await house.waitUntil { _ in ana.joined != nil && bob.joined != nil })
        let heard = await house.listen(to: bob)
        let voice = tone(500, seconds: 1).chunks(of: 480)
        var stalls = 0
        for frame in voice {
            await house.say(frame, on: ana)
            let sent = ContinuousClock.now
            // As a microphone does: there is nothing more until the next frame.
            try await Task.sleep(for: .milliseconds(20))
            // A machine that stands still makes a pause of its own.
            if ContinuousClock.now - sent > .milliseconds(40) { stalls += 1 }
        }
        #expect(await house.waitUntil { _ in heard.bytes.count >= 50 * rate / 50 * 2 })
        let samples = heard.bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
        let windows = stride(from: rate / 50 * 2, to: samples.count - rate / 10, by: rate / 50).map {
            signalToNoise(of: 500, in: Array(samples[$0..<$0 + rate / 50 * 2]), rate: rate)
        }
        let broken = windows.count { $0 < 40 }
        #expect(broken <= 8 + 4 * stalls, "\(broken) of \(windows.count) windows, \(stalls) stalls")
        await house.close()
    }
}

/// What one line was sent as sound; belongs to the reactor.
private final class Heard: @unchecked Sendable {
    var bytes: [UInt8] = []
}

extension LiveHouse {
    fileprivate func listen(to line: Line) -> Heard {
        let heard = Heard()
        line.socket.onBinary = { heard.bytes += $0 }
        return heard
    }

    fileprivate func say(_ samples: [Int16], on line: Line) {
        samples.withUnsafeBytes { _ = line.socket.send(binary: $0) }
    }
}
