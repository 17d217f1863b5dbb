import Addressing
import Testing

/// A room of the tests and one line said in it, written so that a table of them reads like a script.
///
/// `floor | text | outcome`. The floor may be `-` for nobody and carry `!` when that agent is speaking right now.
/// The outcome is a list of names in speaking order, `domain Name`, or one of `stay all stop backchannel none`.
struct Scene: CustomStringConvertible, Sendable {
    let floor: String?
    let isSpeaking: Bool
    let text: String
    let outcome: String

    init(_ line: String) {
        let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }.map { part in
            String(part.reversed().drop { $0 == " " }.reversed())
        }
        precondition(parts.count == 3, "a scene has three parts: \(line)")
        isSpeaking = parts[0].hasSuffix("!")
        let holder = isSpeaking ? String(parts[0].dropLast()) : parts[0]
        floor = holder == "-" ? nil : holder
        text = parts[1]
        outcome = parts[2]
    }

    static func table(_ lines: String) -> [Scene] { lines.split(separator: "\n").map { Scene(String($0)) } }

    var description: String { "\(floor ?? "-")\(isSpeaking ? "!" : ""): \(text)" }

    func route(in roster: Roster, by speaker: Speaker = .caller) -> Route {
        roster.route(
            Utterance(text: text, speaker: speaker, floor: floor, speaking: isSpeaking ? floor : nil))
    }

    /// What the room would do, in the words of the table.
    static func outcome(of route: Route) -> String {
        switch route.kind {
        case .address: route.to.joined(separator: ", ")
        case .domain: "domain " + route.to.joined(separator: ", ")
        case .stay, .all, .stop, .backchannel, .none: route.kind.rawValue
        }
    }

    func check(in roster: Roster, by speaker: Speaker = .caller, source: SourceLocation = #_sourceLocation) {
        let route = route(in: roster, by: speaker)
        var found = Self.outcome(of: route)
        if found == floor, outcome == "stay" { found = "stay" }
        #expect(found == outcome, "\(self) — \(route.why)", sourceLocation: source)
    }
}

extension Roster {
    private static func agent(_ name: String, _ aliases: String, _ domains: String) -> Candidate {
        func list(_ text: String) -> [String] {
            text.split(separator: ",").map { String($0.drop { $0 == " " }) }
        }
        return Candidate(id: name, name: name, aliases: list(aliases), domains: list(domains))
    }

    static let home = Roster([
        agent("Vega", "DJ", "music, playlists, concerts"),
        agent("Otto", "the mechanic", "car maintenance, tires, engine"),
        agent("Lina", "assistant", "calendar, reminders, appointments"),
        agent("Bruno", "chef", "recipes, cooking, groceries"),
    ])
    static let firm = Roster([
        agent("Harper", "legal desk, counsel", "contracts, liability, compliance"),
        agent("Chase", "sales guy", "sales, pipeline, leads"),
        agent("June", "HR, people team", "hiring, payroll, vacation"),
        agent("Grant", "the auditor", "tax, audit, bookkeeping"),
    ])
    static let school = Roster([
        agent("Dawn", "Professor Dawn", "astronomy, planets, telescopes"),
        agent("Miles", "Mr. Miles", "geography, maps, capitals"),
        agent("Art", "Arthur", "painting, drawing, sculpture"),
        agent("Faith", "Miss Faith", "spanish, vocabulary, grammar"),
    ])
    static let tavern = Roster([
        agent("Will", "Willy", "swords, duels"), agent("Mark", "scout leader", "trails, campsites"),
        agent("Hope", "the singer", "songs, ballads"), agent("Rose", "Rosie", "herbs, potions"),
    ])
    static let office = Roster([
        agent("Lukas", "der Buchhalter", "Finanzen, Rechnungen, Steuern"),
        agent("Greta", "Reisebüro", "Reisen, Flüge, Hotels"),
        agent("Emil", "Techniker", "Technik, Computer, Internet"),
    ])
    static let oficina = Roster([
        agent("Lucía", "Lu", "ventas, precios, ofertas"),
        agent("Mateo", "el técnico", "soporte técnico, internet, instalación"),
        agent("Pilar", "recursos humanos", "contratación, vacaciones, nómina"),
    ])
    static let cuisine = Roster([
        agent("Chloé", "la sommelière", "vins, cocktails"), agent("Hugo", "chef", "cuisine, sauces, viande"),
        agent("Margaux", "la diététicienne", "nutrition, allergies, calories"),
    ])
}
