/// Talk to children and animals in the room: commands and errands that nobody gives an agent.
enum Household {
    /// What is told an animal in one word.
    static let commands: WordSet = [
        "sit", "stay", "heel", "fetch", "down", "off", "shoo", "scram", "drop", "leave", "roll", "paw", "beg",
        "here", "walkies",
        "sitz", "platz", "aus", "pfui", "komm", "bleib", "sientate", "quieto", "quieta", "abajo", "fuera",
        "assis", "couche",
    ]
    static let furniture: WordSet = [
        "sofa", "couch", "settee", "bed", "table", "counter", "worktop", "chair", "armchair", "fence", "wall",
        "roof", "tree",
        "stairs", "banister", "windowsill", "bench", "carpet", "rug", "mat", "road", "street", "gate",
        "ladder", "desk", "shelf",
        "mud", "puddle", "bin", "bath",
    ]
    /// What a child is sent to fetch, put on, wash, eat up or ask.
    static let childsOwn: WordSet = [
        "shoes", "shoe", "boots", "coat", "jacket", "jumper", "socks", "hat", "gloves", "mittens", "scarf",
        "pyjamas", "pajamas",
        "homework", "teeth", "hands", "face", "nose", "hair", "feet", "room", "toys", "bike", "schoolbag",
        "backpack", "lunchbox",
        "peas", "carrots", "greens", "vegetables", "veggies", "dinner", "tea", "supper", "lunch", "breakfast",
        "plate", "milk",
        "sister", "brother", "mother", "father", "mum", "mom", "dad", "nan", "gran", "grandma", "grandad",
        "seatbelt", "belt",
        "zapatos", "abrigo", "deberes", "dientes", "manos", "hermana", "hermano", "madre", "padre", "abuela",
        "chaussures", "manteau", "devoirs", "dents", "mains", "soeur", "frere", "mere", "pere",
        "schuhe", "jacke", "hausaufgaben", "zahne", "hande", "schwester", "bruder", "mutter", "vater",
    ]
    static let errands: WordSet = [
        "va", "vete", "ve", "geh",
        "put", "wash", "brush", "eat", "finish", "do", "tidy", "clean", "ask", "tell", "get", "fetch", "find",
        "pick", "wipe", "blow",
        "comb", "hold", "grab", "drink", "leave", "wait", "go", "mind", "lift", "take", "fasten", "zip",
        "tie", "help", "give", "hug",
        "ponte", "pon", "haz", "lavate", "cepillate", "come", "comete", "recoge", "pregunta", "preguntale",
        "busca", "coge",
        "mets", "fais", "brosse", "lave", "mange", "range", "demande", "cherche", "prends", "finis",
        "zieh", "mach", "putz", "wasch", "iss", "raum", "frag", "such", "hol", "nimm",
    ]
    /// How parents call themselves before children.
    static let parents: WordSet = [
        "mummy", "mommy", "mama", "daddy", "papa", "mami", "papi", "maman", "mutti",
    ]
    /// What errands and sending off begin with, and parents who speak of themselves.
    static let biddings = errands.union(parents).union([
        "get", "come", "climb", "jump", "keep", "hop", "go", "off", "down", "out", "away",
    ])
    /// Theirs, not the speaker's.
    static let yours: WordSet = [
        "your", "ta", "ton", "tes", "tu", "tus", "los", "las", "el", "dein", "deine", "deinen", "deiner",
        "dir", "die", "le", "les",
    ]
}

extension Clauses {
    /// "Get down off that fence", "put your shoes on", "go and ask your sister", "mummy's on the phone".
    var isToldChild: Bool {
        tokens.indices.contains { index in
            guard !isName[index], Household.biddings.contains(tokens[index].key) else { return false }
            return isRequestStart(at: index) && (isSentOff(at: index) || isErrand(at: index))
        }
    }

    /// A way down or out, and what one climbs and lies on.
    private func isSentOff(at start: Int) -> Bool {
        var index = start
        if `is`(index, "get", "come", "climb", "jump", "keep", "hop", "go") { index += 1 }
        guard `is`(index, "off", "down", "out", "away") else { return false }
        while `is`(index, "off", "down", "out", "away", "from", "of") { index += 1 }
        guard has(index, .determiner) else { return false }
        return Household.furniture.contains(word(index + 1)?.key)
            && (isBreak(before: index + 2) || !has(index + 2, [.auxiliary, .third3]))
    }

    private func isErrand(at verb: Int) -> Bool {
        guard Household.errands.contains(tokens[verb].key) else { return false }
        return (verb + 1..<min(verb + 6, tokens.count)).contains {
            Household.yours.contains(tokens[$0].key) && !isName[$0]
                && (`is`($0, "your") || language != .english)
                && Household.childsOwn.contains(word($0 + 1)?.key) && !isBreak(before: $0 + 1)
        }
    }
}
