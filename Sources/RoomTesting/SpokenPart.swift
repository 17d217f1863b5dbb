/// What one item of a response says in all.
struct SpokenPart {
    let words: Int
    let samples: Int
    /// Another item's sound stands between: what was heard of it cannot be told from the turn's.
    let isInterleaved: Bool
}
