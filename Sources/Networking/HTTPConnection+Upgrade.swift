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
        guard request.method == .get, let key = fields[.secWebSocketKey], isKey(key) else {
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

    /// Answers the handshake, and gives the connection with whatever the client has said since to whom it becomes. Not
    /// from within a callback of this connection, which ends here.
    private func handOver() {
        guard let wire, case .upgrading(let limits, let opened, let request) = phase else { return }
        output.append(handshake(request))
        let connection = FramedConnection(
            on: reactor, wire, to: .client, identity: identity, share: share, unread: Array(input.unread),
            output: output,
            maxMessageByteCount: limits.maxMessageByteCount)
        let socket = WebSocket(
            on: reactor, limits: limits, remoteAddress: remoteAddress, state: .open(.framed(connection)))
        wire.owner = connection
        leave()
        reactor.admit(socket)
        socket.watchLiveness()
        connection.begin(as: socket, opened)
    }

    /// What says yes to a handshake (RFC 6455, section 4.2.2).
    private func handshake(_ request: HTTPRequest) -> [UInt8] {
        let key = request.headerFields[.secWebSocketKey] ?? ""
        var text = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        text += "Sec-WebSocket-Accept: \(acceptance(of: key))\r\n"
        let offered = request.headerFields.values(.secWebSocketProtocol)
        if let agreed = offered.first(where: reactor.loop.subprotocols.contains) {
            text += "Sec-WebSocket-Protocol: \(agreed)\r\n"
        }
        return Array((text + "\r\n").utf8)
    }
}

/// 16 bytes in base64.
private func isKey(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    guard bytes.count == 24, key.hasSuffix("==") else { return false }
    return bytes.dropLast(2).allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
