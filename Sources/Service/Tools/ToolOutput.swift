import JSONValues
import Networking

/// What a tool call came to, as its model is told: always JSON text, so that words and failures cannot be
/// taken for one another.
package struct ToolOutput: Equatable, Sendable {
    let text: String
    let ok: Bool

    /// 32 KiB, some 8,000 tokens: a quarter of the smallest context window among the models (32 Ki tokens).
    static let maxByteCount = 32 << 10

    static func failure(_ detail: String, _ more: [(String, JSON?)] = []) -> ToolOutput {
        ToolOutput(text: JSON.members([("error", .string(detail))] + more).text, ok: false)
    }

    /// Without the tool's URL: it may hold a secret of the persona's, and models read aloud what they get.
    static func failure(_ error: NetworkingError) -> ToolOutput {
        if case .invalidURL(_, let reason) = error {
            return failure("The tool's address or its arguments cannot be used: \(reason).")
        }
        return failure("The tool could not be reached: \(error).")
    }
}

/// A tool's whole answer, as HTTP brought it.
struct ToolReply: Equatable, Sendable {
    var status: Int
    var contentType: String?
    var retryAfter: String?
    /// `nil` when it was longer than ``ToolOutput/maxByteCount``.
    var body: [UInt8]?
}

extension ToolReply {
    /// JSON is passed as it is; other text becomes `{"result": "…"}`. An answer without a body says that it
    /// was done.
    var output: ToolOutput {
        switch status {
        case 200..<300: success
        case 300..<400:
            .failure(
                "The tool answered with a redirect (status \(status)); redirects are not followed.",
                [("status", .integer(status))])
        default:
            .failure(
                "The tool answered with status \(status).",
                [("status", .integer(status)), ("answer", reason)])
        }
    }

    private var success: ToolOutput {
        guard let body else {
            return .failure(
                "The tool's result is longer than \(ToolOutput.maxByteCount) bytes, which is too long. Ask for less."
            )
        }
        guard !body.isEmpty else { return ToolOutput(text: #"{"ok":true}"#, ok: true) }
        guard let text = String(validating: body, as: UTF8.self), isReadable else {
            return .failure("The tool answered with \(mediaType ?? "bytes"), which is neither JSON nor text.")
        }
        if isJSON, (try? JSON(parsing: text)) != nil { return ToolOutput(text: text, ok: true) }
        let result: JSON = ["result": .string(text)]
        return ToolOutput(text: result.text, ok: true)
    }

    /// Enough for a sentence and what it is about.
    private static let maxReasonByteCount = 2 << 10

    /// What the tool says of its failure, or how that begins; pages for browsers say nothing to a model.
    private var reason: JSON? {
        guard let body, !body.isEmpty, isReadable, mediaType != "text/html",
            let text = String(validating: body, as: UTF8.self)
        else { return nil }
        guard body.count > Self.maxReasonByteCount else {
            return (isJSON ? try? JSON(parsing: text) : nil) ?? .string(text)
        }
        var start = ""
        for character in text {
            guard start.utf8.count + character.utf8.count <= Self.maxReasonByteCount else { break }
            start.append(character)
        }
        return .string(start)
    }

    /// `text/plain`, without parameters.
    private var mediaType: String? {
        let type = contentType?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        return type?.isEmpty == true ? nil : type
    }

    private var isReadable: Bool {
        guard let mediaType else { return true }
        return isJSON || mediaType.hasPrefix("text/") || mediaType.hasSuffix("xml")
    }

    /// Whoever does not say what it is may well mean JSON.
    private var isJSON: Bool {
        guard let mediaType else { return true }
        return mediaType == "application/json" || mediaType.hasSuffix("+json")
    }
}
