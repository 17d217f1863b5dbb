/// The chunks of a RIFF file: a name, a length, a body, and one more byte if the length is odd.
struct WAVBytes {
    struct Chunk {
        let id: String
        /// Where its name stands.
        let start: Int
        let body: Range<Int>
    }

    let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func readContainer() throws(WAVError) {
        guard !bytes.isEmpty else { throw WAVError(0, .empty) }
        guard bytes.count >= 4, name(at: 0) == "RIFF" else { throw WAVError(0, .notWAV) }
        guard bytes.count >= 12 else {
            throw WAVError(4, .truncated(chunk: "RIFF", promised: 8, present: bytes.count - 4))
        }
        guard name(at: 8) == "WAVE" else { throw WAVError(8, .notWAV) }
        position = 12
    }

    /// The next chunk; `nil` at the end of the file. Fewer than 8 bytes at the end are padding.
    ///
    /// What writes a WAV into a pipe cannot know its length, and says the most a field can hold instead:
    /// such a `data` goes on until the end.
    mutating func nextChunk() throws(WAVError) -> Chunk? {
        let start = position
        guard bytes.count - start >= 8 else { return nil }
        let id = name(at: start)
        let promised = int32(at: start + 4)
        let present = bytes.count - start - 8
        let isOpenEnded = id == "data" && promised >= 0x7FFF_0000
        guard promised <= present || isOpenEnded else {
            throw WAVError(start, .truncated(chunk: id, promised: promised, present: present))
        }
        let byteCount = min(promised, present)
        position = start + 8 + byteCount + byteCount % 2
        return Chunk(id: id, start: start, body: start + 8..<start + 8 + byteCount)
    }

    func name(at offset: Int) -> String { String(decoding: bytes[offset..<offset + 4], as: UTF8.self) }

    func int16(at offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

    func int32(at offset: Int) -> Int { int16(at: offset) | int16(at: offset + 2) << 16 }
}
