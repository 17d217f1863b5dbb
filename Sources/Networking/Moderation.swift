/// When a busy loop looks at its sockets: not at each event, but at those of a millisecond together. What it sends then
/// leaves together, too, at the turn's end. With hundreds of rooms a wait finds two events otherwise, and going to sleep,
/// being woken and waking the peer for each cost a fifth of all that the process does. Network cards treat their
/// interrupts so (interrupt moderation), and Linux its cards (NAPI, docs.kernel.org/networking/napi.html).
struct Moderation {
    /// From one turn of a busy loop to the next. Default 1 ms: a twentieth of a frame of sound, which nobody hears.
    static let window: Duration = .milliseconds(1)
    /// Events in a millisecond that make a loop busy: the sound of forty rooms in which somebody speaks. With fewer a turn
    /// would gather hardly more than one.
    static let busyRate = 3
    /// A loop that was busy stays so above this.
    static let quietRate = 2
    /// Over how long events are counted: a burst of one session's makes nobody busy.
    static let period: Duration = .milliseconds(16)

    private(set) var isBusy = false
    private var turnedAt = Moment(nanoseconds: 0)
    private var countedFrom = Moment(nanoseconds: 0)
    private var eventCount = 0

    /// A turn begins and has found so many events.
    mutating func turn(with count: Int, at now: Moment) {
        turnedAt = now
        eventCount += count
        let counted = now - countedFrom
        guard counted >= Self.period else { return }
        isBusy = eventCount * 1_000_000 > (isBusy ? Self.quietRate : Self.busyRate) * Int(counted.nanoseconds)
        countedFrom = now
        eventCount = 0
    }

    /// When the next turn may begin at the earliest, if that is not now.
    var nextTurn: Moment? { isBusy ? turnedAt + Self.window : nil }
}
