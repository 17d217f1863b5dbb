import Foundation
import Rooms
import Service
import Testing

@Suite struct `Examples of a caller's line` {
    @Test(arguments: Example.all(in: "line/in"))
    func `a text frame is understood as what it is named after`(_ example: Example) throws {
        let message = try example.bytes.withUnsafeBytes { try LineMessage($0) }
        let name =
            switch message {
            case .playbackPosition: "playback.position"
            case .message: "message"
            case .interrupt: "interrupt"
            case .mute: "mute"
            case .snapshot: "snapshot"
            }
        #expect(name == example.name)
    }

    @Test(arguments: ["unknown_type.json", "invalid_message.json", "not_json.txt"])
    func `a text frame that is none of them is refused by the code it is named after`(file: String) throws {
        let bytes = try Example(path: "line/refused/\(file)").bytes
        let fault = #expect(throws: EventFault.self) { try bytes.withUnsafeBytes { try LineMessage($0) } }
        #expect(fault?.code == String(file.prefix { $0 != "." }))
    }
}
