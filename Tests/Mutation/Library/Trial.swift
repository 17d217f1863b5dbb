import Glibc

/// Many broken inputs for one reader. A reader may refuse, and must not fall over, hang, or contradict itself.
package struct Trial: Sendable {
    package let name: String
    private let mutator: Mutator
    private let corpus: [[UInt8]]
    /// What is wrong with the way the input was read; `nil`: nothing.
    private let read: @Sendable ([UInt8]) -> String?

    package init(
        _ name: String, corpus: [[UInt8]], words: [String], seed: UInt64,
        _ read: @escaping @Sendable ([UInt8]) -> String?
    ) {
        self.name = name
        self.corpus = corpus
        mutator = Mutator(corpus: corpus, words: words, seed: seed)
        self.read = read
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package func input(_ number: Int) -> [UInt8] { mutator.input(number) }

    /// - Parameters:
    ///   - numbers: which inputs.
    ///   - trace: a file that always holds the number of the input being read: where a crash was.
    package func run(_ numbers: Range<Int>, trace: String) throws(Failure) {
        let file = open(trace, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
        guard file >= 0 else { throw Failure(description: "\(trace) cannot be written") }
        defer { close(file) }
        for (place, input) in corpus.enumerated() {
            if let complaint = read(input) {
                throw Failure(description: "\(name): good input \(place) of the corpus: \(complaint)")
            }
        }
        for number in numbers {
            let text = "\(number)\n"
            pwrite(file, text, text.utf8.count, 0)
            if let complaint = read(mutator.input(number)) {
                throw Failure(description: "\(name): input \(number): \(complaint)")
            }
        }
        unlink(trace)
    }
}
