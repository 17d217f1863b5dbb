import ArgumentParser
import Foundation
import JSONValues
import Networking
import PersonaFiles
import Service

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows it: three agents, a recorded caller, a conversation to read and to hear.",
        discussion: """
            Starts the service on a free port (or --port), brings the first three agents of --agents into the room \
            “demo” through POST /voice/join, plays a recorded caller to them, prints who says what and who holds \
            the floor and why, and writes what was said to demo.wav in --data: the agents left, the caller right. \
            Then it goes on serving; --once ends it, with code 0 if every agent that was called on answered.
            """)

    @OptionGroup var options: ServeOptions
    @Flag(help: "End when the conversation has ended.")
    var once = false
    @Option(
        help: ArgumentHelp(
            "What the caller says; demo/caller.wav in --agents if not given.", valueName: "wav"))
    var caller: String?

    private static let room = "demo"
    private static let cast = 3

    func run() async throws {
        var defaults = Settings()
        defaults.port = 0
        defaults.log.level = .warning
        let termination = Termination()
        let settings = reachable(try options.settings(defaults: defaults))
        let voice = try callersVoice(settings)
        let service = try await RunningService.start(settings)
        if let notice = service.notice { say(notice) }
        say("listening on \(service.url)")
        let result = await Result { try await play(voice, in: service, settings, until: termination) }
        if once || termination.isRequested {
            await service.drain()
            if termination.isRequested { throw ExitCode(130) }
            guard try result.get() else { throw ExitCode(1) }
        } else {
            if case .failure(let error) = result { warn("Error: \(error)") }
            say("still serving \(service.url); ^C ends it")
            await termination.requested()
            await service.drain()
        }
    }

    /// The demo is its own guest, whatever the service is set up for: a certificate names a host that this one need not
    /// be, and keys with names may not be allowed everything.
    private func reachable(_ settings: Settings) -> Settings {
        var settings = settings
        if settings.tls != nil {
            settings.tls = nil
            say("the demo speaks plain HTTP: tls_certificate and tls_key are for `parley serve`")
        }
        if settings.apiKey == nil, !settings.apiKeys.isEmpty {
            settings.apiKey = Secret(
                (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined())
        }
        return settings
    }

    private func callersVoice(_ settings: Settings) throws -> [Int16] {
        if let caller { return try VoiceFile.read(caller) }
        guard FileManager.default.fileExists(atPath: settings.agents) else {
            throw PersonaFolderError.missing(settings.agents)
        }
        let path = "\(settings.agents)/demo/caller.wav"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Complaint("\(path): the demo's caller is not there; name a recording with --caller")
        }
        return try VoiceFile.read(path)
    }

    /// - Returns: whether every agent that was called on answered.
    private func play(
        _ voice: [Int16], in service: RunningService, _ settings: Settings, until termination: Termination
    ) async throws -> Bool {
        let path = try recordingPath(in: settings.data)
        let client = ServiceClient(service.url, key: settings.apiKey?.value, on: service.reactor)
        let names = try await join(client, agentsIn: settings.agents)
        let line = RecordedCaller.Line(
            service: service.url, headers: client.headers, room: Self.room, identity: "caller", name: "Caller"
        )
        let rollCall = RollCall()
        let narrator = Narrator(
            Conversation(names: names.merging(["caller": "Caller"]) { agent, _ in agent }),
            on: service.reactor)
        let recorded = RecordedCaller(
            line, voice: voice, patience: patience, manners: manners(settings), on: service.reactor
        ) { event in
            rollCall.note(event)
            narrator.tell(event)
        }
        let outcome = try await recorded.call(until: termination)
        try VoiceFile.write(outcome.heard.interleaved(with: outcome.said), channelCount: 2, to: path)
        say("\(path): the agents left, the caller right")
        let silent = rollCall.silent
        if !silent.isEmpty, !termination.isRequested {
            warn("called on and not heard: \(silent.joined(separator: ", "))")
        }
        return silent.isEmpty && rollCall.anybodySpoke
    }

    /// The sample caller ends with a pause, in which whatever is still to come has begun.
    private var patience: Duration { caller == nil ? .milliseconds(1_500) : .seconds(3) }

    /// A model's answers are of any length. The scripts' are those the recording was made for: they can only be late,
    /// and on a machine that is too busy for speech the demo had better end than last.
    private func manners(_ settings: Settings) -> Manners {
        let isScripted = settings.realtime.isEmbedded && settings.languageModel.url == nil
        return .patient(budget: isScripted ? .seconds(4) : .seconds(120))
    }

    /// - Returns: spoken names by identity.
    private func join(_ client: ServiceClient, agentsIn folder: String) async throws -> [String: String] {
        let agents = try await client.get("/agents")["agents"]?.arrayValue ?? []
        let fit = agents.filter { $0["name"]?.stringValue != nil }.prefix(Self.cast)
        guard fit.count == Self.cast else {
            throw Complaint(
                "\(folder): the demo needs \(Self.cast) agents, \(fit.count) \(fit.count == 1 ? "is" : "are") there; name another folder with --agents"
            )
        }
        var names: [String: String] = [:]
        for agent in fit {
            guard let id = agent["id"]?.stringValue, let name = agent["name"]?.stringValue else { continue }
            _ = try await client.post(
                "/voice/join", ["room": .string(Self.room), "agent": .string(id)], preferring: "wait=30")
            say("\(name) is in the room")
            names[id] = name
        }
        return names
    }

    private func recordingPath(in folder: String) throws -> String {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Complaint(
                "\(folder): the folder cannot be made: \(error.localizedDescription); name another with --data"
            )
        }
        let path = "\(folder)/demo.wav"
        try VoiceFile.requireWritable(path, option: "--data")
        return path
    }
}
