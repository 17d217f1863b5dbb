import FloorControl
import Logging
import Networking
import PersonaFiles
public import Personas
import Rooms

// What goes on while nobody asks: personas that change, and the way out.

extension FrontDesk {
    /// The version in force.
    public func persona(_ id: String) -> Persona? { folder.catalogue[id] }

    /// Looks for changed persona files each second from now on.
    func watchPersonas() {
        reactor.schedule(after: .seconds(1)) { [weak self] in
            self?.assumeIsolated { desk in
                desk.reloadPersonas()
                desk.watchPersonas()
            }
        }
    }

    private func reloadPersonas() {
        do throws(PersonaFolderError) {
            let changes = try folder.reload()
            if !changes.loaded.isEmpty {
                logger.info("personas loaded", metadata: ["ids": "\(changes.loaded)"])
            }
            if !changes.removed.isEmpty {
                logger.info("personas gone", metadata: ["ids": "\(changes.removed)"])
            }
            if !changes.isEmpty { shareFolder() }
            for mistake in changes.mistakes { logger.error("\(mistake.description(in: folder.path))") }
            folderIsMissing = false
        } catch {
            // Said once: it is looked for each second.
            if !folderIsMissing { logger.error("\(error)") }
            folderIsMissing = true
        }
    }

    /// Other desks go by what this one has read.
    private func shareFolder() {
        let folder = folder
        for desk in colleagues where desk !== self {
            desk.reactor.post { desk.assumeIsolated { $0.folder = folder } }
        }
    }

    /// The way out: nobody comes in, running turns finish, rooms close, callbacks are delivered. Returns
    /// when all that is done, or when `drain_timeout` is over.
    public func drain() async {
        await finish()
        closeDoor()
    }

    /// All of that but for the door: who comes may still be told that nobody is taken in.
    func finish() async {
        guard !isDraining else { return }
        isDraining = true
        let deadline = ContinuousClock.now + settings.limits.drainTimeout
        await withTaskGroup { group in
            for room in directory.rooms {
                group.addTask { await self.close(room, by: deadline) }
            }
        }
        await waitUntil(deadline) {
            self.archive.isAtRest
                && self.couriers.values.allSatisfy { $0.isAtRest(until: deadline) }
        }
        let waiting = couriers.values.count { !$0.isDone }
        if waiting > 0 {
            logger.warning(
                "callbacks not delivered in time; they go out after the next start",
                metadata: ["participants": "\(waiting)"])
        }
    }

    func closeDoor() {
        server?.close()
        server = nil
    }

    private func close(_ room: Room, by deadline: ContinuousClock.Instant) async {
        let turn = RunningTurn(room)
        await waitUntil(deadline) { !turn.isRunning }
        turn.stop()
        try? on(room) { $0.close(reason: .drain) }
    }

    /// Coarse on purpose: it happens once in a process's life.
    private func waitUntil(_ deadline: ContinuousClock.Instant, _ condition: () -> Bool) async {
        while !condition(), ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// Whether an agent holds the floor of a room, from what the room tells: a turn runs from its grant on.
private final class RunningTurn {
    private var running: TurnID?
    private var subscription: EventSubscription?

    init(_ room: some LiveRoom) {
        for entry in room.events.entries(after: 0) { take(entry.event) }
        subscription = room.events.subscribe { [weak self] in self?.take($0.event) }
    }

    var isRunning: Bool { running != nil }
    func stop() { subscription?.cancel() }

    private func take(_ event: RoomEvent) {
        switch event {
        case .turnGranted(let turn, _, _, _): running = turn
        case .turnEnded(running, _, _, _, _, _): running = nil
        case .roomOpened, .roomClosed, .participantJoined, .participantLeft, .participantMuted,
            .participantHeard, .agentStatus,
            .speechStarted, .speechStopped, .transcriptDelta, .transcriptFinal, .floorChanged, .turnRequested,
            .turnStarted, .turnEnded, .toolCalled, .toolReturned, .contextCondensed, .limitApproached,
            .recordingStarted, .recordingStopped,
            .limitReached, .error:
            break
        }
    }
}
