// A service on several reactors: a connection goes to where its request belongs.

/// A server that takes over connections of others. May be named on any thread.
public struct HTTPBranch: @unchecked Sendable {
    // Its reactor never changes; everything else is used there alone.
    let server: HTTPServer
}

extension HTTPConnection {
    /// Leaves for another reactor with everything that has arrived, in the middle of a request: nothing of its answer
    /// has been said.
    func move(to branch: HTTPBranch, with head: RequestHead, _ body: [UInt8]) {
        guard let transit = wire?.depart(for: branch.server.reactor) else { return }
        var current = current
        // What is relayed cannot be moved on: its next request may belong elsewhere.
        if case .relayed = transit { current.keepsAlive = false }
        // Nobody here touches any of it again.
        nonisolated(unsafe) let luggage = Luggage(
            transit: transit, input: input, output: output, current: current, head: head, body: body,
            remoteAddress: remoteAddress, identity: identity, share: share)
        leave()
        branch.server.reactor.post { branch.server.takeOver(luggage) }
    }

    fileprivate struct Luggage {
        let transit: WireTransit
        let input: HTTPInput
        let output: ByteOutput
        let current: Current
        let head: RequestHead
        let body: [UInt8]
        let remoteAddress: String
        let identity: ServerIdentity?
        let share: AddressShare?
    }

    /// Goes on with the request that brought it here.
    fileprivate func settle(_ wire: any Wire, _ luggage: Luggage) {
        input = luggage.input
        output = luggage.output
        current = luggage.current
        begin(wire)
        deadline?.cancel()
        ask(luggage.head, luggage.body)
        advance()
    }
}

extension HTTPServer {
    fileprivate func takeOver(_ luggage: HTTPConnection.Luggage) {
        guard let wire = luggage.transit.arrive(on: reactor) else { return }
        HTTPConnection(
            of: self, remoteAddress: luggage.remoteAddress, identity: luggage.identity, share: luggage.share
        ).settle(wire, luggage)
    }
}
