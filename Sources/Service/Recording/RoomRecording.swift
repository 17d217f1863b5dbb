import Audio
import FloorControl
import Rooms

/// One room while it is recorded: puts what is heard where it belongs in time, and hands over what is final.
///
/// Of an agent that is what the ledger says was heard, at the moment a player begins to play it; of a caller what came
/// over the line, when it came. Belongs to the room's reactor; nothing here waits for a disk.
final class RoomRecording {
    private var tracks = Multitrack<RecordedVoice>()
    private var arrivals: [Identity: Arrival] = [:]
    private let tape: RecordingTape

    /// How long sound may still be taken back, or come late. A player's word about what it has played is good for
    /// a second; so this is also, give or take a block, what is lost when the process is killed.
    private static let horizon: Duration = .seconds(1)
    /// How often what is final is handed over.
    static let blockDuration: Duration = .milliseconds(500)
    /// A WAV ends at 4 GiB: 24.8 h.
    static let longest: Duration = .seconds(24 * 3_600)

    init(on tape: RecordingTape) { self.tape = tape }

    /// A caller's frame at 24 kHz. Muted, it passes the time.
    func said(_ samples: [Int16], by caller: Identity, at now: RoomTime, isMuted: Bool) {
        let start = arrivals[caller, default: Arrival()].place(samples.count, at: Self.position(now))
        guard !isMuted else { return }
        samples.withUnsafeBufferPointer { tracks.place($0, of: .participant(caller, .caller), at: start) }
    }

    /// What an agent says in a frame that leaves for the callers.
    /// - Parameter start: since the room opened.
    func said(_ samples: UnsafeBufferPointer<Int16>, by agent: Identity, at start: Duration) {
        let position = SampleRate.hz24000.samples(in: start)
        tracks.place(samples, of: .participant(agent, .agent), at: position)
    }

    /// The last of what an agent said was not heard.
    func takeBack(_ count: Int, of agent: Identity) {
        tracks.takeBack(count, of: .participant(agent, .agent))
    }

    /// The first of what was taken back was heard after all.
    func giveBack(_ count: Int, of agent: Identity) {
        tracks.giveBack(count, of: .participant(agent, .agent))
    }

    /// - Returns: why the recording is over, if it is.
    func handOver(at now: RoomTime) -> RecordingTape.Failure? {
        tracks.cut(before: Self.position(now) - SampleRate.hz24000.samples(in: Self.horizon)).flatMap(
            tape.write)
    }

    /// Everything up to now is final.
    func finish(at now: RoomTime) {
        if let rest = tracks.cut(before: Self.position(now)), tape.write(rest) != nil { return }
        tape.finish()
    }

    private static func position(_ time: RoomTime) -> Int {
        SampleRate.hz24000.samples(in: time.sinceOpening)
    }
}
