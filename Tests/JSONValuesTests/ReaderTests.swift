import JSONValues
import Testing

@Suite struct ReaderTests {
    private let message: JSON = [
        "type": "a", "count": 2, "ratio": 0.5, "on": true, "list": [1], "none": nil,
        "session": ["audio": ["output": ["speed": "fast"]]],
    ]

    @Test func `members are read as what they are`() throws {
        let reader = try JSONReader(message)
        #expect(try reader.string("type") == "a")
        #expect(try reader.integer("count") == 2)
        #expect(try reader.number("count") == 2 && reader.number("ratio") == 0.5)
        #expect(try reader.bool("on"))
        #expect(try reader.array("list") == [1])
        #expect(try reader.milliseconds("count") == .milliseconds(2))
        #expect(reader.has("none") && !reader.has("missing"))
        #expect(reader["count"] == 2 && reader.json == message)
        #expect(reader.keys == ["type", "count", "ratio", "on", "list", "none", "session"])
    }

    @Test func `null and missing are the same to an optional member`() throws {
        let reader = try JSONReader(message)
        #expect(try reader.optionalString("none") == nil)
        #expect(try reader.optionalString("missing") == nil)
        #expect(try reader.optionalString("type") == "a")
    }

    @Test func `a complaint names the place, what was expected and what was found`() throws {
        let reader = try JSONReader(message)
        let output = try reader.object("session").object("audio").object("output")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try output.number("speed") }
                == "session.audio.output.speed: expected a number, found a string")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try reader.string("missing") }
                == "missing: expected a string, found nothing")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try reader.integer("ratio") }
                == "ratio: expected an integer, found a number")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try reader.object("list") }
                == "list: expected an object, found an array")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try reader.optionalString("on") }
                == "on: expected a string, found a boolean")
        #expect(
            complaint { () throws(JSONShapeError) in _ = try JSONReader([1]) }
                == "message: expected an object, found an array")
    }

    private func complaint(_ read: () throws(JSONShapeError) -> Void) -> String? {
        do {
            try read()
            return nil
        } catch { return "\(error)" }
    }
}
