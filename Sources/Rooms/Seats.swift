import Addressing
import FloorControl
import Personas
import Realtime

/// An agent in the room.
struct AgentSeat: Sendable {
    let profile: AgentProfile
    var connection = Connection.failed {
        didSet {
            link = connection.link
            succession = connection.succession
        }
    }
    /// Of the connection; asked so often that they stand here, too: to look into it is to copy it.
    private(set) var link: LinkID?
    private(set) var succession: Succession?
    var projection = Projection()
    var status: AgentStatus = .joining
    var isMuted = false
    /// How the present session takes in what callers say.
    var input = AgentInput.text
    /// Commits of the present session, in the order they were sent.
    var commits: [Commit] = []
    /// What the last of them became; servers may say so twice.
    var lastCommitted: ItemID?
    /// The instructions that the session was last told.
    var instructions = ""
    /// Tools that were found since it joined.
    var offers: [ToolOffer] = []
    /// The MCP servers, by name, that the present session's server calls by itself, and the calls of it under way.
    var vendorServers: [String] = []
    var vendorCalls: [VendorCall] = []
    /// Of which server it reads the tools in which item, as its server said.
    var vendorLists: [ItemID: String] = [:]
    /// The tools that the session was last told.
    var toldTools: [Tool] = []
    var stability = Stability()
    /// When the present session last said anything but sound.
    var heardAt = RoomTime.zero
    /// When the present session ends, if its server said so.
    var term: Term?
    var ladder: Ladder
    /// Calls already acted upon: servers announce one call several times.
    var seenCalls: Set<String> = []
    /// What its tools were asked and have answered, in all its sessions.
    var tools = ToolMemory()
    /// A response was cancelled and its end is awaited; a session that never answers is dead.
    var stuckBy: RoomTime?
    /// Tokens that the session seemed to hold when it was last asked to speak, until it says how many they were.
    var askedWith: Int?
    /// How many there are for one that was estimated.
    var tokenScale = 1.0
    /// In all its sessions since it joined.
    var used = Consumption()
    /// What servers call the models of its present sessions.
    var models: [(link: LinkID, model: String)] = []

    var identity: Identity { profile.identity }

    init(profile: AgentProfile) {
        self.profile = profile
        ladder = Ladder(count: profile.serverCount)
    }

    /// Another session takes the place of the present one, and knows nothing yet.
    mutating func beginSession(input: AgentInput, instructions: String, term: Term?) {
        projection = Projection()
        stuckBy = nil
        seenCalls = []
        tools.forgetSession()
        vendorServers = []
        vendorCalls = []
        vendorLists = [:]
        toldTools = []
        commits = []
        lastCommitted = nil
        askedWith = nil
        tokenScale = 1
        self.input = input
        self.instructions = instructions
        self.term = term
    }

    /// What the session that takes over was told of tools.
    mutating func takeTools(of successor: Successor) {
        vendorServers = successor.vendorServers
        toldTools = successor.tools
    }

    /// How it can be meant.
    var candidate: Candidate {
        let persona = profile.persona
        return Candidate(
            id: identity.description, name: persona.name, aliases: persona.aliases,
            domains: persona.expertise)
    }
}

/// A caller in the room, with the ear that hears what they say.
struct CallerSeat: Sendable {
    /// One stretch of speech as the ear reports it; its item id links the events.
    struct Speech: Sendable {
        /// `nil` while the ear that reported it has given way to another one that has yet to find it.
        var item: ItemID?
        let utterance: Conversation.UtteranceID
        /// Where it began, on the ear's clock, in samples.
        var onset: Int
        /// The agent that was audible when it began.
        let cutInto: Identity?
        /// Words at its beginning that count already, as they were settled before this ear told of it.
        var settledWords = ""
        var text = ""
        /// How many characters of it the world was told.
        var toldCount = 0
        var final: String?
        /// The last voiced sample.
        var voicedUntil: RoomTime?
        var isDecisive = false
        /// Its ear was lost before the voice had stopped.
        var wasCutOff = false
        /// When the ear said that the voice had stopped.
        var stoppedAt: RoomTime?
        /// If no final transcript comes by then, the partial one decides. While the voice lasts every word
        /// puts it off: an ear that never says that it stopped does not silence the room.
        var deadline: RoomTime

        var hasStopped: Bool { stoppedAt != nil }
    }

    let profile: CallerProfile
    var ear = Connection.failed {
        didSet {
            earLink = ear.link
            succession = ear.succession
        }
    }
    /// Of the ear, as an agent's.
    private(set) var earLink: LinkID?
    private(set) var succession: Succession?
    var stability = Stability()
    /// When the present session ends, if its server said so.
    var term: Term?
    var ladder: Ladder
    var isMuted = false
    var earWatch = EarWatch(at: .zero)
    var quiet = QuietPiece()
    /// This ear has told words while a voice lasted, as some transcription models do.
    var earStreamsWords = false
    /// What the current ear session was given, on its clock.
    var sound = RecentSound()
    /// What the last ear was given that was lost, until the next one is ready.
    var lostSound: LostSound?
    /// Where the sound ends that the present ear was handed of the one before, on its clock.
    var handedEnd = 0
    /// From where on the present ear has told of no voice in the sound that it was handed, on its clock. Should it be
    /// lost, the next one is handed that once more.
    var untold: Int?
    /// Waits to be told of once more.
    var unfound: Unfound?
    /// The world was told that this caller's ear is away.
    var isUnheard = false
    /// What is being said or was said last, as sound, until it is known who gets it.
    var clip: Clip?
    var speeches: [Speech] = []
    /// The latest of this caller's words that moved the floor, and when they were begun.
    var latestDecision: (utterance: Conversation.UtteranceID, begunAt: RoomTime)?
    /// Where the latest voice began whose words are settled, on the ear's clock.
    var settledOnset = -1
    /// On its way to the other callers.
    var voice = VoiceQueue()
    /// What this caller's player last reported, and when.
    var position: Position?

    struct Position: Sendable {
        let turn: TurnID
        let samples: Int
        let at: RoomTime
    }

    var identity: Identity { profile.identity }

    /// What the ear has not heard to its end and understood, and whatever it heard after it.
    var unsettled: ArraySlice<Speech> { speeches.drop { $0.hasStopped && $0.final != nil } }

    /// This sound was appended to the ear's session.
    ///
    /// - Returns: The agent's session that hears it, too.
    mutating func earFed(_ samples: UnsafeBufferPointer<Int16>) -> LinkID? {
        // Even if no agent hears it: an ear that ends hands over what it has not understood yet.
        var first = clip?.start ?? .max
        for index in speeches.indices { first = min(first, speeches[index].onset) }
        if let untold = untoldOnset { first = min(first, untold) }
        sound.append(samples, keeping: first)
        return if case .streaming(let link) = clip?.place { link } else { nil }
    }

    /// Of what is said something has not stopped.
    var isSpeaking: Bool {
        for index in speeches.indices where !speeches[index].hasStopped { return true }
        return false
    }

    init(profile: CallerProfile, serverCount: Int) {
        self.profile = profile
        ladder = Ladder(count: serverCount)
    }

    /// Another ear takes the place of the present one: its clock begins anew, and what was kept by the old one
    /// cannot be found any more.
    mutating func beginEar(term: Term?, at now: RoomTime) {
        sound = RecentSound()
        settledOnset = -1
        handedEnd = 0
        untold = nil
        unfound = nil
        earWatch = EarWatch(at: now)
        quiet = QuietPiece()
        self.term = term
    }
}
