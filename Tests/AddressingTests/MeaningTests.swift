import Addressing
import Testing

/// Subjects that no list of words holds: the meaning of the words says whose they are, where it says so clearly.
@Suite struct MeaningTests {
    static let surgery = Roster([
        Candidate(id: "Vet", name: "Vet", domains: ["vaccinations", "surgery", "diagnosis"]),
        Candidate(id: "Groom", name: "Groom", domains: ["grooming", "coat care"]),
        Candidate(id: "Kennel", name: "Kennel", domains: ["boarding", "kennels", "dog walking"]),
    ])
    static let regatta = Roster([
        Candidate(id: "Skye", name: "Skye", domains: ["start line", "tactics", "course"]),
        Candidate(id: "Brook", name: "Brook", domains: ["sails", "rigging"]),
        Candidate(id: "Marina", name: "Marina", domains: ["berths", "harbour fees"]),
    ])
    static let college = Roster([
        Candidate(id: "Chance", name: "Chance", domains: ["apprenticeships", "university applications"]),
        Candidate(id: "Melody", name: "Melody", domains: ["choir", "orchestra"]),
        Candidate(id: "Rocky", name: "Rocky", domains: ["football", "athletics"]),
    ])

    @Test(arguments: [
        ("Rocky", "What grades do I need to study law?", "Chance"),
        ("Chance", "who sings the descant", "Melody"),
        ("Rocky", "two of our sopranos have lost their voices", "Melody"),
        ("Rocky", "One of the violins is broken.", "Melody"),
        ("Chance", "is there a goalkeeper among the freshmen", "Rocky"),
    ])
    func `a question goes to the one whose field its words come near to`(
        floor: String, text: String, to: String
    ) {
        let route = Self.college.route(Utterance(text: text, floor: floor))
        #expect(route.kind == .domain && route.to == [to], "\(route.why)")
        #expect(route.sureness == .guess || route.why.contains("lies in"))
    }

    /// What was said before is not known here: words that stand for it, and answers, stay where they are.
    @Test(arguments: [
        "and what do they do all night", "it's longer than that", "Tighter than that, or is it good?",
        "fifty metres I think", "no the other one", "the second of may nineteen sixty",
        "like I told you before", "three ropes", "or the harbour", "but the boat is new",
        "in that example of yours was the mast down", "the sails you were on about are they dear",
        "one of these please", "two of the blue sails",
    ])
    func `what leans on the talk before does not move the floor`(text: String) {
        for holder in Self.regatta.agents {
            let route = Self.regatta.route(Utterance(text: text, floor: holder.id))
            #expect(route.kind == .stay && route.to == [holder.id], "\(holder.id): \(route.why)")
        }
    }

    @Test func `a tie of the rules is broken by meaning`() {
        let roster = Roster([
            Candidate(id: "Pia", name: "Pia", domains: ["plumbing"]),
            Candidate(id: "Elsa", name: "Elsa", domains: ["wiring"]),
            Candidate(id: "Hank", name: "Hank", domains: ["heating"]),
        ])
        let route = roster.route(Utterance(text: "why are the radiators cold", floor: "Elsa"))
        #expect(route.to == ["Hank"], "\(route.why)")
    }

    @Test(arguments: [
        ("Scout, what does the choir cost?", Route.Kind.none),
        ("Question, what does the choir cost?", .domain),
    ])
    func `a word for a thing is called by name when nobody here has it`(text: String, kind: Route.Kind) {
        let route = Self.college.route(Utterance(text: text, floor: "Rocky"))
        #expect(route.kind == kind, "\(route.why)")
    }

    static let harbour = Roster([
        Candidate(id: "Otto", name: "Otto", domains: ["docking", "cranes"]),
        Candidate(id: "Pearl", name: "Pearl", domains: ["engines", "propellers", "fuel"]),
    ])

    /// A number answers a question; before the subject of a whole sentence it only counts.
    @Test(arguments: [
        ("two of the engines have stopped working", Route.Kind.domain), ("two engines", .stay),
    ])
    func `a sentence that begins with a number is more than an answer`(text: String, kind: Route.Kind) {
        let route = Self.harbour.route(Utterance(text: text, floor: "Otto"))
        #expect(route.kind == kind, "\(route.why)")
    }

    static let studio = Roster([
        Candidate(id: "Max", name: "Max", domains: ["tour dates", "contracts"]),
        Candidate(id: "Rose", name: "Rose", domains: ["lyrics", "songwriting", "rhymes"]),
        Candidate(id: "Sage", name: "Sage", domains: ["history", "literature", "essay writing"]),
    ])

    /// "Days" comes near to Max's field by chance.
    @Test(arguments: [
        ("what rhymes with orange", "Max", Route.Kind.domain),
        ("how many days does that take", "Rose", .stay),
    ])
    func `pale words must come nearer than telling ones`(text: String, floor: String, kind: Route.Kind) {
        let route = Self.studio.route(Utterance(text: text, floor: floor))
        #expect(route.kind == kind, "\(route.why)")
    }

    static let joinery = Roster([
        Candidate(id: "Rob", name: "Rob", domains: ["scheduling", "staffing"]),
        Candidate(id: "Sandy", name: "Sandy", domains: ["sanding", "varnish"]),
        Candidate(id: "Penny", name: "Penny", domains: ["invoices", "payments"]),
    ])

    /// The table weighs them itself: "who's in on friday" is all small words.
    @Test(arguments: [
        ("who's in on friday", Route.Kind.domain), ("can we all come in on friday", .domain),
        ("how thin is too thin", .stay),
    ])
    func `small words tell of a subject together`(text: String, kind: Route.Kind) {
        let route = Self.joinery.route(Utterance(text: text, floor: "Sandy"))
        #expect(route.kind == kind, "\(route.why)")
    }

    @Test(arguments: [
        ("Melody", "which exam do we take first", Route.Kind.domain),
        ("Melody", "which exam do you take first", .stay),
        ("Rocky", "which exam do we take first", .domain), ("Rocky", "which exam do you take first", .stay),
    ])
    func `who says you and names nobody talks to the holder`(floor: String, text: String, kind: Route.Kind) {
        let route = Self.college.route(Utterance(text: text, floor: floor))
        #expect(route.kind == kind, "\(route.why)")
    }

    /// "It" was named before, unless the weather or the room is meant.
    @Test(arguments: [
        ("it's freezing in the bedroom", Route.Kind.domain), ("it's freezing", .stay),
        ("is it ready yet", .stay),
    ])
    func `what it stands for is told by the noun behind it, if any`(text: String, kind: Route.Kind) {
        let roster = Roster([
            Candidate(id: "Summer", name: "Summer", domains: ["groceries", "meals"]),
            Candidate(id: "Pixel", name: "Pixel", domains: ["heating", "lights"]),
        ])
        let route = roster.route(Utterance(text: text, floor: "Summer"))
        #expect(route.kind == kind, "\(route.why)")
    }

    @Test func `a room without expertise has nothing to compare`() {
        let roster = Roster([Candidate(id: "Ada", name: "Ada"), Candidate(id: "Bo", name: "Bo")])
        #expect(roster.route(Utterance(text: "what should i study", floor: "Ada")).kind == .stay)
        #expect(
            Self.college.route(Utterance(text: "ja genau im dritten stock", floor: "Rocky")).kind == .stay)
    }
}
