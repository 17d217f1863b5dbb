import JSONValues
import Networking
import TestMaterial
import Testing

@testable import Service

@Suite struct RoomLeakTests {
    /// An instrumented build takes as long over fewer.
    private static let count = max(20, 200 / Patience.factor)

    @Test(.timeLimit(.minutes(2 * Patience.factor)))
    func `nothing of two hundred rooms with callers and agents is left when they are closed`() async throws {
        let house = try await LiveHouse.open()
        var witnesses: [Witness] = []
        for number in 0..<Self.count {
            let room = "room-\(number)"
            for agent in ["scout", "nova"] {
                let body: JSON = ["room": .string(room), "agent": .string(agent)]
                let answer = try await house.ask(.post, "/voice/join", body, [.prefer: "wait=30"])
                #expect(answer.status == 200)
            }
            let line = await house.call("/rooms/\(room)/call?identity=ana&rate=16000")
            #expect(await house.waitUntil { _ in line.joined == "ana" })
            witnesses += await house.witnesses(of: room)
            if number.isMultiple(of: 2) {
                #expect(try await house.ask(.delete, "/rooms/\(room)").status == 204)
            } else {
                await house.hangUp(line)
                for agent in ["scout", "nova"] {
                    _ = try await house.ask(
                        .post, "/voice/leave", ["room": .string(room), "agent": .string(agent)])
                }
                _ = try await house.ask(.delete, "/rooms/\(room)")
            }
        }
        #expect(witnesses.count == Self.count * 5)
        let isGone = await house.waitUntil { [witnesses] house in
            house.hosts.allSatisfy { $0.object == nil } && witnesses.allSatisfy(\.isGone)
        }
        let hosts = await house.hosts.count { $0.object != nil }
        #expect(isGone, "\(hosts) rooms and \(witnesses.count { !$0.isGone }) of their objects are left")
        await house.close()
    }
}

/// Notices the end of what belongs to the reactor.
private final class Witness: @unchecked Sendable {
    private weak var object: AnyObject?
    init(_ object: AnyObject) { self.object = object }
    var isGone: Bool { object == nil }
}

extension LiveHouse {
    fileprivate func witnesses(of room: String) -> [Witness] {
        look(into: room) { host in
            host.sessions.values.map { Witness($0) }
                + host.lines.values.flatMap { [Witness($0), Witness($0.socket)] }
        } ?? []
    }

    fileprivate func hangUp(_ line: Line) { line.socket.close(code: 1000, reason: "") }
}
