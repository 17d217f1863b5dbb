import Addressing
import Testing

/// Giving the turn to somebody by name, in English.
@Suite struct AddressTests {
    static let vocatives = Scene.table(
        """
        Vega | Otto, why is the brake light on? | Otto
        Vega | otto why is the brake light on | Otto
        Otto | hey bruno what can i do with leftover rice | Bruno
        Otto | Good evening Lina, am I late? | Lina
        Lina | so bruno we have eggs and spinach any ideas | Bruno
        Bruno | Could you, Vega, play something calmer? | Vega
        Vega | i was wondering lina if you could move my dentist thing | Lina
        Vega | Okay but before we leave, Otto, did you check the pressure? | Otto
        Bruno | i think otto you should have a look | Otto
        Bruno | turn that down a bit vega | Vega
        Vega | is it time to change the oil otto | Otto
        Vega | What's for dinner tonight, Bruno? | Bruno
        - | lina | Lina
        Vega | chef how long do i boil an egg | Bruno
        Vega | Thank you. Otto, your last word, please. | Otto
        Vega | Thank you, Otto, your last word, please. | Otto
        """)

    static let handovers = Scene.table(
        """
        Otto | let lina handle the scheduling | Lina
        Otto | can you hand this to bruno | Bruno
        Otto | ask bruno whether we have any butter | Bruno
        Otto | i'd like to hear bruno's opinion on that | Bruno
        Otto | what would vega recommend | Vega
        Otto | how about you vega | Vega
        Otto | I want Lina to answer this one. | Lina
        Otto | maybe lina knows | Lina
        Otto | Over to you, Bruno. | Bruno
        Otto | let's see what vega thinks | Vega
        Otto | it's bruno's turn now | Bruno
        Vega | The mechanic should take a look at this. | Otto
        Vega | can the mechanic come on monday | Otto
        """)

    static let references = Scene.table(
        """
        Otto | lina told me you were busy | stay
        Otto | I already asked Bruno and he had no idea. | stay
        Otto | was that bruno's recipe or yours | stay
        Otto | bruno and i are going shopping later | stay
        Otto | I'll ask Lina about that tomorrow. | stay
        Otto | did bruno burn the rice again | stay
        Otto | what did vega play last night | stay
        Otto | it sounds like the song vega picked | stay
        Otto | vega is too loud these days | stay
        Otto | my neighbour lina borrowed the jack | stay
        Bruno | i promised vega we would finish by eight | stay
        Bruno | thanks to lina i remembered the milk | stay
        Otto | the chef at that place was great | stay
        Otto | Thank you, Lina, that was helpful. | stay
        Otto | Thank you. Lina. | stay
        """)

    static let mixtures = Scene.table(
        """
        Bruno | Lina, Otto says the car needs an hour. Can you block that? | Lina
        Bruno | otto lina forgot to book you can you squeeze me in | Otto
        Bruno | Vega, play the song Bruno likes. | Vega
        Bruno | vega remind otto of that song | Vega
        Otto | can you check whether bruno fixed the sink vega | Vega
        Otto | Do you agree with Vega, Lina? | Lina
        """)

    static let several = Scene.table(
        """
        Bruno | Otto and Lina, find a slot together. | Otto, Lina
        Bruno | lina and then otto please | Lina, Otto
        Bruno | vega what's playing and lina what time is it | Vega, Lina
        Bruno | otto tell us but lina first | Lina, Otto
        Bruno | Let Vega start, then Otto. | Vega, Otto
        Bruno | Otto, I'd like you to answer, but let Lina go first. | Lina, Otto
        Bruno | vega otto lina one word each | Vega, Otto, Lina
        Vega | before otto says anything i want to hear lina so lina then otto | Lina, Otto
        """)

    static let corrections = Scene.table(
        """
        Bruno | not you bruno i meant otto | Otto
        Bruno | No, Lina. | Lina
        Bruno | no no lina i said | Lina
        Bruno | otto no wait lina when is it due | Lina
        Bruno | Otto, um, I mean Vega, what's that song? | Vega
        Bruno | I wasn't talking to Bruno, I was talking to Vega. | Vega
        Bruno | don't let otto do it let lina | Lina
        Bruno | vega instead of bruno please | Vega
        Otto | this isn't for otto lina what's on today | Lina
        Vega | That question was for Otto, not for you. | Otto
        """)

    @Test(arguments: vocatives + handovers) func `a name in a place of address gets the turn`(_ scene: Scene)
    {
        scene.check(in: .home)
    }
    @Test(arguments: references) func `somebody spoken about does not get the turn`(_ scene: Scene) {
        scene.check(in: .home)
    }
    @Test(arguments: mixtures) func `of two names only the one spoken to gets the turn`(_ scene: Scene) {
        scene.check(in: .home)
    }
    @Test(arguments: several) func `several speak in the order that was asked for`(_ scene: Scene) {
        scene.check(in: .home)
    }
    @Test(arguments: corrections) func `who is taken back does not get the turn`(_ scene: Scene) {
        scene.check(in: .home)
    }
}
