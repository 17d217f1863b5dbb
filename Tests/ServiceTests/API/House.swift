import Foundation
import HTTPTypes
import JSONValues
import Journal
import Networking
import PersonaFiles
import TestMaterial

@testable import Service

/// A desk on a real port, with paper rooms behind it and somebody who asks it things.
actor House {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    nonisolated let reception: Reception<PaperRoom>
    nonisolated var desk: FrontDesk<PaperRoom> { reception.first }
    private let others: [Reactor]
    /// Of personas. It is gone once they are read.
    private let folder: URL
    nonisolated let journal: any JournalStore
    private var url = ""

    /// - Parameter environment: settings, as `PARLEY_…`.
    /// - Parameter journal: of an earlier house, as after a restart; `nil`: an empty one.
    static func open(
        _ environment: [String: String] = [:], journal: (any JournalStore)? = nil
    ) async throws -> House {
        let folder = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["Scout", "Nova", "Mute"] {
            let text = "---\nname: \(name)\nrealtime: {key: '${KEY}'}\n---\nYou are \(name).\n"
            try Data(text.utf8).write(to: folder.appending(path: "\(name.lowercased()).md"))
        }
        try Data("---\nvoice: marin\nrealtime: {key: '${KEY} ${KEY}'}\n---\nNameless.\n".utf8).write(
            to: folder.appending(path: "broken.md"))
        let personas = try PersonaFolder(path: folder.path(), environment: ["KEY": "hunter2"])
        let settings = try Settings(flags: [.port: ["0"]], environment: environment)
        let house = House(
            settings, personas, folder, try journal ?? SQLiteJournal.inMemory(),
            try (0..<settings.reactors).map { try Reactor.start(name: "house-\($0)") })
        try await house.listen()
        return house
    }

    private init(
        _ settings: Settings, _ personas: PersonaFolder, _ folder: URL, _ journal: any JournalStore,
        _ reactors: [Reactor]
    ) {
        self.folder = folder
        self.journal = journal
        reactor = reactors[0]
        others = Array(reactors.dropFirst())
        reception = Reception(
            settings: settings, personas: personas, journal: journal, reactors: reactors)
    }

    private func listen() async throws {
        try await reception.recover()
        let port = try await reception.listen { reactor in
            { name, log, onClosed in
                PaperRoom(name: name, reactor: reactor, log: log, onClosed: onClosed)
            }
        }
        url = "http://127.0.0.1:\(port)"
    }

    func close() async {
        for reactor in others { await reactor.stop() }
        await reactor.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The folder of personas is back, with this one alone.
    func write(persona text: String, as id: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "\(id).md"))
    }

    /// Makes an open room tell so many events more.
    func tell(_ count: Int, in room: String) async throws {
        try await reception.desks[reception.number(of: room)].paper(room).tell(count, "scout", .thinking)
    }

    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: [UInt8]
        var json: JSON { (try? JSON(parsing: body)) ?? .null }
        var code: String? { json["code"]?.stringValue }
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, _ headers: HTTPFields = [:]
    ) async throws -> Reply {
        var headers = headers
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await ask(method, path, bytes: body?.utf8 ?? [], headers)
    }

    func ask(
        _ method: HTTPRequest.Method, _ path: String, bytes: [UInt8], _ headers: HTTPFields
    ) async throws -> Reply {
        let request = OutboundRequest(
            method: method, url: url + path, headers: headers, body: bytes, deadline: .seconds(10).patient)
        let response = try await withCheckedContinuation { continuation in
            reactor.send(request) { continuation.resume(returning: $0) }
        }.get()
        return Reply(status: response.status, headers: response.head.headerFields, body: response.body)
    }

    /// Opens a line; its first text, or the status of the refusal.
    func call(_ path: String, _ headers: HTTPFields = [:]) async -> (text: String?, status: Int?) {
        let socket = reactor.connect(
            WebSocketRequest(url: url.replacing("http", with: "ws") + path, headers: headers))
        return await withCheckedContinuation { continuation in
            var waiting: CheckedContinuation<(text: String?, status: Int?), Never>? = continuation
            socket.onText = {
                waiting?.resume(returning: (String(decoding: $0, as: UTF8.self), nil))
                waiting = nil
            }
            socket.onClosed = {
                waiting?.resume(returning: (nil, $0.httpStatus))
                waiting = nil
            }
        }
    }
}

extension FrontDesk {
    func paper(_ name: String) throws -> Room { try directory.room(name) }
}
