import FloorControl

// An agent's words as they are generated, ahead of the sound: what `transcript.delta` tells of a turn. What of them
// was heard, the final transcript says.

extension Room {
    /// Tells what the turn that holds the floor has said since this was called last. A guess is silent until it is
    /// confirmed: nobody is to read what may never be said.
    mutating func tellNewWords() {
        guard let turn = live else { return }
        var news = ""
        for index in turn.items.indices {
            live?.items[index].takeNews(into: &news, isFirst: turn.toldWords == 0 && news.isEmpty)
        }
        guard !news.isEmpty else { return }
        live?.toldWords += 1
        publish(.transcriptDelta(turn.turn.agent, turn: turn.turn.id, text: news))
    }
}
