import FloorControl

// Whose words are handled first.

extension Room {
    /// Words are handled in the order in which the voices ended, however long each transcript takes.
    mutating func settleInOrder() {
        while !isClosed, let next = nextUnderstood,
            let final = callers[next.caller].speeches[next.place].final
        {
            settle(final, next.place, callers[next.caller].identity)
        }
        settledAt = now
    }

    /// When nobody's words wait for this voice's any more. The floor has a clock of its own for the latest voice of a
    /// caller; of one before it this is the only one.
    @inline(__always)
    func waitEnd(ofSpeech place: Int, _ caller: Int) -> RoomTime? {
        guard place + 1 < callers[caller].speeches.count, callers[caller].speeches[place].final == nil,
            let end = callers[caller].speeches[place].stoppedAt?.advanced(by: settings.floor.wordsTimeout),
            end > settledAt
        else { return nil }
        return end
    }

    /// Of those who have stopped and are understood, whoever stopped first and waits for nobody.
    private var nextUnderstood: (caller: Int, place: Int)? {
        var first: (at: RoomTime, caller: Int, place: Int)?
        for (caller, seat) in callers.enumerated() {
            for (place, speech) in seat.speeches.enumerated() {
                guard let at = speech.stoppedAt, speech.final != nil, first.map({ at < $0.at }) ?? true,
                    !isAwaited(speech, of: seat) || !isSomebodyAwaited(before: at)
                else { continue }
                first = (at, caller, place)
            }
        }
        return first.map { ($0.caller, $0.place) }
    }

    /// Whether a voice ended before and the floor still waits for its words. Nothing is lost by waiting for them as
    /// long as the floor waits for those who wait, too.
    private func isSomebodyAwaited(before stop: RoomTime) -> Bool {
        callers.contains { seat in
            seat.speeches.contains { speech in
                speech.final == nil && speech.stoppedAt.map { $0 < stop } == true
                    && isAwaited(speech, of: seat)
            }
        }
    }

    /// A voice has stopped, and the floor waits for its words. It knows a caller's latest voice only.
    func isAwaited(_ speech: CallerSeat.Speech, of seat: CallerSeat) -> Bool {
        guard let stop = speech.stoppedAt else { return false }
        let isLatest = seat.speeches.last?.utterance == speech.utterance && speech.onset >= seat.settledOnset
        let limits = settings.floor
        let patience =
            speech.isDecisive && isLatest ? limits.finalTranscriptTimeout : limits.wordsTimeout
        return now < stop.advanced(by: patience)
    }
}
