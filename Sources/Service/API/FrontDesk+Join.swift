import FloorControl
import HTTPTypes
import JSONValues
import Journal
import Networking
import PersonaFiles
import Personas
import Rooms

// Agents come and go: `POST /voice/join` and `POST /voice/leave`.

extension FrontDesk {
    /// A retry with the same `Idempotency-Key` gets the first success, after waiting for it if need be.
    func join(_ call: Call) throws(Problem) -> Answer? {
        let body = try call.json()
        if isDraining { throw .draining }
        guard let key = call.request.headerFields[.idempotencyKey] else {
            Task { call.respond(await joinAnswer(call, body)) }
            return nil
        }
        guard (1...255).contains(key.utf8.count) else {
            throw Problem(.invalidRequest, "An Idempotency-Key has 1 to 255 characters.")
        }
        let fingerprint = IdempotencyStore.fingerprint(of: call.exchange.body)
        switch commons.answers.withLock({ $0.claim(key, fingerprint, at: .now) }) {
        case .first:
            Task {
                let answer = await joinAnswer(call, body)
                await keep(answer, to: key, fingerprint)
                call.respond(answer)
                for again in commons.answers.withLock({ $0.settle(key, with: answer) }) { again() }
            }
            return nil
        case .answered(let answer): return answer
        case .wait:
            // Whoever settles it may do so at another desk.
            commons.answers.withLock { answers in
                answers.wait(for: key) { [weak self, reactor] in
                    reactor.post { [weak self] in self?.assumeIsolated { $0.retry(call) } }
                }
            }
            return nil
        case .mismatch:
            throw Problem(
                .idempotencyMismatch, "This Idempotency-Key came with another body before; use a new one.")
        }
    }

    private func retry(_ call: Call) {
        do throws(Problem) {
            if let answer = try join(call) { call.respond(answer) }
        } catch {
            call.respond(.problem(error))
        }
    }

    private func joinAnswer(_ call: Call, _ body: JSON) async -> Answer {
        do throws(Problem) {
            let patience = isSound(body) ? Self.longestLookup : Self.shortLookup
            let addresses = await addresses(of: JoinRequest.callbackURL(in: body), within: patience)
            let request = try JoinRequest(
                body, destinations: settings.callbacks.destinations, resolvedTo: addresses)
            guard let persona = folder.catalogue[request.agent] else { throw .unknownAgent(request.agent) }
            let participantID = try await admit(
                request, request.overrides.applied(to: persona), cause: call.traceContext)
            guard let wait = call.wait else {
                return .json(request.json(participantID, "joining"), status: .accepted)
            }
            return try await outcome(of: participantID, request, within: wait)
        } catch {
            return .problem(error)
        }
    }

    /// How long a join waits for name servers: what they have not said by then does not resolve now, and is judged at each
    /// delivery. In seconds, because a platform waits for the answer.
    private static var longestLookup: Duration { .seconds(2) }
    /// The same for a join that is refused in any case: long enough for a name server that works, so that one answer names
    /// every wrong field.
    private static var shortLookup: Duration { .milliseconds(200) }

    /// Whether nothing speaks against a join but where its callbacks may lead.
    private func isSound(_ body: JSON) -> Bool {
        let destinations = settings.callbacks.destinations
        guard let request = try? JoinRequest(body, destinations: destinations) else { return false }
        return folder.catalogue[request.agent] != nil && !isDraining && archive.health.isWell
    }

    /// A name's addresses are judged now, for the person who asks, and again at each delivery.
    ///
    /// - Returns: none when they are not known in time.
    private func addresses(of url: CallbackURL?, within limit: Duration) async -> [IPAddress] {
        guard let url, case .name(let name) = url.host,
            case .dependsOnAddresses = settings.callbacks.destinations.verdict(on: url)
        else { return [] }
        let resolved = await withCheckedContinuation { continuation in
            var waiting: CheckedContinuation<[ResolvedAddress], Never>? = continuation
            let deadline = reactor.schedule(after: limit) {
                waiting?.resume(returning: [])
                waiting = nil
            }
            reactor.resolve(host: name, port: url.port) { result in
                deadline.cancel()
                waiting?.resume(returning: (try? result.get()) ?? [])
                waiting = nil
            }
        }
        return resolved.compactMap { IPAddress($0.host) }
    }

