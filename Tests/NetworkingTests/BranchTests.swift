import HTTPTypes
import Networking
import TestMaterial
import Testing

extension Networked {
    /// Connections that go over to another reactor in the middle of a request.
    @Suite struct BranchTests {
        private func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }

        @Test func `a request is answered on the reactor it belongs to, and its connection stays there`()
            async throws
        {
            try await withBranches { branched in
                let client = try RawSocket(port: try await branched.open())
                for (path, name) in [("/a", "near"), ("/far", "far"), ("/far/b", "far")] {
                    client.send(get(path))
                    let answer = client.receive { $0.contains(">") }.text
                    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("<\(name) \(path) >"))
                }
            }
        }

        @Test func `requests that stand behind it go along, each answered once, in order`() async throws {
            try await withBranches { branched in
                let client = try RawSocket(port: try await branched.open())
                let post = "POST /far/2 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody"
                client.send(get("/1") + post + get("/far/3") + "GET /far/4 HT")
                let answers = client.receive { $0.contains("/far/3") }.text
                client.send("TP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                let last = client.receive()
                let all = answers + last.text
                #expect(all.count(of: "HTTP/1.1 200 OK") == 4 && last.isClosed)
                let bodies = all.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
                #expect(bodies == ["near /1 ", "far /far/2 body", "far /far/3 ", "far /far/4 "])
            }
        }

        @Test func `a body that comes slowly goes along whole`() async throws {
            try await withBranches { branched in
                let client = try RawSocket(port: try await branched.open())
                client.send(
                    "POST /far HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n")
                #expect(client.receive { $0.contains("100 Continue\r\n\r\n") }.text.hasPrefix("HTTP/1.1 100"))
                client.send("abc")
                client.send("def")
                #expect(client.receive { $0.contains(">") }.text.contains("<far /far abcdef>"))
            }
        }

        @Test func `an answer that takes longer than a request may is waited for there, too`() async throws {
            try await withBranches { branched in
                var limits = HTTPServerLimits()
                limits.headTimeout = .seconds(1)
                limits.requestTimeout = .seconds(1)
                let client = try RawSocket(port: try await branched.open(limits: limits))
                client.send(get("/far/slow"))
                #expect(client.receive { $0.contains(">") }.text.contains("<far /far/slow >"))
            }
        }

        @Test func `a WebSocket goes along with the frames that came with its handshake`() async throws {
            try await withBranches { branched in
                let client = try RawSocket(port: try await branched.open())
                client.send(Array(WireFrame.upgrade("/far").utf8) + WireFrame.text("early"))
                let early = client.receive { $0.contains("early") }.text
                #expect(early.hasPrefix("HTTP/1.1 101") && early.contains("far"))
                client.send(WireFrame.text("late"))
                #expect(client.receive { $0.contains("late") }.text.contains("late"))
                client.send(WireFrame.close(1000))
                #expect(client.receive().isClosed)
                #expect(
                    await branched.heard.wait(for: 3) == [
                        .text("early"), .text("late"),
                        .closed(.init(code: 1000, reason: "", byPeer: true)),
                    ])
            }
        }

        @Test func `an address gets its share back wherever its connections end`() async throws {
            try await withBranches { branched in
                var limits = HTTPServerLimits()
                limits.maxConnectionsPerAddress = 2
                limits.limitsThisMachine = true
                let port = try await branched.open(limits: limits)
                /// Ends come a little later on the server than here.
                func arrives() async -> RawSocket? {
                    var arrived: RawSocket?
                    _ = await holds {
                        guard let client = try? RawSocket(port: port) else { return false }
                        client.send(get("/far"))
                        guard client.receive(until: { $0.contains(">") }).text.contains("<far") else {
                            return false
                        }
                        arrived = client
                        return true
                    }
                    return arrived
                }
                for _ in 0..<20 { #expect(await arrives() != nil) }
                let clients = [await arrives(), await arrives()]
                #expect(clients.count { $0 != nil } == 2)
                let third = try RawSocket(port: port)
                third.send(get("/far"))
                #expect(third.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 429"))
            }
        }

        @Test func `a branch that is closed says so, and one that has stopped hangs up`() async throws {
            try await withBranches { branched in
                let port = try await branched.open()
                await branched.closeAnnex()
                let client = try RawSocket(port: port)
                client.send(get("/far"))
                #expect(client.receive { $0.contains("\r\n\r\n") }.text.hasPrefix("HTTP/1.1 503"))
                await branched.far.stop()
                let late = try RawSocket(port: port)
                late.send(get("/far"))
                let end = late.receive()
                #expect(end.isClosed && end.text.isEmpty)
                let other = try RawSocket(port: port)
                other.send(get("/near"))
                #expect(other.receive { $0.contains(">") }.text.contains("<near"))
            }
        }

        @Test func `many connections come and go on both reactors`() async throws {
            try await withBranches { branched in
                let port = try await branched.open()
                for round in 0..<20 {
                    let clients = try (0..<20).map { _ in try RawSocket(port: port) }
                    for (index, client) in clients.enumerated() {
                        client.send(get(index.isMultiple(of: 2) ? "/far/\(round)" : "/\(round)"))
                    }
                    for (index, client) in clients.enumerated() {
                        let answer = client.receive { $0.contains(">") }.text
                        #expect(answer.contains(index.isMultiple(of: 2) ? "<far" : "<near"))
                        client.send(get("/far"))
                    }
                    for client in clients {
                        #expect(client.receive { $0.contains(">") }.text.contains("<far /far"))
                    }
                }
            }
        }

        /// The library gives no connection with TLS away: it is used from afar.
        @Test func `with TLS a request is answered on its reactor, and its connection closes then`()
            async throws
        {
            let certificates = try Certificates(for: "api.test")
            defer { certificates.remove() }
            try await withBranches { branched in
                let port = try await branched.open(tls: certificates.served)
                let client = try Encrypted(port: port)
                client.say(get("/a"))
                #expect(client.hears("<near /a >"))
                client.say("POST /far HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody")
                #expect(client.hears("<far /far body>") && client.hears("connection: close"))
                #expect(client.hearsTheEnd())
            }
        }

        @Test func `with TLS a line is served from its reactor`() async throws {
            let certificates = try Certificates(for: "api.test")
            defer { certificates.remove() }
            try await withBranches { branched in
                let client = try Encrypted(port: try await branched.open(tls: certificates.served))
                client.say(Array(WireFrame.upgrade("/far").utf8) + WireFrame.text("early"))
                #expect(client.hears("far") && client.hears("early"))
                let large = String(repeating: "0123456789", count: 60_000) + "end"
                client.say(WireFrame.text(large))
                #expect(client.hears("789end"))
                client.say(WireFrame.close(1000))
                #expect(client.hearsTheEnd())
                #expect(
                    await branched.heard.wait(for: 3) == [
                        .text("early"), .text(large), .closed(.init(code: 1000, reason: "", byPeer: true)),
                    ])
            }
        }

        @Test func `with TLS a line that vanishes is gone on its reactor, too`() async throws {
            let certificates = try Certificates(for: "api.test")
            defer { certificates.remove() }
            try await withBranches { branched in
                let client = try Encrypted(port: try await branched.open(tls: certificates.served))
                client.say(Array(WireFrame.upgrade("/far").utf8) + WireFrame.text("early"))
                #expect(client.hears("early"))
                client.vanish()
                guard case .closed(let closing) = await branched.heard.wait(for: 2).last else {
                    Issue.record("not closed")
                    return
                }
                #expect(closing.code == 1006 && closing.byPeer)
            }
        }
    }
}
