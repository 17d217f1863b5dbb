import JSONValues

/// A room's events as a conversation people can follow: who said what, who holds the floor and why.
struct Conversation {
    /// Spoken names by identity, where they are known.
    private let names: [String: String]

    init(names: [String: String] = [:]) { self.names = names }

    /// One line for an event; `nil` for what would only be in the way.
    func line(for event: JSON) -> String? {
        text(for: event).map { "\(clock(event))  \($0)" }
    }

    /// A caller's words were a listener's: whoever speaks goes on at the first unheard sample.
    func goesOn(_ agent: String, after words: JSON) -> String {
        "\(clock(words))  ▸ \(names[agent] ?? agent) goes on"
    }

    /// A caller's words asked nobody to answer, “stop” above all.
    func floorIsOpen(after words: JSON) -> String {
        "\(clock(words))  ▸ the floor is open: nobody is asked to answer"
    }

    private func text(for event: JSON) -> String? {
        switch event["type"]?.stringValue {
        case "participant.joined": "· \(name(event, "identity")) joins"
        case "participant.left": "· \(name(event, "identity")) leaves (\(word(event, "reason")))"
        case "agent.status": status(event)
        case "turn.granted":
            "▸ the floor is \(name(event, "agent"))'s (\(word(event, "reason"))): \(word(event, "why"))"
        case "turn.started": "  \(name(event, "agent")) begins after \(milliseconds(event, "latency_ms"))"
        case "turn.requested":
            "▸ \(name(event, "from")) asks for \(name(event, "to")): \(word(event, "reason"))"
        case "turn.ended": ending(event)
        case "transcript.final": said(event)
        case "tool.called":
            "  \(name(event, "agent")) calls \(word(event, "name")) \(word(event, "arguments"))"
        case "tool.returned": event["ok"] == true ? nil : "  \(word(event, "name")) failed"
        case "context.condensed":
            "· what was said before is \(event["by"] == "summary" ? "summed up" : "left out") from here on"
        case "error": "! \(word(event, "detail"))"
        case "room.closed": "· the room closes (\(word(event, "reason")))"
        default: nil  // what moves too fast to be read, and types of a later version
        }
    }

    private func said(_ event: JSON) -> String {
        let cut = event["interrupted"] == true ? " — (interrupted)" : ""
        return "\(name(event, "identity")): \(word(event, "text"))\(cut)"
    }

    private func status(_ event: JSON) -> String? {
        switch event["status"]?.stringValue {
        case "reconnecting": "! \(name(event, "agent")) has lost the connection and tries again"
        case "failed":
            "! \(name(event, "agent")) has failed: \(event["error"].map { word($0, "detail") } ?? "")"
        default: nil
        }
    }

    private func ending(_ event: JSON) -> String? {
        switch event["outcome"]?.stringValue {
        case "interrupted":
            "▸ \(name(event, "agent")) is interrupted after \(milliseconds(event, "heard_ms"))"
        case "failed": "! \(name(event, "agent")) did not get a word out"
        default: nil
        }
    }

    private func name(_ event: JSON, _ key: String) -> String {
        let identity = word(event, key)
        return names[identity] ?? identity
    }

    private func clock(_ event: JSON) -> Substring {
        event["at"]?.stringValue.map { $0.dropFirst(11).dropLast(3) } ?? ""
    }

    private func word(_ event: JSON, _ key: String) -> String { event[key]?.stringValue ?? "" }

    private func milliseconds(_ event: JSON, _ key: String) -> String {
        let tenths = ((event[key]?.integerValue ?? 0) + 50) / 100
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
