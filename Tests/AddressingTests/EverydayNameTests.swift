import Addressing
import Testing

/// Names that are words as well, and words that sound like names.
@Suite struct EverydayNameTests {
    static let firm = Scene.table(
        """
        Harper | chase how does the quarter look | Chase
        Harper | grant do we owe anything for last year | Grant
        Harper | june who is on leave next week | June
        Harper | they granted us an extension | stay
        Harper | we should not chase every lead | stay
        Harper | the contract ends in june | stay
        Harper | did we get the grant | stay
        Harper | who will chase them for payment | stay
        """)

    static let school = Scene.table(
        """
        Miles | dawn what is a nebula | Dawn
        Miles | we have to get up at dawn | stay
        Miles | how many miles is it to the coast | stay
        Art | I have faith in you. | stay
        Art | faith how do you say window | Faith
        Dawn | art can you show me how to shade a sphere | Art
        Dawn | it's faith's turn now | Faith
        """)

    static let tavern = Scene.table(
        """
        Mark | will it rain tomorrow | stay
        Mark | Will you come along? | stay
        Mark | will can you fence | Will
        Mark | Will, will you fence with me? | Will
        Will | when will we arrive | stay
        Will | i hope we get there | stay
        Will | hope are we there yet | Hope
        Will | Let's hope the bridge holds. | stay
        Hope | mark the spot with a stone | stay
        Hope | mark where do we camp | Mark
        Hope | the river rose overnight | stay
        Hope | rose do you have something for a headache | Rose
        Hope | she gave me a rose | stay
        Rose | I don't trust Will. | stay
        Rose | ask will about the duel | Will
        """)

    static let heard = Scene.table(
        """
        Otto | veega can you pause the song | Vega
        Otto | leena what's next today | Lina
        Otto | hey brunoh is the soup ready | Bruno
        Otto | ask leana | Lina
        Bruno | auto how are the brakes | Otto
        Bruno | lena from next door called | stay
        Bruno | we took the otter to the zoo | stay
        Otto | the vague part is what worries me | stay
        """)

    @Test(arguments: firm) func `an everyday word in a firm is no address`(_ scene: Scene) {
        scene.check(in: .firm)
    }
    @Test(arguments: school) func `an everyday word in a school is no address`(_ scene: Scene) {
        scene.check(in: .school)
    }
    @Test(arguments: tavern) func `auxiliaries and verbs are told from names`(_ scene: Scene) {
        scene.check(in: .tavern)
    }
    @Test(arguments: heard) func `a sound-alike counts where a name can stand`(_ scene: Scene) {
        scene.check(in: .home)
    }
}
