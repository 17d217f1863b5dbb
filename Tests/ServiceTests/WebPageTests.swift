import Foundation
import HTTPTypes
import Testing

@testable import Service

/// The web page's files, as they lie in the sources.
private let site = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CWebPage/site")

@Suite struct WebPageTests {
    @Test func `every file of the site is in the program, and nothing else`() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: site.path()).filter {
            $0.contains(".")
        }
        #expect(Set(PageFile.all.keys) == Set(paths))
        for path in paths {
            #expect(
                try PageFile.all[path]?.bytes == Array(Data(contentsOf: site.appending(path: path))),
                "\(path)")
        }
    }

    @Test func `modules and styles only ask for files that are there`() throws {
        for (path, file) in PageFile.all {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for found in text.matches(of: /(?:from|import\()\s*["'](\.[^"']+)["']/) {
                let base = URL(filePath: "/\(path)").deletingLastPathComponent()
                let target = String(base.appending(path: found.1).standardized.path().dropFirst())
                #expect(PageFile.all[target] != nil, "\(path) asks for \(target)")
            }
            for found in text.matches(of: /["']\/page\/([a-z.\/-]+)["']/) {
                #expect(PageFile.all[String(found.1)] != nil, "\(path) asks for \(found.1)")
            }
            #expect(!text.contains("//cdn") && !text.contains("src=\"http"), "\(path) asks somebody else")
        }
    }

    @Test(
        arguments: [
            ("/", "text/html; charset=utf-8"), ("/r/some-room", "text/html; charset=utf-8"),
            ("/page/room.js", "text/javascript; charset=utf-8"),
            ("/page/room/table.js", "text/javascript; charset=utf-8"),
            ("/page/base.css", "text/css; charset=utf-8"), ("/page/icon.svg", "image/svg+xml"),
        ])
    func `the page needs no key, is asked for again each time and sent once`(path: String, type: String)
        async throws
    {
        let house = try await House.open(["PARLEY_API_KEY": "secret"])
        let first = try await house.ask(.get, path)
        #expect(first.status == 200 && first.headers[.contentType] == type && !first.body.isEmpty)
        #expect(first.headers[.cacheControl] == "no-cache")
        #expect(first.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'self';") == true)
        #expect(first.headers[.xContentTypeOptions] == "nosniff")
        let tag = try #require(first.headers[.eTag])
        for held in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = try await house.ask(.get, path, nil, [.ifNoneMatch: held])
            #expect(again.status == 304 && again.body.isEmpty && again.headers[.eTag] == tag, "\(held)")
        }
        #expect(try await house.ask(.get, path, nil, [.ifNoneMatch: "\"other\""]).status == 200)
        let head = try await house.ask(.head, path)
        #expect(head.status == 200 && head.body.isEmpty)
        await house.close()
    }

    @Test(arguments: [
        "/page/nothing.js", "/page/room/nothing.js", "/page/..%2froom.js", "/r/no%20room",
        "/page/room.html%00",
    ])
    func `what is not there is a problem`(path: String) async throws {
        let house = try await House.open()
        let reply = try await house.ask(.get, path)
        #expect(reply.status == 404 && reply.code == "not_found")
        await house.close()
    }
}
