import FloorControl
import HTTPTypes
import JSONValues
import Networking
import OrderedCollections
import Personas
import Rooms

// Tools of a persona, carried out over HTTP. Every failure is a result the model can explain.

extension RoomHost {
    func callTool(_ link: LinkID, callID: String, name: String, arguments: String) {
        guard case .agent(let agent) = link.owner else { return }
        let started = now
        func finish(_ output: String, ok: Bool) {
            // The last event of a room is that it has closed.
            guard !isClosed else { return }
            events.append(
                .toolReturned(agent, callID: callID, name: name, ok: ok, duration: started.duration(to: now)))
            handle(.toolReturned(link, callID: callID, output: output, ok: ok))
        }
        guard let tool = admissions[agent]?.persona.tools.first(where: { $0.name == name }) else {
            finish(Self.failure("There is no tool called “\(name)”."), ok: false)
            return
        }
        reactor.send(tool.http.request(arguments: arguments, callID: callID)) { result in
            switch result {
            case .success(let response) where (200..<300).contains(response.status):
                finish(String(decoding: response.body, as: UTF8.self), ok: true)
            case .success(let response):
                finish(Self.failure("The tool answered with status \(response.status)."), ok: false)
            case .failure(let error):
                finish(Self.failure(error), ok: false)
            }
        }
    }

    /// Without the tool's URL: it may hold a secret of the persona's, and models read aloud what they get.
    static func failure(_ error: NetworkingError) -> String {
        if case .invalidURL(_, let reason) = error {
            return failure("The tool's address or its arguments cannot be used: \(reason).")
        }
        return failure("The tool could not be reached: \(error).")
    }

    private static func failure(_ detail: String) -> String {
        let json: JSON = ["error": .string(detail)]
        return json.text
    }
}

extension Persona.HTTPCall {
    /// Larger results would fill the model's context.
    static let maxResultByteCount = 64 << 10

    /// `POST` sends the arguments as its JSON body, `GET` as its query.
    func request(arguments: String, callID: String) -> OutboundRequest {
        var fields: HTTPFields = [:]
        for header in headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value.value }
        }
        if let name = HTTPField.Name("Idempotency-Key") { fields[name] = callID }
        switch method {
        case .post:
            fields[.contentType] = "application/json"
            return OutboundRequest(
                method: .post, url: url.value, headers: fields, body: Array(arguments.utf8),
                deadline: timeout,
                maxBodyByteCount: Self.maxResultByteCount)
        case .get:
            let query = Self.query(arguments)
            let separator = url.value.contains("?") ? "&" : "?"
            return OutboundRequest(
                method: .get, url: query.isEmpty ? url.value : url.value + separator + query, headers: fields,
                deadline: timeout, maxBodyByteCount: Self.maxResultByteCount)
        }
    }

    private static func query(_ arguments: String) -> String {
        let members = (try? JSON(parsing: arguments))?.objectValue ?? [:]
        return members.map { key, value in
            "\(PercentEncoding.encode(key))=\(PercentEncoding.encode(value.stringValue ?? value.text))"
        }.joined(separator: "&")
    }
}
