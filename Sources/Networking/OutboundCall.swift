import CLibwebsockets
import Glibc
import HTTPTypes

/// A request under way. Belongs to its reactor's thread.
public final class OutboundCall {
    struct Listener {
        var onHead: ((HTTPResponse) -> Void)?
        var onBodyPart: ((UnsafeRawBufferPointer) -> Void)?
        var done: (Result<InboundResponse, NetworkingError>) -> Void
    }

    private enum State {
        /// The URL is none, as is about to be reported.
        case failing
        case connecting(Dial)
        /// The head has gone out; so many bytes of the body have too.
        case sending(Dial, sent: Int)
        case receiving(Dial, HTTPResponse, endsWithConnection: Bool)
        case over
    }

    private let reactor: Reactor
    private let request: OutboundRequest
    private var listener: Listener?
    private var state = State.failing
    private var body: [UInt8] = []
    private var deadline: Deadline?
    private var reading = Reading.no

    private enum Reading {
        case no
        case yes
        /// The library has called the answer complete while it was reading.
        case completed
    }

    init(_ reactor: Reactor, _ request: OutboundRequest, _ listener: Listener) {
        self.reactor = reactor
        self.request = request
        self.listener = listener
    }

    /// Drops the request; nothing is called any more.
    public func cancel() {
        reactor.preconditionCurrent()
        listener = nil
        finish(.failure(.cancelled))
    }

    func begin() {
        reactor.admit(self)
        do throws(NetworkingError) {
            let url = try NetworkingURL(request.url, plain: "http", secure: "https")
            let dial = Dial(reactor, url, method: request.method.rawValue, owner: self) { [weak self] error in
                self?.finish(.failure(error))
            }
            state = .connecting(dial)
            let limit = request.deadline
            deadline = reactor.schedule(after: limit) { [weak self] in
                self?.finish(.failure(.timedOut(host: url.host, after: limit)))
            }
            dial.begin(connectTo: request.connectTo)
        } catch {
            reactor.later { [self] in finish(.failure(error)) }
        }
    }

    private func finish(_ result: Result<InboundResponse, NetworkingError>) {
        switch state {
        case .over: return
        case .failing: break
        case .connecting(let dial), .sending(let dial, _), .receiving(let dial, _, _): dial.cancel()
        }
        state = .over
        deadline?.cancel()
        reactor.dismiss(self)
        let done = listener?.done
        listener = nil
        body = []
        done?(result)
    }

    private func succeed(_ head: HTTPResponse) {
        finish(.success(InboundResponse(head: head, body: body)))
    }
}

extension OutboundCall: Resident {
    func reactorIsStopping() { finish(.failure(.stopped)) }
    func reactorHasStopped() { finish(.failure(.stopped)) }
}

// MARK: - The connection

