import Addressing
import ArgumentParser
import Foundation
import PersonaFiles
import Personas
import Realtime

struct Agents: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks after persona files.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validates every persona file of a folder.",
            discussion: """
                Prints `file:line: error: …` for each mistake, and ends with code 1 when there is one. Names that people \
                or speech recognition may confuse get `file:line: warning: …` and what to do. Tells which profile holds \
                for each Realtime server that a persona names.
                """)

        @Argument(help: "The folder.")
        var folder = "Agents"

        func run() throws {
            let personas = try PersonaFolder(path: folder, environment: ProcessInfo.processInfo.environment)
            let catalogue = personas.catalogue
            for mistake in catalogue.mistakes { say(mistake.description(in: folder)) }
            for warning in confusions(in: catalogue) { say(warning.description(in: folder)) }
            let broken = catalogue.entries.filter(\.isBroken).count
            guard broken == 0 else {
                warn("\(broken) of \(catalogue.entries.count) files cannot be used")
                throw ExitCode(1)
            }
            guard !catalogue.entries.isEmpty else { throw Complaint.noPersona(in: folder) }
            for persona in catalogue.personas { for line in profiles(of: persona) { say(line) } }
            say(
                "\(catalogue.entries.count) personas, all fine: \(catalogue.personas.map(\.id).joined(separator: ", "))"
            )
        }

        /// What its Realtime servers are taken for. A model alone lives on the service's own.
        private func profiles(of persona: Persona) -> [String] {
            persona.realtime.compactMap { server in
                guard
                    let profile = server.profile
                        ?? server.url.map({ ServerProfile.of(url: $0).name.rawValue })
                else { return nil }
                return "\(persona.id): \(server.url ?? "the service's server") is \(profile)"
            }
        }

        /// Names that lead astray when all personas are in one room.
        private func confusions(in catalogue: Catalogue) -> [PersonaMistake] {
            let roster = Roster(
                catalogue.personas.map {
                    Candidate(id: $0.id, name: $0.name, aliases: $0.aliases, domains: $0.expertise)
                })
            return roster.confusable.compactMap { confusion in
                guard let entry = catalogue.entry(confusion.name.agent) else { return nil }
                let line = entry.calledNames.first { $0.spelling == confusion.name.spelling }?.line ?? 1
                return PersonaMistake(file: entry.file, line: line, severity: .warning, confusion.advice)
            }
        }
    }
}
