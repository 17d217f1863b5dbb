public import FloorControl
public import Realtime
import Rooms

// What an agent's session hears: the buffer, and the items that commits make of it.

extension AgentPeer {
    /// A commit of a caller's sound.
    public struct Commitment: Equatable, Sendable {
        public let at: RoomTime
        public let item: ItemID
        public let run: Int
        /// The response that was asked for next.
        public internal(set) var tag: String?
        public internal(set) var isDeleted = false
    }

    func append(_ samples: [Int16]) {
        guard !isSilent, !isClosed else { return }
        if case .null = configuration.input.turnDetection {
        } else {
            complain("sound was sent while the server still answers by itself")
        }
        input += samples
        appended += samples.count
    }

    func commit(_ message: ClientMessage) {
        let sound = input
        input = []
        let refusal = stage.refusesCommits(of: agent)
        guard sound.count >= 2_400, !refusal else {
            if !refusal { complain("a commit of \(sound.count) samples") }
            refusedCommit = true
            refuse("input_audio_buffer_commit_empty", "buffer too small", message)
            return
        }
        let id = stage.mintItem()
        let before = items.last?.id
        let run = Int(sound.first { $0 > 0 } ?? 0)
        checkWhole(sound, run)
        items.append(Entry(id: id, content: .sound(run)))
        commits.append(Commitment(at: stage.now, item: id, run: run))
        let item = Item(id: id, status: .completed, body: .message(.user, [.inputAudio()]))
        tell(.inputAudioCommitted(id, after: before))
        tell(.itemAdded(item, after: before))
        tell(.itemDone(item, after: before))
    }

    /// A run of voice is committed from its first sample on, without a hole.
    private func checkWhole(_ sound: [Int16], _ run: Int) {
        if run == 0 { complain("silence was committed") }
        let voiced = sound.count { $0 == run }
        let said = stage.sampleCounts[run, default: 0]
        if voiced != said { complain("voice \(run) has \(said) samples; \(voiced) were committed") }
    }
}