    /// The agent is in the room, and that is kept: a crash from here on is told to its receiver.
    ///
    /// - Returns: the participant's id.
    private func admit(
        _ request: JoinRequest, _ persona: Persona, cause: TraceContext?
    ) async throws(Problem) -> String {
        if isDraining { throw .draining }
        try refuseIfFull()
        defer { showSeats() }
        guard archive.health.isWell else { throw .nothingIsKept }
        let (room, isNew) = try open(request.room, because: .join)
        let participantID = "pa_\(Self.randomDigits())"
        let log = room.events
        // Whoever opens the room hears that it opened.
        let place = isNew ? log.base : log.lastSeq
        watches[room.name]?.trace?.expect(request.identity, name: persona.name, cause: cause)
        let admission = AgentAdmission(
            persona: persona, identity: request.identity, participantID: participantID,
            wantsRecording: request.recording)
        try on(room) { room throws(Problem) in try room.admit(admission) }
        do throws(JournalError) {
            try await keep(participantID, request, after: place, in: log)
        } catch {
            if case .failed = error { archive.health.failed(error) }
            try? on(room) { room throws(Problem) in
                try room.leave(agent: request.identity, reason: .removed)
            }
            throw Problem.notKept(error)
        }
        return participantID
    }

    /// Returns when the join has lasted, with what its receiver is owed from `place` on.
    private func keep(
        _ participantID: String, _ request: JoinRequest, after place: Int, in log: EventLog
    ) async throws(JournalError) {
        guard let recorder = archive.recorder(of: log) else {
            throw .fenced(room: log.room, epoch: 0)
        }
        let joined = log.lastSeq
        if let callback = request.callback {
            let epoch = try await recorder.kept(upTo: log.base)
            let owed = OwedCallbacks(
                participant: participantID, room: log.room, epoch: epoch, url: callback.url.text,
                events: callback.events.texts, metadata: request.metadata.utf8, place: place)
            try await archive.journal.owe(owed)
            send(owed, to: callback, live: EventReader.Live(log: log, recorder: recorder))
        }
        _ = try await recorder.kept(upTo: joined)
    }

    private func outcome(
        of participantID: String, _ request: JoinRequest, within wait: Duration
    ) async throws(Problem) -> Answer {
        var answer: Answer
        switch await (try directory.room(request.room)).outcome(of: participantID, within: wait) {
        case .joined: answer = .json(request.json(participantID, "joined"))
        case .stillJoining: answer = .json(request.json(participantID, "joining"), status: .accepted)
        case .failed(let fault):
            throw Problem(.realtimeUnavailable, "\(request.identity) did not come in: \(fault.detail)")
        }
        answer.headers[.preferenceApplied] = "wait=\(wait.components.seconds)"
        return answer
    }

    func leave(_ call: Call) throws(Problem) -> Answer {
        let request = try LeaveRequest(try call.json())
        try on(directory.room(request.room)) { room throws(Problem) in
            try room.leave(agent: request.agent, reason: .left)
        }
        return .json(
            ["room": .string(request.room), "agent": .name(request.agent), "status": "leaving"],
            status: .accepted)
    }

    /// 96 random bits: nobody guesses or meets the same one twice.
    private static func randomDigits() -> String {
        (0..<3).map { _ in
            let digits = String(UInt32.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }.joined()
    }
}

extension JoinRequest {
    fileprivate func json(_ participantID: String, _ status: String) -> JSON {
        [
            "participant_id": .string(participantID), "room": .string(room), "agent": .string(agent),
            "identity": .name(identity), "status": .string(status),
        ]
    }
}