extension OutboundCall: ConnectionOwner {
    func happened(
        _ reason: lws_callback_reasons, _ wsi: OpaquePointer, _ bytes: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int32 {
        switch reason {
        case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
            return appendHead(wsi, bytes, count)
        case LWS_CALLBACK_CLIENT_HTTP_WRITEABLE:
            return sendBody(wsi)
        case LWS_CALLBACK_ESTABLISHED_CLIENT_HTTP:
            return headArrived(wsi)
        case LWS_CALLBACK_RECEIVE_CLIENT_HTTP:
            return read(wsi)
        case LWS_CALLBACK_RECEIVE_CLIENT_HTTP_READ:
            return bodyArrived(UnsafeRawBufferPointer(start: bytes, count: count))
        case LWS_CALLBACK_COMPLETED_CLIENT_HTTP:
            return completed()
        case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
            failed(String(UnsafeRawBufferPointer(start: bytes, count: count)))
        case LWS_CALLBACK_CLOSED_CLIENT_HTTP:
            closed()
        default:
            break
        }
        return 0
    }

    func gone() {
        switch state {
        case .connecting(let dial): dial.connectionGone()
        case .sending, .receiving: closed()
        case .failing, .over: break
        }
    }

    private func failed(_ reason: String) {
        switch state {
        case .connecting(let dial): dial.connectionFailed(reason)
        case .sending, .receiving: closed()
        case .failing, .over: break
        }
    }

    private func closed() {
        switch state {
        case .receiving(_, let head, endsWithConnection: true): succeed(head)
        case .sending(let dial, _), .receiving(let dial, _, _):
            finish(.failure(.closedEarly(host: dial.url.host)))
        case .failing, .connecting, .over: break
        }
    }

    private func appendHead(_ wsi: OpaquePointer, _ place: UnsafeMutableRawPointer?, _ space: Int) -> Int32 {
        guard case .connecting(let dial) = state else { return -1 }
        dial.isThrough = true
        state = .sending(dial, sent: 0)
        var fields = request.headers
        fields[.contentLength] = nil
        let mayHaveBody: Set<HTTPRequest.Method> = [.post, .put, .patch]
        if !request.body.isEmpty || mayHaveBody.contains(request.method) {
            fields[.contentLength] = String(request.body.count)
        }
        guard append(fields, at: place, space: space) == 0 else { return -1 }
        if !request.body.isEmpty {
            lws_client_http_body_pending(wsi, 1)
            lws_callback_on_writable(wsi)
        }
        return 0
    }

    private func sendBody(_ wsi: OpaquePointer) -> Int32 {
        guard case .sending(let dial, let sent) = state, sent < request.body.count else { return 0 }
        guard lws_partial_buffered(wsi) == 0 else {
            lws_callback_on_writable(wsi)
            return 0
        }
        let part = request.body[sent..<min(sent + 16 << 10, request.body.count)]
        let isLast = part.endIndex == request.body.count
        let result = reactor.withScratch(part.count) { scratch in
            scratch.payload(part.count).copyBytes(from: part)
            return lws_write(
                wsi, scratch.start.assumingMemoryBound(to: UInt8.self), part.count,
                isLast ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP)
        }
        guard result >= 0 else { return -1 }
        state = .sending(dial, sent: part.endIndex)
        if isLast { lws_client_http_body_pending(wsi, 0) }
        lws_callback_on_writable(wsi)
        return 0
    }

    private func headArrived(_ wsi: OpaquePointer) -> Int32 {
        guard case .sending(let dial, _) = state else { return -1 }
        let status = HTTPResponse.Status(integerLiteral: Int(lws_http_client_http_response(wsi)))
        guard (200...599).contains(status.code) else {
            finish(.failure(.malformedResponse(host: dial.url.host, reason: "its status is \(status.code)")))
            return -1
        }
        let head = HTTPResponse(
            status: status, headerFields: responseFields(of: wsi, including: request.responseHeaders))
        let isDelimited =
            lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) > 0
            || lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0
        state = .receiving(dial, head, endsWithConnection: !isDelimited)
        listener?.onHead?(head)
        if request.method == .head || status.code == 204 || status.code == 304 {
            succeed(head)
            return -1
        }
        return 0
    }

    /// Reads part of the body. The library also calls an answer complete when the connection ends within a
    /// chunk; only its result tells that from a real end.
    private func read(_ wsi: OpaquePointer) -> Int32 {
        guard case .receiving = state else { return -1 }
        reading = .yes
        let result = reactor.withScratch(16 << 10) { scratch in
            var start: UnsafeMutablePointer<CChar>? = scratch.start.assumingMemoryBound(to: CChar.self)
            var count: Int32 = 16 << 10
            return lws_http_client_read(wsi, &start, &count)
        }
        let outcome = reading
        reading = .no
        guard case .completed = outcome, case .receiving(_, let head, _) = state else {
            return result < 0 ? -1 : 0
        }
        if result < 0 { closed() } else { succeed(head) }
        return -1
    }

    private func completed() -> Int32 {
        switch reading {
        case .yes, .completed:
            reading = .completed
            return 0
        case .no:
            if case .receiving(_, let head, _) = state { succeed(head) }
            return -1
        }
    }

    private func bodyArrived(_ part: UnsafeRawBufferPointer) -> Int32 {
        guard case .receiving(let dial, _, _) = state else { return -1 }
        if let onBodyPart = listener?.onBodyPart {
            onBodyPart(part)
            return 0
        }
        guard body.count + part.count <= request.maxBodyByteCount else {
            finish(.failure(.bodyTooLarge(host: dial.url.host, limit: request.maxBodyByteCount)))
            return -1
        }
        body.append(contentsOf: part)
        return 0
    }
}
