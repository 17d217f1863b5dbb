import Journal
import Logging

// Couriers: one for each participant whose receiver is owed something.

extension FrontDesk {
    /// From here on the receiver is told, in order, what it is owed.
    func send(_ owed: OwedCallbacks, to callback: JoinRequest.Callback, live: EventReader.Live?) {
        let around = CallbackCourier.Surroundings(
            settings: settings.callbacks, journal: archive.journal, office: office, reactor: reactor,
            metrics: metrics)
        let courier = CallbackCourier(owed, callback.url, callback.events, live: live, around)
        couriers[owed.participant] = courier
        courier.onDone = { [weak self] in
            self?.assumeIsolated { $0.couriers[owed.participant] = nil }
        }
        courier.start()
    }

    /// Since when receivers have not accepted the next thing they are owed.
    var waitingCallbacks: [WallTime] { couriers.values.compactMap(\.waitingSince) }

    /// What an earlier process did not deliver. A hundred at a time: they all look into the journal at once.
    func resume(_ owed: ArraySlice<OwedCallbacks>) {
        guard !owed.isEmpty else { return }
        for callbacks in owed.prefix(100) {
            do {
                let callback = JoinRequest.Callback(
                    url: try CallbackURL(callbacks.url), events: try EventFilter(callbacks.events))
                send(callbacks, to: callback, live: nil)
            } catch {
                // Another version's rules: it would be refused at a join today.
                logger.error(
                    "callbacks given up",
                    metadata: ["participant": "\(callbacks.participant)", "error": "\(error)"])
                archive.journal.settle(callbacks.participant) { _ in }
            }
        }
        reactor.schedule(after: .milliseconds(50)) { [weak self] in
            self?.assumeIsolated { $0.resume(owed.dropFirst(100)) }
        }
    }
}
