import Foundation
import HTTPTypes
import JSONValues
import Networking

/// A running service, asked over HTTP as anybody would.
actor ServiceClient {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    /// `http://HOST:PORT` without a final slash.
    nonisolated let url: String
    nonisolated let key: String?

    /// - Parameter key: the service's, when it asks for one.
    init(_ url: String, key: String?, on reactor: Reactor) {
        self.url = url.last == "/" ? String(url.dropLast()) : url
        self.key = key
        self.reactor = reactor
    }

    nonisolated var headers: HTTPFields {
        var headers: HTTPFields = [:]
        if let key { headers[.authorization] = "Bearer \(key)" }
        return headers
    }

    func get(_ path: String) async throws -> JSON {
        try await ask(OutboundRequest(url: url + path, headers: headers, deadline: .seconds(10)))
    }

    /// Posts JSON and returns the answer's.
    ///
    /// - Throws: ``Complaint`` with the problem's own words.
    func post(_ path: String, _ body: JSON, preferring preference: String? = nil) async throws -> JSON {
        var headers = headers
        headers[.contentType] = "application/json"
        if let preference, let name = HTTPField.Name("Prefer") { headers[name] = preference }
        return try await ask(
            OutboundRequest(
                method: .post, url: url + path, headers: headers, body: body.utf8, deadline: .seconds(40)))
    }

    private func ask(_ request: OutboundRequest) async throws -> JSON {
        let result = await withCheckedContinuation { continuation in
            reactor.send(request) { continuation.resume(returning: $0) }
        }
        let response: InboundResponse
        do {
            response = try result.get()
        } catch {
            throw Complaint("\(url): \(error); is `parley serve` running there?")
        }
        let json = (try? JSON(parsing: response.body)) ?? .null
        guard response.head.status.kind == .successful else {
            let detail = json["detail"]?.stringValue ?? "the service answered \(response.status)"
            let fields = json["errors"]?.arrayValue?.compactMap { error in
                error["pointer"]?.stringValue.map { "\($0) \(error["detail"]?.stringValue ?? "")" }
            }
            throw Complaint(([detail] + (fields ?? [])).joined(separator: "\n  "))
        }
        return json
    }
}
