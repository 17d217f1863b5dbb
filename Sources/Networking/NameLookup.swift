import CLibwebsockets
import Glibc

/// A name to be looked up.
struct NameLookup: Hashable {
    var host: String
    var port: Int
}

typealias LookupAnswer = (Result<[ResolvedAddress], NetworkingError>) -> Void

extension Reactor {
    /// Looks a name up on a thread of its own and answers on the reactor, later; numbers need no look-up.
    ///
    /// Those who ask for a name that is being looked up share the answer.
    public func resolve(
        host: String, port: Int, _ done: @escaping (Result<[ResolvedAddress], NetworkingError>) -> Void
    ) {
        preconditionCurrent()
        guard !isStopping else { return later { done(.failure(.stopped)) } }
        if let address = ResolvedAddress(numeric: host, port: port) {
            return later { done(.success([address])) }
        }
        let lookup = NameLookup(host: host, port: port)
        if lookups[lookup] != nil {
            lookups[lookup]?.append(done)
            return
        }
        lookups[lookup] = [done]
        waitingLookups.append(lookup)
        beginLookups()
    }

    /// Threads that may block on name servers at once. Others choose the names, of callbacks for example,
    /// and silent name servers hold a thread for half a minute: the rest wait, rather than use up the
    /// system's threads.
    static let maxLookupThreads = 32

    private func beginLookups() {
        while lookupThreadCount < Self.maxLookupThreads, !waitingLookups.isEmpty {
            let lookup = waitingLookups.removeFirst()
            lookupThreadCount += 1
            startDetachedThread { [self, lookUp] in
                let result = lookUp(lookup)
                post { self.answer(lookup, result) }
            }
        }
    }

    private func answer(_ lookup: NameLookup, _ result: Result<[ResolvedAddress], NetworkingError>) {
        lookupThreadCount -= 1
        beginLookups()
        for done in lookups.removeValue(forKey: lookup) ?? [] { done(result) }
    }
}

extension NameLookup {
    /// Asks the system. Blocks, for as long as the name servers are given.
    func lookUp(isListening: Bool = false) -> Result<[ResolvedAddress], NetworkingError> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = isListening ? AI_PASSIVE : AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let failure = getaddrinfo(host, String(port), &hints, &list)
        defer { if list != nil { freeaddrinfo(list) } }
        guard failure == 0 else {
            return .failure(.nameNotResolved(host: host, reason: String(cString: gai_strerror(failure))))
        }
        var addresses: [ResolvedAddress] = []
        var entry = list
        while let current = entry {
            if let address = current.pointee.ai_addr.flatMap({ ResolvedAddress($0) }),
                !addresses.contains(address)
            {
                addresses.append(address)
            }
            entry = current.pointee.ai_next
        }
        guard !addresses.isEmpty else {
            return .failure(.nameNotResolved(host: host, reason: "it has no address of a known kind"))
        }
        return .success(addresses)
    }
}
