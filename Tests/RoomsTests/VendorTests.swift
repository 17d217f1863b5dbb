import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

private let counting = Script(
    "one two three four five six seven eight nine ten eleven twelve", .seconds(6))

/// A room whose sessions are with one vendor's servers, which are as strict, and as lacking, as the profile says.
private func stage(_ server: ServerProfile, _ agents: [Persona], items: Int? = nil) -> Stage {
    var settings = Stage.settings
    if let items { settings.budget.items = items }
    settings.ear.input.turnDetection = .value(.serverVAD(.init(silence: .milliseconds(500))))
    let stage = Stage(settings: settings, hearing: .audio)
    stage.server = server
    stage.call("ana")
    for agent in agents { stage.join(agent) }
    stage.run(for: .milliseconds(200))
    return stage
}

@Suite struct VendorTests {
    static let vendors = ServerProfile.Name.allCases

    @Test(arguments: vendors)
    func `a turn completes with every vendor, and the next one knows it`(vendor: ServerProfile.Name) {
        let stage = stage(.named(vendor), [Cast.scout, Cast.nova])
        stage.script("scout", Script("The launch is on Friday."))
        stage.say("ana", "Hey Scout, when is the launch?")
        stage.run(for: .seconds(4))
        stage.say("ana", "Hey Nova, is that so?")
        stage.finish()
        #expect(stage.endings == ["scout completed", "nova completed"])
        #expect(stage.faults() == [])
        #expect(
            stage.requests("nova").first?.context.contains(.user("[Scout] The launch is on Friday.")) == true)
    }

    /// Without those that delete and cannot place: there the digest stands behind the talk that is left.
    static let condensing = vendors.filter {
        let server = ServerProfile.named($0)
        return server.placesItems || !server.deletesItems
    }

    @Test(arguments: condensing)
    func `a long call is condensed with what its vendor can do, and who joins late is told`(
        vendor: ServerProfile.Name
    ) throws {
        let server = ServerProfile.named(vendor)
        let stage = stage(server, [Cast.scout], items: 12)
        for number in 1...8 {
            stage.handle(.messageTyped(from: "ana", text: "Scout, this is remark \(number)."))
            stage.run(for: .seconds(4))
        }
        stage.join(Cast.nova)
        stage.run(for: .milliseconds(500))
        stage.handle(.messageTyped(from: "ana", text: "Nova, what was said?"))
        stage.finish()
        #expect(stage.endings == Array(repeating: "scout completed", count: 8) + ["nova completed"])
        #expect(stage.summaryRequests("scout").isEmpty == !server.summarises)
        let condensed = try #require(stage.condensings.first)
        #expect((condensed.how == .summary) == server.summarises)
        let digest = try #require(stage.room.conversation.digest).text
        let scout = try #require(stage.requests("scout").last).context
        #expect(scout.contains(.user("[Ana] Scout, this is remark 1.")) == !server.deletesItems)
        let nova = try #require(stage.requests("nova").last).context
        #expect(nova.first == .user(digest))
        #expect(!nova.contains(.user("[Ana] Scout, this is remark 1.")))
    }

    @Test(arguments: vendors)
    func `a barge-in leaves no session with words that nobody heard`(vendor: ServerProfile.Name) throws {
        let server = ServerProfile.named(vendor)
        let stage = stage(server, [Cast.scout])
        stage.script("scout", counting)
        stage.say("ana", "Hey Scout, count for me.")
        stage.run(untilHeard: "scout", .milliseconds(1_200))
        stage.say("ana", "No, stop. Let me say something else.")
        stage.run(for: .seconds(4))
        stage.say("ana", "Scout, where were we?")
        stage.finish()
        let ended = try #require(stage.ended.first)
        #expect(
            ended.outcome == .interrupted && ended.text.hasPrefix("one") && !ended.text.contains("twelve"))
        #expect(stage.faults() == [])
        let context = try #require(stage.requests("scout").last?.context)
        switch server.correction {
        case .truncate:
            #expect(context.contains { if case .speech(_, _, .some) = $0 { true } else { false } })
        case .replace:
            #expect(context.contains(.assistant(ended.text)))
            #expect(!context.contains { if case .speech(_, _, nil) = $0 { true } else { false } })
        case .annotate:
            let note = "Your last answer was cut off. All that was heard of it is: \(ended.text)"
            #expect(context.contains(.note(note)))
        }
    }

    @Test(arguments: vendors)
    func `an answer of which nothing was heard is taken out or disowned`(vendor: ServerProfile.Name) throws {
        let server = ServerProfile.named(vendor)
        let stage = stage(server, [Cast.scout, Cast.nova])
        stage.script("scout", counting.with { $0.firstAudio = .seconds(3) })
        stage.say("ana", "Hey Scout, count for me.")
        stage.run(for: .milliseconds(1_500))
        stage.say("ana", "Nova, you tell me.")
        stage.run(for: .seconds(4))
        stage.say("ana", "Scout, are you there?")
        stage.finish()
        #expect(stage.heard("scout", by: "ana") > .zero)
        let context = try #require(stage.requests("scout").last?.context)
        if server.deletesItems {
            #expect(!context.contains { if case .speech = $0 { true } else { false } })
        } else {
            #expect(
                context.contains(.note("Your last answer was cut off before anybody heard a word of it.")))
        }
    }

    @Test(arguments: vendors)
    func `a tool is called once and its result answered`(vendor: ServerProfile.Name) throws {
        let stage = stage(.named(vendor), [Cast.scout])
        stage.tools["look_up"] = (.milliseconds(700), #"{"state": "on the ship"}"#, true)
        let lookUp = (name: "look_up", arguments: #"{"order": "A-17"}"#)
        stage.script("scout", Script("Let me see.", .milliseconds(600), calls: [lookUp]))
        stage.script("scout", Script("On the ship."))
        stage.say("ana", "Hey Scout, where is order A-17?")
        stage.finish()
        #expect(stage.endings == ["scout completed"])
        #expect(stage.transcript.last == "scout: Let me see. On the ship.")
        let called = stage.events { if case .toolCalled(_, _, let name, _) = $0 { name } else { nil } }
        #expect(called == ["look_up"])
        let requests = stage.requests("scout")
        #expect(requests.count == 2)
        #expect(requests.last?.context.contains { if case .result = $0 { true } else { false } } == true)
    }

    @Test(arguments: vendors)
    func `a response that a server refuses is asked for again`(vendor: ServerProfile.Name) {
        let stage = stage(.named(vendor), [Cast.scout])
        stage.script("scout", Script("", fault: .refuses), Script("Here I am."))
        stage.say("ana", "Hey Scout, are you there?")
        stage.finish()
        #expect(stage.transcript.last == "scout: Here I am.")
    }

    @Test(arguments: vendors)
    func `a session that is lost is made anew with what it knew`(vendor: ServerProfile.Name) {
        let stage = stage(.named(vendor), [Cast.scout])
        stage.say("ana", "Hey Scout, the code word is heron.")
        stage.run(for: .seconds(4))
        stage.breakOff("scout")
        stage.run(for: .seconds(2))
        stage.say("ana", "Scout, what is the code word?")
        stage.finish()
        #expect(
            stage.requests("scout").last?.context.contains(.user("[Ana] Hey Scout, the code word is heron."))
                == true)
    }

    @Test(arguments: vendors)
    func `sound goes to agents only where it can be taken back`(vendor: ServerProfile.Name) {
        let server = ServerProfile.named(vendor)
        let stage = stage(server, [Cast.scout])
        stage.say("ana", "Hey Scout, are you there?")
        stage.finish()
        #expect((stage.peer("scout")?.commits.isEmpty == false) == server.gainsFromSound)
    }

    @Test func `an ear that changes its mind is believed in the end`() {
        let stage = stage(.xai, [Cast.scout])
        stage.say("ana", Saying("Hey Scout, good morning.", .seconds(1)))
        stage.finish()
        let deltas = stage.events { event -> String? in
            if case .transcriptDelta("ana", nil, let text) = event { text } else { nil }
        }
        #expect(deltas.joined() == "Hey Scout, good morning.")
        #expect(stage.transcript.first == "ana: Hey Scout, good morning.")
    }
}
