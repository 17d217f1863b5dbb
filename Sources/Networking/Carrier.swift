import CLibwebsockets
import WebSocketFrames

/// What carries a WebSocket's frames.
enum Carrier {
    /// The library's WebSocket role, when we are the client of a server with TLS.
    case library(OpaquePointer)
    /// Our own.
    case framed(FramedConnection)

    /// Nothing waits in there: what is sent now may go straight to the kernel.
    var isClear: Bool {
        switch self {
        case .library(let wsi): lws_partial_buffered(wsi) == 0
        case .framed(let connection): connection.isClear
        }
    }

    /// Asks for ``WebSocket/flush()``.
    func callWhenWritable() {
        switch self {
        case .library(let wsi): lws_callback_on_writable(wsi)
        case .framed(let connection): connection.callWhenWritable()
        }
    }

    /// What waits for the turn's end leaves now.
    func hurry() {
        switch self {
        case .library: return
        case .framed(let connection): connection.hurry()
        }
    }

    /// Closes without a word, on the loop's next turn.
    func kill() {
        switch self {
        case .library(let wsi): parley_kill_soon(wsi)
        case .framed(let connection): connection.kill()
        }
    }

    func setReading(_ isReading: Bool) {
        switch self {
        case .library(let wsi): lws_rx_flow_control(wsi, isReading ? 1 : 0)
        case .framed(let connection): isReading ? connection.resumeReading() : connection.pauseReading()
        }
    }
}
