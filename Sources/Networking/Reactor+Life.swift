/// Whoever holds a socket on a reactor, so that the reactor can end it.
protocol Resident: AnyObject {
    /// The reactor stops: say goodbye if there is a way to.
    func reactorIsStopping()
    /// The reactor has stopped: report the end now.
    func reactorHasStopped()
}

extension Reactor {
    func admit(_ resident: any Resident) { residents[ObjectIdentifier(resident)] = resident }
    func dismiss(_ resident: any Resident) { residents[ObjectIdentifier(resident)] = nil }

    /// The loop, from the thread's start to its end.
    func run() {
        while true {
            loop.turn(until: deadlines.earliest, isIdle: jobs.isEmpty)
            fireDeadlines()
            runJobs()
            loop.poller.flush()
            if isStopping && (residents.isEmpty || graceEnd == nil) && jobs.isEmpty { break }
        }
        endLoop()
        runLeftovers()
    }

    private func fireDeadlines() {
        guard let earliest = deadlines.earliest else { return }
        let now = Moment.now
        guard earliest <= now else { return }
        while let fire = deadlines.popDue(by: now) {
            fire()
            loop.poller.flushEach()
        }
    }

    func beginStopping() {
        guard !isStopping else { return }
        isStopping = true
        graceEnd = schedule(after: .milliseconds(500)) { [self] in graceEnd = nil }
        for resident in Array(residents.values) { resident.reactorIsStopping() }
    }

    private func endLoop() {
        inbox.withLock { $0.life = .closing }
        for resident in Array(residents.values) { resident.reactorHasStopped() }
        residents.removeAll()
        let unanswered = lookups.values.flatMap { $0 }
        lookups.removeAll()
        waitingLookups.removeAll()
        for answer in unanswered { answer(.failure(.stopped)) }
        deadlines.removeAll()
        loop.close()
    }

    /// Runs what is left to run, then ends the thread's part in this reactor.
    func runLeftovers() {
        while true {
            runJobs()
            guard jobs.isEmpty else { continue }
            let (isOver, stopped) = inbox.withLock { inbox in
                guard inbox.jobs.isEmpty else { return (false, [CheckedContinuation<Void, Never>]()) }
                inbox.life = .ended
                defer { inbox.stopped.removeAll() }
                return (true, inbox.stopped)
            }
            for continuation in stopped { continuation.resume() }
            if isOver { return }
        }
    }
}
