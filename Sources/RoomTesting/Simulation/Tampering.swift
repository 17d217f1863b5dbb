import FloorControl
import Realtime
import Rooms

/// Mistakes that the environment of a room can be made to commit: each is one that a room, or whoever carries
/// out what it says, could make, and each must be noticed. A simulator that cannot fail proves nothing.
public enum PlantedFault: String, CaseIterable, Sendable {
    case losesTruncate = "a truncate is not sent"
    case losesDelete = "a delete is not sent"
    case losesCancel = "a cancel is not sent"
    case losesCatchUp = "one of the items that bring a session up to date is not sent"
    case doublesCatchUp = "an item that brings a session up to date is sent twice"
    case losesCommit = "what a caller said is not committed to the agent that answers"
    case losesClear = "playback is not cleared"
    case sendsAfterClear = "a frame is sent while the turn is held"
    case doublesFrame = "a frame is sent twice"
    case forwardsTheDead = "the sound of a response that is over is passed on"
    case losesTurnEnded = "the end of a turn is not told"
    case losesCondensed = "that talk was condensed is not told"
    case losesSpeechStopped = "the end of speech is not told"
    case losesStatus = "an agent that listens again is not said to"
    case exaggeratesHeard = "a turn's end tells of more than was heard"
    case addsAWord = "a turn's transcript has a word too many"
    case sendsToTheDead = "a message is sent on a closed connection"
    case ignoresDeadline = "a deadline passes and the room is not told"
    case losesToolResult = "a tool's result does not reach the room"
    case actsAfterClose = "an event is published when the room has closed"
    case leaksLink = "a connection is not closed"
    case losesResponse = "a response is not asked for"
    case losesRecord = "one line in twenty of the floor's record is not kept"
}

/// One fault between a room and its stage. Strikes every time there is an occasion, but where that would
/// be another fault.
struct Tampering {
    let fault: PlantedFault
    private var lastMessage: ClientMessage?
    private var lastFrame: [Int16] = []
    private var frames = 0
    private var items = 0
    private var recorded = 0

    init(_ fault: PlantedFault) { self.fault = fault }

    /// Whether the room gets to know of the event.
    func lets(_ event: Room.Event) -> Bool {
        switch (fault, event) {
        case (.ignoresDeadline, .deadlinePassed), (.losesToolResult, .toolReturned): false
        default: true
        }
    }

    mutating func tamper(with actions: [Room.Action]) -> [Room.Action] {
        actions.flatMap { tamper(with: $0) }
    }

    private mutating func tamper(with action: Room.Action) -> [Room.Action] {
        switch action {
        case .send(let link, let message): tamper(with: message, on: link)
        case .publish(let event): tamper(with: event)
        case .clearPlayback: fault == .losesClear ? [] : [action]
        case .closeLink(let link): closing(link)
        case .close:
            fault == .actsAfterClose ? [action, .publish(.roomClosed(reason: .deleted))] : [action]
        case .record: keepsRecord() ? [action] : []
        case .openLink, .append, .startPump, .takeBack, .giveBack, .callTool, .closeLine, .note: [action]
        }
    }

    private mutating func keepsRecord() -> Bool {
        recorded += 1
        return fault != .losesRecord || recorded % 20 != 0
    }

    private mutating func tamper(with message: ClientMessage, on link: LinkID) -> [Room.Action] {
        lastMessage = message
        let action = Room.Action.send(link, message)
        switch (fault, message.event) {
        case (.losesTruncate, .itemTruncate), (.losesDelete, .itemDelete), (.losesCancel, .responseCancel),
            (.losesResponse, .responseCreate), (.losesCommit, .inputAudioCommit):
            return []
        case (.losesCatchUp, .itemCreate(let item, _)), (.doublesCatchUp, .itemCreate(let item, _)):
            guard case .message = item.body else { return [action] }
            items += 1
            guard items % 3 == 0 else { return [action] }
            return fault == .losesCatchUp ? [] : [action, action]
        default: return [action]
        }
    }

    private func tamper(with event: RoomEvent) -> [Room.Action] {
        switch (fault, event) {
        case (.losesTurnEnded, .turnEnded), (.losesCondensed, .contextCondensed),
            (.losesSpeechStopped, .speechStopped),
            (.losesStatus, .agentStatus(_, _, .listening, _, _)):
            return []
        case (.exaggeratesHeard, .turnEnded(let turn, let agent, let outcome, let heard, let text, let usage)):
            let more = heard + .milliseconds(300)
            return [.publish(.turnEnded(turn, agent: agent, outcome, heard: more, text: text, usage: usage))]
        case (.addsAWord, .turnEnded(let turn, let agent, let outcome, let heard, let text, let usage)):
            return [
                .publish(
                    .turnEnded(turn, agent: agent, outcome, heard: heard, text: text + " more", usage: usage))
            ]
        default: return [.publish(event)]
        }
    }

    private func closing(_ link: LinkID) -> [Room.Action] {
        if fault == .leaksLink { return [] }
        guard fault == .sendsToTheDead, let lastMessage else { return [.closeLink(link)] }
        return [.closeLink(link), .send(link, lastMessage)]
    }

    // MARK: - Sound

    /// How often players are sent this frame.
    mutating func copies(of frame: UnsafeBufferPointer<Int16>) -> Int {
        lastFrame = Array(frame)
        frames += 1
        return fault == .doublesFrame && frames % 50 == 0 ? 2 : 1
    }

    func frameAfterClear() -> [Int16]? { fault == .sendsAfterClear ? lastFrame : nil }

    /// - Parameter isIgnored: Whether the room had nothing to say to these samples.
    func forwards(_ samples: [Int16], when isIgnored: Bool) -> [Int16]? {
        fault == .forwardsTheDead && isIgnored ? samples : nil
    }
}
