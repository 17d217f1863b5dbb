/// One frame from the client to the server.
public struct ClientMessage: Equatable, Sendable {
    /// At most 512 characters; errors quote it.
    public var eventID: String?
    public var event: ClientEvent

    public init(eventID: String? = nil, _ event: ClientEvent) {
        self.eventID = eventID
        self.event = event
    }
}

/// What a client asks of a Realtime server. Names follow Swift, not the wire.
public enum ClientEvent: Equatable, Sendable {
    /// Answered by `session.updated` with the whole session.
    indirect case sessionUpdate(SessionConfiguration)
    /// Never answered. For the frame path there is ``appendFrame(_:into:)``.
    case inputAudioAppend(base64: String)
    /// Makes a user item of the buffer, which must hold 100 ms. Starts no response.
    case inputAudioCommit
    case inputAudioClear
    case itemCreate(Item, after: PreviousItem = .end)
    case itemRetrieve(ItemID)
    /// Keeps of an assistant's sound only what was heard. Deletes the item's transcript from the context.
    case itemTruncate(ItemID, contentIndex: Int = 0, audioEnd: Duration)
    case itemDelete(ItemID)
    indirect case responseCreate(ResponseParameters)
    /// `nil`: the active response of the default conversation.
    case responseCancel(ResponseID?)
    /// WebRTC and SIP only: on a WebSocket the client owns playback.
    case outputAudioClear
    /// A type this build has never heard of.
    case unknown(type: String)
}

/// Where a new item goes.
public enum PreviousItem: Equatable, Sendable {
    case end
    /// Before everything else.
    case root
    case item(ItemID)
}
