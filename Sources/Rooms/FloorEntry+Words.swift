import FloorControl

// The words of a floor's record, one for each kind of input, wait and refusal.

extension Floor.Event {
    enum Word: String, CaseIterable {
        case agentJoined = "agent.joined"
        case agentLeft = "agent.left"
        case agentBecame = "agent.became"
        case agentFailed = "agent.failed"
        case agentMuted = "agent.muted"
        case callerLeft = "caller.left"
        case speechStarted = "speech.started"
        case speechStopped = "speech.stopped"
        case wordsBecameDecisive = "words.decisive"
        case understood = "words.understood"
        case turnRequested = "turn.requested"
        case moderatorGave = "moderator.gave"
        case greetingWanted = "greeting.wanted"
        case interruptRequested = "interrupt.requested"
        case audioStarted = "audio.started"
        case turnWaits = "turn.waits"
        case turnCompleted = "turn.completed"
        case turnFailed = "turn.failed"
        case limitReached = "limit.reached"
        case deadlinePassed = "deadline.passed"
    }

    var word: Word {
        switch self {
        case .agentJoined: .agentJoined
        case .agentLeft: .agentLeft
        case .agentBecame: .agentBecame
        case .agentFailed: .agentFailed
        case .agentMuted: .agentMuted
        case .callerLeft: .callerLeft
        case .speechStarted: .speechStarted
        case .speechStopped: .speechStopped
        case .wordsBecameDecisive: .wordsBecameDecisive
        case .understood: .understood
        case .turnRequested: .turnRequested
        case .moderatorGave: .moderatorGave
        case .greetingWanted: .greetingWanted
        case .interruptRequested: .interruptRequested
        case .audioStarted: .audioStarted
        case .turnWaits: .turnWaits
        case .turnCompleted: .turnCompleted
        case .turnFailed: .turnFailed
        case .limitReached: .limitReached
        case .deadlinePassed: .deadlinePassed
        }
    }
}

extension Floor.Wait {
    var word: String {
        switch self {
        case .audio: "audio"
        case .tool: "tool"
        case .nothing: "nothing"
        }
    }

    init?(word: String) {
        switch word {
        case "audio": self = .audio
        case "tool": self = .tool
        case "nothing": self = .nothing
        default: return nil
        }
    }
}

extension Floor.RequestRefusal {
    var word: String {
        switch self {
        case .notHolder: "not_holder"
        case .notInRoom: "not_in_room"
        case .muted: "muted"
        case .selfAgain: "self_again"
        case .alreadyQueued: "already_queued"
        case .queueFull: "queue_full"
        case .limit: "limit"
        }
    }

    /// The number that was reached.
    var most: Int? {
        switch self {
        case .queueFull(let most), .limit(let most): most
        case .notHolder, .notInRoom, .muted, .selfAgain, .alreadyQueued: nil
        }
    }

    init?(word: String, most: Int?) {
        switch (word, most) {
        case ("not_holder", nil): self = .notHolder
        case ("not_in_room", nil): self = .notInRoom
        case ("muted", nil): self = .muted
        case ("self_again", nil): self = .selfAgain
        case ("already_queued", nil): self = .alreadyQueued
        case ("queue_full", let most?): self = .queueFull(most)
        case ("limit", let most?): self = .limit(most)
        default: return nil
        }
    }
}
