// The words in parentheses behind what somebody says, with commas between them.

extension Play.Delivery {
    static let phrases: [Phrase<Self>] = [
        Phrase("{time}") {
            .lasts($0.time(0))
        } write: {
            if case .lasts(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("talking on") { _ in
            .talksOn
        } write: {
            $0 == .talksOn ? [] : nil
        },
        Phrase("understood as {quote}") {
            .understoodAs($0.quote(0))
        } write: {
            if case .understoodAs(let words) = $0 { [.quote(words)] } else { nil }
        },
        Phrase("understood {time} later") {
            .understoodAfter($0.time(0))
        } write: {
            if case .understoodAfter(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("understood before the voice has stopped") { _ in
            .understoodEarly
        } write: {
            $0 == .understoodEarly ? [] : nil
        },
        Phrase("never understood to the end") { _ in
            .neverUnderstood
        } write: {
            $0 == .neverUnderstood ? [] : nil
        },
        Phrase("given up {time} later") {
            .unintelligible($0.time(0))
        } write: {
            if case .unintelligible(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("no word understood before the end") { _ in
            .noPartials
        } write: {
            $0 == .noPartials ? [] : nil
        },
    ]
}

extension Play.Manner {
    static let phrases: [Phrase<Self>] =
        pace
        + faults.map { words, fault in
            Phrase(words) { _ in
                .fault(fault)
            } write: {
                $0 == .fault(fault) ? [] : nil
            }
        }
        + timedFaults.map { words, fault in
            Phrase("\(words) {time}") {
                .fault(fault($0.time(0)))
            } write: {
                guard case .fault(let found) = $0, let time = found.time, found == fault(time) else {
                    return nil
                }
                return [.time(time)]
            }
        }

    private static let pace: [Phrase<Self>] = [
        Phrase("{time}") {
            .lasts($0.time(0))
        } write: {
            if case .lasts(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("thinking for {time}") {
            .thinks($0.time(0))
        } write: {
            if case .thinks(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("beginning after {time}") {
            .begins($0.time(0))
        } write: {
            if case .begins(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("at {number} times the speed of speech") {
            $0.number(0) > 0 ? .speed($0.number(0)) : nil
        } write: {
            if case .speed(let speed) = $0 { [.number(speed)] } else { nil }
        },
        Phrase("in pieces of {time}") {
            $0.time(0) > .zero ? .pieces($0.time(0)) : nil
        } write: {
            if case .pieces(let time) = $0 { [.time(time)] } else { nil }
        },
        Phrase("then asks for {quote} because {quote}") {
            .asksFor($0.quote(0), $0.quote(1))
        } write: {
            if case .asksFor(let name, let reason) = $0 { [.quote(name), .quote(reason)] } else { nil }
        },
        Phrase("then calls {word} with {quote}") {
            .calls($0.word(0), $0.quote(1))
        } write: {
            if case .calls(let tool, let arguments) = $0 { [.word(tool), .quote(arguments)] } else { nil }
        },
    ]

    private static let faults: [(String, Script.Fault)] = [
        ("running out of tokens", .runsOutOfTokens),
        ("going on after the end", .speaksAfterDone),
        ("announcing everything twice", .repeatsItself),
        ("deaf to a cancel", .ignoresCancel),
        ("in two parts", .twoItems),
        ("in two parts at once", .twoItemsInterleaved),
        ("forgetting what it answers", .forgetsMetadata),
        ("refused", .refuses),
    ]

    private static let timedFaults: [(String, @Sendable (Duration) -> Script.Fault)] = [
        ("the session drops at", { .drops(at: $0) }),
        ("the session expires at", { .expires(at: $0) }),
        ("the session falls silent at", { .fallsSilent(at: $0) }),
        ("failing at", { .fails(at: $0) }),
    ]
}

extension Script.Fault {
    fileprivate var time: Duration? {
        switch self {
        case .drops(let at), .expires(let at), .fallsSilent(let at), .fails(let at): at
        case .runsOutOfTokens, .speaksAfterDone, .repeatsItself, .ignoresCancel, .twoItems,
            .twoItemsInterleaved, .forgetsMetadata, .refuses, .isBusy:
            nil
        }
    }
}
