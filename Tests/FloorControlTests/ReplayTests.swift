import FloorControl
import Testing

@Suite struct ReplayTests {
    @Test func `a floor that is told the same decides the same`() {
        var replay = FloorReplay()
        #expect(record().compactMap { replay.replay($0) } == [])
        #expect(replay.count == record().count - 1)
    }

    @Test func `a decision that was changed is a difference, and it is told what and when`() throws {
        var entries = record()
        let index = try #require(entries.firstIndex { $0.granted == "ada" })
        guard case .told(let event, let time, let decision) = entries[index] else { return }
        var other = decision
        other.actions = []
        entries[index] = .told(event, at: time, other)
        var replay = FloorReplay()
        let differences = entries.compactMap { replay.replay($0) }
        #expect(differences == [.decision(event, at: time, expected: other, got: decision)])
    }

    @Test func `limits that were changed lead to other decisions`() {
        var entries = record()
        var settings = FloorSettings()
        settings.firstAudioTimeout = .seconds(6)
        entries[0] = .opened(settings)
        var replay = FloorReplay()
        #expect(entries.contains { replay.replay($0) != nil })
    }

    @Test func `every input that is left out is missed, if it changed anything that can be seen`() {
        let entries = record()
        for index in entries.indices.dropFirst() {
            guard case .told(_, _, let decision) = entries[index], !decision.actions.isEmpty else { continue }
            var replay = FloorReplay()
            let left = entries.enumerated().filter { $0.offset != index }.map(\.element)
            #expect(left.contains { replay.replay($0) != nil }, "without \(entries[index])")
        }
    }

    @Test func `a record without its beginning cannot be replayed`() {
        var replay = FloorReplay()
        #expect(replay.replay(record()[1]) == .notOpened)
        #expect(replay.replay(.opened(FloorSettings())) == nil)
        #expect(replay.replay(.opened(FloorSettings())) == .openedAgain)
    }

    @Test func `time that runs backwards is a difference`() {
        var replay = FloorReplay()
        var floor = Floor()
        _ = replay.replay(.opened(FloorSettings()))
        let late = RoomTime(.seconds(2))
        let early = RoomTime(.seconds(1))
        _ = replay.replay(.told(.agentJoined("ada"), at: late, floor.decide(.agentJoined("ada"), at: late)))
        let entry = FloorEntry.told(
            .agentJoined("bob"), at: early, floor.decide(.agentJoined("bob"), at: early))
        #expect(replay.replay(entry) == .timeRanBackwards(.agentJoined("bob"), at: early, after: late))
    }

    @Test func `the turns of a call are read from its record`() throws {
        var table = TurnTable()
        for entry in record() { table.add(entry) }
        #expect(table.rows.map(\.turn.agent) == ["ada", "bob", "cyd"])
        #expect(table.rows.map(\.ended?.outcome) == [.completed, .interrupted, nil])
        #expect(table.rows.map(\.holds) == [0, 1, 0])
        #expect(table.rows[0].grantedAt == RoomTime(.milliseconds(10)))
        #expect(table.rows[0].heardSince == RoomTime(.milliseconds(300)))
        #expect(table.rows[0].ended?.at == RoomTime(.milliseconds(2_000)))
        #expect(table.rows[2].heardSince == nil)
    }

    /// Ada answers, hands over to Bob, who is cut off; Cyd is asked instead.
    private func record() -> [FloorEntry] {
        let told: [(Int, Floor.Event)] = [
            (0, .agentJoined("ada")), (0, .agentBecame("ada", available: true)), (0, .agentJoined("bob")),
            (0, .agentBecame("bob", available: true)), (0, .agentJoined("cyd")),
            (0, .agentBecame("cyd", available: true)), (1, .speechStarted("mia")), (9, .speechStopped("mia")),
            (10, .understood("mia", .address(["ada"], why: "named"))), (300, .audioStarted(TurnID(1))),
            (400, .turnRequested(by: "ada", for: "bob", reason: "pricing")),
            (2_000, .turnCompleted(TurnID(1))),
            (2_300, .audioStarted(TurnID(2))), (3_000, .speechStarted("mia")), (3_400, .speechStopped("mia")),
            (3_500, .understood("mia", .domain("cyd", why: "a word of its field"))), (3_501, .deadlinePassed),
        ]
        var floor = Floor()
        return [.opened(FloorSettings())]
            + told.map { milliseconds, event in
                let time = RoomTime(.milliseconds(milliseconds))
                return .told(event, at: time, floor.decide(event, at: time))
            }
    }
}

extension FloorEntry {
    fileprivate var granted: Identity? {
        guard case .told(_, _, let decision) = self, case .grant(let turn)? = decision.actions.first
        else { return nil }
        return turn.agent
    }
}
