/// A request's body, as far as it has arrived.
package struct RequestBody {
    private enum Progress {
        /// So many bytes are missing, with nothing between them.
        case length(Int)
        /// A chunk's size comes next.
        case size
        /// So many bytes of a chunk are missing.
        case chunk(Int)
        /// The line end behind a chunk comes next.
        case chunkEnd
        /// Trailers come next; they are skipped.
        case trailers
        case complete
    }

    package private(set) var bytes: [UInt8] = []
    private var trailerByteCount = 0
    private var progress: Progress
    private let limit: Int

    package init(_ framing: RequestHead.Framing, limit: Int) throws(HTTPServerLimits.Refusal) {
        self.limit = limit
        switch framing {
        case .length(let count):
            guard count <= limit else { throw .bodyTooLarge(limit: limit) }
            progress = .length(count)
        case .chunked:
            progress = .size
        }
    }

    /// Takes what belongs to the body off the input. True: it is complete.
    package mutating func read(from input: inout HTTPInput) throws(HTTPServerLimits.Refusal) -> Bool {
        while true {
            switch progress {
            case .complete, .length(0):
                progress = .complete
                return true
            case .length(let missing):
                guard let count = take(missing, from: &input) else { return false }
                progress = .length(missing - count)
            case .chunk(0):
                progress = .chunkEnd
            case .chunk(let missing):
                guard let count = take(missing, from: &input) else { return false }
                progress = .chunk(missing - count)
            case .size:
                guard let line = try input.takeLine(limit: 256) else { return false }
                progress = try chunk(line)
            case .chunkEnd:
                guard let line = try input.takeLine(limit: 2) else { return false }
                guard line.isEmpty else { throw .malformed("a chunk is longer than it says") }
                progress = .size
            case .trailers:
                guard let line = try input.takeLine(limit: 8 << 10) else { return false }
                if line.isEmpty { progress = .complete }
                trailerByteCount += line.count
                guard trailerByteCount <= 8 << 10 else { throw .malformed("the trailers are too long") }
            }
        }
    }

    private mutating func take(_ missing: Int, from input: inout HTTPInput) -> Int? {
        let count = min(missing, input.count)
        guard count > 0 else { return nil }
        bytes += input.take(count)
        return count
    }

    private func chunk(_ line: ArraySlice<UInt8>) throws(HTTPServerLimits.Refusal) -> Progress {
        let digits = String(decoding: line.prefix { $0 != UInt8(ascii: ";") }.trimmingBlanks, as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let size = Int(digits, radix: 16)
        else { throw .malformed("a chunk's size is no number") }
        guard size <= limit - bytes.count else { throw .bodyTooLarge(limit: limit) }
        return size == 0 ? .trailers : .chunk(size)
    }
}
