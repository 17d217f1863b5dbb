import ArgumentParser

/// Proofs that need more steps than a debug build takes in a minute; built optimised (`make proofs`).
@main
struct Proofs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proofs", abstract: "Looks for a conversation in which Parley breaks its promises.",
        subcommands: [Explore.self, Simulate.self, Faults.self, RoutingTime.self])
}
