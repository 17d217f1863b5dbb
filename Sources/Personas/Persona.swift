/// What an agent is: the contents of one file `Agents/<id>.md`, checked and ready to use.
///
/// A pure value. Reading the file, with complaints by line, is the work of `PersonaFiles`.
public struct Persona: Equatable, Sendable {
    /// The file's name without `.md`; an ``isIdentity(_:)``. What `POST /voice/join` calls `agent`.
    public var id: String
    /// The spoken name, as people say it and as transcripts show it.
    public var name: String
    /// Other names people call the agent by.
    public var aliases: [String]
    /// A voice of the backend; `nil` leaves the choice to the backend.
    public var voice: String?
    /// Topics this agent answers for, in the author's words.
    public var expertise: [String]
    /// Spoken word for word on joining; `nil` joins in silence.
    public var greeting: String?
    /// BCP 47 tag of the language that it is told to speak; `nil` leaves it to the model, which mostly answers in the caller's.
    public var language: String?
    /// Realtime servers to try, in this order; empty means the service's own default.
    public var realtime: [Backend]
    public var tools: [Tool]
    /// Remote servers whose tools the agent may use, too.
    public var mcp: [MCPServer]
    /// What the embedded brain says when no language model is configured. Real models never see it.
    public var script: [Rule]
    /// Everything below the front matter, word for word.
    public var instructions: String

    public init(
        id: String, name: String, aliases: [String] = [], voice: String? = nil, expertise: [String] = [],
        greeting: String? = nil, language: String? = nil, realtime: [Backend] = [], tools: [Tool] = [],
        mcp: [MCPServer] = [], script: [Rule] = [], instructions: String
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.voice = voice
        self.expertise = expertise
        self.greeting = greeting
        self.language = language
        self.realtime = realtime
        self.tools = tools
        self.mcp = mcp
        self.script = script
        self.instructions = instructions
    }

    /// One Realtime server an agent may live on. What is `nil` comes from the service's options.
    public struct Backend: Equatable, Sendable {
        public var model: String?
        /// A whole WebSocket URL but for its query: `wss://api.openai.com/v1/realtime`.
        public var url: String?
        /// What kind of server it is, by one of the names of the protocol's profiles; `nil`: as its host tells.
        public var profile: String?
        /// The API key it is sent, never printed; `nil`: the service's.
        public var key: ExpandedText?

        public init(
            model: String? = nil, url: String? = nil, profile: String? = nil, key: ExpandedText? = nil
        ) {
            self.model = model
            self.url = url
            self.profile = profile
            self.key = key
        }

        /// The server on this machine; written `embedded`.
        public static let embedded = Backend(url: "embedded")
    }
}

/// The contract's syntax of identities, rooms and persona ids: `[A-Za-z0-9._-]{1,64}`.
///
/// Counted in bytes, which for the allowed characters are characters.
public func isIdentity(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
}
