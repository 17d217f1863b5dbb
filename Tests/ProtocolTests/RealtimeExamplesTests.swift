import JSONValues
import Realtime
import Testing

@Suite struct `Realtime examples` {
    @Test(arguments: Example.all(in: "realtime/client"))
    func `a client's event is one we know, and writes back to what it was`(_ example: Example) throws {
        let message = try ClientMessage(example.json)
        if case .unknown(let type) = message.event { Issue.record("no case for \(type)") }
        #expect(message.json == (try example.json))
    }

    /// A name that GA keeps for older clients is written as the event it means.
    static let synonyms = ["conversation.item.created": "conversation.item.added"]

    @Test(arguments: Example.all(in: "realtime/server"))
    func `a server's event is one we know, and writes back to what it was`(_ example: Example) throws {
        var json = try example.json
        let message = try ServerMessage(json)
        if case .unknown(let type) = message.event { Issue.record("no case for \(type)") }
        if let type = Self.synonyms[example.name] { json["type"] = .string(type) }
        #expect(message.json == json)
    }
}
