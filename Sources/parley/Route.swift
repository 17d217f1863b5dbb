import Addressing
import ArgumentParser
import Foundation
import JSONValues

/// `parley route`: whom utterances are meant for, one JSON line in, one out. No network, no state.
struct Route: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say who would be given the turn.",
        discussion: """
            Reads lines {"id","agents":[{"name","aliases","domains"}],"floor","speaking","speaker","text"} and writes \
            {"id","kind","to","why","sureness"} for each, at once. Sureness: certain, likely or guess. Kinds: \(Addressing.Route.Kind.allCases.map(\.rawValue).joined(separator: " ")).
            """)

    func run() throws {
        var lines = RouteLines()
        var failed = false
        var number = 0
        while var line = readLine() {
            number += 1
            // Editors of other systems put a byte order mark in front; RFC 8259, 8.1, lets readers pass over it.
            if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            do {
                print(try lines.answer(line))
                // A filter's reader waits for the answer to its line.
                fflush(nil)
            } catch {
                failed = true
                warn("line \(number): error: \(error)")
            }
        }
        if failed { throw ExitCode.failure }
    }
}

/// Answers the lines of `parley route`.
struct RouteLines {
    /// The room of the line before: files mostly keep to one for many lines, and a roster takes long to prepare.
    private var last: (agents: JSON, roster: Roster)?

    /// - Throws: ``JSONSyntaxError`` or ``JSONShapeError``, which name the place.
    mutating func answer(_ line: String) throws -> String {
        let json = try JSON(parsing: line)
        let reader = try JSONReader(json)
        let agents = JSON.array(try reader.array("agents"))
        let roster =
            try last.flatMap { $0.agents == agents ? $0.roster : nil } ?? Roster(Self.candidates(agents))
        last = (agents, roster)
        let speaker = try reader.optionalString("speaker") ?? "user"
        let route = roster.route(
            Utterance(
                text: try reader.string("text"),
                speaker: roster.agents.contains { $0.id == speaker } ? .agent(speaker) : .caller,
                floor: try reader.optionalString("floor"), speaking: try reader.optionalString("speaking")))
        let answer: JSON = [
            "id": json["id"] ?? .null, "kind": .string(route.kind.rawValue),
            "to": .array(route.to.map { .string($0) }), "why": .string(route.why),
            "sureness": .string(route.sureness.name),
        ]
        return answer.text
    }

    /// An agent's name is its id here.
    private static func candidates(_ agents: JSON) throws -> [Candidate] {
        try (agents.arrayValue ?? []).enumerated().map { index, agent in
            let reader = try JSONReader(agent, path: "agents[\(index)]")
            let name = try reader.string("name")
            return Candidate(
                id: name, name: name, aliases: try strings("aliases", of: reader),
                domains: try strings("domains", of: reader))
        }
    }

    private static func strings(_ key: String, of reader: JSONReader) throws -> [String] {
        guard reader.has(key) else { return [] }
        return try reader.array(key).map { element in
            guard let text = element.stringValue else {
                throw reader.mismatch(key, expected: "an array of strings")
            }
            return text
        }
    }
}
