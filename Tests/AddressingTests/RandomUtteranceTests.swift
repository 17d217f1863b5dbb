import Addressing
import TestMaterial
import Testing

/// What holds for every utterance, sense or nonsense.
@Suite struct RandomUtteranceTests {
    @Test(arguments: UInt64(0)..<60) func `any text gets a defined route`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        for _ in 0..<40 {
            let utterance = random.utterance()
            let route = Roster.home.route(utterance)
            let ids = Set(Roster.home.agents.map(\.id))
            let note = "seed \(seed): \(utterance) → \(route)"
            #expect(Set(route.to).isSubset(of: ids) && Set(route.to).count == route.to.count, "\(note)")
            #expect(!route.why.isEmpty)
            #expect(route == Roster.home.route(utterance), "not deterministic, \(note)")
            switch route.kind {
            case .stay:
                #expect(route.to == (utterance.floor ?? utterance.speaking).map { [$0] } ?? [], "\(note)")
            case .none, .stop, .backchannel: #expect(route.to.isEmpty, "\(note)")
            case .address, .domain, .all: #expect(!route.to.isEmpty, "\(note)")
            }
            if case .agent(let id) = utterance.speaker { #expect(!route.to.contains(id), "\(note)") }
            _ = Roster.home.judge(partial: utterance.text, speaking: "Otto")
            _ = Roster.home.agent(named: utterance.text)
        }
    }

    /// Before, sixty kilobytes of typing took a service's only thread for seconds.
    @Test func `of a text as long as a book the ends are read, and it takes no longer than a page`() {
        let page = String(repeating: "the rain falls on the roof and we go on. ", count: 40)
        let book = String(repeating: page, count: 36)
        let clock = ContinuousClock()
        func route(_ text: String) -> Route { Roster.home.route(Utterance(text: text, floor: "Otto")) }
        _ = route(page)
        let short = clock.measure { for _ in 0..<3 { _ = route(page) } }
        let long = clock.measure { for _ in 0..<3 { _ = route(book) } }
        #expect(long < short * 12 + .milliseconds(50), "a book of 36 pages \(long), a page \(short)")
        #expect(route("Lina, " + book).to == ["Lina"])
        #expect(route(book + " What do you think, Lina?").to == ["Lina"])
    }

    @Test(arguments: UInt64(0)..<40) func `any roster is accepted`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let agents = (0..<Int.random(in: 0...6, using: &random)).map { index in
            Candidate(id: "\(index)", name: random.text(), aliases: [random.text()], domains: [random.text()])
        }
        let roster = Roster(agents)
        _ = roster.confusable
        for _ in 0..<20 {
            let route = roster.route(
                Utterance(
                    text: random.text() + " " + (agents.randomElement(using: &random)?.name ?? ""), floor: "0"
                ))
            #expect(route.kind == .stay || Set(route.to).isSubset(of: Set(agents.map(\.id))), "seed \(seed)")
        }
    }
}

extension SplitMix64 {
    private static let words = [
        "otto", "Otto,", "vega", "Bruno's", "lina", "and", "not", "ask", "let", "the", "chef", "i", "meant",
        "stop", "hold on", "everyone",
        "what", "do", "you", "think", "about", "'s", "'", "’", "...", "¿", "?", "no", "sorry", "before",
        "first", "mhm", "é", "qu'", "👩‍🚀", "हिन्दी",
        "漢字", "\u{301}", "\u{0}", "\u{FFFF}", "ß", "İ", "ǅ", "a'b'c", "-", "—", "will", "mom", "Mom,",
        "you said", "all of you",
    ]

    mutating func text() -> String {
        let count = Int.random(in: 0...14, using: &self)
        var text = ""
        for _ in 0..<count {
            if Int.random(in: 0..<8, using: &self) == 0 {
                let value = UInt32.random(in: 1...0x10FFFF, using: &self)
                text.unicodeScalars.append(Unicode.Scalar(value) ?? "x")
            } else {
                text += Self.words.randomElement(using: &self) ?? ""
            }
            if Bool.random(using: &self) { text += " " }
        }
        return text
    }

    mutating func utterance() -> Utterance {
        let names: [String?] = [nil, "Vega", "Otto", "Lina", "Bruno"]
        let speaker = names.randomElement(using: &self) ?? nil
        let floor = speaker ?? names.randomElement(using: &self) ?? nil
        let isSpeaking = speaker == nil && Bool.random(using: &self)
        return Utterance(
            text: text(), speaker: speaker.map { .agent($0) } ?? .caller, floor: floor,
            speaking: isSpeaking ? floor : nil)
    }
}
