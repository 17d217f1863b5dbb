/// Who of several is to speak first.
package enum SpeakingOrder {
    package static let first = Pattern.table(
        """
        first word|turn|go|answer goes|is|to|for|belongs to|for? you? @
        @ before you|him|her|them|that|anybody|anyone|everybody|everyone
        @ to|should|can|could|will|may|must|gets|you? comes|come|coming|go|goes|going|speak|speaks|speaking|answer|answers|start|starts|talks|talk to? ahead|before|prior|in of|to|front? of? him|her|them|you|that|everyone|everybody|anyone|&
        @ had|'d|has|ought|wants|needs better|best|to? come|go|speak|answer|start|talk ahead|before|prior|in of|to|front? of? him|her|them|you|that|everyone|everybody|anyone|&
        @ precedes|preceding|trumps|outranks
        @ kommt|spricht|antwortet|redet|ist|darf vor ihm|ihr|ihnen|dir|&
        @ habla|responde|contesta|va|empieza antes de|que? el|ella|ellos|ti|&
        @ parle|repond|passe|commence avant lui|elle|eux|toi|&
        first|zuerst|primero|abord comes|up|is|let? @
        but|though|only before that|this|then|him|her|them @
        pero|aber|mais antes|primero|vorher|davor|zuerst|avant noch|a? @
        begin|start|beginning|starting|empezando|empieza|empezamos|commence|commencez|commencons|fang|fangt|beginne|beginnt with|por|con|par|avec|mit|an @
        """)

    /// To speak first or last, behind a name and words of taking a turn.
    package static let opening: WordSet = [
        "first", "beforehand", "zuerst", "primero", "premier", "abord", "start", "starts", "begin", "begins",
        "open", "opens", "kick", "kicks", "empieza", "empiece", "abre", "commence", "ouvre", "beginnt",
        "fangt",
        "anfangen", "beginnen", "erst",
    ]
    static let closing: WordSet = [
        "last", "afterwards", "finishes", "end", "ends", "close", "closes", "conclude", "concludes",
        "wrap", "wraps", "termina", "cierra", "termine", "conclut", "schliesst",
    ]

    /// Behind all who have a number.
    package static let end = 9

    static let last = Pattern.table(
        """
        before you? @ <base>
        last word|turn|go|answer goes|is|to|for|belongs to|for? you? @
        before you @ $
        before @ says|speaks|answers|goes|starts|does|gets|tells|explains
        before @ $
        end|ending|finish|close|conclude|closing with|on @
        @ at the end
        @ after that|him|her|them
        finally @
        antes de|que? @
        avant @
        vor @
        bevor @
        """)

    /// `after @ answers`: somebody else is to follow.
    package static let after = Pattern.table(
        """
        after|once @ is|has|tells|says|speaks|answers|goes|finishes|explains|gives|does|talks|responds|starts|shares
        after|once @ 's <past>
        only after|once @
        ^ after|following|behind @ i|we|you|let|can|could|please|then|comes|is|it
        ^ after|following @ $
        when @ 's|is|has finished|done <gerund>
        once|after|until|till @ 's|is|has|have finished|done|through|gone
        once|after|until|till @ 's|has|have <speech>
        as soon as @ 's|is|has finished|done|had|spoken|answered|said|through|gone
        speaks|speak|answers|answer|goes|go|comes|come|follows|follow|following after|behind? @
        you 're|are on|up|next? after|behind|following @
        not before|until|till @
        turn|chance|go|say|slot|time comes? after|behind @
        you|and|then|to|please|can|could|should speak|go|answer|reply|start|come|talk|follow|in|next? after|behind @
        """)

    /// `before @ answers`: somebody else is to precede.
    package static let before = Pattern.table(
        """
        before @ says|speaks|answers|goes|starts|gets|tells|explains|does|responds
        goes|go|comes|come|speaks|speak|answers|answer|talks|talk ahead|before|prior of|to? @ $
        kommt|spricht|antwortet|redet|darf vor @ dran?
        habla|responde|contesta|va|empieza antes de|que @
        parle|repond|passe|commence avant @
        """)
}

extension Clauses {
    /// Where the one spoken to is put without a name: "you go first and then Chen", "Chen and then you".
    package var placeOfYou: (word: Int, place: Int)? {
        for index in tokens.indices
        where tokens[index].key == "you" && !isName[index] && (index == 0 || !isName[index - 1]) {
            let verb = `is`(index + 1, "go", "speak", "answer", "start", "begin") ? index + 1 : index
            if isClauseStart(at: index), `is`(verb + 1, "first") || `is`(verb, "start", "begin"),
                !(verb + 2 < tokens.count && isName[verb + 2])
            {
                return (index, 0)
            }
            let before = `is`(index - 1, "'s", "is") && `is`(index - 2, "it") ? index - 3 : index - 1
            if has(before, .sequence), isClauseEnd(at: index + 1),
                index + 1 >= tokens.count || !isName[index + 1]
            {
                return (index, SpeakingOrder.end)
            }
        }
        return nil
    }

    /// Where in the order a name is put: 0 is first, ``SpeakingOrder/end`` last, and 1 what nothing is said of.
    package func speakingPlace(of name: Range<Int>) -> Int {
        if first(of: SpeakingOrder.first, around: name) != nil { return 0 }
        return ordinal(behind: name)
            ?? (first(of: SpeakingOrder.last, around: name) != nil ? SpeakingOrder.end : 1)
    }

    /// "Chen first", "Chen's view last", "Chen should answer that second".
    package func ordinal(behind name: Range<Int>) -> Int? {
        for index in name.upperBound..<min(name.upperBound + 6, tokens.count) where !isName[index] {
            if isBreak(before: index), !has(index, .second) { return nil }
            if let place = ordinal(at: index) { return place }
            let isOfTurn =
                has(
                    index,
                    [.taking, .speech, .modal, .auxiliary, .second, .softener, .adverb, .object, .view])
                || has(index, [.third, .determiner])
                || `is`(
                    index, "'s", "be", "to", "d", "en", "go", "goes", "comes", "gets", "needs", "wants", "up",
                    "straight", "right", "directly", "immediately", "shortly")
            guard isOfTurn else { return nil }
        }
        return nil
    }

    private func ordinal(at index: Int) -> Int? {
        let next = index + 1
        // "Straight after", "after that".
        if `is`(index, "after") {
            return isClauseEnd(at: next) || `is`(next, "that") ? SpeakingOrder.end : nil
        }
        let isVerb = has(index, [.base, .third3]) && !`is`(index, "second", "last")
        guard
            isClauseEnd(at: next) || isName[next] || `is`(next, "up", "off", "us", "things", "an")
                || Speaking.turns.contains(tokens[next].key)
                || !isVerb
                    && has(
                        next, [.conjunction, .sequence, .pronoun, .wh, .preposition, .auxiliary, .discourse])
        else { return nil }
        let key = tokens[index].key
        if SpeakingOrder.opening.contains(key) { return 0 }
        if SpeakingOrder.closing.contains(key) { return SpeakingOrder.end }
        return `is`(index, "second") ? 2 : `is`(index, "third") ? 3 : nil
    }
}
