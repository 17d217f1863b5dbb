import FloorControl
import Rooms

/// What every cell came to, for people: `Protocol/faults.md`.
public struct FaultTable: Sendable {
    private let reports: [FaultCell: FaultReport]

    /// - Parameter reports: one of every cell at least; of several the first counts.
    public init(_ reports: [FaultReport]) {
        self.reports = Dictionary(reports.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Plays every cell, so many at a time, with agents that hear and with agents that are told words; in the order
    /// of the table.
    public static func play(jobs: Int) async -> [FaultReport] {
        let cells = FaultCell.all
        return await withTaskGroup(of: [(Int, [FaultReport])].self) { group in
            for job in 0..<max(1, jobs) {
                group.addTask {
                    stride(from: job, to: cells.count, by: max(1, jobs)).map { index in
                        (index, [AgentInput.audio, .text].map { FaultReport(of: cells[index], hearing: $0) })
                    }
                }
            }
            var reports: [(Int, [FaultReport])] = []
            for await some in group { reports += some }
            return reports.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private func table(of place: FaultPlace) -> String {
        let moments = FaultMoment.allCases
        let head = "| \(place.rawValue) | \(moments.map(\.rawValue).joined(separator: " | ")) |"
        let rule = "| --- |" + String(repeating: " --- |", count: moments.count)
        let rows = ServerFault.allCases.map { fault in
            let cells = moments.map { reports[FaultCell(place, fault, $0)]?.summary ?? "" }
            return "| **\(fault.rawValue)** | \(cells.joined(separator: " | ")) |"
        }
        return ([head, rule] + rows).joined(separator: "\n")
    }

    /// The whole file.
    public var document: String {
        """
        # When a Realtime server misbehaves

        Made by `proofs faults --write`, which plays every cell in virtual time: a call of two people and two agents
        comes to the moment above, the fault on the left strikes the session of the agent that was asked (first table)
        or the ear of the caller who asked (second table), and when it is over somebody asks again. `make proofs` plays
        them anew and compares. Delays of connections carry jitter; here it is always the same.

        A dash says that nobody noticed. *Completed* is the turn that was going on or asked for; *started again*: nothing
        of it had been heard, and it was asked for once more; *interrupted at 2.10 s*: so much of it had been delivered
        and was heard, and the next session knows no more than that; *silent*: how long somebody who was promised an
        answer heard nobody (from one second on). Of every cell it is checked, too, that exactly one `turn.ended` follows
        each `turn.granted`, that `heard_ms` is what left the gate, that at most one agent is heard at a time, that every
        session remembers the conversation as it was heard, that nothing is sent on a dead connection and no clock is left
        running, and that afterwards every agent that is still there answers.

        \(table(of: .session))

        \(table(of: .ear))

        Refused connections, 503 and DNS failures: the connection breaks and two attempts at a new one fail. *Silent*: the
        connection stays and nothing comes any more. *Slow*: everything comes 3 s late, of an ear 2 s. *Failed*,
        *incomplete*: `response.done` with that status; of an ear a transcription that failed, or never came. The last six
        rows last from then on and go over the wire: JSON text, read by the decoder that reads real servers. *Reordered*:
        whatever the protocol leaves unordered; *duplicated*: whatever is not a piece of text or sound.

        """
    }
}

extension FaultReport {
    /// In a few words, as they stand in the table.
    public var summary: String {
        var parts = turns.isEmpty ? [] : [course]
        switch connection {
        case .kept: break
        case .replaced(let after) where after > FaultScene.patience:
            parts.append("new \(cell.place.noun) when somebody asks")
        case .replaced(let after): parts.append("new \(cell.place.noun) after \(after.inSeconds)")
        case .failed: parts.append("given up")
        }
        if longestSilence >= .seconds(1) { parts.append("silent for \(longestSilence.inSeconds)") }
        if unheard > 0 { parts.append("the next words are lost") }
        if let answer, answer.agent != FaultScene.agent { parts.append("then \(answer.agent) answers") }
        if answer == nil { parts.append("then nobody answers") }
        return parts.isEmpty ? "–" : parts.joined(separator: "; ")
    }

    private var course: String {
        var rest = turns[...]
        var words: [String] = []
        while let turn = rest.popFirst() {
            if turn.outcome == .failed, turn.heard == .zero, rest.first?.agent == turn.agent {
                words.append("started again")
            } else {
                words.append(turn.summary)
            }
        }
        return words.joined(separator: ", ")
    }
}

extension FaultReport.Turn {
    /// `interrupted at 1.24 s`
    fileprivate var summary: String {
        let whose = agent == FaultScene.agent ? "" : "\(agent) "
        if outcome == .completed { return "\(whose)completed" }
        return heard == .zero ? "\(whose)\(outcome) unheard" : "\(whose)\(outcome) at \(heard.inSeconds)"
    }
}

extension FaultPlace {
    fileprivate var noun: String {
        switch self {
        case .session: "session"
        case .ear: "ear"
        }
    }
}

extension Duration {
    /// With hundredths: `0.57 s`.
    fileprivate var inSeconds: String {
        let hundredths = Int((self / .milliseconds(10)).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
}
