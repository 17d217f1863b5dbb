import Audio
import Codecs
import Foundation

/// Sound in files: a caller's voice in, what was heard out.
enum VoiceFile {
    /// Any WAV as mono at 24 kHz.
    ///
    /// - Throws: ``Complaint`` with the file's name and what is wrong with it.
    static func read(_ path: String) throws -> [Int16] {
        let file: WAVReader
        do {
            file = try WAVReader(try readFile(path))
        } catch let error as WAVError {
            throw Complaint("\(path): \(error)")
        }
        guard file.rate != Recording.rate else { return file.samples }
        let resampler: Resampler
        do {
            resampler = try Resampler(from: file.rate.hertz, to: Recording.rate.hertz)
        } catch {
            throw Complaint("\(path): \(error)")
        }
        var samples: [Int16] = []
        file.samples.withUnsafeBufferPointer { resampler.process($0, into: &samples) }
        resampler.flush(into: &samples)
        return samples
    }

    /// Before a call that nobody wants to make twice.
    ///
    /// - Throws: ``Complaint`` when there could be no file of that name.
    static func requireWritable(_ path: String, option: String) throws {
        let files = FileManager.default
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard isFolder(folder), files.isWritableFile(atPath: folder) else {
            throw Complaint("\(path): \(folder) is no folder to write to; name another file with \(option)")
        }
        guard !isFolder(path), !files.fileExists(atPath: path) || files.isWritableFile(atPath: path) else {
            throw Complaint("\(path): is there and cannot be written; name another file with \(option)")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    static func write(_ samples: [Int16], channelCount: Int = 1, to path: String) throws {
        let bytes = WAVWriter.file(samples, rate: Recording.rate, channelCount: channelCount)
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Complaint("\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
