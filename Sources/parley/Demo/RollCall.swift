import JSONValues

/// Who was given the floor, and who was then heard.
///
/// Filled on the event loop and read when the call is over: never both at once.
final class RollCall: @unchecked Sendable {
    private var called: [String] = []
    private var heard: Set<String> = []

    func note(_ event: JSON) {
        guard let agent = event["agent"]?.stringValue else { return }
        switch event["type"]?.stringValue {
        case "turn.granted": if !called.contains(agent) { called.append(agent) }
        case "turn.started": heard.insert(agent)
        default: break  // everything else says nothing about it
        }
    }

    var anybodySpoke: Bool { !heard.isEmpty }
    /// In the order they were called on.
    var silent: [String] { called.filter { !heard.contains($0) } }
}
