/// Where traces go, by the variables that OpenTelemetry gives every program. Off unless there is an endpoint.
///
/// They are no settings of Parley's, and have neither flag nor key in the config file: whoever runs a collector sets
/// them once for everything that runs there.
public struct TraceSettings: Equatable, Sendable {
    /// Of `POST`, with its path.
    public var endpoint: String
    public var headers: [Header] = []
    /// For one attempt. Default: 10 s, as the specification has it.
    public var timeout: Duration = .seconds(10)
    /// What the service is: `service.name` and what an operator adds, by name.
    public var resource: [String: String] = ["service.name": "parley"]
    /// Default: every trace.
    public var sampler = Sampler.parentBased(root: .always)
    /// A PEM file of authorities to trust in place of the system's.
    public var certificate: String?
    /// How long spans are gathered before they are sent. Default: 5 s, as the specification has it.
    public var delay: Duration = .seconds(5)

    public struct Header: Equatable, Sendable {
        public let name: String
        /// Mostly a key.
        public let value: Secret
    }

    init(endpoint: String) { self.endpoint = endpoint }

    /// - Returns: `nil` when nothing is to be traced.
    /// - Throws: a variable that says what nobody can do; a trace that silently goes nowhere helps nobody.
    public init?(environment: [String: String]) throws(SettingComplaint) {
        let reader = EnvironmentReader(environment)
        guard reader["OTEL_SDK_DISABLED"]?.lowercased() != "true" else { return nil }
        guard let endpoint = try Self.endpoint(reader) else { return nil }
        switch reader["OTEL_TRACES_EXPORTER"] {
        case nil, "otlp": break
        case "none": return nil
        case let other?: throw reader.complaint("OTEL_TRACES_EXPORTER", "otlp or none", other)
        }
        try Self.checkProtocol(reader)
        self.init(endpoint: endpoint)
        let own = reader["OTEL_EXPORTER_OTLP_TRACES_HEADERS"] != nil
        let name = own ? "OTEL_EXPORTER_OTLP_TRACES_HEADERS" : "OTEL_EXPORTER_OTLP_HEADERS"
        headers = try reader.pairs(name, isSecret: true).map { Header(name: $0, value: Secret($1)) }
        for (key, value) in try reader.pairs("OTEL_RESOURCE_ATTRIBUTES") { resource[key] = value }
        if let name = reader["OTEL_SERVICE_NAME"] { resource["service.name"] = name }
        timeout = try reader.milliseconds("OTEL_EXPORTER_OTLP_TIMEOUT") ?? timeout
        delay = try reader.milliseconds("OTEL_BSP_SCHEDULE_DELAY") ?? delay
        certificate = reader["OTEL_EXPORTER_OTLP_CERTIFICATE"]
        sampler = try Self.sampler(reader) ?? sampler
    }

    /// The signal's own variable is the whole URL; the other one is where all signals go.
    private static func endpoint(_ reader: EnvironmentReader) throws(SettingComplaint) -> String? {
        let name = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"
        if let url = reader[name] { return try reader.url(url, of: name) }
        guard let base = reader["OTEL_EXPORTER_OTLP_ENDPOINT"] else { return nil }
        let url = try reader.url(base, of: "OTEL_EXPORTER_OTLP_ENDPOINT")
        return url + (url.hasSuffix("/") ? "" : "/") + "v1/traces"
    }

    /// Whoever takes protobuf over HTTP takes JSON at the same place.
    private static func checkProtocol(_ reader: EnvironmentReader) throws(SettingComplaint) {
        for name in ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"] {
            guard let word = reader[name] else { continue }
            guard ["http/json", "http/protobuf"].contains(word) else {
                throw reader.complaint(
                    name, "http/json, which is all there is here (a collector's port 4318)", word)
            }
            return
        }
    }

    private static func sampler(_ reader: EnvironmentReader) throws(SettingComplaint) -> Sampler? {
        guard let word = reader["OTEL_TRACES_SAMPLER"] else { return nil }
        let ratio = try reader.ratio("OTEL_TRACES_SAMPLER_ARG") ?? 1
        switch word {
        case "always_on": return .always
        case "always_off": return .never
        case "traceidratio": return .ratio(ratio)
        case "parentbased_always_on": return .parentBased(root: .always)
        case "parentbased_always_off": return .parentBased(root: .never)
        case "parentbased_traceidratio": return .parentBased(root: .ratio(ratio))
        default:
            throw reader.complaint(
                "OTEL_TRACES_SAMPLER",
                "always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off or parentbased_traceidratio",
                word)
        }
    }
}
