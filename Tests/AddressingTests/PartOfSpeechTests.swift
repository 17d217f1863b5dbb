import Addressing
import Testing

/// What a table of parts of speech settles: things, people outside the room, and who is given the turn by which verb.
@Suite struct PartOfSpeechTests {
    static let shore = Roster(
        ["Heath", "Pepper", "Reed", "Coral", "Marina", "Guy", "Rusty"].map {
            Candidate(id: $0, name: $0, aliases: [], domains: [])
        })

    static let things = Scene.table(
        """
        Marina | there was a strange reed in the pond | stay
        Marina | there was a hard coral on the anchor | stay
        Marina | we walked over a bleak heath all day | stay
        Marina | this is a gorgeous coral isn't it | stay
        Marina | this is a bleak heath isn't it | stay
        Marina | is it pepper or sand | stay
        Marina | is there any pepper or salt in this soup | stay
        Marina | do you have salt and pepper on the table | stay
        Marina | the reef is all coral so the boat can't land | stay
        Marina | is the gate rusty | stay
        Marina | my french is a bit rusty | stay
        Marina | some guy called about the car | stay
        Marina | is that the right one reed | Reed
        Marina | what's the cheapest pepper can you look | Pepper
        Marina | is it cold outside coral | Coral
        Marina | how hard is it reed | Reed
        Marina | guy no sorry coral what time is it | Coral
        """)

    static let outsiders = Scene.table(
        """
        Marina | my cousin heath is coming for dinner | stay
        Marina | my boss guy wants this tomorrow | stay
        Marina | kelvin darling leave the cat alone | none
        Marina | brenda have you seen my keys | none
        Marina | kevin mate move that ladder | none
        Marina | marco watch out there's a step | none
        Marina | Mister Alvarez, your umbrella is over there. | none
        Marina | Mister Alvarez from next door wants four tickets. | stay
        Marina | Mrs Patel, may I sit here? | none
        Marina | sanjay your sandwich is on the counter | none
        Marina | luca let go of the rope | none
        Marina | Léa, descends du canapé tout de suite. | none
        Marina | lea descend à la plage à dix heures | stay
        """)

    static let given = Scene.table(
        """
        Marina | give this to reed would you | Reed
        Marina | Give this to Pepper, it's her department. | Pepper
        Marina | hand the whole thing to Coral, she knows it. | Coral
        Marina | i'd rather get that from heath than from guy | Heath
        Marina | I'd prefer to hear the numbers from Pepper than from you. | Pepper
        Marina | i meant pepper when i said heath | Pepper
        Marina | when i said guy i meant reed | Reed
        Marina | reed can have the last word | Reed
        Marina | let's get a second opinion from coral | Coral
        Marina | did you get the file from reed | stay
        Marina | take a message from heath | stay
        """)

    static let stopped = Scene.table(
        """
        Heath! | easy now heath stop a second | stop
        Heath! | hold on heath stop | stop
        Heath! | whoa heath stop there | stop
        """)

    @Test(arguments: things) func `a noun phrase ends in a thing, whatever its adjective`(_ scene: Scene) {
        scene.check(in: Self.shore)
    }

    @Test(arguments: outsiders) func `kin and unknown first names are nobody in the room`(
        _ scene: Scene
    ) { scene.check(in: Self.shore) }

    @Test(arguments: given) func `the verb tells who is given the turn`(_ scene: Scene) {
        scene.check(in: Self.shore)
    }

    @Test(arguments: stopped) func `a name between waiting and stopping is told to stop`(_ scene: Scene) {
        scene.check(in: Self.shore)
    }
}
