import CSpeechEngines
import Glibc

/// Writes down what was said in one utterance. One recognizer serves all ears of a process.
public protocol SpeechRecognizer: AnyObject {
    /// - Parameter samples: 16 kHz mono in −1…1.
    /// - Returns: the words with punctuation; empty when there are none.
    func transcribe(_ samples: [Float]) throws(SpeechError) -> String
}

/// Moonshine tiny, English: about 35 ms per second of speech on one core, 210 MB.
/// Not thread-safe: its owner calls it from one thread.
final class MoonshineRecognizer: SpeechRecognizer {
    /// The model was trained on pieces of up to half a minute; a longer utterance is cut where it is quietest.
    private static let longestPiece = 24 * 16_000
    private static let shortestPiece = 14 * 16_000
    /// Less than this holds no word, and the model invents one.
    private static let shortestUtterance = 16_000 / 10

    private let engine: OpaquePointer

    /// Opens library and model: about 300 ms.
    init(_ files: SpeechFiles) throws(SpeechError) {
        try files.require(files.moonshineLibrary)
        try files.require(files.moonshineAssets + "/encoder_model.ort")
        var complaint = speech_complaint()
        guard let engine = moonshine_open(files.moonshineLibrary, files.moonshineAssets, &complaint) else {
            throw .engineUnusable(file: files.moonshineLibrary, reason: complaint.line)
        }
        self.engine = engine
    }

    deinit { moonshine_close(engine) }

    func transcribe(_ samples: [Float]) throws(SpeechError) -> String {
        var words: [String] = []
        for piece in Self.pieces(of: samples) where piece.count >= Self.shortestUtterance {
            let text = try transcribePiece(Array(piece)).trimmed
            if !text.isEmpty { words.append(text) }
        }
        return words.joined(separator: " ")
    }

    private func transcribePiece(_ piece: [Float]) throws(SpeechError) -> String {
        var piece = piece
        var complaint = speech_complaint()
        guard let text = moonshine_transcribe(engine, &piece, UInt64(piece.count), &complaint) else {
            throw .engineFailed(reason: complaint.line)
        }
        defer { free(text) }
        return String(cString: text)
    }

    static func pieces(of samples: [Float]) -> [ArraySlice<Float>] {
        var rest = samples[...]
        var pieces: [ArraySlice<Float>] = []
        while rest.count > longestPiece {
            let cut = quietestMoment(
                in: rest[(rest.startIndex + shortestPiece)..<(rest.startIndex + longestPiece)])
            pieces.append(rest[..<cut])
            rest = rest[cut...]
        }
        return pieces + [rest]
    }

    /// The middle of the 100 ms with the least energy.
    private static func quietestMoment(in samples: ArraySlice<Float>) -> Int {
        let width = 1_600
        let starts = stride(from: samples.startIndex, to: samples.endIndex - width, by: width / 2)
        let energies = starts.map { start in
            (start, samples[start..<(start + width)].reduce(Float(0)) { $0 + $1 * $1 })
        }
        return (energies.min { $0.1 < $1.1 }?.0 ?? samples.startIndex) + width / 2
    }
}

extension StringProtocol {
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
