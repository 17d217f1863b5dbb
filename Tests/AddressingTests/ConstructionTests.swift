import Addressing
import Testing

/// One construction a table: five or so sentences in which it stands, and as many that look like it and are something else.
@Suite struct ConstructionTests {
    static let clinic = Roster([
        Candidate(
            id: "Hazel", name: "Hazel", aliases: ["Haze", "the nurse"], domains: ["vaccinations", "bandages"]),
        Candidate(id: "Victor", name: "Victor", aliases: ["Vic"], domains: ["x-rays", "scans"]),
        Candidate(
            id: "Pearl", name: "Pearl", aliases: ["the receptionist"], domains: ["appointments", "billing"]),
        Candidate(id: "Tomasz", name: "Tomasz", aliases: ["Tom"], domains: ["physiotherapy", "exercise"]),
    ])
    static let salon = Roster([
        Candidate(id: "Jade", name: "Jade", aliases: ["the stylist"], domains: ["haircuts", "colour"]),
        Candidate(id: "Roman", name: "Roman", aliases: ["Rome"], domains: ["beards", "shaving"]),
        Candidate(id: "Lily", name: "Lily", aliases: ["reception"], domains: ["bookings", "opening hours"]),
        Candidate(id: "Cole", name: "Cole", aliases: ["the nail guy"], domains: ["nails", "manicures"]),
    ])
    static let workshop = Roster([
        Candidate(id: "Otto", name: "Otto", domains: ["engines", "brakes"]),
        Candidate(id: "Faith", name: "Faith", domains: ["payments", "invoices"]),
        Candidate(id: "Miles", name: "Miles", aliases: ["the rep"], domains: ["cars", "test drives"]),
        Candidate(id: "Grace", name: "Grace", aliases: ["the cook"], domains: ["recipes", "baking"]),
        Candidate(id: "Sunny", name: "Sunny", domains: ["weather", "forecasts"]),
        Candidate(id: "Bill", name: "Bill", aliases: ["Billy"], domains: ["accounts", "tax"]),
        Candidate(id: "Hope", name: "Hope", domains: ["counselling", "stress"]),
        Candidate(id: "Joy", name: "Joy", domains: ["parties", "catering"]),
    ])

    @Test(arguments: complete + gaps + satisfied + agents + behindSubjects + askedAbout)
    func `who is spoken to in the middle and at the end`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    @Test(arguments: handed + told + moods + gifts + putOff + errands + coordinated)
    func `who is given the turn, and who only named`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    @Test(arguments: planned + deliberated + felt)
    func `who is only talked about in plans and deliberations`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    @Test(arguments: succeeding + pastSuccession + listed + namedSources + placed + framed)
    func `one after the other`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    @Test(arguments: passedOver + ranked + loose + marked + summed)
    func `who of several is called, and what marks tell`(
        _ scene: Scene
    ) { scene.check(in: Self.clinic) }

    @Test(arguments: takenBack + brokenOff + denied + madeRoom) func `who is not meant`(_ scene: Scene) {
        scene.check(in: Self.salon)
    }

    @Test(arguments: rhetorical + identified + exchanged + equated + falseCalls + signalled)
    func `who took a turn that was another's`(_ scene: Scene) { scene.check(in: Self.salon) }

    @Test(arguments: reproached + clefts + revoked + elliptic) func `who was meant instead`(_ scene: Scene) {
        scene.check(in: Self.salon)
    }

    @Test(arguments: stopped + everybody + referredBack + wholes)
    func `silence, all, and what was said before`(
        _ scene: Scene
    ) {
        scene.check(in: Self.salon)
    }

    @Test(arguments: words + clauses) func `names that are words`(_ scene: Scene) {
        scene.check(in: Self.workshop)
    }

    @Test(arguments: spoken + appointments) func `what an agent says`(_ scene: Scene) {
        scene.check(in: Self.clinic, by: .agent(scene.floor ?? ""))
    }

    @Test(arguments: german + germanClauses + germanParity + plannedGerman) func `auf Deutsch`(_ scene: Scene)
    {
        scene.check(in: PhenomenaTests.amt)
    }
    @Test(arguments: spanish + spanishClauses + spanishParity + plannedSpanish) func `en español`(
        _ scene: Scene
    ) {
        scene.check(in: PhenomenaTests.casa)
    }
    @Test(arguments: french + frenchClauses + frenchParity + plannedFrench) func `en français`(_ scene: Scene)
    {
        scene.check(in: PhenomenaTests.maison)
    }
}
