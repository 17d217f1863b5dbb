import Testing

@testable import Service

@Suite struct `Where traces go` {
    private let here = "http://localhost:4318"

    @Test(arguments: [
        [:], ["OTEL_EXPORTER_OTLP_ENDPOINT": ""],
        ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_SDK_DISABLED": "TRUE"],
        ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_TRACES_EXPORTER": "none"],
    ])
    func `nothing is traced unless there is an endpoint`(environment: [String: String]) throws {
        #expect(try TraceSettings(environment: environment) == nil)
    }

    @Test(arguments: [
        (["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318"], "http://c:4318/v1/traces"),
        (["OTEL_EXPORTER_OTLP_ENDPOINT": "https://c/otlp/"], "https://c/otlp/v1/traces"),
        (["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "https://c/mine"], "https://c/mine"),
        (
            ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://a", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://b/x"],
            "http://b/x"
        ),
    ])
    func `the signal's own endpoint is taken as it is, the common one gets its path`(
        environment: [String: String], url: String
    ) throws {
        #expect(try TraceSettings(environment: environment)?.endpoint == url)
    }

    @Test func `what the service is comes from both variables, and its name from its own`() throws {
        let settings = try TraceSettings(environment: [
            "OTEL_EXPORTER_OTLP_ENDPOINT": here, "OTEL_SERVICE_NAME": "voice",
            "OTEL_RESOURCE_ATTRIBUTES": "service.name=other, team=voice%20agents,k=a=b",
            "OTEL_EXPORTER_OTLP_HEADERS": "api-key=se%63ret", "OTEL_EXPORTER_OTLP_TIMEOUT": "2500",
            "OTEL_TRACES_SAMPLER": "parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG": "0.1",
            "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
        ])
        #expect(settings?.resource == ["service.name": "voice", "team": "voice agents", "k": "a=b"])
        #expect(settings?.headers == [TraceSettings.Header(name: "api-key", value: Secret("secret"))])
        #expect(settings?.timeout == .milliseconds(2_500))
        #expect(settings?.sampler == .parentBased(root: .ratio(0.1)))
        #expect(!"\(String(describing: settings))".contains("secret"))
    }

    @Test(arguments: [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://"),
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "grpc://c"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        ("OTEL_TRACES_EXPORTER", "zipkin"), ("OTEL_TRACES_SAMPLER", "jaeger_remote"),
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "soon"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "0"),
        ("OTEL_RESOURCE_ATTRIBUTES", "novalue"), ("OTEL_RESOURCE_ATTRIBUTES", "a=%zz"),
        ("OTEL_BSP_SCHEDULE_DELAY", "-1"),
    ])
    func `what cannot be done is refused by the variable's name`(name: String, value: String) {
        var environment = ["OTEL_EXPORTER_OTLP_ENDPOINT": here]
        environment[name] = value
        #expect { try TraceSettings(environment: environment) } throws: { error in
            let complaint = error as? SettingComplaint
            return complaint?.place == name && complaint?.detail.contains("expected") == true
        }
    }

    @Test func `a complaint about headers shows nothing of them`() {
        let environment = [
            "OTEL_EXPORTER_OTLP_ENDPOINT": here, "OTEL_EXPORTER_OTLP_HEADERS": "key=a%0d%0asecret",
        ]
        #expect { try TraceSettings(environment: environment) } throws: { !"\($0)".contains("secret") }
    }

    @Test(arguments: [
        ("wss://api.openai.com/v1/realtime?model=m", "api.openai.com", 443), ("ws://h", "h", 80),
        ("ws://127.0.0.1:9/x", "127.0.0.1", 9), ("wss://user:pass@h:1", "h", 1), ("ws://[::1]:8/x", "::1", 8),
        ("wss://[fe80::1]/", "fe80::1", 443),
    ])
    func `a server's place is its host and port, and no more`(url: String, host: String, port: Int) {
        let place = ServerPlace(url: url)
        #expect(place?.host == host && place?.port == port)
    }
}
