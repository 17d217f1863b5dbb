import Audio
import FloorControl
import Realtime
import Rooms

// The way of an event from a scripted server to the room, where it leads over a wire.

extension Stage {
    /// An event arrives.
    func arrive(_ event: ServerEvent, on link: LinkID) {
        guard wires[link.owner] != nil else { return handle(.linkReceived(link, event)) }
        overWire(event, on: link)
    }

    /// Sound arrives.
    func arrive(_ samples: [Int16], of item: ItemID, in response: ResponseID, on link: LinkID) {
        guard wires[link.owner] != nil else { return receive(samples, of: item, in: response, on: link) }
        let place = PartLocation(responseID: response, itemID: item, outputIndex: 0)
        overWire(.outputAudioDelta(place, base64: Base64.encode(samples: samples)), on: link)
    }

    private func overWire(_ event: ServerEvent, on link: LinkID) {
        for frame in wires[link.owner]?.frames(of: event) ?? [] { read(frame, on: link) }
        guard wires[link.owner]?.held != nil else { return }
        plan(after: .milliseconds(20)) { stage in
            for frame in stage.wires[link.owner]?.flush() ?? [] { stage.read(frame, on: link) }
        }
    }

    /// As the service does it: sound the short way, everything else by the decoder, what nobody can read not
    /// at all.
    private func read(_ frame: [UInt8], on link: LinkID) {
        frame.withUnsafeBytes { utf8 in
            if let delta = AudioDelta.scan(utf8) {
                hear(delta.base64, delta.itemID, delta.responseID, on: link)
                return
            }
            guard let event = try? ServerMessage(parsing: utf8).event else {
                unreadFrames += 1
                return
            }
            guard case .outputAudioDelta(let place, var base64) = event else {
                return handle(.linkReceived(link, event))
            }
            base64.withUTF8 {
                hear(UnsafeRawBufferPointer($0), place.itemID, place.responseID, on: link)
            }
        }
    }

    private func hear(
        _ base64: UnsafeRawBufferPointer, _ item: ItemID, _ response: ResponseID, on link: LinkID
    ) {
        var samples: [Int16] = []
        var half: UInt8?
        guard Base64.decodeSamples(base64, appendingTo: &samples, half: &half) != nil else {
            unreadFrames += 1
            return
        }
        receive(samples, of: item, in: response, on: link)
    }
}
