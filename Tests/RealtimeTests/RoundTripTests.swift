import JSONValues
import Realtime
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: ClientSamples.messages)
    func `what a client says is read as it was meant`(message: ClientMessage) throws {
        #expect(try ClientMessage(message.json) == message)
        #expect(try message.utf8.withUnsafeBytes { try ClientMessage(parsing: $0) } == message)
    }

    @Test(arguments: ServerSamples.messages)
    func `what a server says is read as it was meant`(message: ServerMessage) throws {
        #expect(try ServerMessage(message.json) == message)
        #expect(try message.utf8.withUnsafeBytes { try ServerMessage(parsing: $0) } == message)
    }

    @Test func `every example of the reference is read and written as it stands there`() throws {
        for line in try Reference.examples() where line.event["type"] != "conversation.item.created" {
            let message = try Message(line.event, from: line.direction)
            #expect(!message.isUnknown && message.json == line.event, "\(line.place): \(message.json.text)")
        }
    }

    @Test(.enabled(if: !Reference.captures.isEmpty, Reference.noCaptures))
    func `recorded traffic of three vendors is read, and means the same when written again`() throws {
        let listed = try Reference.events()
        for file in Reference.captures {
            for line in try Reference.lines(of: file) {
                let message = try Message(line.event, from: line.direction)
                #expect(try Message(message.json, from: line.direction) == message, "\(line.place)")
                let type = line.event["type"]?.stringValue ?? ""
                let isXAIs = type == "conversation.item.input_audio_transcription.updated"
                let isListed = listed["ga"]?[line.direction.rawValue]?[type] != nil || isXAIs
                #expect(message.isUnknown != isListed, "\(line.place): \(type)")
            }
        }
    }

    /// Every field of every example replaced by something else or taken away: either it still is an event, or the
    /// complaint names the event and stands at the field's own level.
    @Test func `a damaged event is read or refused by name, never worse`() throws {
        var refusals = 0
        for line in try Reference.examples() {
            for (path, damaged) in line.event.damaged() where path != ["type"] {
                let context = "\(line.place), \(path.joined(separator: ".")): \(damaged.text)"
                do throws(MalformedEvent) {
                    let message = try Message(damaged, from: line.direction)
                    let again = try Message(message.json, from: line.direction)
                    #expect(again == message, "\(context)")
                } catch {
                    refusals += 1
                    let level = path.dropLast().joined(separator: ".")
                    #expect(error.type == line.event["type"]?.stringValue, "\(context)")
                    #expect(error.shape.path.hasPrefix(level), "\(context): \(error)")
                }
            }
        }
        #expect(refusals > 1_000)
    }
}

extension JSON {
    /// This object with one member at a time, at any depth, replaced by a value of every kind or removed.
    fileprivate func damaged() -> [(path: [String], JSON)] {
        guard let reader = try? JSONReader(self) else { return [] }
        let replacements: [JSON?] = [nil, .null, true, 7, -1.5, "x", [], ["x"], [:]]
        var results: [(path: [String], JSON)] = []
        for key in reader.keys {
            for replacement in replacements {
                var copy = self
                copy[key] = replacement
                results.append(([key], copy))
            }
            for (path, damaged) in (reader[key] ?? .null).damaged() {
                var copy = self
                copy[key] = damaged
                results.append(([key] + path, copy))
            }
        }
        return results
    }
}
