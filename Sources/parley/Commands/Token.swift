import ArgumentParser
import Foundation
import JSONValues
import Networking
import Personas

struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Asks the service for a caller's token, and prints the caller's link.",
        discussion: "The key, when the service asks for one, comes from PARLEY_API_KEY.")

    @Argument(help: "The room; it need not exist yet.")
    var room: String
    @Argument(help: "The caller's identity in it.")
    var identity: String
    @Option(help: "How long the token is good: 30m, 1h, up to 24h.")
    var ttl = "1h"
    @Option(help: "The service.")
    var url = "http://127.0.0.1:8080"

    func run() async throws {
        guard let lifetime = Duration(written: ttl) else {
            throw Complaint("--ttl: expected a duration such as 30m or 1h, found “\(ttl)”")
        }
        let reactor = try Reactor.start(name: "token")
        let client = ServiceClient(
            url, key: ProcessInfo.processInfo.environment["PARLEY_API_KEY"], on: reactor)
        let result = await Result {
            try await client.post(
                "/rooms/\(room)/tokens",
                ["identity": .string(identity), "ttl_s": .integer(Int(lifetime.components.seconds))])
        }
        await reactor.stop()
        guard let token = try result.get()["token"]?.stringValue else {
            throw Complaint("\(url): the answer holds no token; is it Parley?")
        }
        say("\(client.url)/r/\(room)#token=\(token)")
    }
}

extension Result where Failure == any Error {
    /// What an asynchronous piece of work came to.
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
