import ArgumentParser
import Foundation
import PersonaFiles
import Personas

struct Agents: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks after persona files.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validates every persona file of a folder.",
            discussion:
                "Prints `file:line: error: …` for each mistake, and ends with code 1 when there is one.")

        @Argument(help: "The folder.")
        var folder = "Agents"

        func run() throws {
            let personas = try PersonaFolder(path: folder, environment: ProcessInfo.processInfo.environment)
            let catalogue = personas.catalogue
            for mistake in catalogue.mistakes { say(mistake.description(in: folder)) }
            let broken = catalogue.entries.filter(\.isBroken).count
            guard broken == 0 else {
                warn("\(broken) of \(catalogue.entries.count) files cannot be used")
                throw ExitCode(1)
            }
            guard !catalogue.entries.isEmpty else { throw Complaint.noPersona(in: folder) }
            say(
                "\(catalogue.entries.count) personas, all fine: \(catalogue.personas.map(\.id).joined(separator: ", "))"
            )
        }
    }
}
