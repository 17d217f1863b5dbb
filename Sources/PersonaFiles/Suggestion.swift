/// The known word that `word` was probably meant to be; `nil` when none is close.
func suggestion(for word: String, among known: [String]) -> String? {
    let word = word.lowercased()
    let distances = known.map { (known: $0, distance: editDistance(word, $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.known.count / 3) ? best.known : nil
}

/// How many letters must be changed, added, dropped or swapped with their neighbour (optimal string
/// alignment).
func editDistance(_ from: String, _ to: String) -> Int {
    let a = Array(from.unicodeScalars)
    let b = Array(to.unicodeScalars)
    var rows = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in a.indices {
        for j in b.indices {
            var least = min(rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
            rows[i + 1][j + 1] = least
        }
    }
    return rows[a.count][b.count]
}
