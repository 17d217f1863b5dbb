import FloorControl
import Realtime
import Rooms
import Tracing

/// An agent as a trace knows it.
struct TracedAgent {
    var name: String
    var participantID = ""
    /// Of the join that brought it in.
    var cause: TraceContext?
    var server: RoomSettings.Backend.Attempt?
    /// From `joining` to the outcome.
    var joining: (any Span)?
}

// Agents come in: a span each, with a link to whatever asked for it.
//
// A link, and not the parent: a room is one trace with one root, and each of its joins may belong to another trace of
// the platform's. A request that lasts a millisecond is no parent of a call that lasts an hour, either: its trace
// would never be complete.

extension RoomTrace {
    /// Comes before its `joining`.
    func expect(_ agent: Identity, name: String, cause: TraceContext?) {
        agents[agent] = TracedAgent(name: name, cause: cause)
    }

    /// Where its session is, from now on.
    func connects(_ agent: Identity, to server: RoomSettings.Backend.Attempt) {
        agents[agent]?.server = server
        if let joining = agents[agent]?.joining {
            joining.updateAttributes { $0.merge(attributes(of: agent)) }
        }
    }

    func changed(_ agent: Identity, _ participantID: String, _ status: AgentStatus, _ fault: EventFault?) {
        switch status {
        case .joining: joining(agent, participantID)
        case .joined, .left: agents[agent]?.endJoining(nil)
        case .failed:
            agents[agent]?.endJoining(fault?.code ?? "failed")
            note("agent.failed", agent, fault)
        case .reconnecting: note("agent.reconnecting", agent, fault)
        case .thinking, .speaking, .listening: break
        }
    }

    private func joining(_ agent: Identity, _ participantID: String) {
        var known = agents[agent] ?? TracedAgent(name: agent.description)
        known.participantID = participantID
        agents[agent] = known
        var all = attributes(of: agent)
        all["gen_ai.operation.name"] = "create_agent"
        let span = start("create_agent \(known.name)", kind: .client, all)
        if let cause = known.cause {
            var context = InstrumentationContext.topLevel
            context.trace = cause
            span.addLink(SpanLink(context: context, attributes: ["parley.link": "join"]))
        }
        agents[agent]?.joining = span
    }

    private func note(_ name: String, _ agent: Identity, _ fault: EventFault?) {
        var attributes: SpanAttributes = ["parley.participant": .string(agent.description)]
        if let fault { attributes["error.type"] = fault.code }
        call?.addEvent(SpanEvent(name: name, attributes: attributes))
    }

    /// Who it is and which model speaks for it.
    func attributes(of agent: Identity) -> SpanAttributes {
        var all: SpanAttributes = ["parley.participant": .string(agent.description)]
        guard let known = agents[agent] else { return all }
        all["gen_ai.agent.name"] = known.name
        if !known.participantID.isEmpty { all["gen_ai.agent.id"] = known.participantID }
        guard let server = known.server else { return all }
        all["gen_ai.provider.name"] = server.profile.name.provider
        all["gen_ai.request.model"] = server.model
        guard let place = ServerPlace(url: server.url) else { return all }
        all["server.address"] = place.host
        all["server.port"] = place.port
        return all
    }
}

extension TracedAgent {
    /// - Parameter fault: its code if it did not come in.
    fileprivate mutating func endJoining(_ fault: String?) {
        guard let span = joining else { return }
        joining = nil
        if let fault {
            span.attributes["error.type"] = fault
            span.setStatus(SpanStatus(code: .error))
        }
        span.end()
    }
}

/// Host and port of a server's URL, without what may be a secret in it.
struct ServerPlace: Equatable {
    let host: String
    let port: Int

    init?(url: String) {
        let isSecure = url.hasPrefix("wss://") || url.hasPrefix("https://")
        guard let start = url.range(of: "://")?.upperBound else { return nil }
        let authority = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var rest = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if rest.first == "[", let end = rest.firstIndex(of: "]") {
            host = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        } else {
            host = String(rest.prefix { $0 != ":" })
            rest = rest.drop { $0 != ":" }
        }
        guard !host.isEmpty else { return nil }
        port = Int(rest.dropFirst()) ?? (isSecure ? 443 : 80)
    }
}

extension ServerProfile.Name {
    /// `gen_ai.provider.name`: the convention's own word where it has one.
    fileprivate var provider: String {
        switch self {
        case .openAI: "openai"
        case .azure: "azure.ai.openai"
        case .xai: "x_ai"
        case .embedded: "parley"
        case .qwen, .localAI, .speaches, .speechToSpeech, .vllmOmni, .inworld, .generic: rawValue
        }
    }
}
