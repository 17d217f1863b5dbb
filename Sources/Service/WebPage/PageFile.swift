import CWebPage
import Crypto
import HTTPTypes

/// One file of the web page, as it is served.
struct PageFile: Sendable {
    let bytes: [UInt8]
    let type: String
    /// A strong validator: it changes with the bytes, whoever built them.
    let tag: String

    private init(_ file: web_page_file) {
        bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        type = Self.type(of: String(cString: file.path))
        let digest = SHA256.hash(data: bytes).prefix(12)
        tag = "\"\(digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())\""
    }

    /// By path below `/page/`.
    static let all: [String: PageFile] = {
        let files = UnsafeBufferPointer(start: web_page_files, count: web_page_file_count)
        return Dictionary(uniqueKeysWithValues: files.map { (String(cString: $0.path), PageFile($0)) })
    }()

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}

extension PageFile {
    /// The whole file, or 304 when the browser has it. It asks each time: a new version of the service is a new
    /// page at once, and asking costs a header.
    func answer(to headers: HTTPFields) -> Answer {
        var answer = Answer(status: .ok, headers: Self.safety)
        answer.headers[.eTag] = tag
        answer.headers[.cacheControl] = "no-cache"
        if isHeld(by: headers) {
            answer.status = .notModified
        } else {
            answer.headers[.contentType] = type
            answer.body = bytes
        }
        return answer
    }

    /// `If-None-Match` compares weakly (RFC 9110 §13.1.2).
    private func isHeld(by headers: HTTPFields) -> Bool {
        headers[values: .ifNoneMatch].contains { field in
            field.split(separator: ",").contains { candidate in
                let candidate = candidate.filter { !$0.isWhitespace }
                return candidate == "*" || candidate == tag || candidate == "W/\(tag)"
            }
        }
    }

    /// Nothing from elsewhere, into nobody's frame, no address (and so no token) passed on.
    private static let safety: HTTPFields = [
        .contentSecurityPolicy:
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        .xContentTypeOptions: "nosniff", .referrerPolicy: "no-referrer",
        .permissionsPolicy: "microphone=(self), camera=(), geolocation=()",
    ]
}
