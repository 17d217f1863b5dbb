import Foundation
import HTTPTypes
import JSONValues
import Networking
import Testing

@testable import Service

/// Real rooms on three reactors, their Realtime server on one of them: what the thread sanitizer is to look at.
@Suite struct SpreadRoomsTests {
    /// 20 ms of a loud voice at 24 kHz.
    private static let voice = [UInt8](repeating: 0x22, count: 960)
    private static let silence = [UInt8](repeating: 0, count: 960)

    @Test func `callers of twelve rooms are heard at once, while others look, join, leave and end`()
        async throws
    {
        let house = try await LiveHouse.open(["PARLEY_REACTORS": "3"], hearing: true)
        let rooms = (1...12).map { "spread-\($0)" }
        for room in rooms {
            let joined = try await house.ask(
                .post, "/voice/join", ["room": .string(room), "agent": "scout"], [.prefer: "wait=10"])
            #expect(joined.status == 200)
        }
        var lines: [Line] = []
        for room in rooms { lines.append(await house.call("/rooms/\(room)/call?identity=ana")) }
        let callers = lines
        #expect(await house.waitUntil { _ in callers.allSatisfy { $0.joined == "ana" } })
        async let looking: Void = look(around: house)
        for frame in 0..<60 {
            await house.say(frame < 20 ? Self.voice : Self.silence, on: callers)
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(
            await house.waitUntil { _ in callers.allSatisfy { $0.types.contains("transcript.final") } })
        try await looking
        for room in rooms.prefix(6) {
            #expect(try await house.ask(.delete, "/rooms/\(room)").status == 204)
        }
        #expect(await house.waitUntil { _ in callers.prefix(6).allSatisfy { $0.closing?.code == 1000 } })
        let left = try await house.ask(.get, "/rooms").json["rooms"]?.arrayValue
        #expect(left?.map { $0["room"]?.stringValue } == Array(rooms.dropFirst(6)))
        await house.reception.drain()
        #expect(await house.waitUntil { _ in callers.allSatisfy { $0.closing != nil } })
        #expect(await house.waitUntil { _ in callers.dropFirst(6).allSatisfy { $0.closing?.code == 1001 } })
        await house.close()
    }

    private func look(around house: LiveHouse) async throws {
        for round in 0..<10 {
            #expect(try await house.ask(.get, "/rooms").status == 200)
            #expect(try await house.ask(.get, "/metrics").status == 200)
            let guest: JSON = ["room": .string("guest-\(round)"), "agent": "nova"]
            #expect(try await house.ask(.post, "/voice/join", guest).status == 202)
            #expect(try await house.ask(.delete, "/rooms/guest-\(round)").status == 204)
        }
    }
}

extension LiveHouse {
    fileprivate func say(_ frame: [UInt8], on lines: [Line]) {
        for line in lines { frame.withUnsafeBytes { _ = line.socket.send(binary: $0) } }
    }
}
