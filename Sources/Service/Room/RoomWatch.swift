import Rooms

/// Those who watch one room for its operator: what it does is counted, and its turns are traced. Lives on the
/// room's reactor, as the room does; `Sendable` so that the room's actor can be handed it.
public final class RoomWatch: @unchecked Sendable {
    let metrics: ServiceMetrics
    let meter: RoomMeter
    let trace: RoomTrace?
    private let seats: EventSubscription?

    /// - Parameter seats: kept as long as the watch.
    init(metrics: ServiceMetrics, meter: RoomMeter, trace: RoomTrace?, seats: EventSubscription? = nil) {
        self.seats = seats
        self.metrics = metrics
        self.meter = meter
        self.trace = trace
    }

    /// What no participant is told.
    func take(_ note: RoomNote) {
        meter.take(note)
        trace?.take(note)
    }
}
