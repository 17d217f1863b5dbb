import EmbeddedRealtime
import Foundation
import Journal
import Logging
import Networking
import PersonaFiles
import Rooms
import Service

/// The service in this process: its event loops, their desks, and the embedded Realtime server when nobody
/// named another.
struct RunningService {
    /// `http://HOST:PORT`, with the port really listened on.
    let url: String
    /// What an operator should know before the first call.
    let notice: String?
    /// At least one.
    let reactors: [Reactor]
    private let reception: Reception<RoomHost>
    private let embedded: EmbeddedHouse?
    private let observation: Observation
    private let journal: SQLiteJournal
    private let lock: JournalLock
    /// The first, which listens; for whoever is a client of the service in its own process.
    var reactor: Reactor { reactors[0] }

    /// Starts everything or nothing.
    ///
    /// - Throws: what a person can mend: a missing folder or speech file, a port in use.
    static func start(_ settings: Settings) async throws -> RunningService {
        keepFilesFromOthers()
        DescriptorLimit.raise()
        // A file that may not grow is a write that fails, as on a full disk, not the end of all calls.
        signal(SIGXFSZ, SIG_IGN)
        let observation = try Observation(settings)
        do {
            return try await start(settings, observation)
        } catch {
            await observation.end()
            throw error
        }
    }

    private static func start(
        _ settings: Settings, _ observation: Observation
    ) async throws -> RunningService {
        let environment = ProcessInfo.processInfo.environment
        let folder = try PersonaFolder(path: settings.agents, environment: environment)
        let log = Logger(label: "parley.start")
        for mistake in folder.catalogue.mistakes { log.error("\(mistake.description(in: folder.path))") }
        if folder.catalogue.entries.isEmpty { log.warning("\(Complaint.noPersona(in: folder.path))") }
        let lock = try JournalLock(folder: settings.data)
        let journal = try SQLiteJournal(folder: settings.data)
        var reactors: [Reactor] = []
        do {
            for number in 1...settings.reactors {
                var options = Reactor.Options()
                options.isLazy = true
                reactors.append(
                    try Reactor.start(name: number == 1 ? "parley" : "parley-\(number)", options: options))
            }
            return try await RunningService(settings, folder, journal, lock, reactors, observation)
        } catch {
            await stop(reactors)
            journal.end()
            throw error
        }
    }

    /// The first last: what others cannot give away is there.
    private static func stop(_ reactors: [Reactor]) async {
        for reactor in reactors.reversed() { await reactor.stop() }
    }

    private init(
        _ settings: Settings, _ folder: PersonaFolder, _ journal: SQLiteJournal, _ lock: JournalLock,
        _ reactors: [Reactor], _ observation: Observation
    ) async throws {
        self.reactors = reactors
        self.journal = journal
        self.lock = lock
        self.observation = observation
        let reception = Reception<RoomHost>(
            settings: settings, personas: folder, journal: journal, reactors: reactors,
            metrics: observation.metrics, tracer: observation.traces?.tracer)
        self.reception = reception
        let desk = reception.first
        var embeddedURL = ""
        let named = settings.realtime.servers + folder.catalogue.personas.flatMap(\.realtime)
        if settings.realtime.isEmbedded || named.contains(.embedded) {
            // Whoever calls a room wants to be heard.
            if let deafness = EmbeddedHouse.deafness { throw deafness }
            let embedded = EmbeddedHouse(settings.languageModel, on: desk.reactor) { id in
                desk.assumeIsolated { $0.persona(id) }
            }
            let port = try await embedded.listen(host: "127.0.0.1", port: 0)
            embeddedURL = "ws://127.0.0.1:\(port)\(EmbeddedServer.path)"
            self.embedded = embedded
            notice =
                settings.realtime.isEmbedded && !settings.realtime.servers.contains(.embedded)
                ? "no --realtime-url and no key: agents speak with the embedded Realtime server, \(embeddedURL)"
                : "the embedded Realtime server stands by, \(embeddedURL)"
        } else {
            embedded = nil
            notice = nil
        }
        let rooms = RoomSettings(settings, embeddedURL: embeddedURL)
        try await reception.recover()
        let recorder = reception.recorder
        recorder.mend()
        let port = try await reception.listen { reactor in
            let space = FrameSpace()
            return { name, log, onClosed in
                RoomHost(
                    name: name, settings: rooms, reactor: reactor, log: log, recorder: recorder, space: space,
                    onClosed: onClosed)
            }
        }
        Task.detached(priority: .background) { Room.buildTables() }
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        url = "\(settings.tls == nil ? "http" : "https")://\(host):\(port)"
    }

    /// What is kept tells what was said, and where callbacks go: nobody else on the machine is to read it.
    private static func keepFilesFromOthers() {
        let inherited = umask(0)
        umask(inherited | 0o007)
    }

    /// Lets turns finish, tells everybody, and ends.
    func drain() async {
        await reception.drain()
        await reception.recorder.settle()
        await embedded?.close()
        await Self.stop(reactors)
        journal.end()
        await observation.end()
    }
}
