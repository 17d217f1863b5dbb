import ArgumentParser
import FloorControl
import Foundation
import Journal
import Service

struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a recorded room through floor control again, and reports any difference.",
        discussion: """
            Prints the turns of the call: who was given the floor when, why, and what came of it. Then tells the floor once \
            more what it was told, and compares what it decides with what it decided. Ends with 0 when nothing differs, 1 \
            when something does, 2 when there is nothing to replay. Works while the service runs.
            """)

    @Argument(
        help: ArgumentHelp(
            "A room whose record is kept in --data, or an exported file.", valueName: "file|room"))
    var source: String
    @Option(
        help: ArgumentHelp(
            "The folder for what is kept, as `serve` has it. (default: as PARLEY_DATA or the config file says, else .parley)",
            valueName: "folder"))
    var data: String?
    @Option(
        help: ArgumentHelp(
            "The config file of `serve`, for its `data`. (default: PARLEY_CONFIG)", valueName: "file"))
    var config: String?
    @Option(help: ArgumentHelp("Which life of the room, from 1. (default: its last)", valueName: "number"))
    var epoch: Int?
    @Option(
        help: ArgumentHelp("Writes the record to a file, one JSON line for each input.", valueName: "file"))
    var export: String?

    func validate() throws {
        if let epoch, epoch < 1 { throw ValidationError("--epoch: lives count from 1, found \(epoch)") }
        if isFile, epoch != nil || export != nil {
            throw ValidationError("\(source) is an exported file: --epoch and --export go with a room")
        }
    }

    func run() async throws {
        let record: RecordSource
        do {
            record =
                isFile
                ? try RecordSource(file: source)
                : try await RecordSource(room: source, epoch: epoch, in: try folder())
        } catch let nothing as NothingToReplay {
            warn(nothing.description)
            throw ExitCode(2)
        }
        if let export { try record.export(to: export) }
        for line in ReplayText(record.report, of: record.life).lines { say(line) }
        if !record.report.findings.isEmpty { throw ExitCode(1) }
    }

    /// A file goes before a room of the same name.
    private var isFile: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private func folder() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        return try Settings.dataFolder(
            flag: data, environment: environment, file: try ConfigurationOption.read(config, environment))
    }
}

/// A sentence that says why, and what to do.
struct NothingToReplay: Error, CustomStringConvertible {
    let description: String
    init(_ text: String) { description = text }
}
