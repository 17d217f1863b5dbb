import FloorControl
import JSONValues
import Rooms
import Testing

@testable import Service

private let moment = WallTime(millisecondsSince1970: 1_795_255_200_123)

@Suite struct EventLogTests {
    @Test(arguments: [
        (RoomEvent.roomOpened(reason: .join), #"{"reason":"join"}"#),
        (
            .participantJoined("ana", .caller, name: "Ana", reason: .line),
            #"{"identity":"ana","kind":"caller","name":"Ana","reason":"line"}"#
        ),
        (
            .agentStatus(
                "scout", participantID: "pa_1", .failed, EventFault(code: "realtime_refused", detail: "401"),
                reason: nil),
            #"{"agent":"scout","participant_id":"pa_1","status":"failed","error":{"code":"realtime_refused","detail":"401"}}"#
        ),
        (
            .agentStatus("scout", participantID: "pa_1", .left, nil, reason: .drain),
            #"{"agent":"scout","participant_id":"pa_1","status":"left","reason":"drain"}"#
        ),
        (.participantHeard("ana", false), #"{"identity":"ana","heard":false}"#),
        (.participantMuted("nova", true), #"{"identity":"nova","muted":true}"#),
        (
            .floorChanged(
                FloorView(
                    holder: "scout", turn: TurnID(1), reason: .address,
                    queue: [.init(agent: "nova", reason: .request, turn: TurnID(2), why: "So.")])),
            #"{"holder":"scout","turn":"tu_1","reason":"address","queue":[{"agent":"nova","reason":"request","turn":"tu_2","why":"So."}]}"#
        ),
        (.floorChanged(FloorView(holder: nil, turn: nil, reason: nil, queue: [])), #"{"queue":[]}"#),
        (.speechStarted("ana"), #"{"identity":"ana"}"#),
        (.transcriptDelta("ana", turn: nil, text: "Hé"), #"{"identity":"ana","text":"Hé"}"#),
        (
            .transcriptFinal(
                "scout", turn: TurnID(3), text: "Well", interrupted: true, said: .zero ... .zero),
            #"{"identity":"scout","turn":"tu_3","text":"Well","interrupted":true,"began_ms":0,"ended_ms":0}"#
        ),
        (
            .turnRequested(from: "scout", to: "nova", reason: "money"),
            #"{"from":"scout","to":"nova","reason":"money"}"#
        ),
        (
            .turnGranted(TurnID(4), agent: "nova", .request, why: "Scout asked for Nova."),
            #"{"turn":"tu_4","agent":"nova","reason":"request","why":"Scout asked for Nova."}"#
        ),
        (
            .turnStarted(TurnID(4), agent: "nova", latency: .microseconds(412_999)),
            #"{"turn":"tu_4","agent":"nova","latency_ms":412}"#
        ),
        (
            .turnEnded(TurnID(4), agent: "nova", .interrupted, heard: .milliseconds(1_240), text: "It is"),
            #"{"turn":"tu_4","agent":"nova","outcome":"interrupted","heard_ms":1240,"text":"It is","usage":{"responses":0,"reported":0,"audio":{"sent_ms":0,"received_ms":0,"heard_ms":0}}}"#
        ),
        (
            .toolCalled("tess", callID: "call_1", name: "lookup", arguments: #"{"id":"7"}"#),
            #"{"agent":"tess","call_id":"call_1","name":"lookup","arguments":"{\"id\":\"7\"}"}"#
        ),
        (
            .toolReturned("tess", callID: "call_1", name: "lookup", ok: false, duration: .seconds(1)),
            #"{"agent":"tess","call_id":"call_1","name":"lookup","ok":false,"duration_ms":1000}"#
        ),
        (.error(EventFault(code: "unknown_type", detail: "no")), #"{"code":"unknown_type","detail":"no"}"#),
    ])
    func `events are written as the contract's table says`(event: RoomEvent, expected: String) {
        #expect(event.fields.text == expected)
    }

    @Test func `the text that is sent is the text of the value`() {
        let log = EventLog(room: "standup")
        let events: [RoomEvent] = [
            .roomOpened(reason: .join), .participantJoined("ana", .caller, name: "“A\\na”\n", reason: .line),
            .floorChanged(FloorView(holder: nil, turn: nil, reason: nil, queue: [])), .recordingStarted,
            .transcriptDelta("ana", turn: nil, text: "Hé"), .error(EventFault(code: "a", detail: "\u{1}")),
        ]
        for event in events {
            let entry = log.append(event, at: moment)
            let value = EventLog.json(event, seq: entry.seq, at: entry.at, room: "standup")
            #expect(entry.utf8 == value.utf8)
        }
    }

    @Test func `the envelope comes first`() {
        let log = EventLog(room: "standup")
        log.append(.roomOpened(reason: .join), at: moment)
        let entry = log.append(.speechStarted("ana"), at: moment)
        #expect(
            String(decoding: entry.utf8, as: UTF8.self)
                == #"{"seq":2,"at":"2026-11-21T10:00:00.123Z","room":"standup","type":"speech.started","identity":"ana"}"#
        )
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (951_868_799_999, "2000-02-29T23:59:59.999Z"),
        (1_709_251_199_001, "2024-02-29T23:59:59.001Z"), (4_102_444_799_999, "2099-12-31T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (1_795_255_200_123, "2026-11-21T10:00:00.123Z"),
    ])
    func `moments are written as RFC 3339`(milliseconds: Int, text: String) {
        #expect(WallTime(millisecondsSince1970: milliseconds).description == text)
    }

    @Test(arguments: [1, 7, 64], [0, 3, 40, 64, 200])
    func `subscribers get what is kept and then what is new, each once`(capacity: Int, before: Int) {
        let log = EventLog(room: "r", capacity: capacity)
        for _ in 0..<before { log.append(.speechStarted("ana")) }
        var replayed: [Int] = []
        var fresh: [Int] = []
        let all = log.subscribe(after: 0) { replayed.append($0.seq) }
        let new = log.subscribe { fresh.append($0.seq) }
        for _ in 0..<10 { log.append(.speechStopped("ana")) }
        #expect(replayed == Array(max(1, before - capacity + 1)...before + 10))
        #expect(fresh == Array(before + 1...before + 10))
        all.cancel()
        new.cancel()
        log.append(.speechStarted("ana"))
        #expect(replayed.last == before + 10 && fresh.last == before + 10)
    }

    @Test func `an event caused by an event comes after it for everybody`() {
        let log = EventLog(room: "r")
        var first: [Int] = []
        var second: [Int] = []
        var late: [Int] = []
        var subscriptions: [EventSubscription] = []
        subscriptions.append(
            log.subscribe { entry in
                first.append(entry.seq)
                guard entry.seq == 1 else { return }
                log.append(.speechStopped("ana"))
                subscriptions.append(log.subscribe(after: 0) { late.append($0.seq) })
            })
        subscriptions.append(log.subscribe { second.append($0.seq) })
        log.append(.speechStarted("ana"))
        #expect(first == [1, 2] && second == [1, 2] && late == [1, 2])
    }

    @Test func `a number from the future waits for it`() {
        let log = EventLog(room: "r")
        for _ in 0..<3 { log.append(.speechStarted("ana")) }
        #expect(log.entries(after: 99).isEmpty && log.entries(after: -5).count == 3)
    }
}
