import ArgumentParser
import EmbeddedRealtime
import Foundation
import Networking
import PersonaFiles
import Service

struct RealtimeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "realtime",
        abstract: "Runs the embedded Realtime server alone, at /v1/realtime.",
        discussion: """
            Speaks the protocol of OpenAI's Realtime API: conversation sessions with ?model=scripted/PERSONA or \
            ?model=llm, transcription sessions with ?intent=transcription. Any bearer token will do, or none.
            """)

    @Option(help: "Where to listen.")
    var host = "127.0.0.1"
    @Option(help: "The port; 0 picks a free one.")
    var port = 8_081
    @Option(
        help: ArgumentHelp(
            "The folder of persona files whose scripts it speaks. (default: Agents, if there is one)",
            valueName: "folder"))
    var agents: String?
    @Option(help: "A Chat Completions server to think with, instead of scripts.")
    var llmUrl: String?
    @Option(help: "Its model.")
    var llmModel: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        // Settings know how to read these, and complain about them.
        var flags: [SettingName: [String]] = [:]
        flags[.port] = [String(port)]
        flags[.llmURL] = llmUrl.map { [$0] }
        flags[.llmModel] = llmModel.map { [$0] }
        let settings = try Settings(flags: flags, environment: environment)
        let personas = try personas(environment)
        if let deafness = EmbeddedHouse.deafness {
            warn("\(deafness); until then sessions can read, write and speak, but not hear")
        }
        signal(SIGPIPE, SIG_IGN)
        let termination = Termination()
        let reactor = try Reactor.start(name: "realtime")
        do {
            let house = EmbeddedHouse(settings.languageModel, on: reactor) { personas[$0] }
            let port = try await house.listen(host: host, port: port)
            say("listening on http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
            await termination.requested()
            await house.close()
            await reactor.stop()
        } catch {
            await reactor.stop()
            throw error
        }
    }

    /// Nobody's script is needed to speak the protocol: a folder that nobody named may be missing.
    private func personas(_ environment: [String: String]) throws -> Catalogue {
        let standard = "Agents"
        guard agents != nil || FileManager.default.fileExists(atPath: standard) else { return Catalogue() }
        let folder = try PersonaFolder(path: agents ?? standard, environment: environment)
        for mistake in folder.catalogue.mistakes { warn(mistake.description(in: folder.path)) }
        return folder.catalogue
    }
}
