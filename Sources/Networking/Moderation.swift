/// When a busy loop looks at its sockets: not at each event, but at a handful together. What it sends then leaves together,
/// too, at the turn's end. A wait finds one or two events otherwise, and going to sleep, waking up cold and waking the peer
/// for each cost a quarter of all that the process does. Network cards treat their interrupts so, with a window that
/// follows the traffic (interrupt moderation; Linux' net_dim, docs.kernel.org/networking/net_dim.html).
struct Moderation {
    /// From one turn of a busy loop to the next, at least. Default 1 ms: a twentieth of a frame of sound.
    static let shortest: Duration = .milliseconds(1)
    /// At most. Default 3 ms: half of that is what a frame waits in the mean, and nobody hears a fourteenth of a frame.
    static let longest: Duration = .milliseconds(3)
    /// Events that a window is to gather. Default 8: what a turn costs by itself, sleep, waking and cold caches, is shared by
    /// them, and more of them would save little.
    static let gathered = 8
    /// Events in a second that make a loop busy: the sound of a dozen rooms in which somebody speaks. With fewer even
    /// the longest window would gather hardly more than two.
    static let busyRate = 800
    /// A loop that was busy stays so above this.
    static let quietRate = 500
    /// Over how long events are counted. Two of them in a row make a loop busy: a burst does not.
    static let period: Duration = .milliseconds(64)

    /// From one turn to the next; `nil`: the loop is not busy, and turns at each event.
    private(set) var window: Duration?
    private var turnedAt = Moment(nanoseconds: 0)
    private var countedFrom = Moment(nanoseconds: 0)
    private var eventCount = 0
    private var hadMany = false

    var isBusy: Bool { window != nil }

    /// A turn begins and has found so many events.
    mutating func turn(with count: Int, at now: Moment) {
        turnedAt = now
        eventCount += count
        let counted = now - countedFrom
        guard counted >= Self.period else { return }
        let hasMany = has(eventCount, in: counted.nanoseconds)
        window = hasMany && (isBusy || hadMany) ? window(for: eventCount, in: counted.nanoseconds) : nil
        hadMany = hasMany
        countedFrom = now
        eventCount = 0
    }

    /// Divided, since the first period is as long as the machine is up: years of nanoseconds leave room for no factor.
    private func has(_ count: Int, in nanoseconds: Int64) -> Bool {
        Int(nanoseconds) < count * (1_000_000_000 / (isBusy ? Self.quietRate : Self.busyRate))
    }

    private func window(for count: Int, in nanoseconds: Int64) -> Duration {
        let wanted = Duration.nanoseconds(nanoseconds / Int64(count) * Int64(Self.gathered))
        return min(max(wanted, Self.shortest), Self.longest)
    }

    /// When the next turn may begin at the earliest, if that is not now.
    var nextTurn: Moment? { window.map { turnedAt + $0 } }
}
