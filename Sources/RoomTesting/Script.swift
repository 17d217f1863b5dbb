/// What an agent's model does with one `response.create`.
public struct Script: Sendable {
    public var text: String
    /// How long it speaks; zero says nothing.
    public var duration: Duration
    public var createdAfter: Duration = .milliseconds(10)
    /// From `response.created` to the first sound.
    public var firstAudio: Duration = .milliseconds(80)
    /// From a cancel to the response's end.
    public var cancelledAfter: Duration = .milliseconds(5)
    /// Times real time.
    public var speed = 10
    public var chunk: Duration = .milliseconds(100)
    /// Function calls after the speech: name and arguments as JSON text.
    public var calls: [(name: String, arguments: String)] = []
    /// A call of an MCP tool that the server makes by itself.
    public var vendorCall: VendorCallScript?
    public var fault: Fault?
    public var words = Words.withSound
    /// Whether the server says what the response cost.
    public var reportsUsage = true

    /// When the server tells what it says.
    public enum Words: Equatable, Sendable {
        /// A little ahead of it.
        case withSound
        /// All of it before the first sound.
        case beforeSound
        /// So long after `response.done`, the last item's first; in pieces, or only as a whole.
        case afterDone(Duration, inPieces: Bool)
    }

    public enum Fault: Equatable, Sendable {
        /// The connection breaks when so much was generated.
        case drops(at: Duration)
        case expires(at: Duration)
        /// Nothing more comes, and nothing is answered any more.
        case fallsSilent(at: Duration)
        case fails(at: Duration)
        case runsOutOfTokens
        /// Sound and words of a response that is already done.
        case speaksAfterDone
        /// That it begins, and what is done, is announced twice.
        case repeatsItself
        /// A cancel is never answered, and the response never ends.
        case ignoresCancel
        case twoItems
        case twoItemsInterleaved
        /// `metadata` does not come back.
        case forgetsMetadata
        /// `response.create` is answered by an error.
        case refuses
        /// Another response, which nobody asked for, runs for a while and is in the way.
        case isBusy
    }

    public init(
        _ text: String, _ duration: Duration = .milliseconds(1_500),
        calls: [(name: String, arguments: String)] = [], fault: Fault? = nil
    ) {
        self.text = text
        self.duration = duration
        self.calls = calls
        self.fault = fault
    }

    public func with(_ change: (inout Script) -> Void) -> Script {
        var script = self
        change(&script)
        return script
    }

    /// A response that calls a function and says nothing.
    public static func call(_ name: String, _ arguments: String) -> Script {
        Script("", .zero, calls: [(name, arguments)])
    }

    /// A response that hands over the floor when it has been heard.
    public static func handsOver(
        to agent: String, because reason: String, saying text: String, _ duration: Duration
    ) -> Script {
        Script(
            text, duration, calls: [("request_turn", #"{"agent": "\#(agent)", "reason": "\#(reason)"}"#)])
    }
}

/// A tool that a Realtime server calls by itself. It goes on when the response that asked for it is over, unless it
/// takes no time.
public struct VendorCallScript: Sendable {
    public var name: String
    public var arguments: String
    public var duration: Duration
    /// `nil`: it fails.
    public var output: String?
    /// How often each event of it is told.
    public var copies: Int

    public init(name: String, arguments: String, duration: Duration, output: String?, copies: Int = 1) {
        self.copies = copies
        self.name = name
        self.arguments = arguments
        self.duration = duration
        self.output = output
    }
}

/// What a caller says in one go, and how their ear understands it.
public struct Saying: Sendable {
    public var text: String
    public var duration: Duration
    /// The final transcript, when it differs from `text`.
    public var final: String?
    public var partials: Partials = .wordByWord
    public var transcript: Transcript = .final(after: .milliseconds(120))

    public enum Partials: Sendable {
        case none, wordByWord
    }

    public enum Transcript: Sendable {
        /// So long after `speech.stopped`.
        case final(after: Duration)
        case beforeStopped
        case failed(after: Duration, code: String = "audio_unintelligible")
        case never
    }

    public init(_ text: String, _ duration: Duration = .milliseconds(900)) {
        self.text = text
        self.duration = duration
    }

    public func with(_ change: (inout Saying) -> Void) -> Saying {
        var saying = self
        change(&saying)
        return saying
    }
}
