// Reading a line against a phrase: strictly, from left to right.

extension Phrase {
    /// What stands in the blanks if `line` is this phrase, word for word; a full stop or a colon at its end may be
    /// missing.
    func match(_ line: some StringProtocol) -> [Blank]? {
        // What somebody says keeps its stop.
        let endsInText = pieces.last == .blank(.text)
        var rest = endsInText ? Substring(line) : Substring(line).withoutStop
        var blanks: [Blank] = []
        for (index, piece) in pieces.enumerated() {
            let isLast = index == pieces.endIndex - 1
            switch piece {
            case .words(let words):
                let words = isLast ? Substring(words).withoutStop : words[...]
                guard rest.hasPrefix(words) else { return nil }
                rest.removeFirst(words.count)
            case .blank(let kind):
                let next = isLast ? nil : pieces[index + 1].words
                guard let blank = kind.take(from: &rest, before: next) else { return nil }
                blanks.append(blank)
            }
        }
        return rest.isEmpty ? blanks : nil
    }
}

extension Phrase.Piece {
    fileprivate var words: Substring? {
        switch self {
        case .words(let words): Substring(words).withoutStop
        case .blank: nil
        }
    }
}

extension Phrase.Kind {
    fileprivate func take(from rest: inout Substring, before words: Substring?) -> Blank? {
        switch self {
        case .agent, .caller:
            let name = rest.take { $0.isLetter || $0.isNumber || $0 == "-" }
            return name.first?.isUppercase == true ? .name(String(name)) : nil
        case .agents, .callers:
            let names = rest.take(upTo: words).names
            return !names.isEmpty && names.allSatisfy(\.isName) ? .names(names) : nil
        case .list:
            let names = rest.take(upTo: words).names
            return names.isEmpty || names.contains(where: \.isEmpty) ? nil : .names(names)
        case .time: return rest.takeTime().map(Blank.time)
        case .number: return Int(rest.take { $0.isNumber }).map(Blank.number)
        case .word:
            let word = rest.take { $0.isLetter || $0.isNumber || "_-".contains($0) }
            return word.isEmpty ? nil : .word(String(word))
        case .quote: return rest.takeQuote().map(Blank.quote)
        case .text: return .text(String(rest.take(upTo: words)))
        }
    }
}

extension Substring {
    var withoutStop: Substring { last == "." || last == ":" ? dropLast() : self }

    fileprivate mutating func take(while condition: (Character) -> Bool) -> Substring {
        let taken = prefix(while: condition)
        removeFirst(taken.count)
        return taken
    }

    fileprivate mutating func take(upTo words: Substring?) -> Substring {
        guard let words, !words.isEmpty else {
            defer { self = "" }
            return self
        }
        var end = startIndex
        while end < endIndex, !self[end...].hasPrefix(words) { end = index(after: end) }
        defer { self = self[end...] }
        return self[..<end]
    }

    fileprivate mutating func takeQuote() -> String? {
        let closing: Character? = first == "\"" ? "\"" : first == "“" ? "”" : nil
        guard let closing, let end = dropFirst().firstIndex(of: closing) else { return nil }
        let quote = self[index(after: startIndex)..<end]
        self = self[index(after: end)...]
        return String(quote)
    }

    fileprivate mutating func takeTime() -> Duration? {
        let whole = take { $0.isNumber }
        guard let seconds = Int(whole), seconds < 1_000_000 else { return nil }
        var thousandths = 0
        if first == ".", dropFirst().first?.isNumber == true {
            removeFirst()
            let decimals = take { $0.isNumber }
            guard decimals.count <= 3, let value = Int(decimals) else { return nil }
            thousandths = value * [1_000, 100, 10, 1][decimals.count]
        }
        for (unit, scale) in [(" ms", 1), (" min", 60_000), (" s", 1_000)] where hasPrefix(unit) {
            removeFirst(unit.count)
            return .milliseconds(seconds * scale + thousandths * scale / 1_000)
        }
        return nil
    }

    /// `A, B and C`.
    fileprivate var names: [String] {
        var names: [String] = []
        var rest = self
        while !rest.isEmpty {
            var name = rest.take(upTo: ", ")
            if rest.isEmpty {
                let last = name.take(upTo: " and ")
                names.append(String(last))
                if !name.isEmpty { names.append(String(name.dropFirst(5))) }
            } else {
                names.append(String(name))
                rest.removeFirst(2)
            }
        }
        return names
    }
}

extension String {
    fileprivate var isName: Bool {
        first?.isUppercase == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}
