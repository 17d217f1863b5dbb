import Foundation
import HTTPTypes
import JSONValues
import Networking
import TestMaterial
import Testing

@testable import Service

/// A receiver on a real port: answers with `statuses` in turn, then 200 or what it refuses everything with, and keeps what it got.
actor Receiver: HTTPServerDelegate {
    struct Delivery: Sendable {
        let headers: HTTPFields
        let body: [UInt8]
        let status: Int
        var json: JSON { (try? JSON(parsing: body)) ?? .null }
    }

    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    private var server: HTTPServer?
    private var statuses: [Int]
    private var refusal: Int?
    private(set) var deliveries: [Delivery] = []

    init(on reactor: Reactor, statuses: [Int] = []) {
        self.reactor = reactor
        self.statuses = statuses
    }

    func listen() throws -> String {
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: self)
        self.server = server
        return "http://127.0.0.1:\(server.port)/hook"
    }

    nonisolated func received(_ exchange: HTTPExchange) {
        nonisolated(unsafe) let exchange = exchange
        assumeIsolated { $0.take(exchange) }
    }

    nonisolated func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        .refuse(HTTPResponse(status: .notFound), body: [])
    }

    /// Answers everything with this status; `nil`: accepts from now on.
    func refuse(with status: Int?) { refusal = status }

    private func take(_ exchange: HTTPExchange) {
        let status = statuses.isEmpty ? refusal ?? 200 : statuses.removeFirst()
        deliveries.append(
            Delivery(headers: exchange.request.headerFields, body: exchange.body, status: status))
        var response = HTTPResponse(status: .init(code: status))
        if 300..<400 ~= status { response.headerFields[.location] = "/elsewhere" }
        exchange.respond(response)
    }

    /// Waits until `condition` holds; `false` after five seconds.
    func waits(_ condition: @Sendable ([Delivery]) -> Bool) async -> Bool {
        await holds { condition(deliveries) }
    }
}

@Suite struct CallbackDeliveryTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private func statuses(_ deliveries: [Receiver.Delivery]) -> [String?] {
        deliveries.filter { $0.status == 200 }.map { $0.json["status"]?.stringValue }
    }

    @Test func `an agent's life is told in order, signed, with the participant and the metadata`()
        async throws
    {
        let house = try await House.open(["PARLEY_CALLBACK_SECRET": Self.secret])
        let receiver = Receiver(on: house.reactor)
        let url = try await receiver.listen()
        let join = try await house.ask(
            .post, "/voice/join",
            [
                "room": "standup", "agent": "scout", "callback_url": .string(url),
                "metadata": ["käse": ["日本", 1]],
            ])
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "nova"])
        _ = try await house.ask(.post, "/voice/leave", ["room": "standup", "agent": "scout"])
        #expect(await receiver.waits { $0.count == 3 })
        let deliveries = await receiver.deliveries
        #expect(statuses(deliveries) == ["joining", "joined", "left"], "and nothing about others")
        #expect(Set(deliveries.map { $0.headers[.webhookID] }).count == 3)
        let secret = try #require(WebhookSecret(Self.secret))
        for delivery in deliveries {
            #expect(delivery.json["participant_id"] == join.json["participant_id"])
            #expect(delivery.json["metadata"] == ["käse": ["日本", 1]] && delivery.json["room"] == "standup")
            let id = try #require(delivery.headers[.webhookID])
            let timestamp = try #require(delivery.headers[.webhookTimestamp].flatMap { Int($0) })
            #expect(
                delivery.headers[.webhookSignature]
                    == secret.signature(id: id, timestamp: timestamp, body: delivery.body))
        }
        await house.close()
    }

    @Test func `whoever asks for everything hears it from the room's first event to its last`() async throws {
        let house = try await House.open()
        let receiver = Receiver(on: house.reactor)
        let url = try await receiver.listen()
        _ = try await house.ask(
            .post, "/voice/join",
            ["room": "standup", "agent": "scout", "callback_url": .string(url), "callback_events": ["*"]])
        _ = try await house.ask(.delete, "/rooms/standup")
        #expect(await receiver.waits { $0.last?.json["type"] == "room.closed" })
        let deliveries = await receiver.deliveries
        #expect(deliveries.first?.json["type"] == "room.opened")
        #expect(deliveries.map { $0.json["seq"]?.integerValue } == Array(1...deliveries.count))
        #expect(
            deliveries.allSatisfy { $0.headers[.webhookSignature] == nil },
            "without a secret nothing is signed")
        await house.close()
    }

    @Test(arguments: [500, 302])
    func `a refusal is retried with the same message, and redirects are refusals`(status: Int) async throws {
        let house = try await House.open()
        let receiver = Receiver(on: house.reactor, statuses: [status])
        let url = try await receiver.listen()
        _ = try await house.ask(
            .post, "/voice/join", ["room": "a", "agent": "scout", "callback_url": .string(url)])
        #expect(await receiver.waits { $0.count == 3 })
        let deliveries = await receiver.deliveries
        #expect(deliveries[0].headers[.webhookID] == deliveries[1].headers[.webhookID])
        #expect(deliveries[0].body == deliveries[1].body)
        #expect(statuses(deliveries) == ["joining", "joined"])
        await house.close()
    }

    @Test func `410 ends the callbacks of that participant`() async throws {
        let house = try await House.open()
        let receiver = Receiver(on: house.reactor, statuses: [410])
        let url = try await receiver.listen()
        _ = try await house.ask(
            .post, "/voice/join", ["room": "a", "agent": "scout", "callback_url": .string(url)])
        #expect(await receiver.waits { $0.count == 1 })
        _ = try await house.ask(.post, "/voice/leave", ["room": "a", "agent": "scout"])
        try await Task.sleep(for: .milliseconds(300))
        #expect(await receiver.deliveries.count == 1)
        await house.close()
    }

    @Test func `a name is looked up and judged at the join`() async throws {
        let house = try await House.open()
        let plain = try await house.ask(
            .post, "/voice/join", ["room": "a", "agent": "scout", "callback_url": "http://localhost:1/x"])
        #expect(plain.status == 202, "loopback by name, unencrypted")
        let unknown = try await house.ask(
            .post, "/voice/join",
            ["room": "a", "agent": "nova", "callback_url": "https://no-such-host.invalid/x"])
        #expect(unknown.status == 202, "a name that does not resolve now")
        await house.close()
    }
}
