import Addressing
import Foundation
import Testing

/// Sentences and their near twins, which mean somebody else: far from all are read right, and no change may lower how many.
@Suite struct TwinTests {
    /// Shares of the first release: the half that the rules' authors have read scores up to twelve points more than the other one.
    @Test(arguments: [
        ("handovers", 0.73), ("calls", 0.86), ("corrections", 0.77), ("mentions", 0.90), ("agents", 0.87),
        ("spanish", 0.81), ("french", 0.78), ("german", 0.82), ("unnamed", 0.79),
    ])
    func `a sentence is told from its twin`(file: String, share: Double) throws {
        let twins = try Twin.all(of: file)
        #expect(twins.count > 600)
        let right = twins.count { $0.isRead }
        #expect(Double(right) >= share * Double(twins.count), "\(right) of \(twins.count)")
    }
}

/// One line of Tests/Fixtures/routing/twins.
private struct Twin {
    let label: String
    let who: String
    let text: String

    static func all(of file: String, here: String = #filePath) throws -> [Twin] {
        let path = URL(filePath: here).deletingLastPathComponent().appending(
            path: "../Fixtures/routing/twins/\(file).tsv")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            try #require(fields.count == 3, "\(line)")
            return Twin(label: fields[0], who: fields[1], text: fields[2])
        }
    }

    private static let names = ["H": "Imogen", "A": "Tobias", "B": "Camille", "C": "Gustav"]
    private static let roster = Roster(
        ["Imogen", "Tobias", "Camille", "Gustav", "Odile"].map { Candidate(id: $0, name: $0) })

    var isRead: Bool {
        var said = text
        let isPlain = !text.contains { $0.isPunctuation && !"{}'".contains($0) }
        for (slot, name) in Self.names {
            said = said.replacing("{\(slot)}", with: isPlain ? name.lowercased() : name)
        }
        let route = Self.roster.route(
            Utterance(
                text: said, speaker: who == "a" ? .agent("Imogen") : .caller, floor: "Imogen",
                speaking: who == "s" ? "Imogen" : nil))
        return switch label {
        case "*": route.kind == .all || Set(route.to) == Set(Self.roster.agents.map(\.id))
        case "stop": route.kind == .stop
        case "back", "none": route.kind == .backchannel || route.kind == .none
        case "-" where who == "a": route.kind == .backchannel || route.kind == .none
        case "-", "stay": route.kind == .stay || route.to == ["Imogen"]
        default: route.to == label.split(separator: " ").compactMap { Self.names[String($0)] }
        }
    }
}
