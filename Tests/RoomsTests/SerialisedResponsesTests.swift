import FloorControl
import Realtime
import RoomTesting
import Rooms
import Testing

/// One response at a time per session, whatever its server says meanwhile.
@Suite struct SerialisedResponsesTests {
    private func speaking(_ script: Script = Script("one two three four", .seconds(2))) -> Stage {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", script)
        stage.say("ana", "Hey Scout, count.")
        stage.run(untilHeard: "scout", .milliseconds(500))
        return stage
    }

    @Test(arguments: [
        "response_cancel_not_active", "conversation_already_has_active_response",
        "item_truncate_invalid_item_id", "item_delete_invalid_item_id", "unsupported_content_type",
    ])
    func `an error that only says that something came too late changes nothing and is told to nobody`(
        code: String
    ) throws {
        let stage = speaking()
        let link = try #require(stage.peer("scout")).link
        let error = ErrorDetail(type: "invalid_request_error", code: code, message: "too late")
        stage.handle(.linkReceived(link, .error(error)))
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.faults() == [])
        #expect(stage.runs(heardBy: "ana") == [Sound.Run(agent: 0, first: 0, count: 48_000)])
    }

    @Test func `a truncate that was too long is no news`() throws {
        let stage = speaking()
        let link = try #require(stage.peer("scout")).link
        let message = "Audio content of 900ms is already shorter than 1000ms"
        let error = ErrorDetail(type: "invalid_request_error", message: message)
        stage.handle(.linkReceived(link, .error(error)))
        stage.finish()
        #expect(stage.faults() == [])
    }

    @Test func `a turn that meets a response nobody asked for waits for its end and loses nothing`() {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("", fault: .isBusy), Script("Here I am."))
        stage.say("ana", "Hey Scout, hello.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.grants == ["scout/address"])
        #expect(stage.requests("scout").count == 2)
        #expect(stage.faults() == [])
    }

    @Test func `a moderator's instructions are not lost when their response is postponed`() throws {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("", fault: .isBusy), Script("Here I am."))
        stage.handle(.moderatorGave("scout", instructions: "Introduce yourself."))
        stage.finish()
        let request = try #require(stage.requests("scout").last)
        #expect(request.parameters.instructions?.contains("Introduce yourself.") == true)
        #expect(stage.endings == ["scout completed"])
    }

    /// The room may not cut at more than it was given, whatever players claim.
    @Test func `a truncate never reaches beyond the sound that was received`() throws {
        let stage = speaking(Script("one two three four", .seconds(4)).with { $0.speed = 1 })
        let turn = try #require(stage.room.view.turn)
        stage.handle(.positionReported(by: "ana", turn, .seconds(60)))
        stage.say("ana", "No wait. Scout, what is it?")
        stage.finish()
        let cuts: [Duration] = stage.sent("scout").compactMap {
            if case .itemTruncate(_, _, let end) = $0 { end } else { nil }
        }
        #expect(cuts.count == 1)
        #expect(cuts.allSatisfy { $0 <= .milliseconds(1_500) }, "\(cuts)")
    }

    @Test func `items of one response may overlap`() {
        let stage = Stage(agents: [Cast.scout])
        let script = Script("one two three four", .seconds(2), fault: .twoItemsInterleaved)
        stage.script("scout", script)
        stage.say("ana", "Hey Scout, count.")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.ended.map(\.heard) == [.seconds(2)])
        #expect(stage.transcript.last == "scout: one two three four")
    }
}

/// Clocks that run only while a session owes sound.
@Suite struct TurnClockTests {
    @Test(arguments: [Duration.seconds(7), .seconds(12)])
    func `a slow tool runs into neither limit`(time: Duration) {
        for said in [Duration.zero, .milliseconds(600)] {
            let stage = Stage(agents: [Cast.scout])
            stage.tools["look_up"] = (time, "{}", true)
            let text = said == .zero ? "" : "Let me see."
            stage.script("scout", Script(text, said, calls: [("look_up", "{}")]), Script("Here it is."))
            stage.say("ana", "Hey Scout, where is it?")
            stage.run(for: time)
            stage.finish()
            #expect(stage.endings == ["scout completed"])
        }
    }

    @Test(arguments: [Duration.milliseconds(100), .seconds(1)])
    func `a held turn runs into neither limit, however long the voice lasts`(at: Duration) {
        let stage = Stage(agents: [Cast.scout])
        stage.script("scout", Script("one two three four", .seconds(3)).with { $0.firstAudio = at })
        stage.say("ana", "Hey Scout, count.")
        stage.run(until: "the grant") { $0.room.view.holder == "scout" }
        stage.run(for: .milliseconds(500))
        let murmur = Saying("", .seconds(10)).with { $0.transcript = .failed(after: .milliseconds(200)) }
        stage.say("ana", murmur)
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.ended.map(\.heard) == [.seconds(3)])
    }

    @Test(arguments: [Script.Fault.fails(at: .zero), .fallsSilent(at: .zero), .drops(at: .zero), .refuses])
    func `a turn that called a tool is not tried again`(fault: Script.Fault) {
        let stage = Stage(agents: [Cast.scout])
        stage.tools["look_up"] = (.milliseconds(300), "{}", true)
        stage.script("scout", .call("look_up", "{}"), Script("Here.", fault: fault))
        stage.say("ana", "Hey Scout, where is it?")
        stage.finish(.seconds(25))
        #expect(stage.endings == ["scout failed"])
        #expect(stage.events { if case .toolCalled = $0 { true } else { nil } }.count == 1)
    }
}
