import Foundation
import MutationTesting
import TestMaterial
import Testing

/// CI's share of `make mutate`: the same inputs, fewer of them.
@Suite struct ReaderTests {
    private static let seed: UInt64 = 20_261_121
    private static let count = 20_000
    /// Instrumented code reads a tenth in the same time; it looks for memory used wrongly, which does not take many inputs.
    private static let countOfReaders = count / Patience.factor

    @Test(arguments: try Readers.all(seed: seed).map(\.name))
    func `a reader stands whatever it is given`(_ name: String) throws {
        let trial = try #require(try Readers.all(seed: Self.seed).first { $0.name == name })
        let trace = FileManager.default.temporaryDirectory.appending(path: "parley-mutation-\(name)").path()
        print("mutation: \(name): seed \(Self.seed), the input being read: \(trace)")
        try trial.run(0..<Self.countOfReaders, trace: trace)
    }

    @Test func `a reader that falls over on one input in a thousand is found, with the input's number`()
        throws
    {
        let good = [Array("{\"type\":\"message\"}".utf8)]
        let trial = Trial("planted", corpus: good, words: ["\"muted\""], seed: Self.seed) { bytes in
            String(decoding: bytes, as: UTF8.self).hasSuffix("\"muted\"\"muted\"") ? "the planted fault" : nil
        }
        let trace = FileManager.default.temporaryDirectory.appending(path: "parley-mutation-planted").path()
        let failure = #expect(throws: Trial.Failure.self) { try trial.run(0..<Self.count, trace: trace) }
        let number = try #require(
            Int(try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")[0]))
        #expect(failure?.description == "planted: input \(number): the planted fault")
        #expect(trial.input(number) == trial.input(number))
        #expect(String(decoding: trial.input(number), as: UTF8.self).hasSuffix("\"muted\"\"muted\""))
    }
}
