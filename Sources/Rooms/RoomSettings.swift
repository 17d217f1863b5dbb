public import FloorControl
public import Realtime

extension Room {
    /// What a room needs to know beside its participants. Every value has the contract's default.
    public struct Settings: Sendable {
        public var floor = FloorSettings()
        /// How long a room may stand empty of callers and agents. Default 60 s.
        public var idleTimeout: Duration = .seconds(60)
        /// How long agents stay when all callers have gone. Default 10 min.
        public var emptyTimeout: Duration = .seconds(600)
        /// What the caller's ear is asked to do: transcription model, language, turn detection.
        public var ear: SessionConfiguration
        /// The silence window of the ear's voice detection; latency is counted from the last voiced
        /// sample. Default 500 ms, the Realtime API's own.
        public var earSilence: Duration = .milliseconds(500)
        /// How long a voice may last without a word being understood before its ear is not believed any
        /// more. Default 60 s: nobody talks that long without a pause.
        public var longestBreath: Duration = .seconds(60)
        /// How far frames may run ahead of real time. Default 100 ms: half of what the contract allows;
        /// it rides out one late timer without letting an interruption lag.
        public var lead: Duration = .milliseconds(100)
        /// How long before its server ends a session another one takes its place. Default 2 min: as long
        /// as the longest turn. A session that lasts less than four times that is given a quarter of its life.
        public var rotateBefore: Duration = .seconds(120)
        /// How long a tool may take before its filler is said. Default 400 ms: a pause that length is still
        /// part of talking, and most lookups are back by then; from half a second on people ask whether
        /// anybody is there. Not an option of the service: what fits a tool is said by giving it a filler or none.
        public var fillerDelay: Duration = .milliseconds(400)
        /// How sessions that are lost are tried again.
        public var reconnect = BackOff()
        /// How many Realtime servers there are for ears, to be tried in their order.
        public var earServerCount = 1
        /// How much of the talk an agent's session may hold before the oldest is condensed.
        public var budget = SessionBudget()
        public var maxAgents = 32
        public var maxCallers = 32
        /// Seeds the jitter of reconnections.
        public var seed: UInt64 = 0

        public init(ear: SessionConfiguration) { self.ear = ear }
    }
}
