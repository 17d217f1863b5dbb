import Addressing
import FloorControl

// An ear that is away. Its caller is heard by no session then, but by the other callers; the room says so. What the
// ear had heard and not understood yet waits for the next ear, which is given the sound again; if that takes too
// long, as much counts as was understood.

/// The sound that an ear took along, and the utterances in it that were not understood yet.
struct LostSound: Sendable {
    let samples: [Int16]
    /// Those that are not settled.
    private(set) var utterances: [Conversation.UtteranceID]
    let lostAt: RoomTime

    /// How long after its ear was lost another one is handed the sound. Default 10 s: whoever was not answered for so long has
    /// said it again or something else.
    static let patience: Duration = .seconds(10)

    /// It counts as far as it was understood, which is not at all: there is nothing that could be said twice.
    mutating func settledWithoutWords(_ utterance: Conversation.UtteranceID) {
        utterances.removeAll { $0 == utterance }
    }
}

extension Room {
    mutating func earIsAway(_ caller: Identity, _ loss: LinkLoss) {
        guard let index = callerIndex(caller) else { return }
        keepSound(of: index)
        tellUnheard(index, EventFault(code: "ear_lost", detail: "Nobody hears \(caller) now: \(loss.detail)"))
        for place in callers[index].speeches.indices { breakOff(place, of: index) }
        settleInOrder()
    }

    /// There will be no other ear.
    mutating func earIsGone(_ caller: Identity, _ fault: EventFault) {
        guard let index = callerIndex(caller) else { return }
        callers[index].lostSound = nil
        for place in callers[index].speeches.indices {
            breakOff(place, of: index)
            stop(place, caller)
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

    /// A voice that lasts waits for the next ear to find it again (``takeUpSpeech(_:_:_:)``); if none does, it was
    /// cut off.
    private mutating func breakOff(_ place: Int, of index: Int) {
        var speech = callers[index].speeches[place]
        // Its id and its clock are those of the ear that is gone.
        guard speech.item != nil else { return }
        speech.item = nil
        if !speech.hasStopped {
            speech.wasCutOff = true
            speech.deadline = now.advanced(by: settings.floor.finalTranscriptTimeout)
            // What was final in the middle of a voice is not the end of it.
            speech.text = speech.final ?? speech.text
            speech.final = nil
        }
        callers[index].speeches[place] = speech
    }

    private mutating func keepSound(of index: Int) {
        let sound = callers[index].sound
        // A try that failed has heard nothing: what there is stays.
        guard !sound.isEmpty else { return }
        // With words that were said before others which are settled already, those would be heard again and answered
        // twice: of such, as much counts as was understood.
        let settledOnset = callers[index].settledOnset
        let waiting = callers[index].unsettled.filter {
            $0.isUnfound || $0.item != nil && $0.onset > settledOnset
        }
        let onset = min(waiting.map(\.onset).min() ?? sound.end, callers[index].untoldOnset ?? sound.end)
        callers[index].lostSound = LostSound(
            samples: sound.samples(in: max(sound.start, min(onset, sound.end))..<sound.end) ?? [],
            utterances: waiting.map(\.utterance), lostAt: now)
    }

    /// The next ear begins with what the one before left unsettled.
    mutating func earBecameReady(_ caller: Identity) {
        guard let index = callerIndex(caller) else { return }
        callers[index].stability.ready(at: now)
        callers[index].ear.becameReady()
        callers[index].ladder.stand(on: callers[index].ladder.server)
        if callers[index].isUnheard {
            callers[index].isUnheard = false
            publish(.participantHeard(caller, true))
        }
        guard let lost = callers[index].lostSound, let link = callers[index].ear.link else { return }
        callers[index].lostSound = nil
        let waiting = callers[index].speeches.map(\.utterance)
        guard !lost.samples.isEmpty, lost.lostAt.duration(to: now) <= LostSound.patience,
            lost.utterances.allSatisfy(waiting.contains)
        else { return }
        let isAnyOver = callers[index].speeches.contains {
            $0.hasStopped && lost.utterances.contains($0.utterance)
        }
        if isAnyOver { forget(lost.utterances, index) }
        hearAgain(lost.samples, index, on: link)
        awaitUnfound(of: index)
    }

    /// Words that are over are heard as if for the first time, and so is what was said after them. The floor goes on
    /// waiting for them: the new ear tells of them in a moment.
    private mutating func forget(_ utterances: [Conversation.UtteranceID], _ index: Int) {
        for place in callers[index].speeches.indices { stop(place, callers[index].identity) }
        for utterance in utterances { conversation.drop(utterance) }
        callers[index].speeches.removeAll { utterances.contains($0.utterance) }
    }

    mutating func hearAgain(_ samples: [Int16], _ index: Int, on link: LinkID) {
        guard !samples.isEmpty else { return }
        samples.withUnsafeBufferPointer { callers[index].sound.append($0, keeping: 0) }
        callers[index].noteHandedSound()
        emit(.append(link, samples))
    }

    /// Whoever hangs up has said what was understood so far. The others are told, and whom it was meant for
    /// answers; but nobody answers half a sentence, nor into an empty room.
    mutating func keepLastWords(of caller: Identity) {
        while let index = callerIndex(caller), let speech = callers[index].speeches.first {
            let words = (speech.final ?? speech.text).spokenWords
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
