/// One frame from the server to the client.
public struct ServerMessage: Equatable, Sendable {
    /// Unique within a connection; every event but ``ServerEvent/dtmfReceived(key:at:)`` has one.
    public var eventID: String?
    public var event: ServerEvent

    public init(eventID: String?, _ event: ServerEvent) {
        self.eventID = eventID
        self.event = event
    }
}

/// What a Realtime server tells. Names follow Swift, not the wire. What is large and rare is kept elsewhere, for the
/// sake of what is small and frequent.
public enum ServerEvent: Equatable, Sendable {
    /// Any problem; most leave the session open. `eventID` within names the client's event, sometimes.
    case error(ErrorDetail)
    /// The first event of a connection.
    indirect case sessionCreated(Session)
    indirect case sessionUpdated(Session)
    case conversationCreated(id: String?)

    /// An item entered the conversation. Order by this one's `after`. Older servers send
    /// `conversation.item.created` instead, and no ``itemDone(_:after:)``.
    case itemAdded(Item, after: ItemID?)
    /// Its `after` is often null: never order by it.
    case itemDone(Item, after: ItemID?)
    case itemRetrieved(Item)
    case itemTruncated(ItemID, contentIndex: Int, audioEnd: Duration)
    case itemDeleted(ItemID)

    /// More of a transcript; may come before the item itself.
    case transcriptionDelta(ItemID, contentIndex: Int, delta: String)
    /// All that was understood so far, which may be other words than before (xAI tells it so).
    case transcriptionUpdated(ItemID, contentIndex: Int, transcript: String)
    /// The whole transcript of an item; items may finish out of order.
    case transcriptionCompleted(ItemID, contentIndex: Int, transcript: String, usage: TranscriptionUsage?)
    case transcriptionSegment(ItemID, contentIndex: Int, TranscriptionSegment)
    case transcriptionFailed(ItemID, contentIndex: Int, ErrorDetail)

    case inputAudioCommitted(ItemID, after: ItemID?)
    case inputAudioCleared
    /// `audioStart` counts from the first sample ever appended, and includes the padding before the onset.
    case speechStarted(ItemID, audioStart: Duration)
    /// `audioEnd` includes the silence that ended the speech.
    case speechStopped(ItemID, audioEnd: Duration)
    /// Nobody spoke for the idle timeout: the server commits silence and answers it.
    case inputAudioTimedOut(ItemID, audioStart: Duration, audioEnd: Duration)
    /// SIP only: a key was pressed, at this second since 1970.
    case dtmfReceived(key: String, at: Int)

    indirect case responseCreated(Response)
    /// Always the last event of a response; only it frees the session for the next one.
    indirect case responseDone(Response)
    case outputItemAdded(ResponseID, outputIndex: Int, Item)
    /// For a function call with status completed: run it now.
    case outputItemDone(ResponseID, outputIndex: Int, Item)
    case contentPartAdded(PartLocation, ContentPart)
    /// `nil` where the server leaves the part out (xAI does).
    case contentPartDone(PartLocation, ContentPart?)
    case outputTextDelta(PartLocation, String)
    case outputTextDone(PartLocation, String)
    /// For the frame path there is ``AudioDelta/scan(_:)``.
    case outputAudioDelta(PartLocation, base64: String)
    /// No more sound of this part; also after a cancel.
    case outputAudioDone(PartLocation)
    /// What the model says, as text; runs ahead of the sound.
    case outputTranscriptDelta(PartLocation, String)
    /// What was generated, not what was heard.
    case outputTranscriptDone(PartLocation, String)
    case functionCallArgumentsDelta(CallLocation, String)
    /// `name` is nil in the beta dialect. Run the call on ``outputItemDone(_:outputIndex:_:)``, not on this.
    case functionCallArgumentsDone(CallLocation, name: String?, arguments: String)

    case mcpCallArgumentsDelta(ResponseID, ItemID, outputIndex: Int, String)
    case mcpCallArgumentsDone(ResponseID, ItemID, outputIndex: Int, String)
    case mcpCall(ItemID, outputIndex: Int, MCPProgress)
    case mcpListTools(ItemID, MCPProgress)

    /// WebRTC and SIP only: what the server's own playback does.
    case outputAudioBufferStarted(ResponseID)
    case outputAudioBufferStopped(ResponseID)
    case outputAudioBufferCleared(ResponseID)

    case rateLimitsUpdated([RateLimit])
    /// A type this build has never heard of. Servers add events at any time: news for the log, not a failure.
    case unknown(type: String)
}

/// How far the server has come with something it does with an MCP server.
public enum MCPProgress: String, Sendable {
    case inProgress = "in_progress"
    case completed, failed
}
