import Dispatch
import Foundation
import Networking

/// Somebody asks the process to end: SIGTERM, or ^C. Asked a second time, it ends at once.
///
/// From its making on the signals are caught: make it before anybody is told that the process runs.
struct Termination: Sendable {
    private struct State {
        var isRequested = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// Of the signals, for the life of the process.
        var sources: [any DispatchSourceSignal] = []
    }

    private let state = Guarded(State())

    init() {
        for number in [SIGTERM, SIGINT] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [state] in
                for waiter in Self.request(state) { waiter.resume() }
            }
            state.withLock { $0.sources.append(source) }
            source.activate()
        }
    }

    private static func request(_ state: Guarded<State>) -> [CheckedContinuation<Void, Never>] {
        state.withLock { state in
            if state.isRequested { exit(130) }
            state.isRequested = true
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    var isRequested: Bool { state.withLock { $0.isRequested } }

    /// Returns when it is asked for, or was. Any number may wait.
    func requested() async {
        await withCheckedContinuation { continuation in
            let isRequested = state.withLock { state in
                if !state.isRequested { state.waiting.append(continuation) }
                return state.isRequested
            }
            if isRequested { continuation.resume() }
        }
    }
}
