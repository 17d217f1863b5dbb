import Addressing
import Testing

/// Sentences that name nobody: silence, everybody, a listener, somebody else; and those that look like it.
extension ConstructionTests {
    /// Speech forbidden and silence wanted, without a phrase of stopping.
    static let silenced = Scene.table(
        """
        Jade! | nobody breathe a word till they've left | stop
        Jade! | could everybody just not say anything for a bit | stop
        Jade! | can i have a bit of hush i'm reading | stop
        Jade! | sag jetzt bitte nichts | stop
        Jade! | no digas nada | stop
        Jade! | seid alle leise | stop
        Jade | two minutes' silence please everybody | stop
        Jade! | hold on jade my taxi's here | stop
        Jade! | don't talk so fast | stay
        Jade | don't say that to my wife | stay
        Jade | can i keep quiet in court | stay
        Jade | hang on my other phone is ringing | stay
        Jade | can they drop it at the gate | stay
        """)

    /// Who is one of those who listen may answer; what somebody did, or all do, asks nobody.
    static let invited = Scene.table(
        """
        Jade | which of you would say yes | all
        Jade | does anyone here object | all
        Jade | quelqu'un parmi vous a une autre idée | all
        Jade | ist jemand dagegen | all
        Jade | two sentences apiece please | all
        Jade | une idée par personne | all
        Jade | dites-moi tous un chiffre | all
        Jade | not only jade everybody please vote | all
        Jade | time for a poll folks everybody say yes or no | all
        Jade | i'm all ears this time everyone tell me one wish | all
        Jade | my sister heard everyone say it twice | stay
        Jade | they are lovely curls everyone tells me | stay
        Jade | somebody dented my bike | stay
        Jade | can anyone join that club | stay
        Jade | qui a construit ce pont | stay
        Jade | wer hat das erfunden | stay
        Jade | does everyone need a visa | stay
        Jade | how long does a moon go round a planet | stay
        Jade | people walk past us in the street | stay
        Jade | all of them? | stay
        """)

    static let elsewhere = Scene.table(
        """
        Jade! | mhm i'm still here | backchannel
        Jade! | ich bin noch dran | backchannel
        Jade! | i'm here about the boiler | stay
        Jade | hello is that the bakery | none
        Jade | where did i put my gloves | none
        Jade | where can i leave my bag | stay
        """)

    @Test(arguments: silenced + invited + elsewhere) func `whom nobody's name tells`(_ scene: Scene) {
        let found = Scene.outcome(of: scene.route(in: Self.salon))
        let isHeldOn = scene.outcome == "stay" && (found.hasPrefix("domain") || found == scene.floor)
        #expect(isHeldOn || found == scene.outcome, "\(scene) — \(found)")
    }
}
