import ArgumentParser
import Foundation
import Service

/// The options of the service, as `serve` and `demo` take them. Each is read by ``Settings``, which says
/// what is wrong with it in the same words whether it came from here, the environment or the file.
struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to listen; anything but this machine needs a key (PARLEY_API_KEY).", valueName: "address"))
    var host: String?
    @Option(help: "The port; 0 picks a free one. (default: 8080)")
    var port: String?
    @Option(help: ArgumentHelp("The folder of persona files. (default: Agents)", valueName: "folder"))
    var agents: String?
    @Option(help: ArgumentHelp("The folder for what is kept. (default: .parley)", valueName: "folder"))
    var data: String?
    @Option(
        help: ArgumentHelp("A YAML file with these options as keys: `idle_timeout: 60s`.", valueName: "file"))
    var config: String?
    @Option(
        help: ArgumentHelp(
            "Event loops that the rooms are spread over, by their names; at most a core each. (default: 1)",
            valueName: "count"))
    var reactors: String?

    @Option(
        help: ArgumentHelp(
            "A Realtime server: wss://api.openai.com/v1/realtime for example. Without it and without OPENAI_API_KEY, the embedded one.",
            valueName: "url"))
    var realtimeUrl: String?
    @Option(
        help: ArgumentHelp(
            "What kind of server that is, if its host does not tell: speech-to-speech, localai, speaches, … (Protocol/servers.md)",
            valueName: "profile"))
    var realtimeProfile: String?
    @Option(
        help: ArgumentHelp(
            "The model of agents that name none. (default: \(Settings.Realtime.defaultModel))",
            valueName: "name"))
    var realtimeModel: String?
    @Option(
        help: ArgumentHelp("The model that hears callers. (default: gpt-realtime-whisper)", valueName: "name")
    )
    var transcriptionModel: String?
    @Option(
        help: ArgumentHelp(
            "What agents are given of callers: audio or text; on the embedded server always text. (default: audio)",
            valueName: "kind"))
    var agentInput: String?
    @Option(
        help: ArgumentHelp(
            "A Chat Completions server for the embedded brain; without it, agents speak their scripts.",
            valueName: "url"))
    var llmUrl: String?
    @Option(help: ArgumentHelp("Its model.", valueName: "name"))
    var llmModel: String?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Hosts and networks inside that callbacks may go to all the same.", valueName: "host-or-cidr"))
    var callbackAllow: [String] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Web pages of other hosts that may open lines: https://app.example.com, or * for all.",
            valueName: "origin"))
    var allowedOrigins: [String] = []
    @Option(
        help: ArgumentHelp(
            "A certificate, PEM, and those above it: the service then speaks TLS. Loaded again when it changes.",
            valueName: "file"))
    var tlsCertificate: String?
    @Option(help: ArgumentHelp("Its key, PEM.", valueName: "file"))
    var tlsKey: String?
    @Flag(help: "Listen to other machines without a key, and mean it.")
    var insecure = false
    @Flag(help: "Record every room, into recordings in --data; without it, rooms whose join asks for it.")
    var recording = false

    @Option(help: ArgumentHelp("How long a room may stand empty. (default: 60s)", valueName: "duration"))
    var idleTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long agents wait for a caller to come back. (default: 10m)", valueName: "duration"))
    var emptyTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long a shutdown waits for turns and callbacks. (default: 30s)", valueName: "duration"))
    var drainTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long a turn may stay silent at its beginning. (default: 5s)", valueName: "duration"))
    var firstAudioTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long sound may be missing in the middle of a turn. (default: 8s)", valueName: "duration"))
    var silenceTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long a turn may last, not counting the time a caller's voice holds it. (default: 2m)",
            valueName: "duration"))
    var maxTurnLength: String?
    @Option(
        help: ArgumentHelp(
            "How long after a voice has stopped its words may still arrive before an agent goes on. (default: 1500ms)",
            valueName: "duration"))
    var wordsTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long a final transcript is awaited before the partial one decides. (default: 3s)",
            valueName: "duration"))
    var transcriptTimeout: String?
    @Option(
        help: ArgumentHelp(
            "How long a turn promised to an agent without connection is kept for it. (default: 10s)",
            valueName: "duration"))
    var claimTimeout: String?
    @Option(
        help: ArgumentHelp(
            "The first pause before a lost session is tried again; it doubles. (default: 500ms)",
            valueName: "duration"))
    var reconnectInitial: String?
    @Option(help: ArgumentHelp("The longest such pause. (default: 30s)", valueName: "duration"))
    var reconnectMax: String?
    @Option(help: ArgumentHelp("Tries of one Realtime server. (default: 5)", valueName: "count"))
    var reconnectAttempts: String?
    @Option(
        help: ArgumentHelp(
            "How long before a Realtime session ends another one takes its place. (default: 2m)",
            valueName: "duration"))
    var rotateBefore: String?
    @Option(help: ArgumentHelp("Rooms at once. (default: 1000)", valueName: "count"))
    var maxRooms: String?
    @Option(help: ArgumentHelp("Agents in one room. (default: 32)", valueName: "count"))
    var maxAgentsPerRoom: String?
    @Option(help: ArgumentHelp("Callers in one room. (default: 32)", valueName: "count"))
    var maxCallersPerRoom: String?
    @Option(help: ArgumentHelp("Agents and callers in all rooms. (default: 4000)", valueName: "count"))
    var maxSessions: String?
    @Option(
        help: ArgumentHelp(
            "Joins a second by one key; ten times as many at once. (default: 100)", valueName: "count"))
    var maxJoinsPerSecond: String?
    @Option(
        help: ArgumentHelp(
            "Bytes of events that wait in memory while the journal cannot be written; beyond that they are lost. (default: 67108864)",
            valueName: "count"))
    var maxUnkeptBytes: String?
    @Option(
        help: ArgumentHelp("How long a request's headers may take. (default: 10s)", valueName: "duration"))
    var headerTimeout: String?
    @Option(help: ArgumentHelp("How long a whole request may take. (default: 30s)", valueName: "duration"))
    var requestTimeout: String?
    @Option(
        help: ArgumentHelp(
            "Connections of one address; 0 for any number. (default: 512, any number from this machine)",
            valueName: "count"))
    var maxConnectionsPerAddress: String?
    @Option(help: ArgumentHelp("Agent turns in a row without a caller. (default: 6)", valueName: "count"))
    var maxAgentTurns: String?
    @Option(
        help: ArgumentHelp(
            "How often in a row an agent may request the turn for itself; 0: never. (default: 1)",
            valueName: "count"))
    var maxSelfRequests: String?
    @Option(
        help: ArgumentHelp(
            "How many items an agent's session may hold before the oldest talk is condensed. (default: 500)",
            valueName: "count"))
    var sessionItems: String?
    @Option(
        help: ArgumentHelp("How many tokens it may hold. (default: 24000)", valueName: "count"))
    var sessionTokens: String?

    @Option(
        help: ArgumentHelp(
            "How the log on standard error is written: human or json. (default: human)", valueName: "format"))
    var logFormat: String?
    @Option(
        help: ArgumentHelp(
            "The least that is logged: trace, debug, info, notice, warning, error, critical. (default: info)",
            valueName: "level"))
    var logLevel: String?
    @Option(
        help: ArgumentHelp(
            "How long what happened in a room is kept after it closed. (default: 72h)", valueName: "duration")
    )
    var retention: String?

    /// - Parameter defaults: what holds where no layer says anything.
    func settings(defaults: Settings = Settings()) throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        return try Settings(
            flags: flags, environment: environment, file: try ConfigurationOption.read(config, environment),
            defaults: defaults)
    }

    private var flags: [SettingName: [String]] {
        let single: [SettingName: String?] = [
            .host: host, .port: port, .agents: agents, .data: data, .reactors: reactors,
            .realtimeURL: realtimeUrl,
            .realtimeModel: realtimeModel, .realtimeProfile: realtimeProfile,
            .transcriptionModel: transcriptionModel, .agentInput: agentInput,
            .llmURL: llmUrl,
            .llmModel: llmModel, .insecure: insecure ? "true" : nil,
            .recording: recording ? "true" : nil, .idleTimeout: idleTimeout,
            .emptyTimeout: emptyTimeout, .drainTimeout: drainTimeout, .firstAudioTimeout: firstAudioTimeout,
            .maxRooms: maxRooms, .maxAgentsPerRoom: maxAgentsPerRoom, .maxCallersPerRoom: maxCallersPerRoom,
            .maxSessions: maxSessions, .maxJoinsPerSecond: maxJoinsPerSecond, .headerTimeout: headerTimeout,
            .requestTimeout: requestTimeout, .maxUnkeptBytes: maxUnkeptBytes,
            .maxAgentTurns: maxAgentTurns, .silenceTimeout: silenceTimeout, .maxTurnLength: maxTurnLength,
            .wordsTimeout: wordsTimeout, .transcriptTimeout: transcriptTimeout, .claimTimeout: claimTimeout,
            .reconnectInitial: reconnectInitial, .reconnectMax: reconnectMax,
            .reconnectAttempts: reconnectAttempts, .rotateBefore: rotateBefore,
            .tlsCertificate: tlsCertificate, .tlsKey: tlsKey,
            .maxConnectionsPerAddress: maxConnectionsPerAddress,
            .maxSelfRequests: maxSelfRequests, .sessionItems: sessionItems, .sessionTokens: sessionTokens,
            .logFormat: logFormat, .logLevel: logLevel,
            .retention: retention,
        ]
        var flags = single.compactMapValues { $0.map { [$0] } }
        if !callbackAllow.isEmpty { flags[.callbackAllow] = callbackAllow }
        if !allowedOrigins.isEmpty { flags[.allowedOrigins] = allowedOrigins }
        return flags
    }
}
