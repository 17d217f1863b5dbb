import Addressing
import Testing

/// A room of names that are words, and an agent's own mouth.
extension PhenomenaTests {
    static let village = Roster([
        Candidate(id: "Grace", name: "Grace", aliases: ["Gracie"], domains: ["reception", "bookings"]),
        Candidate(id: "Mark", name: "Mark", aliases: ["Marky"], domains: ["repairs", "plumbing"]),
        Candidate(id: "Dale", name: "Dale", aliases: ["the gardener"], domains: ["lawns", "hedges"]),
        Candidate(id: "Pepper", name: "Pepper", aliases: ["Pep"], domains: ["cooking", "menus"]),
    ])

    @Test(arguments: villagers) func `names that are words`(_ scene: Scene) { scene.check(in: Self.village) }

    @Test(arguments: colleagues) func `from an agent's own mouth`(_ scene: Scene) {
        scene.check(in: Self.crew, by: .agent("Ingrid"))
    }

    static let villagers = Scene.table(
        """
        Mark | grace is it too late to change my booking | Grace
        Mark | by the grace of god we made it | stay
        Mark | a grace period would be nice | stay
        Mark | we said grace before dinner | stay
        Mark | Grace, is there a grace period? | Grace
        Mark | put a mark on the wall where it goes | stay
        Mark | on your marks get set go | stay
        Grace | mark my words it'll flood again | stay
        Grace | mark my sink's leaking again | Mark
        Grace | there's a mark on the ceiling | stay
        Grace | question mark or full stop | stay
        Grace | mark the spot with chalk | stay
        Grace | it left a black mark on the tiles | stay
        Grace | mark when you get a minute could you look at the boiler | Mark
        Grace | mark can you mark where the pipe runs | Mark
        Grace | the farm's down in the dale | stay
        Grace | dale how short should i cut it | Dale
        Grace | pass the pepper would you | stay
        Grace | needs more pepper i think | stay
        Grace | salt and pepper on the side | stay
        Grace | pepper what's for supper | Pepper
        Grace | is there pepper in it pepper | Pepper
        Grace | red pepper or green pepper | stay
        Grace | pepper and dale what's in season | Pepper, Dale
        Grace | hey pepper i've run out of eggs | Pepper
        Grace | oh pepper one more thing | Pepper
        Grace | so mark | Mark
        Grace | mark? | Mark
        Grace | right over to dale then | Dale
        Grace | dale's turn i think | Dale
        Grace | is dale about i need him | Dale
        Grace | someone wake dale up | Dale
        Grace | could we get dale's view on the hedge | Dale
        Grace | i wonder what dale would say | Dale
        Grace | what would dale do | Dale
        Grace | dale would know wouldn't he | Dale
        Grace | it's really a question for dale | Dale
        Grace | this one's got dale written all over it | Dale
        Grace | that sounds like dale's department | Dale
        Grace | you'd better ask dale | Dale
        Grace | dale should take this | Dale
        Grace | i was hoping dale could tell me | Dale
        Grace | maybe dale has an idea | Dale
        Grace | let me speak to dale | Dale
        Grace | can i talk to dale for a sec | Dale
        Grace | put me through to dale | Dale
        Grace | i need dale on the line | Dale
        Grace | bring dale into this | Dale
        Grace | mark first then dale | Mark, Dale
        Grace | after mark i want dale | Mark, Dale
        Grace | dale but let mark go first | Mark, Dale
        Grace | dale and after him pepper | Dale, Pepper
        Grace | start with pepper then go to dale | Pepper, Dale
        Grace | pepper last mark first | Mark, Pepper
        Grace | Both Mark and Dale, please. | Mark, Dale
        Grace | mark dale pepper one line each | Mark, Dale, Pepper
        Grace | mark as well as dale please | Mark, Dale
        Grace | everyone except mark | Grace, Dale, Pepper
        Grace | all but mark say aye | Grace, Dale, Pepper
        Grace | i told mark about it yesterday | stay
        Grace | mark told me to ask you | stay
        Grace | i'll ask mark later | stay
        Grace | i've asked mark already | stay
        Grace | did you ask mark | stay
        Grace | have you spoken to mark | stay
        Grace | has mark been in today | stay
        Grace | where's mark gone | stay
        Grace | why did mark leave so early | stay
        Grace | i thought mark was off today | stay
        Grace | mark was here a minute ago | stay
        Grace | mark's van is blocking the drive | stay
        Grace | i bumped into mark at the pub | stay
        Grace | mark and i go way back | stay
        Grace | don't tell mark | stay
        Grace | keep this between us don't tell dale | stay
        Grace | i'm off to see dale later | stay
        Grace | can you pass that on to dale later | stay
        Grace | could you remind dale to water them | stay
        Grace | is that what dale recommended | stay
        Grace | how long have you known dale | stay
        Grace | you and mark should get married | stay
        Grace | i prefer you to mark | stay
        Grace | does mark know you said that | stay
        Grace | Mark's idea was better, honestly. | stay
        Grace | mark would kill me if he knew | stay
        Grace | scratch that dale mark the tap's dripping | Mark
        Grace | dale no hang on mark the tap's dripping | Mark
        Grace | dale i mean mark is it fixed | Mark
        Grace | dale sorry mark is it fixed | Mark
        Grace | did i say dale i meant mark | Mark
        Grace | not dale mark | Mark
        Grace | no i meant dale | Dale
        Grace | No, the gardener. | Dale
        Grace | I said Dale, not you, Grace. | Dale
        Grace | you're not dale i wanted dale | Dale
        Grace | Oh, I thought I was talking to Dale. | Dale
        Grace | i asked for dale | Dale
        Grace | wrong person i need pepper | Pepper
        Grace | no thanks grace i'd rather have dale's opinion | Dale
        Grace | let's not bother mark with this | stay
        Grace | leave mark out of it | stay
        Grace | never mind what mark says | stay
        Grace | forget dale for a second what do you think | stay
        Grace | instead of mark let's have dale | Dale
        Grace | rather than dale let's have pepper | Pepper
        Grace! | grace that's enough | stop
        Grace! | okay grace stop there | stop
        Grace! | grace mark wants a word | Mark
        Grace! | hold it grace mark what do you think | Mark
        Grace! | shush grace i can't hear myself think | stop
        Grace! | wait wait wait | stop
        Grace! | hang on a tick | stop
        Grace! | sorry could you stop a moment | stop
        Grace! | zip it | stop
        Grace! | can you pause there please | stop
        Grace! | that's plenty thank you | stop
        Grace! | get to the point | stay
        Grace! | mm go on | backchannel
        Grace! | uh huh and then | backchannel
        Grace! | no way seriously | backchannel
        Grace! | ha that's brilliant | backchannel
        Grace! | oh i love that | backchannel
        Grace! | you don't say | backchannel
        Grace! | right right right | backchannel
        Grace! | oh wow | backchannel
        Grace! | ok got you | backchannel
        Grace! | true that | backchannel
        Grace! | yeah true | backchannel
        Grace! | i suppose so yeah | backchannel
        Grace! | yeah no totally | backchannel
        Grace! | what | stay
        Grace! | why though | stay
        Grace! | how much | stay
        Grace! | really how come | stay
        Grace! | sorry what was that | stay
        """)
    static let colleagues = Scene.table(
        """
        Ingrid | That's one for Kwame, I'd say. | Kwame
        Ingrid | Kwame, would you take this one? | Kwame
        Ingrid | I'll hand you over to Chen now. | Chen
        Ingrid | Chen can tell you more about that. | Chen
        Ingrid | You should really see Chen about that rash some day. | none
        Ingrid | As Kwame said, it's about two hours. | none
        Ingrid | I talked it over with Kwame this morning. | none
        Ingrid | Kwame's been up since four, bless him. | none
        Ingrid | I'd better pass you to R2 for the engine part. | R2
        Ingrid | Over to you, R2. | R2
        Ingrid | R2, anything to add? | R2
        Ingrid | Does that match what you found, Chen? | Chen
        Ingrid | Kwame will be happy to help with the route. | Kwame
        Ingrid | Let me bring in Chen here. | Chen
        Ingrid | I think Chen is better placed to answer. | Chen
        Ingrid | I don't know, but Kwame might. | Kwame
        Ingrid | It will cost about forty, unless Kwame finds a discount. | none
        Ingrid | I agree with Chen on that. | none
        Ingrid | What does everyone else think? | all
        Ingrid | Would you like me to ask Chen? | none
        Ingrid | Do you want to speak to Chen? | none
        Ingrid | Chen's office is on the left. | none
        Ingrid | You could ask Chen, but I'd leave it. | none
        Ingrid | Chen, sorry to butt in, but is that dose right? | Chen
        Ingrid | That's beyond me. Kwame? | Kwame
        Ingrid | Kwame knows this better than I do, so I'll let him explain. | Kwame
        """)
}
