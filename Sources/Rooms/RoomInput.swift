public import FloorControl
public import Realtime

extension Room {
    /// What happened to a room. Sound does not travel here: see `Room+Sound.swift`.
    public enum Event: Sendable {
        case agentJoined(AgentProfile)
        case agentLeft(Identity, reason: Reason)
        case callerJoined(CallerProfile)
        case callerLeft(Identity, reason: Reason)
        case callerMuted(Identity, Bool)
        /// A muted agent speaks no more, and goes on learning the conversation.
        case agentMuted(Identity, Bool)

        /// `input` is how an agent takes in what callers say, where its server gains from it; it is of no account for
        /// an ear. `vendorServers` are those of the persona's MCP servers, by name, that this Realtime server calls
        /// by itself.
        case linkOpened(
            LinkID, input: AgentInput = .text, server: ServerProfile = .generic, vendorServers: [String] = [])
        case linkReceived(LinkID, ServerEvent)
        /// The server said until when it will keep the session (`session.expires_at`).
        case sessionExpires(LinkID, at: RoomTime)
        case linkLost(LinkID, LinkLoss)

        case messageTyped(from: Identity, text: String)
        case moderatorGave(Identity, instructions: String?)
        case interruptRequested
        /// What a caller's player really played of a turn.
        case positionReported(by: Identity, TurnID, Duration)
        /// The link is the one that the call came from: ids of calls are unique within one session only.
        /// `output` is JSON text for the model; `ok` is false when it describes a failure.
        case toolReturned(LinkID, callID: String, output: String, ok: Bool)
        /// All that was found so far on MCP servers which the service reaches, for one join.
        case toolsFound(participantID: String, [ToolOffer])
        case deadlinePassed
        case closeRequested(reason: Reason)
    }

    /// What must now be done, in order.
    public enum Action: Sendable, Equatable {
        case publish(RoomEvent)
        /// `attempt` counts the tries of this server from 1; `server` is one of the participant's, from 0.
        case openLink(LinkID, attempt: Int, server: Int)
        case closeLink(LinkID)
        case send(LinkID, ClientMessage)
        /// Append this sound, 24 kHz, to the session's input buffer: what was said before it was known who
        /// gets it. Sound that is being said takes the short way (``Room/fed(_:from:)``).
        case append(LinkID, [Int16])
        /// Every caller drops what it has buffered, now.
        case clearPlayback
        /// The last so many samples that were sent of this agent are not heard: whoever keeps the sound forgets them.
        case takeBack(Identity, samples: Int)
        /// The first so many of the samples taken back since the last frame were heard after all.
        case giveBack(Identity, samples: Int)
        /// Sound waits for the callers: keep calling ``Room/pump(at:into:)`` every 20 ms until it says
        /// that there is nothing left.
        case startPump
        case callTool(LinkID, callID: String, name: String, arguments: String)
        case closeLine(Identity, reason: Reason)
        case note(RoomNote)
        /// The next line of the record from which ``FloorControl/FloorReplay`` makes the floor again.
        indirect case record(FloorEntry)
        /// The room is over: every link and line has been told.
        case close(reason: Reason)
    }
}
