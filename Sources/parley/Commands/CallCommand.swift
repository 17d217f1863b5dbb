import ArgumentParser
import Foundation
import Networking
import Personas
import Service

struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Calls a room with a recording instead of a microphone.",
        discussion: """
            Streams a WAV of any rate, mono or stereo, in real time, records what the room plays, and prints the \
            conversation. Ends when the WAV has been played and the room has been quiet for 3 s; ^C hangs up before.

            The key, when the service asks for one, comes from PARLEY_API_KEY; a caller with a --token needs none.
            """)

    @Argument(help: "The room.")
    var room: String
    @Option(name: .customLong("in"), help: ArgumentHelp("What the caller says.", valueName: "wav"))
    var input: String
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Where to write what the caller hears.", valueName: "wav"))
    var output: String?
    @Option(help: "The service.")
    var url = "http://127.0.0.1:8080"
    @Option(help: "The caller's name, as others read it.")
    var name: String?
    @Option(help: "A caller's token for this room.")
    var token: String?

    @Option(
        help: ArgumentHelp(
            "How sound goes over the line: \(formatNames). (default: pcm16)", valueName: "format"),
        transform: { text in
            guard let format = LineFormat(rawValue: text) else {
                throw ValidationError("expected one of \(formatNames), found “\(text)”")
            }
            return format
        })
    var format = LineFormat.pcm16

    func run() async throws {
        guard isIdentity(room) else {
            throw Complaint("“\(room)” is no room: expected 1 to 64 of the characters A-Z a-z 0-9 . _ -")
        }
        let voice = try VoiceFile.read(input)
        if let output { try VoiceFile.requireWritable(output, option: "--out") }
        let termination = Termination()
        let reactor = try Reactor.start(name: "call")
        let service = ServiceClient(
            url, key: ProcessInfo.processInfo.environment["PARLEY_API_KEY"], on: reactor)
        let line = RecordedCaller.Line(
            service: service.url, headers: service.headers, room: room, identity: identity, name: name,
            token: token, format: format)
        var names: [String: String] = [:]
        if let identity, let name { names[identity] = name }
        let narrator = Narrator(Conversation(names: names), on: reactor)
        let caller = RecordedCaller(line, voice: voice, on: reactor) { narrator.tell($0) }
        let result = await Result { try await caller.call(until: termination) }
        await reactor.stop()
        let outcome = try result.get()
        if let output {
            try VoiceFile.write(outcome.heard.samples, to: output)
            say("\(output): what \(name ?? "the caller") heard")
        }
        if termination.isRequested { throw ExitCode(130) }
    }

    /// The name as an identity, where it can be one; else the service makes one. A token brings its own.
    private var identity: String? {
        guard token == nil, let name = name?.lowercased(), isIdentity(name) else { return nil }
        return name
    }
}

private let formatNames = LineFormat.allCases.map(\.rawValue).joined(separator: ", ")
