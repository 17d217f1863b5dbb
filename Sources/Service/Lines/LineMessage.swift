public import FloorControl
import JSONValues
public import Rooms

/// A text frame a caller's line may send.
public enum LineMessage: Equatable, Sendable {
    /// How much of a turn was really played, when the client knows.
    case playbackPosition(TurnID, played: Duration)
    case message(String)
    case interrupt
    case mute(Bool)
    /// Who is here, and who has the floor?
    case snapshot

    /// - Throws: the ``EventFault`` that goes back to this line alone; nothing else changes.
    public init(_ utf8: UnsafeRawBufferPointer) throws(EventFault) {
        let json: JSON
        do {
            json = try JSON(parsing: utf8)
        } catch {
            throw EventFault(
                code: "not_json", detail: "expected a JSON object, found text that is none: \(error)")
        }
        do {
            try self.init(JSONReader(json))
        } catch let error as JSONShapeError {
            throw EventFault(code: "invalid_message", detail: error.description)
        } catch let error as EventFault {
            throw error
        } catch {
            preconditionFailure("unexpected: \(error)")
        }
    }

    private init(_ reader: JSONReader) throws {
        switch try reader.string("type") {
        case "playback.position":
            guard let turn = TurnID(wire: try reader.string("turn")) else {
                throw reader.mismatch("turn", expected: "a turn such as tu_7")
            }
            self = .playbackPosition(turn, played: try Self.played(reader))
        case "message":
            let text = try reader.string("text")
            guard !text.allSatisfy(\.isWhitespace) else {
                throw reader.mismatch("text", expected: "some words")
            }
            self = .message(text)
        case "interrupt": self = .interrupt
        case "mute": self = .mute(try reader.bool("muted"))
        case "snapshot": self = .snapshot
        case let type:
            throw EventFault(
                code: "unknown_type",
                detail:
                    "“\(type.prefix(64))” is none of playback.position, message, interrupt, mute, snapshot")
        }
    }

    /// Clients compute positions in floating point; one beyond a day is clamped, the ledger knows better anyway.
    private static func played(_ reader: JSONReader) throws(JSONShapeError) -> Duration {
        let milliseconds = try reader.number("ms")
        guard milliseconds.isFinite else { throw reader.mismatch("ms", expected: "a number of milliseconds") }
        return .milliseconds(Int(max(0, min(milliseconds, 86_400_000))))
    }
}
