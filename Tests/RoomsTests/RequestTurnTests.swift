import FloorControl
import Personas
import Realtime
import RoomTesting
import Rooms
import Testing

/// One row of Protocol/request_turn.md.
struct Request: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var holder: Identity = "scout"
    /// Arguments of the calls that the holder makes in one response.
    let calls: [String]
    let results: [String]
    /// Who speaks after the holder.
    let next: [String]
    var prepare: @Sendable (Stage) -> Void = { _ in }
    var settings: @Sendable (inout FloorSettings) -> Void = { _ in }

    static func call(_ agent: String) -> String { #"{"agent": "\#(agent)", "reason": "money"}"# }
    static func ok(_ agent: String, _ detail: String) -> String {
        #"{"ok":true,"agent":"\#(agent)","detail":"\#(detail)"}"#
    }
    static func error(_ advice: String, _ agent: String) -> String {
        #"{"error":"\#(advice)","agent":"\#(agent)"}"#
    }
    static func error(_ advice: String, among agents: String) -> String {
        #"{"error":"\#(advice)","agents":[\#(agents)]}"#
    }
    static let malformed = #"{"error":"Expected {\"agent\": \"…\", \"reason\": \"…\"}."}"#
    static let elsewhere = "Answer yourself, or ask somebody else."
    static let nobody = "Name one of those who are here."
    static let here = #""scout","nova","atlas""#
    static let drop = LinkLoss.refused(status: 503)

    static let table: [Request] = [
        Request(
            testDescription: "free", calls: [call("nova")],
            results: [ok("nova", "Nova speaks when you have finished.")], next: ["nova/request"]),
        Request(
            testDescription: "by name, whatever its case", calls: [call("NOVA")],
            results: [ok("nova", "Nova speaks when you have finished.")], next: ["nova/request"]),
        Request(
            testDescription: "twice in one response", calls: [call("nova"), call("nova")],
            results: [
                ok("nova", "Nova speaks when you have finished."),
                ok("nova", "Nova is promised a turn already."),
            ], next: ["nova/request"]),
        Request(
            testDescription: "waiting for a moderator's turn", calls: [call("nova")],
            results: [ok("nova", "Nova is promised a turn already.")], next: ["nova/moderator"],
            prepare: { stage in
                stage.plan(after: .milliseconds(1_600)) {
                    $0.handle(.moderatorGave("nova", instructions: nil))
                }
            }),
        Request(
            testDescription: "two agents in one response", calls: [call("atlas"), call("nova")],
            results: [
                ok("atlas", "Atlas speaks when you have finished."),
                ok("nova", "Nova speaks when you have finished."),
            ], next: ["atlas/request", "nova/request"]),
        Request(
            testDescription: "misspelt", holder: "nova", calls: [call("scot")],
            results: [ok("scout", "'scot' was understood as Scout. Scout speaks when you have finished.")],
            next: ["scout/request"]),
        Request(
            testDescription: "an alias", holder: "nova", calls: [call("scouty")],
            results: [ok("scout", "Scout speaks when you have finished.")], next: ["scout/request"]),
        Request(
            testDescription: "joining", calls: [call("luna")],
            results: [
                ok(
                    "luna",
                    "Luna is still joining and speaks as soon as it is connected, if that is within 10 s.")
            ], next: [],
            prepare: { stage in
                stage.mute(server: "luna")
                stage.join(Cast.persona("luna", "Luna"))
            }),
        Request(
            testDescription: "reconnecting", calls: [call("nova")],
            results: [
                ok(
                    "nova",
                    "Nova has lost the connection and speaks as soon as it is connected, if that is within 10 s."
                )
            ], next: ["nova/request"],
            prepare: { stage in
                stage.refuse("nova", drop, drop)
                stage.breakOff("nova")
            }),
        Request(
            testDescription: "failed", calls: [call("nova")],
            results: [error("Nova has failed and cannot speak. \(elsewhere)", "nova")], next: [],
            prepare: { stage in
                stage.breakOff("nova", .refused(status: 401))
            }),
        Request(
            testDescription: "muted", calls: [call("nova")],
            results: [error("Nova is muted and cannot speak. \(elsewhere)", "nova")], next: [],
            prepare: { $0.handle(.agentMuted("nova", true)) }),
        Request(
            testDescription: "itself", calls: [call("Scout")],
            results: [ok("scout", "You get another turn when this one is over.")], next: ["scout/request"]),
        Request(
            testDescription: "itself, where that is not allowed", calls: [call("scout")],
            results: [
                error(
                    "Nobody gets a turn of their own wish here. Say it now, or let somebody else speak.",
                    "scout")
            ], next: [], settings: { $0.maxSelfRequests = 0 }),
        Request(
            testDescription: "one of several of that name", calls: [call("Sam")],
            results: [
                error(
                    "'Sam' may be one of several. Name one by its identity.", among: #""sam","sam-2""#)
            ], next: [],
            prepare: { stage in
                for id in ["sam", "sam-2"] { stage.join(Cast.persona(id, "Sam")) }
                stage.run(for: .milliseconds(200))
            }),
        Request(
            testDescription: "nobody", calls: [call("zed")],
            results: [error("Nobody here is called 'zed'. \(nobody)", among: here)], next: []),
        Request(
            testDescription: "a caller", calls: [call("ana")],
            results: [error("Nobody here is called 'ana'. \(nobody)", among: here)], next: []),
        Request(
            testDescription: "one who has left", calls: [call("nova")],
            results: [error("Nobody here is called 'nova'. \(nobody)", among: #""scout","atlas""#)],
            next: [], prepare: { $0.leave("nova") }),
        Request(
            testDescription: "after the limit", calls: [call("nova")],
            results: [error("After 1 agent turns in a row a person must speak first. Ask them.", "nova")],
            next: [], settings: { $0.maxAgentTurns = 1 }),
        Request(
            testDescription: "a full queue", calls: [call("nova")],
            results: [error("1 turns are promised already. Let the others speak first.", "nova")],
            next: ["atlas/moderator"],
            prepare: { stage in
                stage.plan(after: .milliseconds(1_600)) {
                    $0.handle(.moderatorGave("atlas", instructions: nil))
                }
            }, settings: { $0.maxQueue = 1 }),
        Request(
            testDescription: "broken arguments",
            calls: ["", "[]", "nova", #"{"agent": 5}"#, #"{"reason": "x"}"#, #"{"agent": null}"#],
            results: Array(repeating: malformed, count: 6), next: []),
        Request(
            testDescription: "no reason",
            calls: [#"{"agent": "nova"}"#, #"{"agent": "atlas", "reason": 7}"#],
            results: [
                ok("nova", "Nova speaks when you have finished."),
                ok("atlas", "Atlas speaks when you have finished."),
            ], next: ["nova/request", "atlas/request"]),
    ]
}

@Suite struct RequestTurnTests {
    @Test(arguments: Request.table)
    func `every call has a result that the model can act on`(request: Request) throws {
        var settings = Stage.settings
        request.settings(&settings.floor)
        let stage = Stage(agents: [Cast.scout, Cast.nova, Cast.atlas], settings: settings)
        stage.script(
            request.holder,
            Script("Let me see.", .seconds(2), calls: request.calls.map { ("request_turn", $0) }),
            Script("That is all."))
        request.prepare(stage)
        stage.say("ana", "Hey \(request.holder), what does it cost?")
        stage.finish(.seconds(30))
        let holder = try #require(stage.peer(request.holder))
        let results = holder.outputs.sorted { $0.key.number < $1.key.number }.map(\.value)
        #expect(results == request.results)
        #expect(stage.grants == ["\(request.holder)/address"] + request.next)
        // The response that calls is heard to its end; who got an error speaks on, who got none does not.
        #expect(stage.endings.first == "\(request.holder) completed")
        let isRefused = request.results.contains { $0.contains("error") }
        #expect(stage.ended.first?.text == (isRefused ? "Let me see. That is all." : "Let me see."))
        #expect(stage.room.view.holder == nil && stage.room.view.queue.isEmpty)
    }

    @Test func `an agent has one turn of its own wish, not two`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.otherwise("scout", .handsOver(to: "scout", because: "more", saying: "And", .milliseconds(300)))
        stage.say("ana", "Hey Scout, go.")
        stage.run(for: .seconds(4))
        #expect(stage.grants == ["scout/address", "scout/request"])
        let words = try #require(stage.requests("scout").dropFirst().first?.parameters.instructions)
        #expect(words.hasSuffix("You asked for this turn yourself: more"))
    }

    @Test func `who was not given a reason is told so`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.script("scout", Script("Nova?", calls: [("request_turn", #"{"agent": "nova"}"#)]))
        stage.say("ana", "Hey Scout, go.")
        stage.finish()
        let words = try #require(stage.requests("nova").first?.parameters.instructions)
        #expect(words.hasSuffix("Hand-off from Scout: no reason given"))
        #expect(
            stage.whys == [#"Ana said “Hey Scout, go.”: Scout is spoken to."#, "Scout handed over to Nova."])
    }

    @Test func `a promise to one who comes too late is not kept`() {
        let stage = Stage(agents: [Cast.scout])
        stage.mute(server: "nova")
        stage.join(Cast.nova)
        stage.script("scout", .handsOver(to: "nova", because: "x", saying: "Nova?", .milliseconds(300)))
        stage.say("ana", "Hey Scout, go.")
        stage.run(until: "the promise") { !$0.room.view.queue.isEmpty }
        stage.run(for: .milliseconds(9_500))
        #expect(stage.room.view.queue.map(\.agent) == ["nova"])
        stage.run(for: .seconds(1))
        #expect(stage.room.view.queue.isEmpty)
        stage.mute(server: "nova", false)
        stage.finish(.seconds(30))
        #expect(stage.grants == ["scout/address"])
    }

    @Test func `two agents that hand over to each other leave the floor to the human`() throws {
        let stage = Stage(agents: [Cast.scout, Cast.nova])
        stage.otherwise("scout", .handsOver(to: "nova", because: "x", saying: "You?", .milliseconds(500)))
        stage.otherwise("nova", .handsOver(to: "scout", because: "y", saying: "No, you.", .milliseconds(500)))
        stage.say("ana", "Hey Scout, go.")
        stage.run(for: .seconds(40))
        #expect(stage.grants.count == 6)
        #expect(stage.room.view.holder == nil && stage.room.view.queue.isEmpty)
        stage.otherwise("nova", Script("Here I am."))
        stage.say("ana", "Nova, are you there?")
        stage.finish()
        #expect(stage.grants.last == "nova/address" && stage.endings.last == "nova completed")
    }
}

extension CallID {
    /// In the order in which the stage minted them.
    fileprivate var number: Int { Int(description.drop { !$0.isNumber }) ?? 0 }
}
