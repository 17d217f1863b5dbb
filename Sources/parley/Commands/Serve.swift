import ArgumentParser
import Foundation

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the service.",
        discussion: """
            Every option is also an environment variable (--idle-timeout is PARLEY_IDLE_TIMEOUT) and a key of the \
            config file (idle_timeout); a flag wins over the environment, the environment over the file. Durations \
            are 500ms, 30s, 5m, 1h, or seconds.

            Secrets come from the environment or the file: OPENAI_API_KEY or PARLEY_REALTIME_API_KEY, \
            PARLEY_LLM_API_KEY, PARLEY_API_KEY (asked of every client), PARLEY_API_KEYS (NAME:SCOPE,SCOPE:SECRET …, keys \
            for join, read or moderate alone), PARLEY_CALLBACK_SECRET (signs callbacks; the new and the old one while \
            receivers change).

            SIGTERM drains: nobody comes in, running turns finish, callbacks are delivered.
            """)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        // Whoever read the log may go; the calls do not end with them.
        signal(SIGPIPE, SIG_IGN)
        let termination = Termination()
        let supervisor = Supervisor(ProcessInfo.processInfo.environment)
        let settings = try options.settings()
        let service = try await RunningService.start(settings)
        if let notice = service.notice { say(notice) }
        say("listening on \(service.url)")
        supervisor?.ready(at: service.url)
        supervisor?.watch(service.reactors)
        await termination.requested()
        supervisor?.stopping(within: settings.limits.drainTimeout)
        await service.drain()
    }
}
