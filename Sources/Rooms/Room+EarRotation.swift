import Addressing
import Audio
import FloorControl
import Realtime

// An ear gives way to another one. Of a voice that lasts nobody notices: the new ear hears it from its beginning,
// and tells on. Words of a voice that has stopped are not waited for any longer.

extension Room {
    mutating func succeed(earOf caller: Identity, _ successor: Successor) {
        guard let index = callerIndex(caller) else { return }
        let replay = unsettledSound(of: callers[index])
        dropClip(of: index)
        for place in callers[index].speeches.indices { giveUpEar(ofSpeech: place, index) }
        callers[index].beginEar(term: successor.term, at: now)
        callers[index].ear = .ready(successor.link, successor.life, .none)
        callers[index].stability.ready(at: now)
        callers[index].ladder.stand(on: successor.server)
        hearAgain(replay, index, on: successor.link)
        settleInOrder()
    }

    private mutating func giveUpEar(ofSpeech place: Int, _ caller: Int) {
        callers[caller].speeches[place].item = nil
        let speech = callers[caller].speeches[place]
        if speech.hasStopped {
            // What failed counts as far as it had come.
            callers[caller].speeches[place].final = speech.final ?? speech.text
        } else {
            callers[caller].speeches[place].deadline = now.advanced(
                by: settings.floor.finalTranscriptTimeout)
        }
    }

    /// What the new ear is to hear: a voice that nobody knows the words of, from its beginning where that is kept;
    /// in silence what is too short to hold the end of words that are settled. A word may have begun that nobody
    /// told of yet.
    private func unsettledSound(of seat: CallerSeat) -> [Int16] {
        let recent = SampleRate.hz24000.samples(in: min(.milliseconds(400), settings.earSilence * 4 / 5))
        let sound = seat.sound
        var start = sound.end - recent
        if let speech = seat.speeches.last, speech.onset > seat.settledOnset,
            !speech.hasStopped || (speech.final ?? speech.text).spokenWords.isEmpty
        {
            start = min(start, speech.onset)
        }
        return sound.samples(in: min(sound.end, max(sound.start, start))..<sound.end) ?? []
    }

    /// A voice that outlasted its ear has been found again by the next one.
    ///
    /// - Returns: Whether this is one.
    mutating func takeUpSpeech(_ item: ItemID, _ audioStart: Duration, _ caller: Identity) -> Bool {
        guard let index = callerIndex(caller),
            let place = callers[index].speeches.firstIndex(where: { $0.item == nil && !$0.hasStopped })
        else { return false }
        callers[index].speeches[place].item = item
        callers[index].speeches[place].wasCutOff = false
        callers[index].speeches[place].onset = SampleRate.hz24000.samples(in: audioStart)
        // It is told from its beginning, once more.
        callers[index].speeches[place].text = ""
        callers[index].speeches[place].deadline = now.advanced(by: settings.longestBreath)
        beginClip(of: caller, callers[index].speeches[place].utterance, at: audioStart)
        return true
    }
}
