import Addressing
import Testing

/// What people say around a name, phenomenon by phenomenon, in a room of names from several cultures, of two words, with
/// titles and roles.
@Suite struct PhenomenaTests {
    static let crew = Roster([
        Candidate(id: "Mary Ann", name: "Mary Ann", aliases: ["Annie"], domains: ["budget", "bookkeeping"]),
        Candidate(
            id: "Chen", name: "Chen", aliases: ["Doctor Chen", "the doctor"],
            domains: ["medicine", "first aid"]),
        Candidate(id: "Kwame", name: "Kwame", aliases: ["the pilot"], domains: ["navigation", "weather"]),
        Candidate(id: "Ingrid", name: "Ingrid", aliases: ["the CFO"], domains: ["finance", "pricing"]),
        Candidate(id: "R2", name: "R2", aliases: ["the droid"], domains: ["repairs", "machines"]),
    ])
    static let amt = Roster([
        Candidate(id: "Jonas", name: "Jonas", aliases: ["der Koch"], domains: ["Kochen", "Rezepte"]),
        Candidate(
            id: "Frau Yilmaz", name: "Frau Yilmaz", aliases: ["Yilmaz"], domains: ["Steuern", "Rechnungen"]),
        Candidate(
            id: "Svenja", name: "Svenja", aliases: ["die Ärztin"], domains: ["Gesundheit", "Medikamente"]),
    ])
    static let casa = Roster([
        Candidate(id: "Ximena", name: "Ximena", aliases: ["la cocinera"], domains: ["recetas", "cocina"]),
        Candidate(id: "Rafael", name: "Rafael", aliases: ["Rafa"], domains: ["viajes", "hoteles"]),
        Candidate(
            id: "Begoña", name: "Begoña", aliases: ["la contable"], domains: ["impuestos", "facturas"]),
    ])
    static let maison = Roster([
        Candidate(id: "Solène", name: "Solène", aliases: ["la comptable"], domains: ["impôts", "factures"]),
        Candidate(
            id: "Bastien", name: "Bastien", aliases: ["le cuisinier"], domains: ["cuisine", "recettes"]),
        Candidate(id: "Yasmine", name: "Yasmine", domains: ["voyages", "hôtels"]),
    ])

    @Test(
        arguments: english + moreEnglish + handedOver + listened + englishIdioms + passedOn + slips + cutIn
            + around + called + turnsGiven)
    func `in English`(
        _ scene: Scene
    ) {
        scene.check(in: Self.crew)
    }
    @Test(arguments: german + germanClasses + germanIdioms + germanTurns + germanSpeech) func `auf Deutsch`(
        _ scene: Scene
    ) {
        scene.check(in: Self.amt)
    }
    @Test(arguments: spanish + spanishClasses + spanishIdioms + spanishTurns + spanishSpeech)
    func `en español`(
        _ scene: Scene
    ) {
        scene.check(in: Self.casa)
    }
    @Test(arguments: french + frenchClasses + frenchIdioms + frenchTurns + frenchSpeech) func `en français`(
        _ scene: Scene
    ) {
        scene.check(in: Self.maison)
    }
}
