import Dispatch
import JSONValues
import TestMaterial
import Testing

@testable import Networking
@testable import Service

/// A join names where its callbacks go, and name servers say where that is, or nothing for half a minute.
@Suite struct CallbackNameTests {
    /// Name servers that say nothing until they are let go, and then that the name leads inside.
    private final class SilentNameServers: Sendable {
        private let end = DispatchSemaphore(value: 0)
        private let asked = Guarded(false)
        var isAsked: Bool { asked.withLock { $0 } }

        func answer() -> Result<[ResolvedAddress], NetworkingError> {
            asked.withLock { $0 = true }
            end.wait()
            end.signal()
            return .success([ResolvedAddress(bytes: [10, 0, 0, 7], port: 443)])
        }

        func letGo() { end.signal() }
    }

    private static let sound: JSON = [
        "room": "a", "agent": "scout", "callback_url": "https://hooks.example.com/x",
    ]
    private static let wrong: JSON = [
        "room": "a", "agent": "scout", "callback_url": "https://hooks.example.com/x", "identity": "a b",
        "bogus": 1,
    ]

    private static let hopeless = [
        #"{"room":"a b","agent":"scout","callback_url":"https://hooks.example.com/x"}"#,
        #"{"room":"a","agent":"nobody","callback_url":"https://hooks.example.com/x"}"#,
        #"{"room":"a","agent":"scout","callback_url":"https://hooks.example.com/x","bogus":1}"#,
    ]

    @Test
    func
        `silent name servers hold up no join that is wrong anyway, and a sound one until they count as silent`()
        async throws
    {
        let servers = SilentNameServers()
        let house = try await House.open()
        await house.lookUp { _ in servers.answer() }
        let bodies = [Self.sound] + (try Self.hopeless.map { try JSON(parsing: $0) })
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for body in bodies {
                group.addTask { try await house.ask(.post, "/voice/join", body).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.last == 202, "as they are answered; the name does not resolve now")
        #expect(statuses.dropLast().sorted() == [404, 422, 422])
        servers.letGo()
        await house.close()
    }

    @Test func `a sound join is judged by name servers that are too slow for one that is wrong anyway`()
        async throws
    {
        let servers = SilentNameServers()
        let house = try await House.open()
        await house.lookUp { _ in servers.answer() }
        async let sound = house.ask(.post, "/voice/join", Self.sound)
        #expect(await holds { servers.isAsked })
        let wrong = try await house.ask(.post, "/voice/join", Self.wrong).json["errors"]?.arrayValue
        #expect(wrong?.map { $0["pointer"]?.stringValue } == ["/identity", "/bogus"])
        servers.letGo()
        let errors = try await sound.json["errors"]?.arrayValue
        #expect(errors?.map { $0["pointer"]?.stringValue } == ["/callback_url"])
        await house.close()
    }

    @Test func `one answer names every wrong field, where the name leads among them`() async throws {
        let house = try await House.open()
        await house.lookUp { .success([ResolvedAddress(bytes: [10, 0, 0, 7], port: $0.port)]) }
        let reply = try await house.ask(.post, "/voice/join", Self.wrong)
        let pointers = (reply.json["errors"]?.arrayValue ?? []).map { $0["pointer"]?.stringValue }
        #expect(reply.status == 422 && pointers == ["/callback_url", "/identity", "/bogus"])
        #expect(try await house.ask(.post, "/voice/join", Self.sound).status == 422)
        await house.close()
    }

    @Test
    func `a name that leads elsewhere by the time of a delivery is followed nowhere but where it was judged`()
        async throws
    {
        let house = try await House.open()
        let receiver = Receiver(on: house.reactor)
        let url = try await receiver.listen().replacing("127.0.0.1", with: "rebinding.example.com")
        let count = Guarded(0)
        await house.lookUp { lookup in
            // Harmless at the join, not at the first attempt (though the receiver is there, too), harmless again at the next ones.
            let number = count.withLock { count in
                count += 1
                return count
            }
            return .success([
                ResolvedAddress(bytes: number == 2 ? [0, 0, 0, 0] : [127, 0, 0, 1], port: lookup.port)
            ])
        }
        let join = try await house.ask(
            .post, "/voice/join", ["room": "a", "agent": "scout", "callback_url": .string(url)])
        #expect(join.status == 202)
        #expect(await receiver.waits { $0.count == 2 })
        #expect(count.withLock { $0 } == 4, "one look for the join and one for each attempt, none to connect")
        await house.close()
    }
}

extension House {
    fileprivate func lookUp(
        _ answer: @escaping @Sendable (NameLookup) -> Result<[ResolvedAddress], NetworkingError>
    ) {
        reactor.lookUp = answer
    }
}
