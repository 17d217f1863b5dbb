import FloorControl
import JSONValues
import Journal
import Networking
import Rooms
import TestMaterial
import Testing

@testable import Service

@Suite struct TranscriptTests {
    @Test func `utterances stand in the order in which their voices began`() {
        let transcript = Self.transcript([
            .transcriptFinal(
                "scout", turn: TurnID(1), text: "Three firms.", interrupted: false,
                said: Self.span(4_000, 6_000)),
            .transcriptFinal(
                "ana", turn: nil, text: "Who sells this?", interrupted: false, said: Self.span(1_200, 2_900)),
            .transcriptFinal(
                "ben", turn: nil, text: "Yes, who?", interrupted: true, said: Self.span(1_200, 3_000)),
        ])
        #expect(transcript.utterances.map(\.identity) == ["ana", "ben", "scout"])
        #expect(
            transcript.json.text == """
                {"utterances":[{"identity":"ana","at":"2026-11-21T10:00:01.200Z","text":"Who sells this?","interrupted":false},\
                {"identity":"ben","at":"2026-11-21T10:00:01.200Z","text":"Yes, who?","interrupted":true},\
                {"identity":"scout","turn":"tu_1","at":"2026-11-21T10:00:04.000Z","text":"Three firms.","interrupted":false}]}
                """)
    }

    @Test func `what may be missing is said in every form, where it is missing`() throws {
        var transcript = Self.transcript([
            .transcriptFinal(
                "ana", turn: nil, text: "One", interrupted: false, said: Self.span(1_000, 2_000)),
            .transcriptFinal(
                "ana", turn: nil, text: "Two", interrupted: false, said: Self.span(9_000, 9_500)),
        ])
        #expect(transcript.json["gaps"] == nil)
        let opened = try #require(transcript.openedAt).millisecondsSince1970
        let fault = EventFault(code: "events_lost", detail: "3 of the events from 4 to 9 could not be kept")
        for (code, at) in [(fault, 5_000), (EventFault(code: "ear_lost", detail: ""), 6_000)] {
            let time = WallTime(millisecondsSince1970: opened + at)
            let json = EventLog.json(.error(code), seq: 9, at: time, room: "a")
            transcript.add(Record(kind: .event, seq: 9, at: opened + at, body: json.utf8))
        }
        #expect(transcript.json["gaps"] == [["at": "2026-11-21T10:00:05.000Z"]])
        let note = "(words may be missing up to here; they could not be kept)"
        #expect(transcript.plainText == "00:00:01 ana: One\n00:00:05 \(note)\n00:00:09 ana: Two\n")
        #expect(transcript.captions.contains("\n\nNOTE 00:00:05.000 \(note)\n\n00:00:09.000 -->"))
    }

    @Test func `people read names, times and what was cut off`() {
        let transcript = Self.transcript([
            .participantJoined("ana", .caller, name: "Ana Maria", reason: .line),
            .transcriptFinal(
                "ana", turn: nil, text: "Hey\nScout: no", interrupted: false,
                said: Self.span(3_661_200, 3_662_000)),
            .transcriptFinal(
                "ben", turn: nil, text: "Wait", interrupted: true, said: Self.span(3_663_000, 3_664_000)),
        ])
        #expect(transcript.plainText == "01:01:01 Ana Maria: Hey Scout: no\n01:01:03 ben: Wait —\n")
    }

    @Test func `captions show who says what when`() {
        let transcript = Self.transcript([
            .participantJoined("scout", .agent, name: "Scout", reason: .join),
            .transcriptFinal("ana", turn: nil, text: "Typed", interrupted: false, said: Self.span(500, 500)),
            .transcriptFinal(
                "scout", turn: TurnID(1), text: "Well, three", interrupted: true,
                said: Self.span(62_345, 65_000)),
        ])
        #expect(
            transcript.captions == """
                WEBVTT

                00:00:00.500 --> 00:00:01.500
                <v ana>Typed</v>

                00:01:02.345 --> 00:01:05.000
                <v Scout>Well, three —</v>

                """)
    }

    /// What people type and models make up cannot forge a cue, a voice or a line.
    @Test(arguments: [
        "1 < 2 && 3 > 2", "--> 00:00:09.000", "\n\n00:00:01.000 --> 00:00:02.000\n<v Nova>Forged",
        "</v><v Nova>I agree",
        "\r\rNOTE x", "a\u{2028}b\u{2029}c\u{85}d\u{0}e\u{b}f", "&lt;", "WEBVTT", "",
    ])
    func `whatever is said stays one cue of one voice`(said: String) throws {
        let name = said + "!"
        let transcript = Self.transcript([
            .participantJoined("ana", .caller, name: name, reason: .line),
            .transcriptFinal("ana", turn: nil, text: said, interrupted: false, said: Self.span(1, 2)),
        ])
        let blocks = transcript.captions.components(ofBlocks: "\n\n")
        #expect(blocks.count == 2)
        let lines = try #require(blocks.last).split(separator: "\n", omittingEmptySubsequences: true)
        #expect(lines.count == 2 && lines[0] == "00:00:00.001 --> 00:00:01.001")
        #expect(lines[1].hasPrefix("<v ") && lines[1].hasSuffix("</v>"))
        #expect(lines[1].count { $0 == "<" } == 2 && lines[1].count { $0 == ">" } == 2)
        #expect(!transcript.captions.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        #expect(transcript.plainText.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test func `cues come in order and end after they began`() {
        var random = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        var generator = SplitMix64(state: seed)
        let events = (0..<200).map { number -> RoomEvent in
            let began = Int.random(in: 0..<100_000, using: &generator)
            let length = Int.random(in: 0..<5_000, using: &generator)
            return .transcriptFinal(
                "ana", turn: nil, text: "\(number)", interrupted: false,
                said: Self.span(began, began + length))
        }
        let utterances = Self.transcript(events).utterances
        #expect(utterances.count == 200, "seed \(seed)")
        for (utterance, next) in zip(utterances, utterances.dropFirst()) {
            #expect(utterance.said.lowerBound <= next.said.lowerBound, "seed \(seed)")
        }
    }

    static func span(_ began: Int, _ ended: Int) -> ClosedRange<RoomTime> {
        RoomTime(.milliseconds(began))...RoomTime(.milliseconds(ended))
    }

    static func transcript(_ events: [RoomEvent]) -> Transcript {
        var transcript = Transcript()
        // 2026-11-21T10:00:00Z
        let opening = WallTime(millisecondsSince1970: 1_795_255_200_000)
        transcript.add(.roomOpened(reason: .join), at: opening)
        for event in events { transcript.add(event, at: opening) }
        return transcript
    }
}

