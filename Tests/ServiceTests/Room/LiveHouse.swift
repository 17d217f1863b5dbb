import Foundation
import HTTPTypes
import JSONValues
import Journal
import Networking
import PersonaFiles
import Personas
import Realtime
import TestMaterial

@testable import Service

/// A desk with real rooms on a real port, and a Realtime server of few words behind them; everything
/// on one reactor, but for the rooms of other desks where there are several.
actor LiveHouse {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    nonisolated let reception: Reception<RoomHost>
    nonisolated var desk: FrontDesk<RoomHost> { reception.first }
    private let others: [Reactor]
    private let journal: SQLiteJournal
    private let peer = RealtimePeer()
    private var server: HTTPServer?
    private nonisolated let opened = Guarded<[Weak<RoomHost>]>([])
    var hosts: [Weak<RoomHost>] { opened.withLock { $0 } }
    private(set) var url = ""

    /// - Parameters:
    ///   - hearing: whether agents are given sound, as on any server but the embedded one.
    ///   - server: what kind of server it is; `nil`: the embedded one, or any that is given sound.
    ///   - keys: one server to try for each, all at one address; empty: one server, with the service's key.
    static func open(
        _ environment: [String: String] = [:], hearing: Bool = false, server: ServerProfile? = nil,
        keys: [String] = []
    ) async throws -> LiveHouse {
        let folder = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["Scout", "Nova"] {
            let text = "---\nname: \(name)\n---\nYou are \(name).\n"
            try Data(text.utf8).write(to: folder.appending(path: "\(name.lowercased()).md"))
        }
        let personas = try PersonaFolder(path: folder.path(), environment: [:])
        let settings = try Settings(flags: [.port: ["0"]], environment: environment)
        let house = LiveHouse(
            settings, personas, try SQLiteJournal.inMemory(),
            try (0..<settings.reactors).map { try Reactor.start(name: "live house \($0)") })
        try await house.listen(settings, profile: server ?? (hearing ? .generic : .embedded), keys)
        return house
    }

    private init(
        _ settings: Settings, _ personas: PersonaFolder, _ journal: SQLiteJournal, _ reactors: [Reactor]
    ) {
        self.journal = journal
        reactor = reactors[0]
        others = Array(reactors.dropFirst())
        reception = Reception(
            settings: settings, personas: personas, journal: journal, reactors: reactors)
    }

    private func listen(_ settings: Settings, profile: ServerProfile, _ keys: [String]) async throws {
        let server = try HTTPServer.listen(on: reactor, host: "127.0.0.1", port: 0, delegate: peer)
        self.server = server
        var rooms = RoomSettings(settings, embeddedURL: "ws://127.0.0.1:\(server.port)/v1/realtime")
        rooms.backend.profile = profile
        rooms.backend.key = profile == .embedded ? nil : Secret("k")
        if profile != .embedded { rooms.backend.model = .named("any") }
        rooms.backend.servers = keys.map { Persona.Backend(model: "any", key: .hidden($0)) }
        let settings = rooms
        let port = try await reception.listen { [opened] reactor in
            { name, log, onClosed in
                let host = RoomHost(
                    name: name, settings: settings, reactor: reactor, log: log, onClosed: onClosed)
                opened.withLock { $0.append(Weak(host)) }
                return host
            }
        }
        url = "http://127.0.0.1:\(port)"
    }

    func close() async {
        for reactor in others { await reactor.stop() }
        await reactor.stop()
        journal.end()
    }

    func refuseSessions() { peer.refuses = true }
    func silenceServer() { peer.isSilent = true }
    /// Ears that are opened from now on are greeted only when they are let go.
    func holdEars() { peer.heldEars = [] }
    func releaseEars() { peer.releaseEars() }
    /// Milliseconds of silence that ears were given.
    var silenceHeard: Int { peer.silenceHeard }

    /// What the ear's or the agent's session was sent: events by type, and all sound as bytes.
    func sent(to session: RealtimePeer.Kind) -> (types: [String], sound: [UInt8]) {
        (peer.types[session] ?? [], peer.sound[session] ?? [])
    }

    /// The request of every session, with the key “k” but for the embedded server, and its `session.update`s.
    var handshakes: [HTTPRequest] { peer.handshakes }
    var sessions: [JSON] { peer.sessions }

    /// Ears say from here on what ``earSays(_:)`` is told, and nothing else.
    func promptEars() { peer.isPrompted = true }
    func earSays(_ event: String) { peer.ears.last?.send(text: event) }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, _ headers: HTTPFields = [:]
    ) async throws -> (status: Int, json: JSON) {
        var headers = headers
        if body != nil { headers[.contentType] = "application/json" }
        let request = OutboundRequest(
            method: method, url: url + path, headers: headers, body: body?.utf8 ?? [],
            deadline: .seconds(10).patient)
        let response = try await withCheckedContinuation { continuation in
            reactor.send(request) { continuation.resume(returning: $0) }
        }.get()
        return (response.status, (try? JSON(parsing: response.body)) ?? .null)
    }

    /// Opens a line at once; what it said and how it ended stand in the result.
    func call(_ path: String) -> Line {
        let line = Line(
            reactor.connect(WebSocketRequest(url: url.replacing("http", with: "ws") + path)))
        return line
    }

    /// Looks into the open room of this name.
    func look<Value: Sendable>(
        into room: String, _ look: @Sendable (isolated RoomHost) throws -> Value
    ) rethrows -> Value? {
        guard let host = hosts.compactMap(\.object).last(where: { $0.name == room }) else { return nil }
        return try host.assumeIsolated { try look($0) }
    }

    /// Waits until `condition` holds; `false` when it has not within 5 s.
    func waitUntil(_ condition: @Sendable (isolated LiveHouse) -> Bool) async -> Bool {
        await holds { condition(self) }
    }
}

