import JSONValues

/// Whether something is going on in the room that a polite caller waits for.
struct RoomActivity {
    /// Turns that were granted and have not ended; true once audible.
    private var turns: [String: Bool] = [:]
    private var speakers: Set<String> = []
    /// Callers who have spoken and whose words are not known yet.
    private var unread: Set<String> = []

    var isBusy: Bool { !turns.isEmpty || !speakers.isEmpty }

    /// Words wait to be understood, or an agent for its voice: what was said has not led to anything yet.
    var isPending: Bool { !speakers.isEmpty || !unread.isEmpty || turns.values.contains(false) }

    /// - Returns: whether the event is a sign of life in the conversation.
    mutating func noticed(_ type: String, _ event: JSON) -> Bool {
        let turn = event["turn"]?.stringValue
        let identity = event["identity"]?.stringValue
        switch type {
        case "turn.granted": if let turn { turns[turn] = false }
        case "turn.started": if let turn { turns[turn] = true }
        case "turn.ended": if let turn { turns[turn] = nil }
        case "speech.started": if let identity { speakers.insert(identity) }
        case "speech.stopped":
            if let identity, speakers.remove(identity) != nil { unread.insert(identity) }
        case "transcript.final": if let identity { unread.remove(identity) }
        case "participant.left":
            if let identity {
                speakers.remove(identity)
                unread.remove(identity)
            }
        case "room.closed": self = RoomActivity()
        case "transcript.delta", "turn.requested", "tool.called", "tool.returned": break
        default: return false  // types of a later version, and those that move nobody
        }
        return true
    }
}
