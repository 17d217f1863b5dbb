import Addressing
import Audio
import FloorControl
import Realtime

// A voice outlasted its ear, and the next one, which was handed the sound, did not tell of it in time: what was
// understood so far counted. If the ear tells of it after all, that is no other utterance: what counted already is
// neither said nor answered twice, and what it adds is not lost.

/// A voice that was settled although the present ear was handed its sound.
struct Unfound: Sendable {
    /// What counted.
    let words: String
    /// Where the sound ends that was handed over, on the ear's clock: the voice had begun by then.
    let end: Int
}

extension Room {
    /// The ear that was just handed the sound of voices which last is given time to find them.
    mutating func awaitUnfound(of index: Int) {
        for place in callers[index].speeches.indices where callers[index].speeches[place].isUnfound {
            callers[index].speeches[place].deadline = now.advanced(by: settings.floor.finalTranscriptTimeout)
        }
    }

    /// Call before a voice is settled that is overdue.
    mutating func noteUnfound(_ speech: CallerSeat.Speech, _ index: Int) {
        let words = speech.text.spokenWords
        guard speech.isUnfound, callers[index].handedEnd > 0, !words.isEmpty else { return }
        callers[index].unfound = Unfound(words: words, end: callers[index].handedEnd)
    }

    /// An ear tells of voices in their order: whatever it tells of first is the one, or comes after it.
    ///
    /// - Returns: Which of its words count already; none if it is another one.
    mutating func takeUnfound(_ audioStart: Duration, _ index: Int) -> String {
        guard let unfound = callers[index].unfound else { return "" }
        callers[index].unfound = nil
        return SampleRate.hz24000.samples(in: audioStart) < unfound.end ? unfound.words : ""
    }
}

extension CallerSeat {
    /// An ear that has heard so much more of the line has told of the voices before it, if there were any. 5 s at 24 kHz: as
    /// long as an ear is believed to lag behind.
    private static let longestLag = 5 * 24_000

    /// Where sound begins that the present ear was handed and may yet tell of.
    var untoldOnset: Int? { sound.end - handedEnd > Self.longestLag ? nil : untold }

    /// The ear has told of a voice from its beginning to its end.
    mutating func noteTold(until end: Int?) {
        untold = if let end, untold != nil, end < handedEnd { end } else { nil }
    }

    /// The present ear was given the sound of the one before, and nothing else yet.
    mutating func noteHandedSound() {
        handedEnd = sound.end
        untold = 0
        for place in speeches.indices where speeches[place].isUnfound { speeches[place].onset = 0 }
    }
}

extension CallerSeat.Speech {
    /// It lasts, and the ear that reported it is gone.
    var isUnfound: Bool { item == nil && !hasStopped }

    /// What of `words` does not count already; all of them where this ear understood the beginning otherwise.
    func news(in words: String) -> String {
        func isSpoken(_ character: Character) -> Bool { character.isLetter || character.isNumber }
        var rest = words[...]
        for character in settledWords where isSpoken(character) {
            rest = rest.drop { !isSpoken($0) }
            guard let next = rest.popFirst() else { return "" }
            guard next.lowercased() == character.lowercased() else { return words }
        }
        // In the middle of a word: it was another one.
        guard settledWords.isEmpty || rest.first.map(isSpoken) != true else { return words }
        return settledWords.isEmpty ? words : String(rest.drop { !isSpoken($0) })
    }
}
