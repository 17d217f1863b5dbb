public import Foundation
import HTTPTypes
public import Networking

/// Fills the rooms of a service with callers and measures what becomes of their sound: callers, models and the gauge in this
/// process, the service in another, real sockets between them.
public actor Bench {
    public nonisolated let reactor: Reactor
    public nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }

    private let clock = BenchClock()
    private var gauge = LatencyGauge()
    private var service: ServiceProcess?
    private var server: StandInServer?
    private var microphones: Metronome?
    private var callers: [BenchCaller] = []
    /// Whether it was ended: a measurement that was under way fails for no other reason.
    public private(set) var hasEnded = false

    public init(on reactor: Reactor) { self.reactor = reactor }

    /// Starts the service, without rooms.
    ///
    /// - Parameter program: the file of `parley`.
    public func start(_ program: URL) throws {
        let server = StandInServer(on: reactor, clock: clock) { [unowned self] frame in
            assumeIsolated { $0.gauge.reached(model: $0.clock.since(frame.at)) }
        }
        self.server = server
        microphones = Metronome(on: reactor, clock: clock, period: 20)
        service = try ServiceProcess(program: program, realtimeURL: try server.listen())
    }

    /// Ends everything, whatever it came to.
    public func end() {
        hasEnded = true
        for caller in callers { caller.hangUp() }
        callers = []
        microphones?.stop()
        server?.close()
        service?.end()
    }

    /// As many rooms as `count`, each with one agent and one caller who is heard; then a look at them for a while.
    public func measure(rooms count: Int, for duration: Duration) async throws -> Sizing.Step {
        while callers.count > count { await removeRoom() }
        while callers.count < count { try await addRooms(min(20, count - callers.count)) }
        // Whoever was added has begun to speak, and what a crowd left behind is gone.
        try await Task.sleep(for: .seconds(1))
        _ = gauge.take()
        let before = try usage()
        let begun = ContinuousClock.now
        try await Task.sleep(for: duration)
        let after = try usage()
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        let (toModel, toCaller, late) = gauge.take()
        guard callers.allSatisfy({ !$0.hasEnded }) else { throw BenchError.callersNotHeard(rooms: count) }
        return Sizing.Step(
            rooms: count, toModel: toModel, toCaller: toCaller, lateCount: late,
            serviceLoad: (after.service.processorTime - before.service.processorTime) / .seconds(seconds),
            benchLoad: (after.own.processorTime - before.own.processorTime) / .seconds(seconds),
            memory: after.service.residentByteCount)
    }

    private func usage() throws -> (service: ProcessUsage, own: ProcessUsage) {
        guard let service, service.isRunning, let theirs = service.usage, let own = ProcessUsage(of: "self")
        else { throw BenchError.serviceEnded }
        return (theirs, own)
    }
}

// MARK: - Rooms

extension Bench {
    private func addRooms(_ count: Int) async throws {
        guard let service, let microphones else { throw BenchError.serviceEnded }
        let numbers = callers.count..<callers.count + count
        for number in numbers {
            let body = #"{"room":"\#(BenchCaller.room(number))","agent":"scout"}"#
            let status = await ask(.post, "/voice/join", body, of: service)
            guard status == 200 else { throw BenchError.joinRefused(status: status) }
            let caller = BenchCaller(number, on: reactor, service: service.url, clock: clock) {
                [unowned self] frame in
                assumeIsolated { $0.gauge.reached(caller: $0.clock.since(frame.at)) }
            }
            callers.append(caller)
            microphones.add(caller) { [weak caller] in caller?.speak() }
        }
        let patience = ContinuousClock.now + .seconds(10)
        while !callers.allSatisfy(\.isOpen) {
            guard ContinuousClock.now < patience else {
                throw BenchError.callersNotHeard(rooms: numbers.upperBound)
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func removeRoom() async {
        guard let caller = callers.popLast(), let service else { return }
        microphones?.remove(caller)
        caller.hangUp()
        _ = await ask(.delete, "/rooms/\(BenchCaller.room(caller.number))", "", of: service)
    }

    /// - Returns: the status; 0 when there was no answer.
    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: String, of service: ServiceProcess
    ) async -> Int {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let prefer = HTTPField.Name("Prefer") { headers[prefer] = "wait=20" }
        let request = OutboundRequest(
            method: method, url: service.url + path, headers: headers, body: Array(body.utf8))
        return await withCheckedContinuation { continuation in
            reactor.send(request) { continuation.resume(returning: (try? $0.get())?.status ?? 0) }
        }
    }
}
