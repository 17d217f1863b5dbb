import FloorControl
import Testing

@Suite struct LimitsTests {
    private func settings(_ change: (inout FloorSettings) -> Void) -> FloorSettings {
        var settings = FloorSettings()
        change(&settings)
        return settings
    }

    @Test func `a turn that lasts too long is cut off, and the next claim is served`() {
        play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(119_999),
            .at(120_000, expect: "end 1 interrupted", "grant 2 bob address"),
            .at(121_000, .done(2)),
        ])
    }

    @Test func `tools run on a turn's time, and a turn nobody heard is cancelled`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(1_000, .waits(1, .tool)),
            .at(119_999),
            .at(120_000, expect: "end 1 cancelled"),
        ])
    }

    @Test func `the time a voice takes is not counted`() {
        play([
            .at(0, .address("ada"), expect: "grant 1 ada address"),
            .at(400, .started(1)),
            .at(100_000, .speechStarted("mia"), expect: "hold 1"),
            .at(150_000, .speechStopped("mia")),
            .at(150_500, .heard(.backchannel), expect: "resume 1"),
            .at(170_499),
            .at(170_500, expect: "end 1 interrupted"),
        ])
    }

    @Test func `a turn whose time was up when it was held is not resumed`() {
        var floor = play([
            .at(0, .address("ada", "bob"), expect: "grant 1 ada address"), .at(400, .started(1)),
        ])
        // The alarm rings late: the voice comes first.
        let late = RoomTime(.milliseconds(120_005))
        #expect(floor.handle(.speechStarted("mia"), at: late).map(\.brief) == ["hold 1"])
        _ = floor.handle(.speechStopped("mia"), at: late)
        let silence = late.advanced(by: .milliseconds(1_500))
        let actions = floor.handle(.deadlinePassed, at: silence)
        #expect(actions.map(\.brief) == ["end 1 interrupted", "grant 2 bob address"])
        #expect(floor.nextDeadline.map { $0 > silence } == true)
    }

    @Test(arguments: [0, 1, 3])
    func `an agent requests the turn for itself so many times in a row`(limit: Int) {
        var lines: [Line] = [.at(0, .address("bob"), expect: "grant 1 bob address")]
        for turn in 1..<limit + 1 {
            lines.append(.at(turn * 100, .requests("bob", "bob"), expect: "answer queued \(turn + 1)"))
            lines.append(.at(turn * 100 + 50, .done(turn), expect: "grant \(turn + 1) bob request"))
        }
        let end = (limit + 1) * 100
        lines.append(.at(end, .requests("bob", "bob"), expect: "answer selfAgain"))
        // Somebody else in between begins a new count.
        lines.append(.at(end + 10, .requests("bob", "ada"), expect: "answer queued \(limit + 2)"))
        lines.append(.at(end + 20, .done(limit + 1), expect: "grant \(limit + 2) ada request"))
        lines.append(
            .at(
                end + 30, .requests("ada", "ada"),
                expect: limit == 0 ? "answer selfAgain" : "answer queued \(limit + 3)"))
        play(lines, settings: settings { $0.maxSelfRequests = limit })
    }

    @Test func `a retry is not another request for oneself`() {
        play(
            [
                .at(0, .address("bob"), expect: "grant 1 bob address"),
                .at(100, .requests("bob", "bob"), expect: "answer queued 2"),
                .at(200, .done(1), expect: "grant 2 bob request"),
                .at(
                    300, .turnFailed(TurnID(2), mayRetry: true), expect: "end 2 failed",
                    "grant 3 bob request"),
                .at(400, .requests("bob", "bob"), expect: "answer queued 4"),
            ], settings: settings { $0.maxSelfRequests = 2 })
    }

    @Test func `a moderator in a loop is refused, and room is kept for greetings`() {
        let flood = (1...9).map { Line.at($0, .moderatorGave("bob", instructions: "\($0)")) }
        let floor = play(
            [.at(0, .address("ada"), expect: "grant 1 ada address")] + flood + [
                .at(40, .requests("ada", "cyd"), expect: "answer queueFull(4)"),
                .at(50, .greetingWanted("cyd", words: "Hi")),
            ], settings: settings { $0.maxQueue = 4 })
        #expect(floor.isFull)
        #expect(floor.queue.map(\.turn.note) == ["1", "2", "3", "4", "Hi"])
    }

    @Test func `a caller's newer words replace their older ones, however many they are`() {
        let words = (1...500).map { Line.at($0, .address("ada", "bob")) }
        let floor = play([.at(0, .speechStarted("leo"))] + words)
        #expect(floor.queue.map(\.turn.id.number) == [999, 1_000])
    }

    @Test func `of a crowd that talks while nobody can answer the newest words are kept`() {
        let crowd = (1...500).map { Line.at($0, .address("ada", by: Identity("caller-\($0)"))) }
        let floor = play(
            [.at(0, .speechStarted("leo")), .at(0, .moderatorGave("cyd", instructions: nil))] + crowd)
        #expect(floor.queue.count == floor.settings.maxQueue)
        #expect(floor.queue.map(\.caller).last == "caller-500")
        #expect(floor.queue.first?.turn.reason == .moderator)
    }
}
