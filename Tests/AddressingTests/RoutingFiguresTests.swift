import Addressing
import Foundation
import Testing

/// The figures on labelled utterances, which no change may lower.
@Suite struct RoutingFiguresTests {
    /// The grammar has learnt these sets, the word vectors have not. Sets that neither had seen, 320 sentences each by authors who knew no
    /// rule, score 88 to 95 %. The thresholds here only hold what was reached.
    @Test(arguments: [
        ("development.tsv", 633), ("rehearsal.tsv", 545), ("judged-a.tsv", 320), ("judged-b.tsv", 323),
    ])
    func `labelled utterances are routed as people would`(file: String, count: Int) throws {
        let set = try LabelledSet(file)
        #expect(set.cases.count == count)
        var right: [String: Int] = [:]
        var total: [String: Int] = [:]
        var stolen: [String] = []
        for line in set.cases {
            let route = line.route()
            total[line.category, default: 0] += 1
            if line.accepts(route) {
                right[line.category, default: 0] += 1
            } else if line.isStolen(by: route) {
                stolen.append(line.utterance.text)
            }
        }
        let shares = total.mapValues { Double($0) }.map { ($0.key, Double(right[$0.key] ?? 0) / $0.value) }
        let outcome = Double(right.values.reduce(0, +)) / Double(set.cases.count)
        #expect(outcome >= 0.95)
        #expect(shares.map(\.1).reduce(0, +) / Double(shares.count) >= 0.95)
        #expect(stolen.count <= 6, "\(stolen)")
        for (category, share) in shares {
            // A subject is told by what words mean, not by a list of them.
            let least = category.hasPrefix("domain") || category == "sticky" ? 0.6 : 0.8
            #expect(share >= least, "\(category)")
        }
    }

    /// Recognisers that write capitals and stops leave many commas out.
    @Test(arguments: ["development.tsv", "rehearsal.tsv", "judged-a.tsv", "judged-b.tsv"])
    func `a sentence without its commas is meant for the same ones`(file: String) throws {
        let cases = try LabelledSet(file).cases.filter { $0.utterance.text.contains(",") }
        let right = cases.count { $0.accepts($0.route(text: $0.utterance.text.replacing(",", with: ""))) }
        #expect(cases.count > 50 && Double(right) >= 0.88 * Double(cases.count), "\(right) of \(cases.count)")
    }
}

private struct LabelledSet {
    struct Case {
        let category: String
        let roster: Roster
        let utterance: Utterance
        let kind: Route.Kind
        let to: [String]

        func route(text: String? = nil) -> Route {
            var said = utterance
            said.text = text ?? said.text
            return roster.route(said)
        }

        /// The room would do the same: `stay` and an address to the holder are one, and so are all by name and `all`.
        func accepts(_ route: Route) -> Bool {
            switch kind {
            case .address, .domain, .stay: speakers(kind, to) == speakers(route.kind, route.to)
            case .all: route.kind == .all || Set(route.to) == Set(roster.agents.map(\.id))
            case .stop: route.kind == .stop
            case .backchannel, .none: route.kind == .backchannel || route.kind == .none
            }
        }

        private func speakers(_ kind: Route.Kind, _ to: [String]) -> [String]? {
            switch kind {
            case .address, .domain: to
            case .stay: utterance.floor.map { [$0] } ?? []
            case .all, .stop, .backchannel, .none: nil
            }
        }

        func isStolen(by route: Route) -> Bool {
            let expectsNobodyNew = [Route.Kind.stay, .stop, .backchannel, .none].contains(kind)
            return expectsNobodyNew && [Route.Kind.address, .domain, .all].contains(route.kind)
        }
    }

    let cases: [Case]

    init(_ name: String, file: String = #filePath) throws {
        let path = URL(filePath: file).deletingLastPathComponent().appending(
            path: "../Fixtures/routing/\(name)")
        let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        var rooms: [String: [Candidate]] = [:]
        for row in rows where row[0] == "agent" {
            rooms[row[1], default: []].append(
                Candidate(id: row[2], name: row[2], aliases: Self.list(row[3]), domains: Self.list(row[4])))
        }
        let rosters = rooms.mapValues { Roster($0) }
        cases = try rows.filter { $0[0] != "agent" }.map { row in
            Case(
                category: row[0], roster: try #require(rosters[row[1]]),
                utterance: Utterance(
                    text: row[5], speaker: row[4] == "user" ? .caller : .agent(row[4]),
                    floor: row[2] == "-" ? nil : row[2],
                    speaking: row[3] == "-" ? nil : row[3]),
                kind: try #require(Route.Kind(rawValue: row[6])), to: Self.list(row[7]))
        }
    }

    private static func list(_ text: String) -> [String] {
        text.isEmpty ? [] : text.components(separatedBy: ", ")
    }
}
