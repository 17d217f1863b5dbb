import Addressing
import Testing

/// What two sets of sentences by people who had not seen the rules taught: complete clauses before a name, corrections, order, pasts
/// that look like commands, collective address and talk across the room.
extension PhenomenaTests {
    static let allotment = Roster([
        Candidate(id: "Basil", name: "Basil", aliases: ["Baz"], domains: ["vegetables", "herbs"]),
        Candidate(id: "Hazel", name: "Hazel", aliases: ["Haze"], domains: ["livestock", "vets"]),
        Candidate(id: "Rich", name: "Rich", aliases: ["treasurer"], domains: ["money", "fees"]),
        Candidate(id: "Olive", name: "Olive", aliases: ["Liv"], domains: ["paint", "wallpaper"]),
        Candidate(id: "Piper", name: "Piper", aliases: ["the editor"], domains: ["articles", "headlines"]),
    ])

    @Test(arguments: corners) func `clauses that are complete`(_ scene: Scene) {
        scene.check(in: Self.crew)
    }
    @Test(arguments: allotmentCorners) func `words that sound like names, in their own place`(
        _ scene: Scene
    ) {
        scene.check(in: Self.allotment)
    }
    @Test(arguments: told) func `an agent introduces and praises`(_ scene: Scene) {
        scene.check(in: Self.crew, by: .agent("Ingrid"))
    }
    @Test(arguments: foreignCorners) func `waiting and calling in other languages`(_ scene: Scene) {
        scene.check(in: scene.text.contains("svenja") ? Self.amt : Self.casa)
    }

    static let corners = Scene.table(
        """
        Ingrid | I never said Chen, I said Kwame. | Kwame
        Ingrid | i never asked chen i asked kwame | Kwame
        Ingrid | It wasn't Chen I wanted, it was Kwame. | Kwame
        Ingrid | chen no hang on kwame how far is it | Kwame
        Ingrid | Chen and Kwame... no, make that just Kwame. How far is it? | Kwame
        Ingrid | chen and kwame no only kwame how far is it | Kwame
        Chen | Chen, belay that. Kwame, how far is it? | Kwame
        Chen | chen keep out of this kwame how far is it | Kwame
        Ingrid | it's about the storm so kwame please not chen | Kwame
        Ingrid | I want Chen on this, but Kwame had better speak before him. | Kwame, Chen
        Ingrid | Kwame gives us the forecast, please, followed by Chen with the first aid. | Kwame, Chen
        Ingrid | Follow Chen down to the cabin, Kwame, and hold the light. | Kwame
        Ingrid | I'd sooner deal with Kwame on that. | Kwame
        Ingrid | now let's cross to kwame for the forecast | Kwame
        Ingrid | Chen cut my second page down to a line. | stay
        Ingrid | chen cut my first paragraph and i'm still cross | stay
        Ingrid | chen put me down for noon kwame is he free by then | Kwame
        Ingrid | chen has a lovely view of the bay kwame could we anchor there | Kwame
        Ingrid | has the leak been seen to kwame | Kwame
        Ingrid | is the soup too hot to touch chen | Chen
        Ingrid | is he good enough to beat chen | stay
        Ingrid | it's too early to ask chen | stay
        Ingrid | Chen read my report and tell me what you think. | Chen
        Ingrid | Chen did a terrible job. | stay
        Ingrid | chen did a parcel arrive | Chen
        Ingrid | chen let me down kwame can you step in | Kwame
        Ingrid | chen hit my car kwame what do i do | Kwame
        Ingrid | scratch chen kwame how far is it | Kwame
        Ingrid | it was kwame i called | Kwame
        Ingrid | That question was Kwame's, not yours. | Kwame
        Ingrid | chen you rest kwame what about it | Kwame
        Ingrid | it's just that kwame my sister can't swim | Kwame
        Ingrid | what's each desk got for tomorrow | all
        Ingrid! | everyone silent they can hear us | stop
        Ingrid | oi marcus turn the radio down | none
        Ingrid | oi kwame how far is it | Kwame
        Ingrid | Biscuit, leave the lady's shoe alone! | none
        Ingrid | three flat whites and a scone please mate | none
        """)

    static let allotmentCorners = Scene.table(
        """
        Hazel | are the plums ripe enough to pick basil | Basil
        Hazel | Well, to be frank, that's a joke. | stay
        Basil | okay people what have you got | all
        Basil | forget i asked hazel is that wire live | Hazel
        Basil | Belay that. Hazel, how's the calf? | Hazel
        """)

    static let told = Scene.table(
        """
        Ingrid | Brighter by noon. Now here's Kwame with the wind. | Kwame
        Ingrid | the books are in kwame you can start | Kwame
        Ingrid | Chen did a lovely job on the bandage, by the way. | none
        """)

    static let foreignCorners = Scene.table(
        """
        Jonas | sag mal svenja gibt es noch termine | Svenja
        Rafael! | un momento que se me cae el vaso | stop
        Rafael | a ver equipo cada uno me cuenta lo suyo | all
        """)
}
