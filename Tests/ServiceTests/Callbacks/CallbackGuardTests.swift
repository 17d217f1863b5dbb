import Testing

@testable import Service

/// What a join says about a URL before any name is looked up.
private func verdict(_ text: String, allow: [String] = []) throws -> CallbackGuard.Verdict {
    let exceptions = try allow.map { try #require(CallbackGuard.Exception($0)) }
    return CallbackGuard(exceptions: exceptions).verdict(on: try CallbackURL(text))
}

@Suite struct CallbackGuardTests {
    @Test(arguments: [
        "http://10.0.0.1/x", "https://10.0.0.1/x", "https://192.168.1.1/", "https://172.16.0.9/",
        "https://172.31.255.255/",
        "http://169.254.169.254/latest/meta-data", "https://169.254.169.254/",
        "https://[::ffff:169.254.169.254]/",
        "https://[::ffff:10.0.0.1]/", "https://[fd00::1]/", "https://[fe80::1]/", "https://[fec0::1]/",
        "https://2852039166/",
        "https://0xA9FEA9FE/", "https://0251.0376.0251.0376/", "https://10.1/", "https://0x0a000001/",
        "https://0xa.1/",
        "http://93.184.216.34/plain-http", "https://10.0.0.1:443/", "https://[::ffff:a9fe:a9fe]/",
        "https://100.64.0.1/",
        "https://100.100.100.200/", "https://0.0.0.0/", "https://0/", "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/", "https://[64:ff9b:1::a00:1]/", "https://[fd00:ec2::254]/",
        "https://168.63.129.16/",
        "https://[::10.0.0.1]/", "https://[2002:a00:1::]/", "https://224.0.0.1/", "https://255.255.255.255/",
        "https://[ff02::1]/", "https://10.0.0.1./", "HTTPS://10.0.0.1/",
        "https://[fd00:ec2:0:0:0:0:0:254]/", "https://[0:0:0:0:0:FFFF:A00:1]/",
        "https://[::ffff:0:10.0.0.1]/",
        "https://[64:ff9b::10.0.0.1]/", "https://[2001:0:a00:1::]/", "https://[febf::1]/",
        "https://[fdff::1]/",
        "https://[ff0e::1]/", "https://[4000::1]/", "https://[0100::1]/", "https://[5f00::1]/",
        "https://[2606:4700::5efe:10.0.0.1]/", "https://[2606:4700::200:5efe:a00:1]/", "https://192.88.99.1/",
        "https://100.127.255.255/", "https://169.254.0.1/", "https://169.254.170.2/", "https://198.19.0.1/",
        "https://0xa9.0xfe.0xa9.0xfe/", "https://0xa9.254.0251.0xfe/", "https://169.254.43518/",
        "https://0xA9.0xFEA9FE/", "https://025177524776/", "https://0000012.0.0.1/", "https://0X0A000001/",
        "https://172.16.1/", "https://10/x?@93.184.216.34", "https://192.168.0.1:8443/#93.184.216.34",
        "https://metadata.google.internal./", "https://metadata.google.internal/",
        "https://METADATA.google.internal./computeMetadata", "https://012.0.0.1/", "https://192.168.257/",
    ])
    func `an address on the inside is refused in all its spellings`(url: String) throws {
        guard case .refused(let why) = try verdict(url) else {
            Issue.record("\(url) was let through")
            return
        }
        #expect(!why.isEmpty)
    }

    @Test(arguments: [
        "http://127.0.0.1/x", "http://127.0.0.1:8080", "https://127.8.9.1/", "http://[::1]:9000/cb",
        "http://127.1/", "http://0x7f.1/",
        "http://2130706433/", "https://93.184.216.34/hook?x=1", "https://[2606:4700::1111]/",
        "https://8.8.8.8:8443/",
    ])
    func `loopback is allowed, encrypted or not, and so is the public internet when encrypted`(url: String)
        throws
    {
        #expect(try verdict(url) == .allowed)
    }

    @Test(arguments: [
        "https://hooks.example.com/a", "http://localhost:9000/", "https://xn--bcher-kva.example/",
        "https://a_b.example/",
    ])
    func `a name is judged by its addresses`(url: String) throws {
        #expect(try verdict(url) == .dependsOnAddresses)
    }

    @Test func `every address of a name has to pass`() throws {
        let encrypted = try CallbackURL("https://hooks.example.com/")
        let plain = try CallbackURL("http://hooks.example.com/")
        let wall = CallbackGuard()
        let outside = try #require(IPAddress("93.184.216.34"))
        let inside = try #require(IPAddress("10.0.0.1"))
        let here = try #require(IPAddress("127.0.0.1"))
        #expect(wall.verdict(on: encrypted, resolvedTo: [outside]) == .allowed)
        #expect(
            wall.verdict(on: encrypted, resolvedTo: [outside, inside])
                == .refused("leads to a private address"))
        #expect(wall.verdict(on: encrypted, resolvedTo: []) == .allowed, "a name that does not resolve now")
        #expect(wall.verdict(on: plain, resolvedTo: [here]) == .allowed)
        #expect(wall.verdict(on: plain, resolvedTo: [outside]) == .refused("is not encrypted; use https"))
        #expect(
            wall.verdict(on: plain, resolvedTo: [here, outside]) == .refused("is not encrypted; use https"))
    }

    @Test func `exceptions name hosts and networks`() throws {
        #expect(try verdict("http://10.1.2.3/", allow: ["10.0.0.0/8"]) == .allowed)
        #expect(try verdict("https://11.1.2.3/", allow: ["10.0.0.0/8"]) == .allowed)
        #expect(try verdict("https://192.168.0.1/", allow: ["10.0.0.0/8"]) != .allowed)
        #expect(try verdict("http://Receiver:9000/", allow: ["receiver"]) == .allowed)
        #expect(try verdict("https://[fd00::7]/", allow: ["fd00::/8"]) == .allowed)
        #expect(CallbackGuard.Exception("10.0.0.0/33") == nil)
        #expect(CallbackGuard.Exception("two words") == nil)
    }

    @Test(arguments: [
        "ftp://127.0.0.1/x", "file:///etc/passwd", "not a url", "", "http://", "//127.0.0.1/x",
        "javascript:alert(1)",
        "http://127.0.0.1:99999/", "http://127.0.0.1:0/", "http://127.0.0.1/\r\nX: y",
        "https://user:pw@10.0.0.1/", "https://a@b/",
        "http://127.0.0.1:80x/", "https://[::1", "https://[zz]/", "https://[127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://ex ample/", "https://exa%6Dple.com/", "https://1.2.3.4.5/", "https://10.0.0.256/",
        "https://..", "https://a..b/",
        "https://93.184.216.34@10.0.0.1/", "https://10.0.0.1%00.example.com/", "https://b\u{FC}cher.example/",
        "https://10\u{3002}0.0.1/", "https://ex\u{AD}ample.com/", "https://0x7g.0.0.1/", "https:/\\evil/",
        "https://\u{FF11}27.0.0.1/", "http:///x", "https://[1:2:3:4:5:6:7:8:9]/",
    ])
    func `what is no plain http or https URL is malformed`(url: String) {
        #expect(throws: CallbackURL.Malformed.self) { try CallbackURL(url) }
    }

    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("0x01020304", "1.2.3.4"), ("1.2.772", "1.2.3.4"), ("01.02.03.04", "1.2.3.4"),
        ("16909060", "1.2.3.4"),
        ("::1", "0:0:0:0:0:0:0:1"), ("1::", "1:0:0:0:0:0:0:0"), ("::ffff:1.2.3.4", "0:0:0:0:0:ffff:102:304"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ])
    func `every spelling of an address is one value`(text: String, canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4", "1..2", "4294967296", "0x", "08.1.1.1", ":::",
        "1::2::3", "1:2:3:4:5:6:7", "12345::", "::1%lo",
        "::1.2.3", "+1.2.3.4", "0x-1",
    ])
    func `near misses are no addresses`(text: String) {
        // `inet_aton` takes "1.2.3" for 1.2.0.3 and "0x" for 0: those two are addresses on purpose.
        #expect((IPAddress(text) != nil) == ["1.2.3", "0x"].contains(text))
    }
}
