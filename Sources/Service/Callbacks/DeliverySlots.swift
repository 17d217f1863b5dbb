/// Who may have a connection to a receiver now. A value; tickets are its owner's.
///
/// Deliveries that go well pass on one lane, those that have failed before or take long on another, so that a thousand
/// dead receivers wait for each other and not healthy ones for them.
struct DeliverySlots {
    enum Lane: Equatable { case prompt, suspect }

    /// Connections at once that are expected to be short. A receiver answers in some milliseconds: thousands a second.
    static let promptCount = 128
    /// Connections at once to receivers that have failed. A thousand that never answer, each tried for 10 s once a
    /// minute, are 143 at once.
    static let suspectCount = 192
    /// Of these, to one receiver: one that is just coming back to life must not be run over.
    static let perReceiver = 32

    private let promptCount, suspectCount, perReceiver: Int

    /// - Parameter sharerCount: how many there are of these in the service: each has its part.
    init(sharedBy sharerCount: Int = 1) {
        promptCount = max(1, Self.promptCount / sharerCount)
        suspectCount = max(1, Self.suspectCount / sharerCount)
        perReceiver = max(1, Self.perReceiver / sharerCount)
    }

    private struct Ticket {
        let number: Int
        let receiver: String
        var lane: Lane
    }

    private var inside: [Int: Ticket] = [:]
    private var waiting: [Ticket] = []
    private var counts: [Lane: Int] = [:]
    private var suspects: [String: Int] = [:]

    var insideCount: Int { inside.count }

    /// - Returns: whether it may go now; otherwise a later call says so.
    mutating func ask(_ number: Int, receiver: String, _ lane: Lane) -> Bool {
        let ticket = Ticket(number: number, receiver: receiver, lane: lane)
        guard hasRoom(for: ticket) else {
            waiting.append(ticket)
            return false
        }
        enter(ticket)
        return true
    }

    /// It takes longer than a healthy receiver does.
    ///
    /// - Returns: who may go now, in order.
    mutating func suspect(_ number: Int) -> [Int] {
        guard var ticket = inside[number], ticket.lane == .prompt else { return [] }
        ticket.lane = .suspect
        guard hasRoom(for: ticket) else { return [] }
        leave(number)
        enter(ticket)
        return admit()
    }

    /// The delivery is over, however it went, or is not wanted any more.
    mutating func done(_ number: Int) -> [Int] {
        waiting.removeAll { $0.number == number }
        leave(number)
        return admit()
    }

    private mutating func admit() -> [Int] {
        var admitted: [Int] = []
        var rest: [Ticket] = []
        for ticket in waiting {
            if hasRoom(for: ticket) {
                enter(ticket)
                admitted.append(ticket.number)
            } else {
                rest.append(ticket)
            }
        }
        waiting = rest
        return admitted
    }

    private func hasRoom(for ticket: Ticket) -> Bool {
        switch ticket.lane {
        case .prompt: counts[.prompt, default: 0] < promptCount
        case .suspect:
            counts[.suspect, default: 0] < suspectCount
                && suspects[ticket.receiver, default: 0] < perReceiver
        }
    }

    private mutating func enter(_ ticket: Ticket) {
        inside[ticket.number] = ticket
        counts[ticket.lane, default: 0] += 1
        if ticket.lane == .suspect { suspects[ticket.receiver, default: 0] += 1 }
    }

    private mutating func leave(_ number: Int) {
        guard let ticket = inside.removeValue(forKey: number) else { return }
        counts[ticket.lane, default: 0] -= 1
        guard ticket.lane == .suspect, let count = suspects[ticket.receiver] else { return }
        suspects[ticket.receiver] = count > 1 ? count - 1 : nil
    }
}
