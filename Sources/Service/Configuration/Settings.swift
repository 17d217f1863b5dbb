public import FloorControl
public import JSONValues
public import Logging
public import Personas
public import Realtime
public import Rooms

/// Everything an operator can choose, checked; what is not chosen has its default here and nowhere else.
public struct Settings: Equatable, Sendable {
    /// Where to listen. Default: this machine only.
    public var host = "127.0.0.1"
    /// 0 picks a free one.
    public var port = 8_080
    /// The folder of persona files.
    public var agents = "Agents"
    /// The folder for what is kept.
    public var data = ".parley"
    /// Event loops, each a thread with the rooms that its number falls to. Default 1, which carries hundreds of rooms: a
    /// second one gains nothing before the first has a core's work, and costs a hop for each connection that goes over.
    public var reactors = 1
    /// More than the cores of machines that one journal's thread could follow. Each takes 1.2 MB and 25 ms of the start.
    static let maxReactors = 64
    /// Whether every room is recorded. Default: only those whose join asks for it, because people have to be asked.
    public var isRecorded = false

    public var realtime = Realtime()
    public var ear = Ear()
    public var languageModel = LanguageModel()
    public var callbacks = Callbacks()
    public var limits = Limits()
    /// What a call may use, and what that costs; in the config file alone.
    public var callLimits = CallLimits()
    public var prices: PriceTable?
    public var log = Log()
    /// `nil`: nothing is traced. By OpenTelemetry's own variables alone.
    public var traces: TraceSettings?

    /// Asked of every request but the few that are free; `nil` asks nobody.
    public var apiKey: Secret?
    /// Keys with names, each for some things only.
    public var apiKeys: [APIKey] = []
    /// Pages beside our own that may open lines, and act where there is no key.
    public var allowedOrigins: [AllowedOrigin] = []
    /// With it, the service speaks TLS and nothing else.
    public var tls: TLSFiles?
    /// Whether listening to other machines without a key is meant.
    public var isInsecure = false

    public init() {}
}

extension Settings {
    /// The server that gives agents their voice and callers their ears.
    public struct Realtime: Equatable, Sendable {
        /// The whole WebSocket URL but for its query; `nil`: OpenAI's when there is a key, else the embedded server.
        public var url: String?
        /// What kind of server that is; `nil`: as its host tells.
        public var profile: ServerProfile.Name?
        /// The model of a persona that names none; `nil`: ``defaultModel``.
        public var model: String?
        public var key: Secret?
        /// `realtime:` of the config file: the servers of personas that name none, to be tried in this order.
        public var servers: [Persona.Backend] = []
        /// How agents take in what callers say. Default: as sound, which tells them more and lets them begin to
        /// answer before the words are final. The embedded server's agents are always given the ear's text: it
        /// would only transcribe the sound a second time.
        public var agentInput = AgentInput.audio

        public static let openAI = "wss://api.openai.com/v1/realtime"
        public static let defaultModel = "gpt-realtime-2.1"

        /// Whether agents live on the embedded server: nobody named another one or has a key for one, the list neither.
        public var isEmbedded: Bool {
            url == nil && key == nil
                && servers.allSatisfy { $0 == .embedded || $0.url == nil && $0.key == nil }
        }
    }

    /// A caller's transcription session; passed on to the server as it is.
    public struct Ear: Equatable, Sendable {
        public var model = InputTranscription.defaultModel
        /// BCP 47; `nil` lets the model guess.
        public var language: String?
        /// `{"type": "server_vad" | "semantic_vad", …}`; `nil`: the room's own choice.
        public var turnDetection: JSON?
    }

    /// The Chat Completions server behind the embedded brain; without a URL it speaks its script.
    public struct LanguageModel: Equatable, Sendable {
        public var url: String?
        public var model: String?
        public var key: Secret?
    }

    public struct Callbacks: Equatable, Sendable {
        public var destinations = CallbackGuard()
        /// Signs every callback when there.
        public var secret: WebhookSecrets?
    }

    /// The log, on standard error.
    public struct Log: Equatable, Sendable {
        public var format = LogFormat.human
        /// Default: who comes and goes, each turn with its times, whatever goes wrong; a handful of lines a minute
        /// and room.
        public var level = Logger.Level.info
    }

    public struct Limits: Equatable, Sendable {
        /// How long a room may stand empty of callers and agents. 60 s outlives a page's reload.
        public var idleTimeout: Duration = .seconds(60)
        /// How long agents wait for a caller to come back. Sessions cost money by the minute: 10 minutes.
        public var emptyTimeout: Duration = .seconds(600)
        /// How long a shutdown waits for turns to finish and callbacks to be delivered.
        public var drainTimeout: Duration = .seconds(30)
        /// How long what happened in a room is kept after it closed. What people say is theirs, and a disk fills: three
        /// days outlast a weekend on which nobody noticed that transcripts were not fetched.
        public var retention: Duration = .seconds(72 * 3_600)
        /// Rooms at once. Default 1,000: a guard against a mistake, not a measure of what one loop carries.
        public var maxRooms = 1_000
        public var maxAgentsPerRoom = 32
        public var maxCallersPerRoom = 32
        /// Agents and callers in all rooms together, each with a session of its own. Default 4,000: like `maxRooms` a
        /// guard against a mistake, four to a room.
        public var maxSessions = 4_000
        /// Joins by one key in the long run; ten seconds' worth may come at once. Default 100: a service that is full
        /// after ten seconds has no use for more, and one client's loop cannot keep the others out.
        public var maxJoinsPerSecond = 100
        /// Events of all rooms, in bytes, that may wait in memory while the journal cannot be written; what matters least
        /// goes first beyond that. Default 64 MiB: a talking room's takes 1.6 KiB a second, so a hundred of them
        /// lose nothing for seven minutes, ten for an hour: time to make room on a disk.
        public var maxUnkeptBytes = 64 << 20
        /// From a request's first byte to the end of its headers, and of its body. Defaults: the contract's.
        public var headerTimeout: Duration = .seconds(10)
        public var requestTimeout: Duration = .seconds(30)
        /// Connections of one address at once; 0: any number. Not set it is 512, and any number from this machine,
        /// where reverse proxies are: a guard against one machine that takes all descriptors, not a quota, as a whole
        /// office may stand behind one address.
        public var maxConnectionsPerAddress: Int?
        /// How lost sessions are tried again; argues its defaults.
        public var reconnect = BackOff()
        /// How long before a session's end another one takes its place. Default 2 min: the longest turn.
        public var rotateBefore: Duration = .seconds(120)
        /// The clocks of turns and words, and how long agents may be among themselves; each argues its default.
        public var floor = FloorSettings()
        /// How much of the talk an agent's session may hold; argues its defaults.
        public var session = SessionBudget()
    }
}

/// A key or a password: what prints or logs it shows that it is there, never what it is.
public struct Secret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public let value: String
    public init(_ value: String) { self.value = value }
    public var description: String { "(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(reflecting: description) }
}
