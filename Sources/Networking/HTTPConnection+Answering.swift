import HTTPTypes

extension HTTPConnection {
    /// Bytes of ours that the peer's machine has not acknowledged.
    var queuedByteCount: Int { output.count + (wire?.queuedByteCount ?? 0) }

    /// Answers the request being answered, whole.
    func respond(_ response: HTTPResponse, body: [UInt8]) {
        let closes = !current.keepsAlive
        var bytes = response.wireHead(.length(body.count), closes: closes)
        if !current.isHead && response.mayHaveBody { bytes += body }
        output.append(bytes)
        complete(closes: closes)
    }

    func startStream(_ response: HTTPResponse, byteCount: Int?) -> ResponseStream {
        let isChunked = !current.isHTTP10 && byteCount == nil
        let hasBody = !current.isHead && response.mayHaveBody
        let framing: ResponseFraming =
            if !response.mayHaveBody {
                .length(0)
            } else if let byteCount {
                .length(byteCount)
            } else {
                isChunked ? .chunked : .untilClose
            }
        output.append(response.wireHead(framing, closes: !current.keepsAlive))
        let stream = ResponseStream(on: self, framing: hasBody ? (isChunked ? .chunked : .plain) : .none)
        phase = .streaming(stream)
        flush()
        return stream
    }

    /// The answer is complete: the next request's turn comes when it has left, or the end.
    func complete(closes: Bool) {
        phase = closes ? .parting : .flushing
        progress = 0
        expect(within: limits.requestTimeout) { $0.kill() }
        flush()
    }

    /// Answers a request that is no good, and closes: what follows it cannot be told apart.
    ///
    /// - Parameter request: whose body it is that is no good.
    func refuse(_ refusal: HTTPServerLimits.Refusal, _ request: HTTPRequest? = nil) {
        let (response, body) = limits.refusal(refusal, request)
        current.keepsAlive = false
        respond(response, body: body)
    }

    func flush() {
        guard let wire else { return }
        guard let sent = output.send(wire.send) else { return kill() }
        if output.count > 0 || !wire.isClear {
            switch phase {
            case .flushing, .parting: noteProgress(sent)
            case .idle, .head, .body, .answering, .streaming, .parted, .upgrading, .gone: break
            }
            return
        }
        switch phase {
        case .flushing:
            phase = .idle
            expect(within: limits.idleTimeout) { $0.kill() }
            if server.isPassing { kill() } else { advance() }
        case .parting:
            part(wire)
        case .idle, .head, .body, .answering, .streaming, .parted, .upgrading, .gone:
            break
        }
    }

    /// A client that reads is given time; one that reads a byte now and then, to keep us busy, is not.
    private func noteProgress(_ sent: Int) {
        progress += sent
        guard progress >= limits.minProgressByteCount else { return }
        progress = 0
        expect(within: limits.requestTimeout) { $0.kill() }
    }

    /// Closes our half and lets the client finish: closing at once would reset the connection, and a client
    /// that is still sending would lose the answer.
    private func part(_ wire: any Wire) {
        phase = .parted
        wire.endOutput()
        expect(within: .seconds(2)) { $0.kill() }
        advance()
    }
}

extension HTTPConnection: Resident {
    func reactorIsStopping() {
        current.keepsAlive = false
        switch phase {
        case .idle, .head, .body, .answering, .parted, .upgrading: kill()
        case .streaming(let stream): stream.cutShort()
        case .flushing: phase = .parting
        case .parting, .gone: break
        }
    }

    func reactorHasStopped() { gone() }
}
