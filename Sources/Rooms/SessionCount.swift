/// How many sessions are in which state.
public struct SessionCount: Equatable, Sendable {
    public struct States: Equatable, Sendable {
        public var connecting = 0
        public var ready = 0
        /// For the next try.
        public var waiting = 0
        public var failed = 0

        mutating func count(_ connection: Connection) {
            switch connection {
            case .connecting: connecting += 1
            case .ready(_, _, let succession):
                ready += 1
                if succession.successor != nil { connecting += 1 }
            case .waiting: waiting += 1
            case .failed: failed += 1
            }
        }

        static func += (sum: inout States, more: States) {
            sum.connecting += more.connecting
            sum.ready += more.ready
            sum.waiting += more.waiting
            sum.failed += more.failed
        }
    }

    public var agents = States()
    public var ears = States()

    public init() {}

    public static func += (sum: inout SessionCount, more: SessionCount) {
        sum.agents += more.agents
        sum.ears += more.ears
    }

    /// Every number with the words for it.
    public var all: [(kind: String, state: String, number: Int)] {
        [("agent", agents), ("ear", ears)].flatMap { kind, states in
            [
                (kind, "connecting", states.connecting), (kind, "ready", states.ready),
                (kind, "waiting", states.waiting), (kind, "failed", states.failed),
            ]
        }
    }
}

extension Room {
    /// A successor that is being opened or stands by counts as connecting.
    public var sessionCount: SessionCount {
        var count = SessionCount()
        for seat in agents { count.agents.count(seat.connection) }
        for seat in callers { count.ears.count(seat.ear) }
        return count
    }
}
