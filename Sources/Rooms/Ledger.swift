import Realtime

/// Keeps the room's account. Servers say things twice; each response and each transcript is entered once. Ids
/// are unique within a session only, so the link's generation stands before them.
struct Ledger: Sendable {
    private(set) var room = RoomConsumption()
    let prices: PriceTable?
    private var began = RecentNames()
    private var ended = RecentNames()
    private var transcribed = RecentNames()

    /// Models by name: a join may name any, so only so many are told apart.
    static let maxModelCount = 32
    static let otherModels = "other"

    init(prices: PriceTable?) {
        self.prices = prices
        room.cost = prices.map { Cost(currency: $0.currency) }
    }

    mutating func turnStarted() { room.turns += 1 }

    /// - Returns: Whether it is news.
    mutating func responseBegan(_ response: ResponseID, on link: LinkID) -> Bool {
        guard began.insert("\(link.generation) \(response)") else { return false }
        room.agents.responses += 1
        return true
    }

    /// - Returns: Whether it is news.
    mutating func responseEnded(
        _ response: ResponseID, on link: LinkID, _ tokens: TokenCount?, model: String?
    ) -> Bool {
        guard ended.insert("\(link.generation) \(response)") else { return false }
        room.agents.add(tokens)
        if let tokens { enter(tokens, model) } else { room.cost?.isComplete = false }
        return true
    }

    mutating func transcribed(
        _ item: ItemID, on link: LinkID, _ usage: TranscriptionUsage?, model: String?
    ) {
        guard transcribed.insert("\(link.generation) \(item)") else { return }
        room.ears.transcripts += 1
        switch usage {
        case .tokens(_, let input, let output):
            let tokens = TokenCount(input: input, output: output)
            room.ears.reported += 1
            room.ears.tokens += tokens
            enter(tokens, model)
        case .duration(let seconds):
            let time = Duration.seconds(seconds.isFinite ? min(max(0, seconds), Self.longestTranscript) : 0)
            room.ears.reported += 1
            room.ears.duration = (room.ears.duration ?? .zero) + time
            charge(model) { $0.cost(of: time) }
        case nil: room.cost?.isComplete = false
        }
    }

    /// An hour, in seconds: as long as a session lasts. More is a server's mistake.
    private static let longestTranscript = 3_600.0

    mutating func agentsHeard(_ samples: Int) { room.agents.heard += samples }
    mutating func agentsSent(_ samples: Int) { room.agents.sent += samples }
    mutating func agentsReceived(_ samples: Int) { room.agents.received += samples }
    mutating func earsSent(_ samples: Int) { room.ears.sent += samples }

    private mutating func enter(_ tokens: TokenCount, _ model: String?) {
        charge(model) { $0.cost(of: tokens) }
        var name = model ?? Self.otherModels
        let isKnown = room.models.contains { $0.model == name }
        if !isKnown && room.models.count >= Self.maxModelCount { name = Self.otherModels }
        if let index = room.models.firstIndex(where: { $0.model == name }) {
            room.models[index].tokens += tokens
        } else {
            room.models.append(ModelConsumption(model: name, tokens: tokens))
        }
    }

    private mutating func charge(_ model: String?, _ cost: (PriceTable.Prices) -> Double) {
        guard let prices else { return }
        if let table = prices.prices(of: model) {
            room.cost?.amount += cost(table)
        } else {
            room.cost?.isComplete = false
        }
    }
}

/// The last few names that were seen. What is repeated is repeated soon.
struct RecentNames: Sendable {
    static let capacity = 64
    private var names: [String] = []
    private var oldest = 0

    /// - Returns: Whether it is new.
    mutating func insert(_ name: String) -> Bool {
        guard !names.contains(name) else { return false }
        if names.count < Self.capacity {
            names.append(name)
        } else {
            names[oldest] = name
            oldest = (oldest + 1) % Self.capacity
        }
        return true
    }
}
