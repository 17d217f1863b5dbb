import Networking

/// Gives couriers their turn at the network; see ``DeliverySlots``. Belongs to the reactor.
final class CallbackOffice {
    /// A healthy receiver has answered by then.
    private static let promptness: Duration = .seconds(1)

    private let reactor: Reactor
    private var slots: DeliverySlots
    private var lastTicket = 0
    private var starts: [Int: () -> Void] = [:]
    private var deadlines: [Int: Deadline] = [:]

    /// - Parameter sharerCount: how many offices the service has.
    init(_ reactor: Reactor, sharedBy sharerCount: Int = 1) {
        self.reactor = reactor
        slots = DeliverySlots(sharedBy: sharerCount)
    }

    /// Calls `start` when a connection to the receiver may be made, now or later.
    ///
    /// - Returns: the ticket, for ``done(_:)``.
    func ask(_ receiver: String, _ lane: DeliverySlots.Lane, _ start: @escaping () -> Void) -> Int {
        lastTicket += 1
        let ticket = lastTicket
        starts[ticket] = start
        if slots.ask(ticket, receiver: receiver, lane) { admit([ticket]) }
        return ticket
    }

    func done(_ ticket: Int) {
        starts[ticket] = nil
        deadlines.removeValue(forKey: ticket)?.cancel()
        admit(slots.done(ticket))
    }

    private func admit(_ tickets: [Int]) {
        for ticket in tickets {
            deadlines[ticket] = reactor.schedule(after: Self.promptness) { [weak self] in
                guard let self else { return }
                deadlines[ticket] = nil
                admit(slots.suspect(ticket))
            }
            // Never from within the call that asked: the asker has not got its ticket yet.
            reactor.schedule(after: .zero) { [weak self] in self?.starts.removeValue(forKey: ticket)?() }
        }
    }
}
