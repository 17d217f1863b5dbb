public import Networking

/// The way of this process's spans to a collector.
public struct TraceExport: Sendable {
    public let tracer: OTLPTracer
    private let exporter: OTLPExporter

    /// Starts a thread for it.
    ///
    /// - Throws: ``NetworkingError/cannotStart(reason:)``, for a certificate file that cannot be read too.
    public static func start(
        _ settings: TraceSettings, _ metrics: ServiceMetrics
    ) throws(NetworkingError) -> TraceExport {
        let options = Reactor.Options(trustedCertificates: settings.certificate)
        let reactor = try Reactor.start(name: "traces", options: options)
        let exporter = OTLPExporter(settings, metrics, on: reactor)
        return TraceExport(
            tracer: OTLPTracer(settings.sampler) { exporter.take($0) }, exporter: exporter)
    }

    /// Sends what is there, within a moment: a collector that is away must not hold up the end.
    public func end() async {
        await exporter.flush(within: .seconds(3))
        await exporter.reactor.stop()
    }
}
