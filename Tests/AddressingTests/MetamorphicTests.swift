import Addressing
import TestMaterial
import Testing

/// Changes of a sentence that leave it meant for whom it was meant: whatever was routed before must be routed alike.
@Suite struct MetamorphicTests {
    private static let sentences = [
        "Lina, what is on for Friday?", "can vega put something calmer on", "let's hear from Bruno",
        "Otto, not you, I meant Lina.", "What would Bruno do with the leftovers?", "ask otto and then lina",
        "I talked to Vega about the concert.", "Bruno's soup was better than yours.",
        "how long does that take", "What do you all think?", "the engine makes a grinding noise",
        "which songs are new on that list", "Do I need new tires for the winter?",
        "we could cook something warm",
        "lina could you move my dentist", "Is the oven hot enough, Bruno?",
        "could you move my dentist lina", "is the oven hot enough bruno",
    ]

    private static let openings = [
        "um", "so", "okay so", "well", "you know", "by the way", "before i forget", "to be honest",
        "out of curiosity", "one more thing", "quick question", "while i think of it", "good to know",
        "i see",
        "that's helpful", "the thing is",
    ]

    private static let closings = [
        "if you don't mind", "when you get a sec", "real quick", "if that's okay", "in a nutshell", "no rush",
        "take your time", "thanks so much", "by any chance",
    ]

    private func outcome(_ text: String) -> [String] {
        let route = Roster.home.route(Utterance(text: text, floor: "Vega"))
        return route.kind == .all ? ["all"] : route.to
    }

    @Test(arguments: openings) func `what is said before a sentence changes nothing`(opening: String) {
        for sentence in Self.sentences {
            let isWritten = sentence.first?.isUppercase ?? false
            let changed =
                isWritten
                ? opening.prefix(1).uppercased() + opening.dropFirst() + ", " + sentence
                : opening + " " + sentence
            #expect(outcome(changed) == outcome(sentence), "\(changed)")
        }
    }

    /// Of those whom anybody can be called by, and of everyday words.
    @Test(arguments: ["Lina", "Scout", "Nova", "Atlas", "Hope", "Frost", "Zorbin"])
    func `a name may be written small where it is called`(name: String) {
        let roster = Roster([Candidate(id: name, name: name), Candidate(id: "Quill", name: "Quill")])
        let frames = [
            "Hey @, what does it cost?", "Hey @ what do you think?", "Hi @. Can you hear me?",
            "Good morning @, shall we begin?", "@, what do you think?", "What do you think, @?",
            "Okay, @, what does it cost?",
        ]
        for frame in frames {
            for spelling in [name, name.lowercased()] {
                let text = frame.replacing("@", with: spelling)
                #expect(roster.route(Utterance(text: text, floor: "Quill")).to == [name], "\(text)")
            }
        }
    }

    @Test(arguments: closings) func `what is said behind a sentence changes nothing`(closing: String) {
        for sentence in Self.sentences {
            let end = sentence.last.map { "?.".contains($0) } ?? false
            let changed =
                end ? sentence.dropLast() + ", " + closing + sentence.suffix(1) : sentence + " " + closing
            #expect(outcome(String(changed)) == outcome(sentence), "\(changed)")
        }
    }

    @Test(arguments: UInt64(0)..<8) func `a stumble changes nothing`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let stumbledOver: Set<String> = [
            "what", "how", "can", "is", "the", "a", "i", "do", "does", "could", "with", "my",
        ]
        for sentence in Self.sentences {
            var words = sentence.split(separator: " ").map(String.init)
            let places = words.indices.filter { stumbledOver.contains(words[$0].lowercased()) }
            guard let place = places.randomElement(using: &random) else { continue }
            words.insert(words[place], at: place)
            let changed = words.joined(separator: " ")
            #expect(outcome(changed) == outcome(sentence), "seed \(seed): \(changed)")
        }
    }

    @Test(arguments: [
        "you know", "i see", "by the way", "to be honest", "no rush", "um", "uh huh", "i see, i see",
        "ah, ya veo",
    ]) func `an aside alone stays what it is`(text: String) {
        let route = Roster.home.route(Utterance(text: text, floor: "Vega", speaking: "Vega"))
        #expect(route.kind == .backchannel || route.kind == .stay, "\(text): \(route.why)")
    }

    @Test(arguments: [
        "People say it's hard.", "people say it is hard", "folks think the engine is fine",
        "guys like it loud",
    ])
    func `people in general are not everybody in the room`(text: String) {
        #expect(Roster.home.route(Utterance(text: text, floor: "Vega")).kind != .all, "\(text)")
    }

    @Test func `two names alike in kind are treated alike`() {
        let other = Roster(
            Roster.home.agents.map {
                let name =
                    ["Vega": "Kwame", "Otto": "Zora", "Lina": "Anneke", "Bruno": "Tobias"][$0.id] ?? $0.id
                return Candidate(id: $0.id, name: name, aliases: $0.aliases, domains: $0.domains)
            })
        for sentence in Self.sentences {
            var changed = sentence
            for (old, new) in [("Vega", "Kwame"), ("Otto", "Zora"), ("Lina", "Anneke"), ("Bruno", "Tobias")] {
                changed = changed.replacing(old, with: new).replacing(
                    old.lowercased(), with: new.lowercased())
            }
            let route = other.route(Utterance(text: changed, floor: "Vega"))
            #expect((route.kind == .all ? ["all"] : route.to) == outcome(sentence), "\(changed)")
        }
    }
}
