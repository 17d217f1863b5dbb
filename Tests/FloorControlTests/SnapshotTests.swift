import Testing

@testable import FloorControl

/// An exploration is worth as much as its bytes: nothing that decides may be left out of them.
@Suite struct SnapshotTests {
    @Test func `everything a floor remembers is written down, or known to decide nothing`() {
        func properties(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
        let turn = Turn(
            id: TurnID(1), agent: "ada", reason: .floor, why: "", handedOverBy: nil, note: nil, isRetry: false
        )
        // The settings stay the same; of turns, promised and heard, the bytes keep the order, not the count.
        #expect(
            properties(Floor()) == [
                "settings", "stage", "seats", "voices", "queue", "lastHolder", "turnsInARow",
                "selfRequestsInARow", "lastTurn", "turnsHeard",
            ])
        #expect(properties(Floor.Seat(agent: "ada")) == ["agent", "isAvailable", "isMuted", "lastHeard"])
        #expect(properties(Floor.Voice(caller: "mia")) == ["caller", "hasCutIn", "isDecisive", "deadline"])
        #expect(properties(Floor.Clocks(sound: nil, end: .zero)) == ["sound", "end"])
        #expect(properties(Claim(turn: turn, expires: .zero, caller: nil)) == ["turn", "expires", "caller"])
        // `why` and `note` are for people.
        #expect(
            properties(turn) == ["id", "agent", "reason", "why", "handedOverBy", "note", "isRetry"])
    }
}
