/// Clefts that tell what has been.
extension Clauses {
    /// "It's Chen who told me", "was it Chen or Kwame who came", "c'est Chen qui me l'a dit": the cleft tells what has been.
    func isClefted(_ name: Range<Int>) -> Bool {
        var (first, last) = (name.lowerBound - 1, name.upperBound)
        while first > 0, isName[first] || `is`(first, "or", "and", "not", "either") { first -= 1 }
        while last < tokens.count, isName[last] || `is`(last, "or", "and", "not") { last += 1 }
        guard `is`(last, "who", "qui", "quien"),
            `is`(first, "'s", "is", "was", "isnt", "wasnt", "est", "es", "fue")
                || `is`(first, "it") && `is`(first - 1, "is", "was", "isnt", "wasnt")
        else { return false }
        return (last + 1..<min(last + 5, tokens.count)).contains {
            has($0, .past) && !has($0, $0 == last + 1 ? [.base, .modal] : [.base, .modal, .adjective])
                && !`is`($0 - 1, "i", "we")
        }
    }
}
