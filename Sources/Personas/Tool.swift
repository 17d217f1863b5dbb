extension Persona {
    /// A function the model may call; Parley carries the call out over HTTP.
    public struct Tool: Equatable, Sendable {
        /// Unique within the persona; `[A-Za-z0-9_-]{1,64}`, as the Realtime API demands.
        public var name: String
        public var description: String
        /// A JSON Schema object, as compact JSON text.
        public var parameters: String
        public var http: HTTPCall
        /// Spoken word for word if the call takes longer than 400 ms; `nil` waits in silence.
        public var filler: String?

        /// The schema of a function without arguments.
        public static let noParameters = #"{"type":"object","properties":{}}"#

        public init(
            name: String, description: String = "", parameters: String = Tool.noParameters, http: HTTPCall,
            filler: String? = nil
        ) {
            self.name = name
            self.description = description
            self.parameters = parameters
            self.http = http
            self.filler = filler
        }
    }

    /// How a tool is carried out. Describes itself by what the file says, never by what the
    /// environment put in its place: headers carry keys.
    public struct HTTPCall: Equatable, Sendable {
        /// `POST` sends the arguments as its JSON body, `GET` as its query.
        public enum Method: String, CaseIterable, Equatable, Sendable {
            case get = "GET"
            case post = "POST"
        }

        public var method: Method
        /// `http` or `https`.
        public var url: ExpandedText
        /// In the file's order.
        public var headers: [Header]
        /// From the call to the last byte of its answer. Default 10 s: a caller on the phone hears
        /// silence meanwhile.
        public var timeout: Duration

        public static let defaultTimeout: Duration = .seconds(10)

        public init(
            method: Method = .post, url: ExpandedText, headers: [Header] = [],
            timeout: Duration = HTTPCall.defaultTimeout
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.timeout = timeout
        }

        public struct Header: Equatable, Sendable {
            public var name: String
            public var value: ExpandedText

            public init(name: String, value: ExpandedText) {
                self.name = name
                self.value = value
            }
        }
    }
}

/// Text of a file whose `${VAR}` were filled in from the environment.
///
/// Printing, dumping or interpolating it shows what the file says; only ``value`` holds the secret.
public struct ExpandedText: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable, ExpressibleByStringLiteral
{
    /// As in the file: `Bearer ${ORDERS_KEY}`.
    public let written: String
    /// As it is sent: never log it.
    public let value: String

    public init(written: String, value: String) {
        self.written = written
        self.value = value
    }

    /// Text without variables.
    public init(stringLiteral text: String) { self.init(written: text, value: text) }

    /// A key, of which not even what the file says is shown: it may be the key itself.
    public static func hidden(_ value: String) -> ExpandedText {
        ExpandedText(written: "(hidden)", value: value)
    }

    public var description: String { written }
    public var debugDescription: String { "\"\(written)\"" }
    public var customMirror: Mirror { Mirror(reflecting: written) }
}
