import Audio
import HTTPTypes
import JSONValues
import Networking
import PersonaFiles
import Personas
import Realtime
import Rooms
import Service

extension Readers {
    @Sendable static func persona(_ bytes: [UInt8]) -> String? {
        do {
            let persona = try Persona(file: bytes, named: "it.md", environment: ["KEY": "k"])
            return persona.id == "it" && !persona.name.isEmpty
                ? nil : "a persona without a name: \(persona.name)"
        } catch {
            return error.all.isEmpty ? "refused without a word" : nil
        }
    }

    @Sendable static func wav(_ bytes: [UInt8]) -> String? {
        guard let file = try? WAVReader(bytes) else { return nil }
        return file.samples.isEmpty || file.channelCount < 1 || file.samples.count > bytes.count
            ? "\(file.samples.count) samples of \(bytes.count) bytes" : nil
    }

    @Sendable static func requests(_ bytes: [UInt8]) -> String? {
        guard let json = try? JSON(parsing: bytes) else { return nil }
        let complaints = [
            complaint { _ = try JoinRequest(json, destinations: CallbackGuard()) },
            complaint { _ = try LeaveRequest(json) }, complaint { _ = try MuteRequest(json) },
            complaint { _ = try TurnRequest(json) }, complaint { _ = try MessageRequest(json) },
            complaint { _ = try TokenRequest(json) }, rewritten(json),
        ]
        return complaints.lazy.compactMap(\.self).first
    }

    /// A refusal is a problem of the client's that can be written down.
    private static func complaint(_ read: () throws -> Void) -> String? {
        do { try read() } catch let problem as Problem {
            let isWritten = (try? JSON(parsing: problem.json.utf8)) != nil
            return 400..<500 ~= problem.status.code && isWritten ? nil : "a problem that is none: \(problem)"
        } catch { return "refused with \(error)" }
        return nil
    }

    /// What was read can be written, and reads the same.
    private static func rewritten(_ json: JSON) -> String? {
        guard let again = try? JSON(parsing: json.utf8) else { return "written, it is no JSON: \(json.text)" }
        return again.utf8 == json.utf8 ? nil : "written and read, it differs: \(json.text)"
    }

    @Sendable static func clientEvents(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { bytes in
            guard let message = try? ClientMessage(parsing: bytes) else { return nil }
            let written = message.utf8
            guard let again = written.withUnsafeBytes({ try? ClientMessage(parsing: $0) }) else {
                return "written, it cannot be read: \(String(decoding: written, as: UTF8.self))"
            }
            return again.utf8 == written ? nil : "written and read, it differs"
        }
    }

    @Sendable static func serverEvents(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { bytes in
            let view = AudioDelta.scan(bytes)
            guard let message = try? ServerMessage(parsing: bytes) else { return nil }
            if let view {
                guard case .outputAudioDelta(let place, _) = message.event, place == view.location else {
                    return "scanned as sound, read as \(message.event)"
                }
            }
            let written = message.utf8
            guard written.withUnsafeBytes({ try? ServerMessage(parsing: $0) }) != nil else {
                return "written, it cannot be read: \(String(decoding: written, as: UTF8.self))"
            }
            return nil
        }
    }

    @Sendable static func lineMessages(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBytes { bytes in
            do throws(EventFault) { _ = try LineMessage(bytes) } catch {
                return error.code.isEmpty || error.detail.isEmpty ? "refused without a word" : nil
            }
            return nil
        }
    }

    /// However the bytes arrive, the same requests are in them.
    @Sendable static func requestsAsBytes(_ bytes: [UInt8]) -> String? {
        let whole = transcript(of: [bytes[...]])
        let size = bytes.count < 400 ? bytes.count % 7 + 1 : bytes.count / 3
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            bytes[$0..<min($0 + size, bytes.count)]
        }
        let cut = transcript(of: pieces)
        return whole == cut ? nil : "whole: \(whole); in pieces: \(cut)"
    }

    /// The requests read, and how reading ended.
    private static func transcript(of pieces: [ArraySlice<UInt8>]) -> [String] {
        var input = HTTPInput()
        var head: RequestHead?
        var body: RequestBody?
        var told: [String] = []
        do throws(HTTPServerLimits.Refusal) {
            for piece in pieces {
                piece.withUnsafeBytes { input.append($0) }
                while true {
                    if head == nil {
                        head = try RequestHead(from: &input, limit: 4_096, fieldLimit: 64)
                        guard let head else { break }
                        body = try RequestBody(head.framing, limit: 4_096)
                    }
                    guard let found = head, try body?.read(from: &input) == true else { break }
                    told.append("\(found.request) \(body?.bytes.count ?? 0)")
                    (head, body) = (nil, nil)
                }
            }
        } catch {
            // How much of a bad line has come decides what is said of it, not whether it is refused.
            told.append("refused with \(error.status == .badRequest ? "400" : "\(error.status)")")
        }
        return told
    }

    @Sendable static func streams(_ bytes: [UInt8]) -> String? {
        var whole = EventStreamReader()
        var cut = EventStreamReader()
        let events = bytes.withUnsafeBytes { whole.read($0) }
        var pieces: [[UInt8]] = []
        let size = bytes.count < 400 ? bytes.count % 7 + 1 : bytes.count / 3
        for start in stride(from: 0, to: bytes.count, by: size) {
            pieces += bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { cut.read($0) }
        }
        for event in events { _ = try? JSON(parsing: event) }
        return events == pieces ? nil : "\(events.count) events whole, \(pieces.count) in pieces"
    }

    @Sendable static func addresses(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? LineQuery(text)
        for line in text.split(separator: "\n") {
            guard let url = try? CallbackURL(String(line)) else { continue }
            _ = CallbackGuard().verdict(on: url)
        }
        return nil
    }
}
