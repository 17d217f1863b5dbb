import FloorControl
import Networking
import Rooms

// A room is recorded, and whoever is in it is told.

extension RoomHost {
    /// From now on, if it is not recorded already; files begin with the room all the same.
    func startRecording() {
        guard recording == nil, !isClosed, let recorder else { return }
        let recording = RoomRecording(on: recorder.tape(ofRoom: name, opened: openedAt))
        self.recording = recording
        tell(.recordingStarted)
        handOverLater(recording)
    }

    func stopRecording(_ reason: RecordingEnd) {
        guard let recording else { return }
        self.recording = nil
        recording.finish(at: now)
        tell(.recordingStopped(reason: reason))
    }

    /// For who comes in while it runs: they have not heard that it began. To one line alone, so without a number.
    var recordingNotice: [UInt8]? {
        guard recording != nil else { return nil }
        return EventLog.json(.recordingStarted, seq: nil, at: .now, room: name).utf8
    }

    private func handOverLater(_ recording: RoomRecording) {
        reactor.schedule(after: RoomRecording.blockDuration) { self.handOver(recording) }
    }

    private func handOver(_ recording: RoomRecording) {
        guard recording === self.recording else { return }
        if now.sinceOpening >= RoomRecording.longest { return stopRecording(.limit) }
        guard let failure = recording.handOver(at: now) else { return handOverLater(recording) }
        tell(
            .error(
                EventFault(
                    code: "recording_failed", detail: "The room is recorded no further: \(failure.detail)."))
        )
        stopRecording(.failed)
    }
}

extension RecordingTape.Failure {
    fileprivate var detail: String {
        switch self {
        case .disk(let error): "the disk says “\(error)”"
        case .tooSlow: "the disk has not kept up for 10 s"
        }
    }
}