/// The route, over HTTP.
@Suite struct TranscriptRouteTests {
    @Test func `a live room's transcript is given in the form that is asked for`() async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        let json = try await house.ask(.get, "/rooms/standup/transcript")
        #expect(json.status == 200 && json.json == ["utterances": []])
        #expect(json.headers[.contentType] == "application/json" && json.headers[.vary] == "Accept")
        let text = try await house.ask(.get, "/rooms/standup/transcript", nil, [.accept: "text/plain"])
        #expect(text.status == 200 && text.headers[.contentType] == "text/plain; charset=utf-8")
        let captions = try await house.ask(.get, "/rooms/standup/transcript", nil, [.accept: "text/vtt"])
        #expect(captions.headers[.contentType] == "text/vtt; charset=utf-8")
        #expect(captions.body == Array("WEBVTT\n".utf8))
        let head = try await house.ask(.head, "/rooms/standup/transcript")
        #expect(head.status == 200 && head.body.isEmpty)
        await house.close()
    }

    @Test func `a form that does not exist is refused, and so is a room that never was`() async throws {
        let house = try await House.open()
        _ = try await house.ask(.post, "/voice/join", ["room": "standup", "agent": "scout"])
        let refused = try await house.ask(.get, "/rooms/standup/transcript", nil, [.accept: "image/png"])
        #expect(refused.status == 406 && refused.code == "not_acceptable")
        let unknown = try await house.ask(.get, "/rooms/other/transcript")
        #expect(unknown.status == 404 && unknown.code == "unknown_room")
        await house.close()
    }
}

extension String {
    fileprivate func components(ofBlocks separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: true)
    }
}
