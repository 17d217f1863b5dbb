import Glibc

/// Answers the first request on its port with the same bytes whatever it says, and closes.
final class ScriptedServer: Sendable {
    private let listener: MuteListener
    var port: Int { listener.port }

    init(answering answer: String) throws {
        let listener = try MuteListener()
        self.listener = listener
        onThread {
            let client = accept(listener.descriptor, nil, nil)
            guard client >= 0 else { return }
            var request = [UInt8](repeating: 0, count: 4_096)
            _ = recv(client, &request, request.count, 0)
            let bytes = Array(answer.utf8)
            _ = bytes.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            close(client)
        }
    }
}

/// Runs `body` on a thread of its own: a blocking call must not hold one of the test runner's.
func onThread(_ body: @escaping @Sendable () -> Void) {
    final class Start {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    pthread_create(
        &thread, nil,
        { argument in
            Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue().body()
            return nil
        }, Unmanaged.passRetained(Start(body)).toOpaque())
    pthread_detach(thread)
}
