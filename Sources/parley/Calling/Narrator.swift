import JSONValues
import Networking

/// Prints a room's events as they come, and what a caller's words led to where no event says so: that the agent they
/// cut into goes on, or that nobody was asked to answer.
///
/// Called on the event loop only.
final class Narrator: @unchecked Sendable {
    /// What words lead to is sent in the same breath; this is the network's share.
    private static let sameBreath: Duration = .milliseconds(200)

    private let conversation: Conversation
    private let reactor: Reactor
    private var scene = Scene()

    init(_ conversation: Conversation, on reactor: Reactor) {
        self.conversation = conversation
        self.reactor = reactor
    }

    func tell(_ event: JSON) {
        if let line = conversation.line(for: event) { say(line) }
        scene.note(event)
        guard Scene.areCallersWords(event) else { return }
        let before = scene
        reactor.schedule(after: Self.sameBreath) { self.conclude(event, from: before) }
    }

    private func conclude(_ words: JSON, from before: Scene) {
        switch before.aftermath(scene) {
        case .told: break
        case .goesOn(let agent): say(conversation.goesOn(agent, after: words))
        case .floorIsOpen: say(conversation.floorIsOpen(after: words))
        }
    }
}

/// Who holds the floor and who talks into it, as events tell.
private struct Scene {
    enum Aftermath {
        /// There was an event that says it.
        case told
        case goesOn(String)
        case floorIsOpen
    }

    private var turn: (id: String, agent: String)?
    private var grantCount = 0
    private var utteranceCount = 0
    private var speakers: Set<String> = []

    /// A transcript that belongs to no turn is a caller's.
    static func areCallersWords(_ event: JSON) -> Bool {
        event["type"]?.stringValue == "transcript.final" && event["turn"]?.stringValue == nil
    }

    mutating func note(_ event: JSON) {
        let id = event["turn"]?.stringValue
        let identity = event["identity"]?.stringValue ?? ""
        switch event["type"]?.stringValue {
        case "turn.granted":
            turn = id.map { ($0, event["agent"]?.stringValue ?? "") }
            grantCount += 1
        case "turn.ended": if turn?.id == id { turn = nil }
        case "transcript.final": if Self.areCallersWords(event) { utteranceCount += 1 }
        case "speech.started": speakers.insert(identity)
        case "speech.stopped", "participant.left": speakers.remove(identity)
        default: break  // everything else moves nobody
        }
    }

    /// What the words heard at the end of this scene led to, when `later` is what followed.
    func aftermath(_ later: Scene) -> Aftermath {
        guard later.grantCount == grantCount, later.utteranceCount == utteranceCount, later.speakers.isEmpty
        else { return .told }
        switch (turn, later.turn) {
        case (let turn?, let still?) where turn.id == still.id: return .goesOn(turn.agent)
        case (_, nil): return .floorIsOpen
        case (_, _?): return .told
        }
    }
}
