import FloorControl
import JSONValues
import Networking
import Testing

@testable import Service

/// A caller's sound on its way to the ear and to the agent that hears, over real sockets.
@Suite struct HearingTests {
    @Test func `the agent hears what the ear hears, from the beginning of the words to their end`()
        async throws
    {
        let house = try await LiveHouse.open(hearing: true)
        let line = try await house.talk()
        await house.speak(frames: 0..<10, on: line)
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count >= 9_600 })
        // The first 100 ms were before the words.
        await house.earSays(
            #"{"type":"input_audio_buffer.speech_started","event_id":"e3","audio_start_ms":100,"item_id":"i1"}"#
        )
        #expect(await house.waitUntil { $0.sent(to: .agent).sound.count >= 4_800 })
        await house.speak(frames: 10..<20, on: line)
        #expect(await house.waitUntil { $0.sent(to: .agent).sound.count >= 14_400 })
        await house.earSays(
            #"{"type":"input_audio_buffer.speech_stopped","event_id":"e4","audio_end_ms":400,"item_id":"i1"}"#
        )
        #expect(await house.waitUntil { $0.sent(to: .agent).types.last == "response.create" })
        let ear = await house.sent(to: .ear).sound
        let agent = await house.sent(to: .agent)
        // The machine may be slow enough for the line's gaps to be filled with silence.
        #expect(agent.sound.count >= 14_400 && ear.dropFirst(4_800).starts(with: agent.sound))
        #expect(agent.types.suffix(2) == ["input_audio_buffer.commit", "response.create"])
        await house.close()
    }

    /// Not every client sends silence: some send sound only while there is a voice.
    @Test func `words that were said before the ear was ready are heard, though the line sends nothing more`()
        async throws
    {
        let house = try await LiveHouse.open()
        await house.holdEars()
        _ = try await house.ask(
            .post, "/voice/join", ["room": "standup", "agent": "scout"], [.prefer: "wait=30"])
        let line = await house.call("/rooms/standup/call?identity=ana")
        #expect(await house.waitUntil { _ in line.joined == "ana" })
        await house.speak(frames: 0..<25, on: line)
        #expect(
            await house.waitUntil {
                $0.look(into: "standup") { ($0.lines["ana"]?.backlog.count ?? 0) >= 12_000 } == true
            })
        await house.releaseEars()
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count >= 24_000 })
        #expect(await house.waitUntil { _ in line.types.contains("transcript.final") })
        await house.close()
    }

    @Test func `the ear of a quiet line is given four frames at a time, and a voice at once`() async throws {
        let house = try await LiveHouse.open(hearing: true)
        let line = try await house.talk()
        // Half a second after a voice.
        let voice = (0..<480).map { Int16(480 + $0 + 1) }
        let quiet = (0..<37).map { frame in (0..<480).map { Int16(frame + $0 % 290) } }
        await house.send(voice, on: line)
        for samples in quiet[..<25] { await house.send(samples, on: line) }
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count == 26 * 960 })
        let before = await house.sent(to: .ear).types.count
        for samples in quiet[25...] { await house.send(samples, on: line) }
        // Whatever was begun is sent with the voice, before it.
        await house.send(quiet[0], on: line)
        await house.send(voice, on: line)
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count == 40 * 960 })
        // Four, and one more for each event of the room that has sent on what was kept.
        #expect((4...8).contains(await house.sent(to: .ear).types.count - before))
        let whole = ([voice] + quiet + [quiet[0], voice]).flatMap { $0 }
        #expect(await house.sent(to: .ear).sound == whole.withUnsafeBytes { Array($0) })
        await house.close()
    }

    @Test func `an agent that is to read is sent no sound`() async throws {
        let house = try await LiveHouse.open(["PARLEY_AGENT_INPUT": "text"], hearing: true)
        let line = try await house.talk()
        await house.speak(frames: 0..<10, on: line)
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count >= 9_600 })
        await house.earSays(
            #"{"type":"input_audio_buffer.speech_started","event_id":"e3","audio_start_ms":0,"item_id":"i1"}"#
        )
        await house.speak(frames: 10..<20, on: line)
        #expect(await house.waitUntil { $0.sent(to: .ear).sound.count >= 19_200 })
        #expect(await house.sent(to: .agent).sound.isEmpty)
        await house.close()
    }
}

extension LiveHouse {
    /// An agent and a caller whose ear is ready.
    fileprivate func talk() async throws -> Line {
        promptEars()
        _ = try await ask(
            .post, "/voice/join", ["room": "standup", "agent": "scout"], [.prefer: "wait=30"])
        let line = call("/rooms/standup/call?identity=ana")
        // What is said before the ear is ready is kept for it.
        #expect(await waitUntil { _ in line.joined == "ana" })
        return line
    }

    /// 20 ms each, no two of them alike.
    fileprivate func speak(frames: Range<Int>, on line: Line) {
        for frame in frames {
            send((0..<480).map { Int16(frame * 480 + $0 + 1) }, on: line)
        }
    }

    fileprivate func send(_ samples: [Int16], on line: Line) {
        samples.withUnsafeBytes { _ = line.socket.send(binary: $0) }
    }
}
