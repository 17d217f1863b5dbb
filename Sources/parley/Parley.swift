import ArgumentParser

/// The command line: one subcommand per thing Parley can do.
@main struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Brings several AI agents into one voice call, each with a voice, a mind and a turn.",
        discussion: """
            Try it:

              parley demo                      three agents and a recorded caller, no key

            Use it:

              parley serve                     the service on http://127.0.0.1:8080
              curl -H 'Content-Type: application/json' \\
                   -d '{"room": "standup", "agent": "patrick"}' \\
                   http://127.0.0.1:8080/voice/join
              parley call standup --in me.wav  a caller without a browser

            With OPENAI_API_KEY set, agents speak with OpenAI's Realtime models; without it, with the embedded \
            server. Agents are Markdown files in the folder Agents; `parley agents check` reads them.
            """,
        subcommands: [
            Serve.self, Demo.self, CallCommand.self, RealtimeCommand.self, Agents.self, Token.self,
            Route.self, Replay.self, BenchCommand.self,
        ])
}
