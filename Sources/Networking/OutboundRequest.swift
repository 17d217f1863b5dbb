public import HTTPTypes

/// A request to be made by us. Redirects are not followed; each call has a connection of its own.
public struct OutboundRequest: Sendable {
    public var method: HTTPRequest.Method
    /// `http://` or `https://`, with any path and query; they are sent as they stand.
    public var url: String
    public var headers: HTTPFields
    public var body: [UInt8]
    /// From the call to the last byte of the answer. Default: 30 s.
    public var deadline: Duration
    /// Bytes of the answer's body that are accepted. Default: 1 MiB.
    public var maxBodyByteCount: Int
    /// Where to connect, whatever the URL's name resolves to by now; the name still goes into the TLS
    /// handshake, the certificate check and `Host`. Default: nil, which looks the name up.
    public var connectTo: ResolvedAddress?
    /// Headers of the answer to read beyond the registered ones, which are always read.
    public var responseHeaders: [HTTPField.Name]

    public init(
        method: HTTPRequest.Method = .get, url: String, headers: HTTPFields = [:], body: [UInt8] = [],
        deadline: Duration = .seconds(30), maxBodyByteCount: Int = 1 << 20, connectTo: ResolvedAddress? = nil,
        responseHeaders: [HTTPField.Name] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.deadline = deadline
        self.maxBodyByteCount = maxBodyByteCount
        self.connectTo = connectTo
        self.responseHeaders = responseHeaders
    }
}

/// A whole answer.
public struct InboundResponse: Sendable {
    public var head: HTTPResponse
    /// Empty when the body was streamed.
    public var body: [UInt8]

    public var status: Int { head.status.code }
}

extension Reactor {
    /// Makes a request. Returns at once; `done` is called once, later, unless the call is cancelled before.
    ///
    /// - Parameters:
    ///   - onHead: the answer's head, before its body.
    ///   - onBodyPart: each part of the body as it arrives, instead of collecting them; `maxBodyByteCount`
    ///     does not apply then.
    @discardableResult
    public func send(
        _ request: OutboundRequest, onHead: ((HTTPResponse) -> Void)? = nil,
        onBodyPart: ((UnsafeRawBufferPointer) -> Void)? = nil,
        _ done: @escaping (Result<InboundResponse, NetworkingError>) -> Void
    ) -> OutboundCall {
        preconditionCurrent()
        let call = OutboundCall(
            self, request, OutboundCall.Listener(onHead: onHead, onBodyPart: onBodyPart, done: done))
        call.begin()
        return call
    }
}
