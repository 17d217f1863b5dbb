import Foundation
import JSONValues
import Realtime
import Testing

/// What we send, judged by the types of OpenAI's own client. Needs a Python that has `openai`:
/// `PARLEY_TEST_PYTHON`, or `.venv/bin/python` in the package.
@Suite struct OracleTests {
    @Test(.enabled(if: Oracle.isInstalled, "\(Oracle.python) cannot import openai"))
    func `every event we can send passes the oracle`() throws {
        let lines =
            ClientSamples.messages.map { Oracle.line("client", $0.json) }
            + ServerSamples.messages.map { Oracle.line("server", $0.json) }
        let verdict = try Oracle.judge(lines, arguments: ["--no-lifecycle"])
        #expect(verdict.status == 0, "\(verdict.text)")
        #expect(verdict.text.contains("\(lines.count) events, 0 invalid"))
    }

    @Test(
        .enabled(if: Oracle.isInstalled, "\(Oracle.python) cannot import openai"),
        .enabled(if: !Reference.captures.isEmpty, Reference.noCaptures))
    func `recorded traffic, written again by us, passes the oracle`() throws {
        for file in Reference.captures where !file.lastPathComponent.contains("xai") {
            let lines = try Reference.lines(of: file).map {
                Oracle.line($0.direction.rawValue, try Message($0.event, from: $0.direction).json)
            }
            let verdict = try Oracle.judge(lines)
            #expect(verdict.status == 0, "\(file.lastPathComponent): \(verdict.text)")
        }
    }

    @Test(.enabled(if: Oracle.isInstalled, "\(Oracle.python) cannot import openai"))
    func `the oracle refuses what is wrong`() throws {
        var event = ClientMessage(.itemDelete("item_1")).json
        event["item_id"] = 7
        let verdict = try Oracle.judge([Oracle.line("client", event)])
        #expect(verdict.status == 1 && verdict.text.contains("1 events, 1 invalid"))
    }
}

enum Oracle {
    static let python =
        ProcessInfo.processInfo.environment["PARLEY_TEST_PYTHON"]
        ?? Reference.packageRoot.appending(path: ".venv/bin/python").path

    static let isInstalled = (try? run(["-c", "import openai.types.realtime"]))?.status == 0

    static func line(_ direction: String, _ event: JSON) -> String {
        JSON.members([("direction", .string(direction)), ("event", event)]).text
    }

    static func judge(_ lines: [String], arguments: [String] = []) throws -> (status: Int32, text: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        return try run([Reference.oracle.path] + arguments + [file.path])
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
