import CLibwebsockets
import Glibc
import HTTPTypes

extension HTTPConnection {
    /// A client wants a WebSocket. It is asked for first, and only then handed to the library.
    func upgradeOffered(_ request: HTTPRequest) {
        current.keepsAlive = false
        let fields = request.headerFields
        guard fields[.secWebSocketVersion] == "13" else {
            let response = HTTPResponse(
                status: .upgradeRequired, headerFields: [.secWebSocketVersion: "13", .upgrade: "websocket"])
            return respond(response, body: [])
        }
        guard request.method == .get, let key = fields[.secWebSocketKey], key.utf8.count == 24 else {
            return refuse(.malformed("a WebSocket is opened by GET with a Sec-WebSocket-Key of 16 bytes"))
        }
        guard let delegate = server.delegate else {
            return respond(HTTPResponse(status: .serviceUnavailable), body: [])
        }
        switch delegate.upgradeRequested(request, from: remoteAddress) {
        case .refuse(let response, let body):
            respond(response, body: body)
        case .accept(let limits, let opened):
            phase = .upgrading(limits, opened, request)
            reactor.later { [self] in handOver() }
        }
    }

    /// Gives the socket to the library's WebSocket role, with a handshake that it understands and whatever
    /// the client has said since. Not from within a callback of this connection, which ends here.
    private func handOver() {
        guard let wsi, let socket, case .upgrading(let limits, let opened, let request) = phase else {
            return
        }
        let copy = dup(socket)
        let rest = Array(input.unread)
        let upgrade = reactor.expectUpgrade(
            WebSocket(
                on: reactor, limits: limits, isClient: false, remoteAddress: remoteAddress,
                state: .upgrading(opened), relay: relay, share: share))
        parley_kill_now(wsi)
        guard copy >= 0 else { return reactor.forgetUpgrade(upgrade) }
        var bytes = Array("GET /\(upgrade) HTTP/1.1\r\nHost: parley\r\n".utf8)
        bytes += "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n".utf8
        bytes += "Sec-WebSocket-Key: \(request.headerFields[.secWebSocketKey] ?? "")\r\n".utf8
        let offered = request.headerFields.values(.secWebSocketProtocol)
        if let agreed = offered.first(where: reactor.loop.subprotocols.contains) {
            bytes += "Sec-WebSocket-Protocol: \(agreed)\r\n".utf8
        }
        bytes += "\r\n".utf8
        bytes += rest
        let adopted = bytes.withUnsafeBytes {
            lws_adopt_socket_vhost_readbuf(
                reactor.loop.host, copy, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        if adopted == nil { reactor.forgetUpgrade(upgrade) }
    }
}

extension Reactor {
    fileprivate func expectUpgrade(_ socket: WebSocket) -> Int {
        lastUpgrade += 1
        upgrades[lastUpgrade] = socket
        return lastUpgrade
    }

    fileprivate func forgetUpgrade(_ number: Int) { upgrades[number] = nil }
}

/// The library asks about a handshake made by ``HTTPConnection``: its path is the number of the socket.
func attachUpgraded(_ wsi: OpaquePointer) -> Int32 {
    var path = [CChar](repeating: 0, count: 32)
    let length = lws_hdr_copy(wsi, &path, Int32(path.count), WSI_TOKEN_GET_URI)
    guard length > 1, let reactor = Reactor.current,
        let number = Int(
            String(decoding: path[1..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)),
        let socket = reactor.upgrades.removeValue(forKey: number)
    else { return -1 }
    reactor.admit(socket)
    lws_set_opaque_user_data(wsi, Attachment(socket).retained())
    return 0
}
