import FloorControl
import Rooms
import Testing

@testable import Service

private let examples: [RoomEvent] = [
    .roomOpened(reason: .join), .roomClosed(reason: .deleted),
    .participantJoined("ana", .caller, name: "Ana", reason: .line),
    .participantLeft("ana", .caller, reason: .left),
    .participantMuted("ana", true), .participantHeard("ana", false),
    .agentStatus("scout", participantID: "pa_1", .joined, nil, reason: nil),
    .speechStarted("ana"), .speechStopped("ana"), .transcriptDelta("ana", turn: nil, text: "Hey"),
    .transcriptFinal("ana", turn: nil, text: "Hey", interrupted: false, said: .zero ... .zero),
    .floorChanged(FloorView(holder: nil, turn: nil, reason: nil, queue: [])),
    .turnRequested(from: "scout", to: "nova", reason: "money"),
    .turnGranted(TurnID(1), agent: "nova", .request, why: "Scout asked for Nova."),
    .turnStarted(TurnID(1), agent: "nova", latency: .zero),
    .turnEnded(TurnID(1), agent: "nova", .completed, heard: .zero, text: ""),
    .toolCalled("nova", callID: "c", name: "n", arguments: "{}"),
    .toolReturned("nova", callID: "c", name: "n", ok: true, duration: .zero),
    .contextCondensed("nova", utterances: 9, .summary, tokensBefore: 9_000, tokensAfter: 4_000),
    .limitApproached(LimitState(limit: .turns, used: 8, most: 10)),
    .limitReached(LimitState(limit: .turns, used: 10, most: 10)),
    .recordingStarted, .recordingStopped(reason: .closed),
    .error(EventFault(code: "x", detail: "y")),
]

@Suite struct EventFilterTests {
    @Test(arguments: [
        (["*"], 24), (["limit.*"], 2), (["participant.*"], 4), (["floor.changed"], 1), (["agent.*"], 1),
        (["agent.status"], 1),
        (["turn.*"], 4),
        (["turn.*", "transcript.final"], 5),
        (["room.*", "room.closed"], 2), ([], 0), (["error"], 1),
    ])
    func `patterns match types, prefixes or everything`(patterns: [String], count: Int) throws {
        let filter = try EventFilter(patterns)
        #expect(examples.count { filter.matches($0) } == count)
    }

    @Test(arguments: ["agent", "agnt.*", "ag*", "", ".*", "turn.ende", "*.*", "turn.ended.*", "AGENT.*"])
    func `a pattern that can match nothing is refused by its place`(pattern: String) {
        #expect(throws: EventFilter.Unknown(indices: [1, 3])) {
            try EventFilter(["*", pattern, "agent.*", pattern])
        }
    }

    @Test func `the list of types is the list of events`() {
        #expect(examples.map(\.type) == RoomEvent.types)
    }
}
