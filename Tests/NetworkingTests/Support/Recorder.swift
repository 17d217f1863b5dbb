import Synchronization
import TestMaterial

/// What happened, in order, noted on one thread and read on another.
final class Recorder<Event: Sendable>: Sendable {
    private let noted = Mutex<[Event]>([])

    var events: [Event] { noted.withLock { $0 } }

    func note(_ event: Event) { noted.withLock { $0.append(event) } }

    /// Waits until `count` events are there, at most `limit`, and returns all of them.
    func wait(for count: Int = 1, atMost limit: Duration = .seconds(5)) async -> [Event] {
        let end = ContinuousClock.now + limit.patient
        while events.count < count && ContinuousClock.now < end {
            try? await Task.sleep(for: .milliseconds(2))
        }
        return events
    }
}
