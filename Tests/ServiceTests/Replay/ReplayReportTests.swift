import FloorControl
import JSONValues
import Journal
import Rooms
import Testing

@testable import Service

/// A record as it is kept and exported; whoever changes it is found out.
@Suite struct ReplayReportTests {
    @Test func `an exported record replays without a difference`() throws {
        let report = Self.report(of: Self.lines.map(\.json.text))
        #expect(report.findings == [])
        #expect(report.inputCount == Self.lines.count - 1)
        #expect(report.first?.room == "standup" && report.first?.epoch == 3)
        #expect(report.table.rows.map(\.turn.agent) == ["scout", "nova"])
        #expect(report.length == RoomTime(.milliseconds(5_100)))
    }

    @Test func `what the journal keeps of a floor is read back as it was`() async throws {
        let journal = try SQLiteJournal.inMemory()
        let epoch = try await journal.value { $0.open("standup", at: 1, then: $1) }
        let kept = Self.lines.map {
            Record(kind: .floor, seq: $0.seq, at: $0.at.millisecondsSince1970, body: $0.entry.json.utf8)
        }
        try await journal.value {
            $0.append(kept, to: "standup", expecting: epoch, .awaited, then: $1)
        }
        let records = try await journal.value {
            $0.read("standup", epoch: epoch, kind: .floor, after: 0, limit: 1_000, then: $1)
        }
        var report = ReplayReport()
        for record in records { report.take(try FloorRecordLine(record, of: "standup")) }
        #expect(report.findings == [] && report.inputCount == Self.lines.count - 1)
        journal.end()
    }

    @Test(arguments: [
        (#""agent":"scout","reason":"address""#, #""agent":"nova","reason":"address""#),
        (#""kind":"address","to":["scout"]"#, #""kind":"address","to":["nova"]"#),
        (#""at":"0.01""#, #""at":"0.02""#), (#""max_turn_length":"120""#, #""max_turn_length":"1""#),
        (#""type":"audio.started""#, #""type":"turn.completed""#), (#""queue":["tu_2"],"#, ""),
        (#""deadline":"5.01""#, #""deadline":"5.02""#), (#""available":true"#, #""available":false"#),
        (#""seq":5"#, #""seq":50"#), (#""seq":5"#, #""seq":4"#),
        (#""epoch":3,"seq":7"#, #""epoch":2,"seq":7"#),
        (#""type":"agent.joined""#, #""type":"agent.sang""#), (#"{"room""#, "{room"),
    ])
    func `a record that was tampered with is found`(what: String, instead: String) throws {
        let text = Self.lines.map(\.json.text).joined(separator: "\n")
        let place = try #require(text.firstRange(of: what))
        let tampered = text.replacingCharacters(in: place, with: instead)
        let report = Self.report(of: tampered.split(separator: "\n").map(String.init))
        #expect(!report.findings.isEmpty)
    }

    @Test func `every line that is taken out is missed`() {
        for index in Self.lines.indices.dropLast() {
            var lines = Self.lines.map(\.json.text)
            lines.remove(at: index)
            #expect(
                Self.report(of: lines).findings.contains(.missing(index + 1...index + 1)), "line \(index)")
        }
    }

    @Test func `without its beginning a record is refused once, not line by line`() {
        let report = Self.report(of: Self.lines.dropFirst().map(\.json.text))
        #expect(report.findings == [.missing(1...1), .differs(seq: 2, .notOpened)])
    }

    @Test func `a line that cannot be read is told with its place`() throws {
        let error = #expect(throws: LineComplaint.self) {
            try FloorRecordLine(exported: #"{"room":"a","epoch":1,"seq":1,"at_ms":1,"entry":{"at":"1"}}"#)
        }
        #expect(error?.description == "input: expected an object, found nothing")
    }

    private static func report(of lines: some Collection<String>) -> ReplayReport {
        var report = ReplayReport()
        for (index, line) in lines.enumerated() {
            do throws(LineComplaint) {
                report.take(try FloorRecordLine(exported: line))
            } catch {
                report.take(unreadable: "line \(index + 1)", why: error)
            }
        }
        return report
    }

    /// Scout answers and hands over to Nova.
    private static let lines: [FloorRecordLine] = {
        let told: [(Int, Floor.Event)] = [
            (0, .agentJoined("scout")), (0, .agentBecame("scout", available: true)),
            (0, .agentJoined("nova")),
            (0, .agentBecame("nova", available: true)), (5, .speechStarted("ana")),
            (9, .speechStopped("ana")),
            (10, .understood("ana", .address(["scout"], why: "“Scout” is spoken to."))),
            (300, .audioStarted(TurnID(1))),
            (400, .turnRequested(by: "scout", for: "nova", reason: "prices")),
            (2_000, .turnCompleted(TurnID(1))), (5_100, .deadlinePassed),
        ]
        var floor = Floor()
        let entries =
            [FloorEntry.opened(FloorSettings())]
            + told.map { milliseconds, event in
                let time = RoomTime(.milliseconds(milliseconds))
                return .told(event, at: time, floor.decide(event, at: time))
            }
        return entries.enumerated().map { index, entry in
            FloorRecordLine(
                room: "standup", epoch: 3, seq: index + 1,
                at: WallTime(millisecondsSince1970: 1_795_255_200_000 + index), entry: entry)
        }
    }()
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
