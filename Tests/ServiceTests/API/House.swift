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
    nonisolated let desk: FrontDesk<PaperRoom>
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
            settings, personas, try journal ?? SQLiteJournal.inMemory(), try Reactor.start(name: "house"))
        try await house.listen()
        return house
    }

    private init(
        _ settings: Settings, _ personas: PersonaFolder, _ journal: any JournalStore, _ reactor: Reactor
    ) {
        self.journal = journal
        self.reactor = reactor
        desk = FrontDesk(
            settings: settings, personas: personas, journal: journal, reactor: reactor)
    }

    private func listen() async throws {
        try await desk.recover()
        let port = try await desk.listen { [reactor] name, log, onClosed in
            PaperRoom(name: name, reactor: reactor, log: log, onClosed: onClosed)
        }
        url = "http://127.0.0.1:\(port)"
    }

    func close() async { await reactor.stop() }

    /// Makes an open room tell so many events more.
    func tell(_ count: Int, in room: String) throws {
        let room = try desk.assumeIsolated { try $0.directory.room(room) }
        room.assumeIsolated { room in for _ in 0..<count { room.tell("scout", .thinking) } }
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
