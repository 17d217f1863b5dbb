public import JSONValues

/// One item of a conversation. Never reuse an id: servers append a second item under it.
public struct Item: Equatable, Sendable {
    /// At most 32 characters. `nil` lets the server choose.
    public var id: ItemID?
    public var status: Status?
    public var body: Body

    public init(id: ItemID? = nil, status: Status? = nil, body: Body) {
        self.id = id
        self.status = status
        self.body = body
    }

    public enum Body: Equatable, Sendable {
        case message(Role, [ItemContent], phase: Phase? = nil)
        case functionCall(FunctionCall)
        case functionCallOutput(CallID, output: String)
        /// An item of the conversation by its id; only in ``ResponseParameters/input``.
        case reference
        /// A kind this build does not read (`mcp_call`, …); passed on as it is, but for id and status.
        case other(JSON)
    }

    public enum Role: String, Sendable { case system, user, assistant }

    public enum Status: Equatable, Sendable {
        case inProgress, completed
        /// Cut off: cancelled or out of tokens.
        case incomplete
        case other(String)
    }

    /// Which part of an answer a message of a reasoning model is.
    public enum Phase: Equatable, Sendable {
        /// Said while tools are still to be called.
        case commentary
        case finalAnswer
        case other(String)
    }
}

/// The model wants a function run. `arguments` is JSON text as the model wrote it, and may be broken.
public struct FunctionCall: Equatable, Sendable {
    public var callID: CallID
    public var name: String
    public var arguments: String

    public init(callID: CallID, name: String, arguments: String) {
        self.callID = callID
        self.name = name
        self.arguments = arguments
    }
}

/// A part of a message.
public enum ItemContent: Equatable, Sendable {
    case inputText(String)
    /// What a user said. Servers send the sound only on `conversation.item.retrieved`, and the transcript in
    /// events of its own.
    case inputAudio(base64: String? = nil, transcript: String? = nil)
    case inputImage(url: String, detail: String? = nil)
    case outputText(String)
    case outputAudio(base64: String? = nil, transcript: String? = nil)
    /// A kind this build does not know.
    case other(JSON)
}

extension Item {
    public static func user(_ text: String, id: ItemID? = nil) -> Item {
        Item(id: id, body: .message(.user, [.inputText(text)]))
    }

    public static func system(_ text: String, id: ItemID? = nil) -> Item {
        Item(id: id, body: .message(.system, [.inputText(text)]))
    }

    /// What the model itself once said; sound cannot be given back to it.
    public static func assistant(_ text: String, id: ItemID? = nil) -> Item {
        Item(id: id, body: .message(.assistant, [.outputText(text)]))
    }

    public static func output(_ output: String, of call: CallID, id: ItemID? = nil) -> Item {
        Item(id: id, body: .functionCallOutput(call, output: output))
    }

    public static func reference(_ id: ItemID) -> Item { Item(id: id, body: .reference) }

    /// What a message says, as text and transcripts; `nil` for any other item.
    public var text: String? {
        guard case .message(_, let content, _) = body else { return nil }
        return content.compactMap(\.text).joined(separator: " ")
    }

    public var functionCall: FunctionCall? {
        if case .functionCall(let call) = body { call } else { nil }
    }
}

extension ItemContent {
    public var text: String? {
        switch self {
        case .inputText(let text), .outputText(let text): text
        case .inputAudio(_, let transcript), .outputAudio(_, let transcript): transcript
        case .inputImage, .other: nil
        }
    }
}
