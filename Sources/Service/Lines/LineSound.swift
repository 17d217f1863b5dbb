import Audio
import Codecs

/// One line's sound both ways: on the wire in the caller's format, inside at 24 kHz.
///
/// Each line has a codec of its own, although most callers of a room hear the same: an Opus encoder and a filter
/// remember what they were given, and whoever speaks hears something else for a while. Opus costs 0.1 % of one core
/// for a caller who is listened to and 0.6 % while they hear somebody.
public final class LineSound {
    private enum Codec {
        case samples(PCMFormat, fromCaller: Resampler?, toCaller: Resampler?)
        /// Opus packets have no rate: each side decodes them at its own.
        case packets(OpusDecoder, OpusEncoder)
    }

    private let codec: Codec
    /// Decoded sound at the line's rate, and what of the room's sound does not fill a frame yet.
    private var incoming: [Int16] = []
    private var outgoing: [Int16] = []
    private var bytes: [UInt8] = []
    /// Something of what was played is still inside.
    private(set) var owesRest = false

    /// - Parameter rate: one of ``LineQuery/rates``; of G.711 8,000.
    /// - Throws: when there is no memory for a codec.
    public init(_ format: LineFormat, rate: Int) throws {
        let encoding: PCMFormat.Encoding
        switch format {
        case .opus:
            codec = .packets(try OpusDecoder(), try OpusEncoder(bandwidth: .playable(at: rate)))
            return
        case .pcm16: encoding = .linear16
        case .pcmu: encoding = .muLaw
        case .pcma: encoding = .aLaw
        }
        codec = .samples(
            PCMFormat(encoding, SampleRate(hertz: rate)),
            fromCaller: rate == 24_000 ? nil : try Resampler(from: rate, to: 24_000),
            toCaller: rate == 24_000 ? nil : try Resampler(from: 24_000, to: rate))
    }

    /// Whether a caller may leave out what cannot be heard (discontinuous transmission), so that a line which
    /// sends little is not one that has stopped.
    var leavesOutSilence: Bool {
        switch codec {
        case .samples: false
        case .packets: true
        }
    }

    /// What a binary frame must hold.
    var grammar: String {
        switch codec {
        case .samples: "a frame ends in the middle of a sample"
        case .packets: "a frame is no Opus packet"
        }
    }

    /// About as many bytes as `duration` of sound has on the wire.
    func byteCount(of duration: Duration) -> Int {
        switch codec {
        case .samples(let format, _, _): format.byteCount(of: format.rate.samples(in: duration))
        // As many as G.711: compressed sound is so little beside the events that it cannot be told from them.
        case .packets: PCMFormat.pcmu.byteCount(of: SampleRate.hz8000.samples(in: duration))
        }
    }

    /// Appends a binary frame to `samples` at 24 kHz.
    /// - Returns: `false` when it is not as ``grammar`` says.
    public func decode(_ frame: UnsafeRawBufferPointer, into samples: inout [Int16]) -> Bool {
        switch codec {
        case .packets(let decoder, _): return decoder.decode(frame, into: &samples)
        case .samples(let format, nil, _): return format.decode(frame, into: &samples)
        case .samples(let format, let fromCaller?, _):
            guard format.decode(frame, into: &incoming) else { return false }
            fromCaller.process(incoming, into: &samples)
            incoming.removeAll(keepingCapacity: true)
            return true
        }
    }

    /// 20 ms of the room at 24 kHz; `send` gets each frame that is full.
    public func encode(_ frame: UnsafeBufferPointer<Int16>, _ send: (UnsafeRawBufferPointer) -> Void) {
        switch codec {
        case .packets(_, let encoder):
            owesRest = true
            encoder.encode(frame, send)
        case .samples(let format, _, nil):
            if outgoing.isEmpty, frame.count == format.rate.hertz / 50 {
                return sendFrame(frame.span, format, send)
            }
            outgoing.append(contentsOf: frame)
            sendFrames(format, send)
            owesRest = !outgoing.isEmpty
        case .samples(let format, _, let toCaller?):
            owesRest = true
            toCaller.process(frame, into: &outgoing)
            sendFrames(format, send)
        }
    }

    /// Nobody is to be heard any more: what is still inside leaves as a last whole frame.
    func encodeRest(_ send: (UnsafeRawBufferPointer) -> Void) {
        guard owesRest else { return }
        owesRest = false
        switch codec {
        case .packets(_, let encoder):
            let silence = [Int16](repeating: 0, count: OpusEncoder.frameSampleCount)
            silence.withUnsafeBufferPointer { encoder.encode($0, send) }
        case .samples(let format, _, let toCaller):
            toCaller?.flush(into: &outgoing)
            let frameSampleCount = format.rate.hertz / 50
            let rest = outgoing.count % frameSampleCount
            if rest > 0 { outgoing.append(contentsOf: repeatElement(0, count: frameSampleCount - rest)) }
            sendFrames(format, send)
        }
    }

    /// The caller drops what it has buffered, and so do we.
    func clear() {
        owesRest = false
        switch codec {
        case .packets(_, let encoder): encoder.reset()
        case .samples(_, _, let toCaller): toCaller?.flush(into: &outgoing)
        }
        outgoing.removeAll(keepingCapacity: true)
    }

    private func sendFrames(_ format: PCMFormat, _ send: (UnsafeRawBufferPointer) -> Void) {
        let frameSampleCount = format.rate.hertz / 50
        var start = 0
        while outgoing.count - start >= frameSampleCount {
            let end = start + frameSampleCount
            outgoing.withUnsafeBufferPointer {
                sendFrame(UnsafeBufferPointer(rebasing: $0[start..<end]).span, format, send)
            }
            start = end
        }
        outgoing.removeFirst(start)
    }

    private func sendFrame(
        _ frame: Span<Int16>, _ format: PCMFormat, _ send: (UnsafeRawBufferPointer) -> Void
    ) {
        format.withEncoded(frame, in: &bytes, send)
    }
}

extension OpusEncoder.Bandwidth {
    /// What a player of this rate can play.
    fileprivate static func playable(at rate: Int) -> OpusEncoder.Bandwidth {
        switch rate {
        case ...8_000: .narrow
        case ...16_000: .wide
        default: .superWide
        }
    }
}
