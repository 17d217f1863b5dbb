import HTTPTypes
import JSONValues
import Networking
import Realtime
import Testing

@testable import Service

/// What vendors' servers get over real sockets: where the key is, what the query says, how the session is written.
@Suite struct VendorWireTests {
    /// An agent and a caller on a server of this kind.
    private func house(_ server: ServerProfile) async throws -> (LiveHouse, Line) {
        let house = try await LiveHouse.open(server: server)
        await house.promptEars()
        _ = try await house.ask(
            .post, "/voice/join", ["room": "standup", "agent": "scout"], [.prefer: "wait=30"])
        let line = await house.call("/rooms/standup/call?identity=ana")
        // The agent's session may be updated a second time before the ear knocks.
        #expect(
            await house.waitUntil {
                $0.handshakes.count >= 2 && $0.sessions.count >= 2 && line.joined == "ana"
            })
        return (house, line)
    }

    @Test(arguments: [
        (ServerProfile.generic, HTTPField.Name.authorization, "Bearer k"),
        (.inworld, .authorization, "Basic k"),
        (.azure, HTTPField.Name("api-key") ?? .cookie, "k"),
    ])
    func `every session brings the key as its server wants it`(
        server: ServerProfile, header: HTTPField.Name, value: String
    ) async throws {
        let (house, _) = try await house(server)
        let values = await house.handshakes.map { $0.headerFields[header] }
        #expect(values == [value, value])
        await house.close()
    }

    @Test func `the second server of a list is sent its own key, never the first one's`() async throws {
        let house = try await LiveHouse.open(server: .generic, keys: ["first", "second"])
        await house.refuseSessions()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        #expect(await house.waitUntil { $0.handshakes.count >= 2 })
        let values = await house.handshakes.prefix(2).map { $0.headerFields[.authorization] }
        #expect(values == ["Bearer first", "Bearer second"])
        await house.close()
    }

    @Test(arguments: [
        (ServerProfile.generic, ["/v1/realtime?model=any", "/v1/realtime?intent=transcription"]),
        (.xai, ["/v1/realtime?model=any", "/v1/realtime?model=any"]),
    ])
    func `an ear is asked for as the server knows it`(server: ServerProfile, paths: [String]) async throws {
        let (house, _) = try await house(server)
        #expect(await house.handshakes.map(\.path) == paths)
        await house.close()
    }

    @Test func `a session that is named by the client has a name of its own, and its model in it`()
        async throws
    {
        let (house, _) = try await house(.inworld)
        let paths = await house.handshakes.compactMap(\.path)
        #expect(
            paths.allSatisfy {
                $0.hasPrefix("/v1/realtime?key=parley-") && $0.hasSuffix("&protocol=realtime")
            })
        #expect(Set(paths).count == 2)
        #expect(await house.sessions.allSatisfy { $0["model"] == "any" })
        await house.close()
    }

    @Test func `a server that takes 16 kHz is sent 16 kHz`() async throws {
        let (house, line) = try await house(.qwen)
        #expect(await house.sessions.allSatisfy { $0["input_audio_format"] == "pcm" && $0["audio"] == nil })
        await house.hum(milliseconds: 400, on: line)
        // The resampler holds back less than a frame.
        #expect(await house.waitUntil { $0.sent(to: .agent).sound.count >= 380 * 32 })
        // Silence fills the line's gaps on a slow machine; what was said is there once, at its pitch.
        let sound = await house.sent(to: .agent).sound
        let crossings = crossings(of: sound)
        #expect((crossings - 2 * 400).magnitude <= 40, "\(crossings) sign changes")
        await house.close()
    }

    private func crossings(of sound: [UInt8]) -> Int {
        let samples = stride(from: 0, to: sound.count - 1, by: 2).map {
            Int16(truncatingIfNeeded: Int(sound[$0]) | Int(sound[$0 + 1]) << 8)
        }.filter { abs(Int($0)) > 500 }
        return zip(samples, samples.dropFirst()).count { ($0 < 0) != ($1 < 0) }
    }
}

extension LiveHouse {
    /// A tone of 1 kHz.
    fileprivate func hum(milliseconds: Int, on line: Line) {
        let wave = (0..<24).map { Int16(8_000 * ($0 < 12 ? 1 : -1)) }
        for _ in 0..<milliseconds / 20 {
            let frame = (0..<480).map { wave[$0 % 24] }
            frame.withUnsafeBytes { _ = line.socket.send(binary: $0) }
        }
    }
}
