import FloorControl
import JSONValues
import RoomTesting
import Testing

@testable import Rooms

/// The record of a room's floor: complete, and the same after it was written down. That every simulated room's
/// replays without a difference is an invariant of the simulation (``RoomTesting/Invariant/recordReplays``).
@Suite struct FloorRecordTests {
    static let turn = Turn(
        id: TurnID(7), agent: "ada", reason: .request, why: "“Ja”, sagte er\nund schwieg.",
        handedOverBy: "bob",
        note: "pricing\u{0} & more", isRetry: true)

    static let events: [Floor.Event] = [
        .agentJoined("ada"), .agentLeft("ada"), .agentBecame("ada", available: true),
        .agentBecame("ada", available: false), .agentFailed("ada"), .agentMuted("ada", true),
        .callerLeft("mia"), .speechStarted("mia"), .speechStopped("mia"), .wordsBecameDecisive("mia"),
        .understood("mia", .address(["ada", "bob"], why: "both named"), awaitsMore: true),
        .understood("mia", .domain("ada", why: "her field")), .understood("mia", .everyone(why: "all")),
        .understood("mia", .stay(why: "")), .understood("mia", .stop), .understood("mia", .nobody),
        .understood("mia", .backchannel), .turnRequested(by: "ada", for: "bob", reason: "it \"fits\""),
        .moderatorGave("ada", instructions: nil), .moderatorGave("ada", instructions: "Be brief."),
        .greetingWanted("ada", words: "Hi."), .interruptRequested, .audioStarted(TurnID(1)),
        .turnWaits(TurnID(1), for: .audio), .turnWaits(TurnID(1), for: .tool),
        .turnWaits(TurnID(1), for: .nothing), .turnCompleted(TurnID(2)),
        .turnFailed(TurnID(2), mayRetry: true), .limitReached, .deadlinePassed,
    ]

    static let actions: [Floor.Action] =
        [.grant(turn), .hold(turn), .resume(turn)] + TurnOutcome.allCases.map { .end(turn, $0) }
        + [.answerRequest(by: "ada", for: "bob", .queued(TurnID(8)))]
        + [.notHolder, .notInRoom, .muted, .selfAgain, .alreadyQueued, .queueFull(64), .limit(6)].map {
            .answerRequest(by: "ada", for: "bob", .refused($0))
        }

    @Test func `every kind of input is written down and read back as it was`() throws {
        #expect(Set(Self.events.map(\.word)) == Set(Floor.Event.Word.allCases))
        for event in Self.events {
            let entry = FloorEntry.told(event, at: RoomTime(.nanoseconds(3_000_000_001)), Floor.Decision())
            #expect(try FloorEntry(JSON(parsing: entry.json.utf8)) == entry)
        }
    }

    @Test(arguments: actions)
    func `every decision is written down and read back as it was`(action: Floor.Action) throws {
        let decision = Floor.Decision(
            actions: [action], queue: [TurnID(9), TurnID(8)],
            nextDeadline: RoomTime(Duration(secondsComponent: 5, attosecondsComponent: 1)))
        let entry = FloorEntry.told(.deadlinePassed, at: .zero, decision)
        #expect(try FloorEntry(JSON(parsing: entry.json.utf8)) == entry)
    }

    @Test func `the limits are written down and read back as they were`() throws {
        var settings = FloorSettings()
        settings.firstAudioTimeout = .milliseconds(1)
        settings.silenceTimeout = .milliseconds(2)
        settings.maxTurnLength = .milliseconds(3)
        settings.maxAgentTurns = 4
        settings.maxSelfRequests = 5
        settings.wordsTimeout = .milliseconds(6)
        settings.finalTranscriptTimeout = .milliseconds(7)
        settings.claimTimeout = .milliseconds(8)
        settings.maxQueue = 9
        #expect(try FloorEntry(JSON(parsing: FloorEntry.opened(settings).json.utf8)) == .opened(settings))
    }

    @Test(arguments: [
        (#"{"at":"1"}"#, "input"), (#"{"at":1,"input":{"type":"deadline.passed"}}"#, "at"),
        (#"{"at":"1e3","input":{"type":"deadline.passed"}}"#, "at"),
        (#"{"at":"99999999999","input":{"type":"deadline.passed"}}"#, "at"),
        (#"{"at":"1","input":{"type":"agent.sang"}}"#, "input.type"),
        (#"{"at":"1","input":{"type":"turn.completed","turn":"7"}}"#, "input.turn"),
        (#"{"at":"1","input":{"type":"turn.waits","turn":"tu_7","for":"tea"}}"#, "input.for"),
        (#"{"at":"1","input":{"type":"deadline.passed"},"queue":[1]}"#, "queue"),
        (#"{"at":"1","input":{"type":"deadline.passed"},"decided":[{"type":"shrug"}]}"#, "decided.type"),
        (#"{"format":2,"settings":{}}"#, "format"),
        (#"{"format":1,"settings":{}}"#, "settings.first_audio_timeout"),
    ])
    func `a line that cannot be true is refused with its place`(line: String, place: String) throws {
        let json = try JSON(parsing: line)
        let error = #expect(throws: JSONShapeError.self) { try FloorEntry(json) }
        #expect(error?.path == place)
    }

    @Test(arguments: [
        (Duration.zero, "0"), (.seconds(12), "12"), (.milliseconds(250), "0.25"),
        (.milliseconds(-1_500), "-1.5"),
        (.nanoseconds(1), "0.000000001"),
        (Duration(secondsComponent: 3, attosecondsComponent: 1), "3.000000000000000001"),
    ])
    func `a duration is written to its last digit`(duration: Duration, text: String) {
        #expect(duration.seconds == text)
        #expect(Duration(seconds: text) == duration)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1.2.3", "+1", "1 ", "１", "0.0000000000000000001"])
    func `what is no duration is none`(text: String) {
        #expect(Duration(seconds: text) == nil)
    }

    @Test func `a room writes down its floor's limits first, and then everything the floor is told`() throws {
        let stage = Stage()
        #expect(stage.record.isEmpty)
        stage.call("mia")
        stage.run(for: .seconds(1))
        #expect(stage.record.first == .opened(stage.room.settings.floor))
        var replay = FloorReplay()
        #expect(stage.record.compactMap { replay.replay($0) } == [])
        #expect(replay.count == stage.record.count - 1)
    }
}
