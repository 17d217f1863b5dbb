public import FloorControl

/// Who is in the room that is explored, and the limits of its floor.
///
/// Time is counted in ticks, one attosecond each: a floor knows no unit, it only asks what comes first. So the
/// settings are the smallest numbers in the order of the defaults, and one tick apart: whichever of two clocks
/// may run out first in a real room, because one was started later, may do so here.
public struct Cast: Sendable {
    public let agents: [Identity]
    public let callers: [Identity]
    public let settings: FloorSettings

    /// - Parameters:
    ///   - agents: At most three.
    ///   - callers: At most two.
    public init(agents: Int = 3, callers: Int = 2, changing change: (inout FloorSettings) -> Void = { _ in }) {
        self.agents = Array((["ada", "bob", "cyd"] as [Identity]).prefix(agents))
        self.callers = Array((["mia", "leo"] as [Identity]).prefix(callers))
        var settings = FloorSettings()
        settings.wordsTimeout = .ticks(1)
        settings.finalTranscriptTimeout = .ticks(2)
        settings.firstAudioTimeout = .ticks(3)
        settings.silenceTimeout = .ticks(4)
        settings.claimTimeout = .ticks(5)
        settings.maxTurnLength = .ticks(6)
        settings.maxAgentTurns = 2
        settings.maxSelfRequests = 1
        settings.maxQueue = 3
        change(&settings)
        self.settings = settings
    }

    /// Somebody who is never in the room.
    static let stranger: Identity = "zed"
}

extension Duration {
    static func ticks(_ count: Int) -> Duration {
        Duration(secondsComponent: 0, attosecondsComponent: Int64(count))
    }

    var ticks: Int { Int(attoseconds) }
}

extension RoomTime {
    static func ticks(_ count: Int) -> RoomTime { RoomTime(.ticks(count)) }
    var ticks: Int { sinceOpening.ticks }
}
