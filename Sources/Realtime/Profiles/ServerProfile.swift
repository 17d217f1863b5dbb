/// What a kind of Realtime server does otherwise than the reference, OpenAI's GA server: one value for all that
/// Parley must know of a vendor. Whatever is not named here is as the reference has it.
///
/// What merely comes in other words — the beta's event names, nulls, fields and events nobody has heard of — is
/// understood from every server, and so is no part of a profile: a decoder that asks who speaks understands less.
/// A profile says what must be *sent* otherwise, and what a server cannot do. What is not known of a server counts
/// as not there: the way around works everywhere.
public struct ServerProfile: Equatable, Sendable {
    /// As it is written in `realtime: {profile: …}`.
    public enum Name: String, CaseIterable, Sendable {
        case openAI = "openai"
        case azure, xai, qwen
        case localAI = "localai"
        case speaches
        case speechToSpeech = "speech-to-speech"
        case vllmOmni = "vllm-omni"
        case inworld
        /// The server in this program.
        case embedded
        /// The reference's protocol, by whomever; what only OpenAI itself offers is not asked for.
        case generic
    }

    public let name: Name

    // MARK: The connection

    public var authentication = Authentication.bearer
    public var address = Address.model
    public var ear = EarSession.transcription

    // MARK: What is sent

    public var shape = Shape.nested
    /// Samples a second of the sound it takes. Whatever a room hears has 24,000.
    public var inputRate = 24_000
    /// Functions are written `{"type": "function", "function": {…}}`, as in Chat Completions.
    public var nestsFunctions = false
    /// Whether `response.created` repeats the `metadata` of its request. Where it does not none is sent, and a
    /// response belongs to the request before it: there is one at a time.
    public var echoesMetadata = true
    /// Whether `previous_item_id` has an effect; where not, what was said late stands at the end.
    public var placesItems = true

    // MARK: What it can do

    public var correction = Correction.truncate
    /// A chain of transcription, language model and voice: of sound it knows no more than its own transcript.
    public var isPipeline = false
    /// Text responses with `conversation: "none"`, beside the conversation.
    public var summarises = true
    /// Calls the tools of an MCP server by itself: `tools: [{"type": "mcp", …}]`.
    public var remoteMCP = false

    // MARK: What it says

    public var calls = CallAnnouncement.items
    public var errors = ErrorNames.codes

    init(_ name: Name) { self.name = name }
}

extension ServerProfile {
    /// Where the key goes.
    public enum Authentication: Equatable, Sendable {
        /// `Authorization: Bearer KEY`
        case bearer
        /// `Authorization: Basic KEY`; the key is base64 already.
        case basic
        /// A header of its own.
        case header(String)
    }

    /// What follows the `?`.
    public enum Address: Equatable, Sendable {
        /// `model=NAME`
        case model
        /// A name that the client chooses for the session; the model is named in its first `session.update`.
        case session
    }

    /// What kind of session hears a caller.
    public enum EarSession: Equatable, Sendable {
        /// `intent=transcription`: words and nothing else.
        case transcription
        /// A conversation that is never asked for an answer, with the model that transcribes there; `nil`: it has
        /// no choice of one.
        case conversation(transcriber: String?)
    }

    /// How a session is described.
    public enum Shape: Equatable, Sendable {
        /// GA: `type`, and all about sound under `audio`.
        case nested
        /// The beta's: everything on one level, sound always with text. Raw samples are called `pcm`.
        case flat(pcm: String)
        /// xAI's: formats and transcription under `audio`, the rest on the first level, no `type`.
        case mixed
    }

    /// How a session is made to forget what nobody heard.
    public enum Correction: Equatable, Sendable {
        /// `conversation.item.truncate`
        case truncate
        /// The item is deleted, and what was heard of it is put in its place as text.
        case replace
        /// Nothing can be taken back: a line says what was heard.
        case annotate
    }

    /// Where a function call is announced.
    public enum CallAnnouncement: Equatable, Sendable {
        /// By `response.output_item.done`.
        case items
        /// Only in the output of `response.done`.
        case end
    }

    /// Where an error's name stands.
    public enum ErrorNames: Equatable, Sendable {
        /// In `code`.
        case codes
        /// In `type`, and `code` is null. Names of its own, and what they mean.
        case types(_ meanings: [String: String])
    }

    /// Whether an item can be taken out of a session again.
    public var deletesItems: Bool { correction != .annotate }

    /// Whether agents there are given what callers say as sound. An answer to it may turn out to be the wrong
    /// agent's, and then sound and answer are taken back; where they cannot be, words that are final are better.
    public var gainsFromSound: Bool { !isPipeline && deletesItems }
}
