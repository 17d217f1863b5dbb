import FloorControl
import JSONValues
import Personas
import Realtime

/// What an agent's session is told beside the conversation: who it is, who else is here, how turns
/// work. The persona's own words stand in it word for word.
struct Briefing: Sendable {
    let profile: AgentProfile
    /// The others in the room, as "Name (identity)".
    let others: [String]
    /// The people whose voices the session gets to hear; `nil` when it is told their words.
    var heard: [String]?
    /// MCP servers that the session's server calls by itself, by name.
    var vendorServers: [String] = []
    /// Tools that were found since the agent joined.
    var offers: [ToolOffer] = []

    var instructions: String {
        let company =
            others.isEmpty
            ? "There are no other agents in the call."
            : "The other agents are \(others.joined(separator: ", "))."
        return """
            \(profile.persona.instructions)

            You are \(profile.persona.name) in a voice call with people and other agents. \(company)
            Every line of the conversation begins with its speaker's name in brackets; never say brackets or names of speakers yourself, and speak only for yourself.
            \(people)\(language)Only one agent speaks at a time. You speak when you are given the turn. When another agent should answer, say so briefly and call request_turn with that agent and the reason; your sentence is finished first.
            """
    }

    /// Sound has no name in brackets: with one person in the call it needs none, with several it stands in
    /// a line of its own before it.
    private var people: String {
        guard let heard, let first = heard.first else { return "" }
        let names = heard.map(Self.harmless).joined(separator: ", ")
        return heard.count == 1
            ? "The person in the call is \(Self.harmless(first)); what you hear without a name is said by them.\n"
            : "The people in the call are \(names). A line with only a name in brackets says who is heard next.\n"
    }

    /// A Realtime session has no member for it: a model is told.
    private var language: String {
        guard let tag = profile.persona.language else { return "" }
        return "Speak the language with the tag \(tag) (BCP 47) unless somebody asks you for another.\n"
    }

    /// People choose their names: in instructions they are one short line without brackets.
    private static func harmless(_ name: String) -> String {
        String(Attribution.name(name).prefix(40))
    }

    /// The words of a greeting, a moderator's instructions, a hand-off: they replace the session's
    /// instructions for one response, so those come first.
    func instructions(for turn: Turn, handedOverBy name: String?) -> String? {
        switch turn.reason {
        case .greeting: turn.note.map(instructions(toSay:))
        case .moderator: turn.note.map { "\(instructions)\n\nThe moderator gives you the turn: \($0)" }
        case .request:
            "\(instructions)\n\n\(handOff(turn, name)): \(turn.note.flatMap { $0.isEmpty ? nil : Attribution.words($0) } ?? "no reason given")"
        case .address, .domain, .floor, .all: nil
        }
    }

    private func handOff(_ turn: Turn, _ name: String?) -> String {
        turn.handedOverBy == turn.agent
            ? "You asked for this turn yourself" : "Hand-off from \(name ?? "another agent")"
    }

    /// A greeting's or a filler's words.
    func instructions(toSay words: String) -> String { "\(instructions)\n\nSay exactly: \(words)" }

    /// The first `session.update`: automatic answers off, the persona's voice and tools.
    var configuration: SessionConfiguration {
        var session = SessionConfiguration(kind: .realtime)
        session.instructions = .value(instructions)
        session.outputModalities = .value([.audio])
        session.input.format = .value(.standard)
        session.input.turnDetection = .null
        session.output.format = .value(.standard)
        if let voice = profile.persona.voice { session.output.voice = .value(.named(voice)) }
        session.tools = .value(tools)
        session.toolChoice = .value(.auto)
        return session
    }

    static let requestTurn = "request_turn"

    var tools: [Tool] {
        let requestTurn = FunctionTool(
            name: Self.requestTurn,
            description: "Hand the floor to another agent of this call. Your response is finished first.",
            parameters: [
                "type": "object",
                "properties": [
                    "agent": ["type": "string", "description": "The agent's identity or name."],
                    "reason": ["type": "string", "description": "Why that agent, in a few words."],
                ],
                "required": ["agent", "reason"],
            ])
        let own = profile.persona.tools.map { tool in
            FunctionTool(
                name: tool.name, description: tool.description,
                parameters: try? JSON(parsing: tool.parameters))
        }
        let found = offers.filter { !vendorServers.contains($0.server) }.map { offer in
            FunctionTool(
                name: offer.name, description: offer.description,
                parameters: try? JSON(parsing: offer.parameters))
        }
        return ([requestTurn] + own + found).map(Tool.function) + vendorTools
    }

    private var vendorTools: [Tool] {
        profile.persona.mcp.filter { vendorServers.contains($0.name) }.map { server in
            let headers = server.headers.map { ($0.name, JSON.string($0.value.value) as JSON?) }
            return .other(
                .members([
                    ("type", "mcp"), ("server_label", .string(server.name)),
                    ("server_url", .string(server.url.value)),
                    ("headers", headers.isEmpty ? nil : .members(headers)),
                    ("allowed_tools", server.allowedTools.map { .array($0.map(JSON.string)) }),
                    ("require_approval", "never"),
                ]))
        }
    }
}
