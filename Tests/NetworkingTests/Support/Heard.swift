import HTTPTypes
import Networking

/// What a served WebSocket told its owner.
enum Heard: Equatable, Sendable {
    case text(String)
    case binary(Int)
    case closed(WebSocket.Closing)
}

/// Accepts every upgrade, notes what is heard, and echoes texts when asked to.
func listening(
    _ heard: Recorder<Heard>, limits: WebSocketLimits = WebSocketLimits(), echoes: Bool = false,
    _ opened: @escaping @Sendable (WebSocket) -> Void = { _ in }
) -> @Sendable (HTTPRequest) -> UpgradeDecision {
    { _ in
        .accept(limits: limits) { socket in
            socket.onText = { [unowned socket] bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                heard.note(.text(text))
                if echoes { socket.send(text: text) }
            }
            socket.onBinary = { heard.note(.binary($0.count)) }
            socket.onClosed = { heard.note(.closed($0)) }
            opened(socket)
        }
    }
}
