import Foundation

/// Where the speech files lie that `make speech` installs, and a complaint that says what to do when one is missing.
///
/// Nothing is opened before it is needed: a session that only reads and writes text needs none of them.
public struct SpeechFiles: Equatable, Sendable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// `$PARLEY_SPEECH`, else `$XDG_CACHE_HOME/parley/speech`, else `~/.cache/parley/speech`; the same rule as
    /// `Scripts/speech.sh` follows.
    public static func standard() -> SpeechFiles {
        standard(environment: ProcessInfo.processInfo.environment)
    }

    static func standard(environment: [String: String]) -> SpeechFiles {
        if let folder = environment["PARLEY_SPEECH"], !folder.isEmpty { return SpeechFiles(folder: folder) }
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return SpeechFiles(folder: (cache ?? (environment["HOME"] ?? "/root") + "/.cache") + "/parley/speech")
    }

    var sileroModel: String { folder + "/silero_vad.onnx" }
    var onnxruntime: String { folder + "/libonnxruntime-13ab8084.so.1" }
    var moonshineLibrary: String { folder + "/libmoonshine.so" }
    var moonshineAssets: String { folder + "/tiny-en" }

    /// The first file that is not there; `nil` when recognition and voice activity detection can work.
    public var missing: String? {
        let assets = ["encoder_model.ort", "decoder_model_merged.ort", "tokenizer.bin"]
        let files = [onnxruntime, sileroModel, moonshineLibrary] + assets.map { moonshineAssets + "/" + $0 }
        return files.first { !FileManager.default.isReadableFile(atPath: $0) }
    }

    func require(_ path: String) throws(SpeechError) {
        guard FileManager.default.isReadableFile(atPath: path) else { throw .fileMissing(path) }
    }
}

/// Why an engine cannot work on this machine: what is wrong, where, and what to do about it.
public enum SpeechError: Error, Equatable, CustomStringConvertible {
    /// A speech file that is not installed.
    case fileMissing(String)
    /// A voice library of flite that is not installed or broken.
    case voiceUnavailable(library: String, reason: String)
    /// A file that is there but cannot be used.
    case engineUnusable(file: String, reason: String)
    /// The engine refused one piece of work; the next one may succeed.
    case engineFailed(reason: String)
    /// More is asked than this machine can do in time.
    case overloaded

    public var description: String {
        switch self {
        case .fileMissing(let path): "speech file \(path) is missing: run `make speech`"
        case .voiceUnavailable(let library, let reason):
            "flite voice \(library) cannot be opened (\(reason)): run `make setup`, or apt-get install flite1-dev"
        case .engineUnusable(let file, let reason):
            "\(file) cannot be used (\(reason)): delete its folder and run `make speech`"
        case .engineFailed(let reason): "the speech engine failed: \(reason)"
        case .overloaded: "speech recognition is overloaded: too many people speak at once for this machine"
        }
    }
}
