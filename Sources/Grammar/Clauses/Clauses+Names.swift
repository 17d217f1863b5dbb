/// Words that belong to a name, or hide one.
extension Clauses {
    /// From here on no rule takes these words for anything else.
    package mutating func markName(_ words: Range<Int>) {
        for index in words { isName[index] = true }
    }

    /// "Svenjas Idee", "scouts idea": German and recognisers write the genitive without its apostrophe.
    package mutating func splitGenitives(isName: (String) -> Bool) {
        for index in tokens.indices.reversed()
        where tokens[index].entry == nil && tokens[index].text.hasSuffix("s") {
            let text = tokens[index].text
            let name = String(text.dropLast())
            // "Iriss" is Iris misheard: after an s nobody adds a bare one.
            guard name.utf8.count > 2, !name.hasSuffix("s"), !isName(text), isName(name) else { continue }
            tokens[index].text = name
            var clitic = Token(text: "'s", before: .none, isCapitalized: false)
            clitic.entry = Lexicon.shared[clitic.key]
            clitic.tags = clitic.entry?[.english] ?? []
            tokens.insert(clitic, at: index + 1)
            self.isName.append(false)
        }
    }

    /// `x ray`, `t bone`: the second half of a compound.
    package func isLettered(_ index: Int) -> Bool {
        guard let letter = word(index - 1)?.text, !isBreak(before: index) else { return false }
        return letter.utf8.count == 1 && Lexicon.shared[letter] == nil
    }

    /// "Der Gus soll das machen", "que lo haga la Begoña": German and Spanish put an article to a name as well, unless the name
    /// is a noun of theirs.
    package func hasFamiliarArticle(before index: Int) -> Bool {
        guard !isBreak(before: index), tokens[index].entry?[language] ?? [] == [] else { return false }
        return switch language {
        case .german: `is`(index - 1, "der", "die", "den", "dem")
        case .spanish: `is`(index - 1, "el", "la") && !CommonWords.contain(tokens[index].text)
        case .english, .french: false
        }
    }

    /// Where the name at `index` begins with the title before it: `doctor`, `the professor`. `I miss` is none.
    package func titleStart(before index: Int) -> Int {
        let title = index - 1
        guard has(title, .title), !isBreak(before: index), !has(title - 1, [.first, .second, .negation])
        else { return index }
        return isArticle(title - 1) && !isBreak(before: title) ? title - 1 : title
    }
}
