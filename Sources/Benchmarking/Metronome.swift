import Networking

/// One timer for everybody: who has something to do every so many milliseconds is called in a turn of their own, so that
/// hundreds of callers neither speak in one breath nor cost a timer each.
final class Metronome {
    private let reactor: Reactor
    private let clock: BenchClock
    private var turns: [[Entry]]
    private var ticks: UInt64 = 0
    private var nextTurn = 0
    private var isRunning = true

    private struct Entry {
        let id: ObjectIdentifier
        let play: () -> Void
    }

    /// - Parameter period: milliseconds from one turn of somebody to the next.
    init(on reactor: Reactor, clock: BenchClock, period: Int) {
        self.reactor = reactor
        self.clock = clock
        turns = Array(repeating: [], count: period)
        ticks = clock.now / Self.millisecond
        tick()
    }

    private static let millisecond: UInt64 = 1_000_000

    func add(_ player: AnyObject, _ play: @escaping () -> Void) {
        turns[nextTurn].append(Entry(id: ObjectIdentifier(player), play: play))
        // Seven has no part in common with 20 or 40: neighbours play far from each other.
        nextTurn = (nextTurn + 7) % turns.count
    }

    func remove(_ player: AnyObject) {
        let id = ObjectIdentifier(player)
        for turn in turns.indices { turns[turn].removeAll { $0.id == id } }
    }

    func stop() { isRunning = false }

    /// Who is late makes up for it: a microphone does not wait.
    private func tick() {
        guard isRunning else { return }
        let now = clock.now / Self.millisecond
        // A pause of seconds is not made up for: nobody speaks so fast.
        if now > ticks + 2_000 { ticks = now }
        while ticks < now {
            ticks += 1
            for entry in turns[Int(ticks % UInt64(turns.count))] { entry.play() }
        }
        reactor.schedule(after: .milliseconds(1)) { [weak self] in self?.tick() }
    }
}
