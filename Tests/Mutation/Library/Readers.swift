import Audio
import JSONValues
import Networking
import PersonaFiles
import Personas
import Realtime
import Service

/// Every reader of what a person or a peer may write, and what it must keep to besides standing.
package enum Readers {
    package static func all(seed: UInt64) throws -> [Trial] {
        [
            Trial(
                "persona", corpus: try Corpus.files(in: "Agents", "Protocol/examples/personas", named: ".md"),
                words: yaml, seed: seed, persona),
            Trial(
                "wav", corpus: try Corpus.files(in: "Tests/Fixtures/mutation/wav"), words: riff, seed: seed,
                wav),
            Trial(
                "requests", corpus: try Corpus.files(in: "Protocol/examples/http", named: ".json"),
                words: json, seed: seed, requests),
            Trial(
                "client-events", corpus: try Corpus.files(in: "Protocol/examples/realtime/client"),
                words: json, seed: seed, clientEvents),
            Trial(
                "server-events", corpus: try Corpus.files(in: "Protocol/examples/realtime/server"),
                words: json, seed: seed, serverEvents),
            Trial(
                "line-messages",
                corpus: try Corpus.files(in: "Protocol/examples/line/in", "Protocol/examples/line/refused"),
                words: json, seed: seed, lineMessages),
            Trial(
                "http", corpus: try Corpus.files(in: "Tests/Fixtures/mutation/http"), words: http, seed: seed,
                requestsAsBytes),
            Trial(
                "streams",
                corpus: try Corpus.files(in: "Tests/Fixtures/mutation/streams", "Protocol/examples/sse"),
                words: stream, seed: seed, streams),
            Trial(
                "frames", corpus: try Corpus.files(in: "Tests/Fixtures/mutation/frames"), words: frame,
                seed: seed, frames),
            Trial(
                "mcp", corpus: try Corpus.files(in: "Tests/Fixtures/mutation/mcp"), words: mcpWords,
                seed: seed,
                mcp),
            Trial(
                "addresses", corpus: try Corpus.files(in: "Tests/Fixtures/mutation/addresses"),
                words: address, seed: seed, addresses),
        ]
    }

    // MARK: What the formats are made of

    private static let json = [
        "{", "}", "[", "]", "\"", "\\", ":", ",", "null", "true", "false", "{}", "[]", "\\u0000", "\\ud800",
        "\\udc00\\ud800", "\"type\":",
        "\"delta\":", "\"audio\":", "\"item_id\":", "\"content_index\":-1", "/*", "NaN",
    ]
    private static let yaml = [
        "---\n", "...\n", "&a ", "*a", "<<: *a\n", "!!binary ", "!!float .nan", "- ", "? ", ": ", "|\n",
        ">-\n", "{", "}", "[", "]", "#", "'",
        "\"", "%YAML 9.9\n", "${HOME}", "${", "$${X}", "name:", "tools:", "script:", "mcp:", "realtime:",
        "- when: []\n", "5s", "~",
    ]
    private static let riff = [
        "RIFF", "WAVE", "fmt ", "data", "LIST", "RF64", "\u{1}\0", "\u{3}\0", "\u{6}\0", "\u{7}\0", "\u{8}\0",
        "\u{18}\0", "\u{20}\0", "\0\0\0\0",
        "\u{7F}\u{7F}\u{7F}\u{7F}",
    ]
    private static let http = [
        "\r\n\r\n", "GET ", "POST ", "CONNECT a:1", "HTTP/1.1", "HTTP/1.0", "Host: a\r\n", "Content-Length: ",
        "Content-Length: 5, 5\r\n",
        "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: \tchunked, identity\r\n",
        "Expect: 100-continue\r\n", "Connection: upgrade\r\n",
        "Upgrade: websocket\r\n", "0\r\n\r\n", "5;x=y\r\n", "7fffffffffffffff\r\n", "ffffffffffffffff\r\n",
        ": ", "%00", "http://", "*",
    ]
    private static let stream =
        ["data:", "data: ", "event: ", "id: ", "retry: ", ":", "\r\n\r\n", "\n\n", "\r\r"] + json
    /// Lengths, codes, and payloads without a mask.
    private static let frame = [
        "\u{1}\u{7F}", "\u{8}\0", "\0\0\0\0", "\u{7F}\0\0\0\0\0\0\u{1}", "~\0\u{7D}", "\u{3}\u{8}", "A",
        "aaaaaaaaaaaaaaaa",
    ]
    private static let address = [
        "http://", "https://", "wss://", "@", ":", "/", "?", "#", "[::1]", "[::ffff:127.0.0.1]", "127.1",
        "0x7f.1", "017700000001", "2130706433",
        "%31", "%", "&", "=", "+", "identity=", "token=", "format=", "rate=", "..", "xn--", "。",
    ]
}
