import Realtime

// Which events may come the other way round (Realtime reference, §3): a response's first and last event enclose
// it, an item is announced before its content, a text and a sound are in order each for itself. Nothing else is
// promised.

extension ServerEvent {
    private enum Stream: Equatable {
        case sound(ItemID)
        case words(ItemID)
        /// What a caller said.
        case transcript(ItemID)
        /// News of what the client itself did, or of items.
        case news
    }

    /// Nothing overtakes what has none.
    private var stream: Stream? {
        switch self {
        case .outputAudioDelta(let place, _), .outputAudioDone(let place): .sound(place.itemID)
        case .outputTranscriptDelta(let place, _), .outputTranscriptDone(let place, _),
            .outputTextDelta(let place, _), .outputTextDone(let place, _):
            .words(place.itemID)
        case .transcriptionDelta(let item, _, _), .transcriptionCompleted(let item, _, _, _),
            .transcriptionFailed(let item, _, _):
            .transcript(item)
        case .itemAdded, .itemDone, .itemTruncated, .itemDeleted, .inputAudioCommitted, .inputAudioCleared,
            .speechStopped, .rateLimitsUpdated, .contentPartAdded, .contentPartDone:
            .news
        default: nil
        }
    }

    var mayWait: Bool { stream != nil }

    func mayOvertake(_ earlier: ServerEvent) -> Bool {
        guard let stream, let other = earlier.stream else { return false }
        return stream != other
    }
}
