import Audio
import Foundation
import Personas
import Testing

@testable import EmbeddedRealtime

/// OpenAI's own client against the embedded server. Needs a Python that has `openai`: `PARLEY_TEST_PYTHON`, or
/// `.venv/bin/python` in the package.
@Suite struct SDKTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static let python =
        ProcessInfo.processInfo.environment["PARLEY_TEST_PYTHON"]
        ?? folder.appending(path: "../../.venv/bin/python").standardizedFileURL.path

    private static let canRun =
        SpeechFiles.standard().missing == nil
        && (try? run(["-c", "import openai.types.realtime"]))?.status == 0

    @Test(
        .enabled(
            if: canRun,
            "\(python) cannot import openai, or speech files are missing: run `make python speech`"))
    func `the openai SDK completes turns, and every event is valid`() async throws {
        let clerk = Persona(
            id: "clerk", name: "Clerk",
            script: [
                .init(
                    when: ["order"], say: "One moment.",
                    tool: .init(name: "lookup_order", arguments: #"{"order_id":"7"}"#))
            ], instructions: "You are a clerk.")
        let speech = try FliteSynthesizer().speak(
            "Hello there, can you hear me?", in: .named("echo"), speed: 1, rate: 24_000)
        let file = FileManager.default.temporaryDirectory.appending(path: "parley-\(UUID().uuidString).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(wave(speech, rate: 24_000)).write(to: file)
        try await ServerBench.run(EmbeddedServer.Options(persona: { $0 == "clerk" ? clerk : nil })) { bench in
            let script = Self.folder.appending(path: "sdk_turns.py").path
            let port = bench.port
            let verdict = try await Task.detached { try Self.run([script, "\(port)", file.path]) }.value
            #expect(verdict.status == 0, "\(verdict.text)")
            #expect(verdict.text.hasSuffix("ok\n"))
        }
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private func wave(_ samples: [Int16], rate: Int) -> [UInt8] {
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) }
        }
        let head =
            Array("RIFF".utf8) + little(36 + samples.count * 2, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
            + little(1, 2) + little(1, 2) + little(rate, 4) + little(rate * 2, 4) + little(2, 2)
            + little(16, 2)
            + Array("data".utf8) + little(samples.count * 2, 4)
        return head + samples.flatMap { little(Int(UInt16(bitPattern: $0)), 2) }
    }
}
