import Audio
import FloorControl

// An ear that is away. Its caller is heard by no session then, but by the other callers; the room says so. What the
// ear had heard and not understood yet waits for the next ear, which is given the sound again; if that takes too
// long, as much counts as was understood.

/// The sound that an ear took along, and the utterances in it that were not understood yet.
struct LostSound: Sendable {
    let samples: [Int16]
    let utterances: [Conversation.UtteranceID]
}

extension Room {
    mutating func earIsAway(_ caller: Identity, _ loss: LinkLoss) {
        guard let index = callerIndex(caller) else { return }
        keepSound(of: index)
        tellUnheard(index, EventFault(code: "ear_lost", detail: "Nobody hears \(caller) now: \(loss.detail)"))
        for place in callers[index].speeches.indices {
            breakOff(place, caller)
            // The next ear has a clock of its own.
            callers[index].speeches[place].item = nil
        }
        settleInOrder()
    }

    /// There will be no other ear.
    mutating func earIsGone(_ caller: Identity, _ fault: EventFault) {
        guard let index = callerIndex(caller) else { return }
        callers[index].lostSound = nil
        for place in callers[index].speeches.indices {
            breakOff(place, caller)
            let text = callers[index].speeches[place].text
            callers[index].speeches[place].final = callers[index].speeches[place].final ?? text
        }
        publish(
            .error(EventFault(code: "ear_unavailable", detail: "Nobody hears \(caller): \(fault.detail)")))
        tellUnheard(index, nil)
        settleInOrder()
    }

    private mutating func tellUnheard(_ index: Int, _ fault: EventFault?) {
        guard !callers[index].isUnheard else { return }
        callers[index].isUnheard = true
        if let fault { publish(.error(fault)) }
        publish(.participantHeard(callers[index].identity, false))
    }

    private mutating func breakOff(_ place: Int, _ caller: Identity) {
        guard let index = callerIndex(caller), !callers[index].speeches[place].hasStopped else { return }
        callers[index].speeches[place].wasCutOff = true
        // What was final in the middle of a voice is not the end of it.
        if let early = callers[index].speeches[place].final {
            callers[index].speeches[place].text = early
            callers[index].speeches[place].final = nil
        }
        stop(place, caller)
    }

    private mutating func keepSound(of index: Int) {
        // A try that failed has heard nothing: what there is stays.
        guard !callers[index].sound.isEmpty else { return }
        callers[index].lostSound = LostSound(
            samples: unheardSound(of: callers[index]),
            utterances: callers[index].unsettled.map(\.utterance))
    }

    /// Whatever was not understood, from its beginning where that is kept.
    private func unheardSound(of seat: CallerSeat) -> [Int16] {
        let start = seat.unsettled.map(\.onset).min() ?? .max
        return sound(of: seat, from: start)
    }

    /// In silence what is too short to hold the end of words that are settled: a word may have begun that nobody
    /// told of yet.
    func sound(of seat: CallerSeat, from start: Int) -> [Int16] {
        let recent = SampleRate.hz24000.samples(in: min(.milliseconds(400), settings.earSilence * 4 / 5))
        let sound = seat.sound
        return sound.samples(in: min(sound.end, max(sound.start, min(start, sound.end - recent)))..<sound.end)
            ?? []
    }

    /// The next ear begins with what the one before left unsettled.
    mutating func earBecameReady(_ caller: Identity) {
        guard let index = callerIndex(caller) else { return }
        callers[index].stability.ready(at: now)
        callers[index].ear.becameReady()
        if callers[index].isUnheard {
            callers[index].isUnheard = false
            publish(.participantHeard(caller, true))
        }
        guard let lost = callers[index].lostSound, let link = callers[index].ear.link else { return }
        callers[index].lostSound = nil
        let waiting = callers[index].speeches.map(\.utterance)
        guard !lost.samples.isEmpty, lost.utterances.allSatisfy(waiting.contains) else { return }
        // The floor goes on waiting for these words: the new ear hears the voice again in a moment.
        for utterance in lost.utterances { conversation.drop(utterance) }
        callers[index].speeches.removeAll { lost.utterances.contains($0.utterance) }
        hearAgain(lost.samples, index, on: link)
    }

    mutating func hearAgain(_ samples: [Int16], _ index: Int, on link: LinkID) {
        guard !samples.isEmpty else { return }
        samples.withUnsafeBufferPointer { callers[index].sound.append($0, keeping: 0) }
        emit(.append(link, samples))
    }

    /// Whoever hangs up has said what was understood so far. The others are told, and whom it was meant for
    /// answers; but nobody answers half a sentence, nor into an empty room.
    mutating func keepLastWords(of caller: Identity) {
        while let index = callerIndex(caller), let speech = callers[index].speeches.first {
            let words = (speech.final ?? speech.text).trimmingSpace
            if speech.hasStopped, !speech.wasCutOff, !words.isEmpty, callers.count > 1, !isClosed {
                settle(words, 0, caller)
                continue
            }
            callers[index].speeches.removeFirst()
            if words.isEmpty {
                conversation.drop(speech.utterance)
            } else {
                record(words, of: speech, caller)
            }
        }
    }
}
