import Foundation
import JSONValues
import Rooms
import Service
import Testing

@Suite struct `Event examples` {
    @Test(arguments: Example.all(in: "events"))
    func `the service writes this event to the letter`(_ example: Example) throws {
        let json = try example.json
        let event = try RoomEvent(json)
        let written = EventLog.json(
            event, seq: json["seq"]?.integerValue, at: try time(json),
            room: try #require(json["room"]?.stringValue))
        #expect(written.text == json.text)
    }

    @Test(arguments: Example.all(in: "callbacks"))
    func `a callback is its event and two members more`(_ example: Example) throws {
        let json = try example.json
        var written = EventLog.json(
            try RoomEvent(json), seq: json["seq"]?.integerValue, at: try time(json),
            room: try #require(json["room"]?.stringValue))
        written["participant_id"] = .string(try #require(json["participant_id"]?.stringValue))
        #expect(json["metadata"] != nil)
        written["metadata"] = json["metadata"]
        #expect(written == json)
    }

    @Test func `a callback is signed as the example says`() throws {
        let file = try String(
            contentsOf: Example.folder.appending(path: "callbacks/agent.status.http"), encoding: .utf8)
        let parts = file.split(separator: "\n\n", maxSplits: 1)
        let secret = try #require(file.firstMatch(of: /whsec_[A-Za-z0-9+\/=]+/)?.output)
        func header(_ name: String) throws -> String {
            let line = try #require(parts[0].split(separator: "\n").first { $0.hasPrefix("\(name): ") })
            return String(line.dropFirst(name.count + 2))
        }
        let signature = try #require(WebhookSecret(String(secret))).signature(
            id: try header("webhook-id"), timestamp: try #require(Int(header("webhook-timestamp"))),
            body: Array(parts[1].utf8))
        #expect(signature == (try header("webhook-signature")))
    }

    private func time(_ json: JSON) throws -> WallTime {
        let text = try #require(json["at"]?.stringValue)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return WallTime(
            millisecondsSince1970: Int((try style.parse(text).timeIntervalSince1970 * 1_000).rounded()))
    }
}
