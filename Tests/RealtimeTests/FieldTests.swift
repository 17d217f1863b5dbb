import JSONValues
import Realtime
import Testing

/// What we send, held against the names and fields the specification lists. Needs no Python.
@Suite struct FieldTests {
    @Test func `every client event is sent with its fields and no others`() throws {
        try check(ClientSamples.messages.map(\.json), side: "client", never: [])
    }

    @Test func `every server event is sent with its fields and no others`() throws {
        try check(ServerSamples.messages.map(\.json), side: "server", never: ["conversation.item.created"])
    }

    @Test func `beta names are read, and never sent`() throws {
        let events = try Reference.events()
        let betaOnly = try #require(events["beta_only"]?.arrayValue).compactMap(\.stringValue)
        let sent = ClientSamples.messages.map(\.json) + ServerSamples.messages.map(\.json)
        for name in betaOnly { #expect(!sent.contains { $0["type"] == .string(name) }, "\(name)") }
    }

    private func check(_ events: [JSON], side: String, never: [String]) throws {
        let listed = try JSONReader(Reference.events()).object("ga").object(side)
        var seen: Set<String> = []
        for event in events {
            let type = try #require(event["type"]?.stringValue)
            let fields = try #require(listed[type], "\(type) is not listed")
            let required = Set((fields["required"]?.arrayValue ?? []).compactMap(\.stringValue))
            let optional = Set((fields["optional"]?.arrayValue ?? []).compactMap(\.stringValue))
            let sent = Set(try JSONReader(event).keys)
            #expect(required.isSubset(of: sent), "\(type) lacks \(required.subtracting(sent))")
            #expect(sent.isSubset(of: required.union(optional)), "\(type) has \(sent.subtracting(required))")
            seen.insert(type)
        }
        #expect(Set(listed.keys).subtracting(seen) == Set(never))
    }
}
