import FloorControl
import JSONValues
import Rooms
import Service

/// What `parley replay` prints: the turns, what differs, and the verdict in the last line.
struct ReplayText {
    private let report: ReplayReport
    private let life: String

    /// Differences that are printed: after the first the two floors are different ones, and few want to read them all.
    private static let most = 20

    init(_ report: ReplayReport, of life: String) {
        self.report = report
        self.life = life
    }

    var lines: [String] { [life, ""] + turns + findings + [verdict] }

    private var verdict: String {
        let inputs = "\(report.inputCount) inputs in \(Self.clock(report.length))"
        let count = report.findings.count
        return switch count {
        case 0: "\(inputs) replayed: no difference"
        case 1: "\(inputs) replayed: 1 difference"
        default: "\(inputs) replayed: \(count) differences"
        }
    }

    private var turns: [String] {
        let rows = report.table.rows
        guard !rows.isEmpty else { return ["Nobody was given the floor.", ""] }
        let table = [["given", "turn", "agent", "reason", "heard", "ended", "why"]] + rows.map(Self.cells)
        let widths = (0..<6).map { column in table.map { $0[column].count }.max() ?? 0 }
        let lines = table.map { cells in
            let padded = zip(cells, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (padded + [cells[6]]).joined(separator: "  ")
        }
        return lines + [""]
    }

    private static func cells(_ row: TurnTable.Row) -> [String] {
        let end = row.ended.map { "\(clock($0.at)) \($0.outcome)" } ?? "–"
        let holds = row.holds == 0 ? "" : ", held \(row.holds)×"
        let again = row.turn.isRetry ? ", again" : ""
        return [
            clock(row.grantedAt), row.turn.id.description, row.turn.agent.description,
            row.turn.reason.rawValue + again, row.heardSince.map(clock) ?? "–", end + holds,
            row.turn.why.split(whereSeparator: \.isNewline).joined(separator: " "),
        ]
    }

    private var findings: [String] {
        let shown = report.findings.prefix(Self.most).flatMap(Self.text)
        let more = report.findings.count - Self.most
        guard !shown.isEmpty else { return [] }
        return shown + (more > 0 ? ["… and \(more) more", ""] : [""])
    }

    private static func text(_ finding: ReplayReport.Finding) -> [String] {
        switch finding {
        case .differs(let seq, let difference): text(difference, seq)
        case .missing(let lines) where lines.count == 1: ["record \(lines.lowerBound) is missing"]
        case .missing(let lines): ["records \(lines.lowerBound) to \(lines.upperBound) are missing"]
        case .misplaced(let seq): ["record \(seq) comes twice, or too late"]
        case .foreign(let seq, let room, let epoch): ["record \(seq) is of life \(epoch) of \(room)"]
        case .unreadable(let place, let why): ["\(place) is no record: \(why)"]
        }
    }

    private static func text(_ difference: FloorReplay.Difference, _ seq: Int) -> [String] {
        switch difference {
        case .decision(let event, let time, let expected, let got):
            [
                "record \(seq), at \(clock(time)): \(input(event, time))",
                "  expected \(decision(expected))", "  got      \(decision(got))",
            ]
        case .timeRanBackwards(let event, let time, let last):
            [
                "record \(seq), at \(clock(time)), is earlier than the one before, \(clock(last)): \(input(event, time))"
            ]
        case .notOpened:
            ["record \(seq) is not the beginning: without the floor's limits nothing can be replayed"]
        case .openedAgain: ["record \(seq) opens the floor a second time"]
        }
    }

    private static func input(_ event: Floor.Event, _ time: RoomTime) -> String {
        FloorEntry.told(event, at: time, Floor.Decision()).json["input"]?.text ?? ""
    }

    private static func decision(_ decision: Floor.Decision) -> String {
        var json = FloorEntry.told(.deadlinePassed, at: .zero, decision).json
        json["at"] = nil
        json["input"] = nil
        return json.text
    }

    /// `1:02.345`, `1:00:00.000`.
    private static func clock(_ time: RoomTime) -> String {
        let milliseconds = Int(time.sinceOpening / .milliseconds(1))
        let (hours, minutes) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60)
        let seconds = "\(digits(milliseconds / 1_000 % 60, 2)).\(digits(milliseconds % 1_000, 3))"
        return hours > 0 ? "\(hours):\(digits(minutes, 2)):\(seconds)" : "\(minutes):\(seconds)"
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
