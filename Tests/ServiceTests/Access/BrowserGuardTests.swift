import HTTPTypes
import Testing

@testable import Service

@Suite struct BrowserGuardTests {
    @Test(
        arguments: [
            ("http://a.example", "http://a.example"), ("HTTP://A.Example:80", "http://a.example"),
            ("https://a.example:443", "https://a.example"),
            ("https://a.example:8443", "https://a.example:8443"),
            ("http://[::1]:9", "http://[::1]:9"), ("http://a.example.", "http://a.example"),
        ])
    func `an origin has one spelling`(text: String, plain: String) {
        #expect(WebOrigin(text)?.description == plain)
    }

    @Test(
        arguments: [
            "", "null", "a.example", "ftp://a.example", "http://", "http://a.example/", "http://a.example/x",
            "http://u@a.example", "http://a.example:0", "http://a.example:99999", "http://a.example:x",
            "http://a b",
            "http://a.example, http://b.example", "http://a.example#b", "http://a.example?b", "http://[::1",
            "http://ä",
            "file:///x", "http://:80", "http://a\\b",
        ])
    func `what names no page is no origin`(text: String) { #expect(WebOrigin(text) == nil) }

    private func request(_ headers: HTTPFields, host: String) -> HTTPRequest {
        HTTPRequest(
            method: .post, scheme: "http", authority: host, path: "/voice/join", headerFields: headers)
    }

    private func verdict(
        _ headers: HTTPFields, host: String = "127.0.0.1:8080", _ environment: [String: String] = [:],
        line: Bool = false
    ) throws -> Problem.Code? {
        let wall = BrowserGuard(try Settings(environment: environment))
        do throws(Problem) {
            if line {
                try wall.admitLine(request(headers, host: host))
            } else {
                try wall.admit(request(headers, host: host), to: .join)
            }
            return nil
        } catch {
            return error.code
        }
    }

    @Test func `our own page, and who is no browser, may do everything`() throws {
        for line in [true, false] {
            #expect(try verdict([:], line: line) == nil)
            #expect(try verdict([.origin: "http://127.0.0.1:8080"], line: line) == nil)
            #expect(try verdict([.origin: "http://localhost"], host: "localhost", line: line) == nil)
            #expect(try verdict([.origin: "https://localhost"], host: "localhost", line: line) == nil)
            #expect(try verdict([.origin: "http://[::1]:80"], host: "[::1]", line: line) == nil)
        }
    }

    @Test(arguments: [
        "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:8081", "http://localhost:8080", "null",
        "",
    ])
    func `pages of others may open no line, and change nothing where there is no key`(origin: String) throws {
        #expect(try verdict([.origin: origin], line: true) == .foreignOrigin)
        #expect(try verdict([.origin: origin]) == .foreignOrigin)
        let key = ["PARLEY_API_KEY": "hunter2"]
        #expect(try verdict([.origin: origin], key, line: true) == .foreignOrigin)
        #expect(try verdict([.origin: origin], key) == nil, "a page does not know the key")
        #expect(try verdict([.origin: origin], ["PARLEY_ALLOWED_ORIGINS": "*"], line: true) == nil)
    }

    @Test func `the operator's pages are let in, and no others`() throws {
        let allowed = ["PARLEY_ALLOWED_ORIGINS": "https://app.example, http://localhost:3000"]
        for origin in ["https://app.example", "https://APP.example:443", "http://localhost:3000"] {
            #expect(try verdict([.origin: origin], allowed, line: true) == nil)
        }
        for origin in [
            "http://app.example", "https://x.app.example", "https://app.example:8443", "http://localhost",
        ] {
            #expect(try verdict([.origin: origin], allowed, line: true) == .foreignOrigin)
        }
        #expect(
            try verdict([:], host: "app.example", allowed, line: true) == nil, "and their hosts are known")
        #expect(throws: SettingComplaint.self) {
            try Settings(environment: ["PARLEY_ALLOWED_ORIGINS": "app.example"])
        }
    }

    @Test(arguments: [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)])
    func `a browser that tells only the site is believed`(site: String, isOurs: Bool) throws {
        #expect(try verdict([.secFetchSite: site]) == (isOurs ? nil : .foreignOrigin))
    }

    @Test(
        arguments: [
            ("localhost", true), ("localhost.:80", true), ("app.localhost:1", true), ("127.0.0.1", true),
            ("10.0.0.1:80", true),
            ("[::1]:80", true), ("parley", true), ("evil.example", false), ("evil.example:8080", false),
            ("127.0.0.1.evil.example", false), ("localhost.evil.example", false), ("a b", false),
            ("[::1", false),
        ])
    func `where only this machine is listened to, a stranger's name is no name for it`(
        host: String, isOurs: Bool
    ) throws {
        for line in [true, false] {
            #expect(try verdict([:], host: host, line: line) == (isOurs ? nil : .unknownHost))
            #expect(try verdict([:], host: host, ["PARLEY_API_KEY": "hunter2"], line: line) == nil)
            #expect(
                try verdict([:], host: host, ["PARLEY_HOST": "0.0.0.0", "PARLEY_INSECURE": "1"], line: line)
                    == nil)
        }
    }
}
