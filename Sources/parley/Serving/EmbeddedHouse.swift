import EmbeddedRealtime
import Networking
import Personas
import Service

/// The embedded Realtime server on the event loop of this process.
actor EmbeddedHouse {
    nonisolated let reactor: Reactor
    nonisolated var unownedExecutor: UnownedSerialExecutor { reactor.asUnownedSerialExecutor() }
    private let options: EmbeddedServer.Options
    private var server: EmbeddedServer?

    /// - Parameter persona: asked on the reactor.
    init(
        _ languageModel: Settings.LanguageModel, on reactor: Reactor,
        persona: @escaping @Sendable (String) -> Persona?
    ) {
        self.reactor = reactor
        options = EmbeddedServer.Options(persona: persona, languageModel: LanguageModel(languageModel))
    }

    /// What keeps it from hearing, for the start to tell rather than the first word. It reads, writes and speaks
    /// all the same.
    static var deafness: SpeechError? { SpeechFiles.standard().missing.map(SpeechError.fileMissing) }

    /// - Returns: the port.
    func listen(host: String, port: Int) throws -> Int {
        let server = EmbeddedServer(on: reactor, options: options)
        self.server = server
        return try server.listen(host: host, port: port)
    }

    func close() {
        server?.close()
        server = nil
    }
}

extension LanguageModel {
    /// `nil` when the settings name no server. Servers with one model take any name for it.
    fileprivate init?(_ settings: Settings.LanguageModel) {
        guard let url = settings.url else { return nil }
        self.init(url: url, model: settings.model ?? "default", key: settings.key?.value)
    }
}