/// A caller's end of a line; belongs to the reactor.
final class Line: @unchecked Sendable {
    let socket: WebSocket
    private(set) var events: [JSON] = []
    private(set) var closing: WebSocket.Closing?

    init(_ socket: WebSocket) {
        self.socket = socket
        socket.onText = { [unowned self] in events.append((try? JSON(parsing: $0)) ?? .null) }
        socket.onClosed = { [self] in closing = $0 }
    }

    var types: [String] { events.compactMap { $0["type"]?.stringValue } }

    var joined: String? {
        events.first { $0["type"] == "participant.joined" && $0["kind"] == "caller" }?["identity"]?
            .stringValue
    }
}

struct Weak<Object: AnyObject & Sendable>: Sendable {
    weak let object: Object?
    init(_ object: Object) { self.object = object }
}

/// A Realtime server that lets everybody in and has nothing to say, but hears when there is a voice.
final class RealtimePeer: HTTPServerDelegate {
    enum Kind: Sendable { case ear, agent }

    var refuses = false
    var isSilent = false
    /// Ears say nothing of themselves: a test does.
    var isPrompted = false
    /// Connections that wait for their greeting; `nil`: none does.
    var heldEars: [WebSocket]?
    private(set) var silenceHeard = 0
    private(set) var handshakes: [HTTPRequest] = []
    private(set) var sessions: [JSON] = []
    private(set) var ears: [WebSocket] = []
    private(set) var types: [Kind: [String]] = [:]
    private(set) var sound: [Kind: [UInt8]] = [:]

    func received(_ exchange: HTTPExchange) { exchange.respond(HTTPResponse(status: .notFound)) }

    func upgradeRequested(_ request: HTTPRequest, from address: String) -> UpgradeDecision {
        handshakes.append(request)
        if refuses { return .refuse(HTTPResponse(status: .unauthorized), body: []) }
        return .accept(limits: WebSocketLimits()) { [unowned self] socket in
            guard !isSilent else { return }
            let kind: Kind = request.path?.contains("intent=transcription") == true ? .ear : .agent
            if kind == .ear { ears.append(socket) }
            var ear = Ear()
            socket.onText = { [unowned self, unowned socket] text in
                guard let json = try? JSON(parsing: text), let type = json["type"]?.stringValue else {
                    return
                }
                types[kind, default: []].append(type)
                if type == "session.update" {
                    if let session = json["session"] { sessions.append(session) }
                    socket.send(
                        text: #"{"type":"session.updated","event_id":"e2","session":{"type":"realtime"}}"#)
                }
                guard let audio = json["audio"]?.stringValue else { return }
                sound[kind, default: []] += Base64.decode(audio) ?? []
                if kind == .ear, !isPrompted { for event in ear.hear(audio) { socket.send(text: event) } }
                if audio.utf8.allSatisfy(Ear.isSilent) { silenceHeard += Ear.milliseconds(audio) }
            }
            if kind == .ear, heldEars != nil { heldEars?.append(socket) } else { greet(socket) }
        }
    }

    func releaseEars() {
        for socket in heldEars ?? [] { greet(socket) }
        heldEars = nil
    }

    private func greet(_ socket: WebSocket) {
        socket.send(text: #"{"type":"session.created","event_id":"e1","session":{"type":"realtime"}}"#)
    }
}

/// Voice detection for sound that is either all zeros or none: a voice stops after 500 ms of silence.
private struct Ear {
    private var isHearing = false
    private var silence = 0
    private var heard = 0

    static func isSilent(_ character: UInt8) -> Bool {
        character == UInt8(ascii: "A") || character == UInt8(ascii: "=")
    }

    /// 48 bytes a millisecond, four characters for three bytes.
    static func milliseconds(_ base64: String) -> Int { base64.utf8.count * 3 / 4 / 48 }

    mutating func hear(_ base64: String) -> [String] {
        let length = Self.milliseconds(base64)
        heard += length
        if base64.utf8.allSatisfy(Self.isSilent) {
            silence += length
            guard isHearing, silence >= 500 else { return [] }
            isHearing = false
            return [
                #"{"type":"input_audio_buffer.speech_stopped","event_id":"e4","audio_end_ms":\#(heard),"item_id":"item_1"}"#,
                #"{"type":"conversation.item.input_audio_transcription.completed","event_id":"e5","item_id":"item_1","content_index":0,"transcript":"Hello.","usage":{"type":"duration","seconds":1}}"#,
            ]
        }
        silence = 0
        guard !isHearing else { return [] }
        isHearing = true
        return [
            #"{"type":"input_audio_buffer.speech_started","event_id":"e3","audio_start_ms":\#(heard - length),"item_id":"item_1"}"#
        ]
    }
}
