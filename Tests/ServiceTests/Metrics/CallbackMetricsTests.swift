import HTTPTypes
import JSONValues
import Networking
import TestMaterial
import Testing

@testable import Service

/// How long receivers are kept waiting, and how long they keep others waiting, as `GET /metrics` tells it.
@Suite struct CallbackMetricsTests {
    /// The value of a sample without labels.
    private func value(_ name: String, in house: House) async throws -> Double? {
        let text = String(decoding: try await house.ask(.get, "/metrics").body, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
        return line.flatMap { Double($0.dropFirst(name.count + 1)) }
    }

    /// Waits until it does; `false` after half a minute: a pause between attempts may be as long as all those before it.
    private func holds(
        _ name: String, in house: House, _ condition: (Double) -> Bool
    ) async throws -> Bool {
        try await TestMaterial.holds(within: .seconds(30)) {
            try await value(name, in: house).map(condition) == true
        }
    }

    @Test func `what is not accepted is counted with its age until it is, and then its age is kept`()
        async throws
    {
        let house = try await House.open()
        #expect(try await value("parley_callbacks_waiting", in: house) == 0)
        #expect(try await value("parley_callback_oldest_seconds", in: house) == 0)
        #expect(try await value("parley_callback_age_seconds_count", in: house) == 0)
        let receiver = Receiver(on: house.reactor)
        await receiver.refuse(with: 503)
        let url = try await receiver.listen()
        _ = try await house.ask(
            .post, "/voice/join", ["room": "a", "agent": "scout", "callback_url": .string(url)])
        // Refused for as long as it takes to be seen, however slow the machine is.
        #expect(await receiver.waits { !$0.isEmpty })
        #expect(try await holds("parley_callbacks_waiting", in: house) { $0 == 1 })
        #expect(try await holds("parley_callback_oldest_seconds", in: house) { $0 > 0.8 })
        #expect(try await value("parley_callback_age_seconds_count", in: house) == 0)
        // Another one waits, too, and not yet for as long.
        _ = try await house.ask(
            .post, "/voice/join", ["room": "b", "agent": "scout", "callback_url": .string(url)])
        #expect(try await holds("parley_callbacks_waiting", in: house) { $0 == 2 })
        #expect(try await value("parley_callback_oldest_seconds", in: house).map { $0 > 0.8 } == true)
        await receiver.refuse(with: nil)
        #expect(try await holds("parley_callback_age_seconds_count", in: house) { $0 == 4 })
        #expect(
            try await holds("parley_callback_age_seconds_sum", in: house) { $0 >= 1.6 },
            "two waited for an attempt after the one that was seen to fail")
        #expect(try await holds("parley_callbacks_waiting", in: house) { $0 == 0 })
        #expect(try await value("parley_callback_oldest_seconds", in: house) == 0)
        await house.close()
    }
}
