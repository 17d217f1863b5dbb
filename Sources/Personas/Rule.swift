extension Persona {
    /// One rule of a script: what to say, whom to give the floor, which tool to call, when one of its
    /// words was heard. At least one of the three is there.
    public struct Rule: Equatable, Sendable {
        /// Words, or phrases of several words; empty matches every utterance.
        public var when: [String]
        public var say: String?
        /// A persona id: the agent this one gives the floor to.
        public var requestTurn: String?
        public var tool: ToolCall?

        public init(
            when: [String] = [], say: String? = nil, requestTurn: String? = nil, tool: ToolCall? = nil
        ) {
            self.when = when
            self.say = say
            self.requestTurn = requestTurn
            self.tool = tool
        }
    }

    /// A tool call as a model would make it.
    public struct ToolCall: Equatable, Sendable {
        public var name: String
        /// A JSON object, as compact JSON text.
        public var arguments: String

        public init(name: String, arguments: String = "{}") {
            self.name = name
            self.arguments = arguments
        }
    }

    /// The first rule of the script with a word of `utterance`.
    ///
    /// Whole words only, whatever their case: recognisers capitalise and punctuate at random. `nil`
    /// when no rule matches.
    public func rule(answering utterance: some StringProtocol) -> Rule? {
        let heard = Self.words(of: utterance)
        return script.first { rule in
            rule.when.isEmpty || rule.when.contains { heard.holds(Self.words(of: $0)) }
        }
    }

    /// Lower-case words without punctuation. An apostrophe belongs to its word.
    public static func words(of text: some StringProtocol) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
            .map { String($0.map { $0 == "’" ? "'" : $0 }) }
    }
}

extension [String] {
    /// Whether `phrase` stands in these words as one piece. An empty phrase does not.
    fileprivate func holds(_ phrase: [String]) -> Bool {
        guard let first = phrase.first, phrase.count <= count else { return false }
        return indices.dropLast(phrase.count - 1).contains { start in
            self[start] == first && self[start..<start + phrase.count].elementsEqual(phrase)
        }
    }
}
