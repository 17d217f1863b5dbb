import Addressing
import Testing

/// How people talk when nobody takes notes: slips and apologies, orders of speaking, topics put in front, the household around the call.
extension PhenomenaTests {
    /// Calls and hand-overs in the middle of other things.
    static let slips = Scene.table(
        """
        Ingrid | is there time kwame for one more lap before dark | Kwame
        Ingrid | are there any seats left chen for the late show | Chen
        Ingrid | is it far kwame from the harbour | Kwame
        Ingrid | have you seen my keys kwame on the counter | Kwame
        Ingrid | the report chen sent round kwame does it cover may | Kwame
        Ingrid | the soup chen told us to try kwame is it spicy | Kwame
        Ingrid | those boots ingrid picked out chen are they waterproof | Chen
        Ingrid | the guy kwame hired r2 can he weld | R2
        Ingrid | Beg your pardon, Ingrid, I was speaking to Kwame. | Kwame
        Ingrid | Forgive me, Ingrid, I was talking to Chen. | Chen
        Ingrid | Excuse me, Ingrid, that was meant for Chen. | Chen
        Ingrid | My apologies, Ingrid, the question was for Kwame. | Kwame
        Ingrid | Pardon me, Ingrid, I was asking Kwame. | Kwame
        Ingrid | Don't take this the wrong way, Ingrid, but I asked Chen. | Chen
        Ingrid | wasn't asking ingrid was i i was asking chen | Chen
        Ingrid | i wasn't asking you ingrid i was asking chen | Chen
        Ingrid | did i ask ingrid no i asked chen | Chen
        Ingrid | kwame oh drat no chen have you got the map | Chen
        Ingrid | kwame oh bother i mean chen is it raining | Chen
        Ingrid | kwame damn chen i mean is it raining | Chen
        Ingrid | Kwame, blast, sorry, Chen: is it raining? | Chen
        Ingrid | no no not kwame chen how far is it | Chen
        Ingrid | no not kwame chen how far is it | Chen
        Kwame | no no not kwame chen how far is it | Chen
        Ingrid | not kwame i said chen | Chen
        Ingrid | Kwame may talk, but Chen goes ahead of him. | Chen, Kwame
        Ingrid | Kwame can answer, but Chen precedes him. | Chen, Kwame
        Ingrid | Let Kwame speak, with Chen going before him. | Chen, Kwame
        Ingrid | chen speaks prior to kwame | Chen, Kwame
        Ingrid | kwame speaks once chen has finished | Chen, Kwame
        Ingrid | let kwame speak as soon as chen is done | Chen, Kwame
        Ingrid | chen to go ahead of kwame please | Chen, Kwame
        Ingrid | kwame follows chen | Chen, Kwame
        Ingrid | I'd trust Kwame with that one, so over to him. | Kwame
        Ingrid | chen knows about rashes so i'd rather hear it from her | Chen
        Ingrid | kwame has flown it before so he can tell us | Kwame
        Ingrid | that's kwame's thing so i'll leave it to him | Kwame
        Ingrid | i want this from kwame's own mouth | Kwame
        Ingrid | straight from kwame's lips please | Kwame
        Ingrid | i'd like to hear it straight from kwame | Kwame
        Ingrid | kwame gets the next question what's the range | Kwame
        Ingrid | this next one goes to chen is it contagious | Chen
        Ingrid | the next question is chen's | Chen
        Ingrid | chen's next what do we do about fever | Chen
        Ingrid | kwame is best placed to answer that | Kwame
        Ingrid | who better than kwame to tell us | Kwame
        Ingrid | kwame will know | Kwame
        Ingrid | kwame'll know how far it is | Kwame
        Ingrid | Kwame, Chen put a coat in the engine. Who pays? | Kwame
        Ingrid | chen kwame cut the rope shall i tie it again | Chen
        Ingrid | chen kwame hit his head on the door is that serious | Chen
        Ingrid | Chen, Kwame shut the door on my hand. Is it broken? | Chen
        Ingrid | kwame when ingrid's finished can you call the tower | Kwame
        Ingrid | kwame unlike ingrid you were there what happened | Kwame
        Ingrid | is that what you told ingrid kwame | Kwame
        Ingrid | ingrid says you know the way kwame | Kwame
        Ingrid | chen do you agree with kwame | Chen
        Ingrid | chen is kwame right | Chen
        """)
    /// Said while an agent speaks.
    static let cutIn = Scene.table(
        """
        Ingrid! | cut the chatter | stop
        Ingrid! | enough with the jokes | stop
        Ingrid! | spare me the details | stop
        Ingrid! | no more details please | stop
        Ingrid! | can we have some quiet | stop
        Ingrid! | i need you to stop | stop
        Ingrid! | you need to stop talking | stop
        Ingrid! | please don't say any more | stop
        Ingrid! | let's leave it at that for today | stop
        Ingrid! | i've got to take this call hold on | stop
        Ingrid! | give me a breather | stop
        Ingrid! | hang on somebody's at the door | stop
        Ingrid! | er | backchannel
        Ingrid! | erm yeah | backchannel
        Ingrid! | ohhh right | backchannel
        Ingrid! | right so do i come in before the song or after | stay
        Ingrid! | yeah but how much is it | stay
        Ingrid! | okay and what about the deposit | stay
        Ingrid! | blimey really | backchannel
        Ingrid! | that's a lot | backchannel
        Ingrid! | gosh i had no idea | backchannel
        Ingrid! | well that's good news | backchannel
        Ingrid! | ah there we are | backchannel
        Ingrid! | how lovely for you | backchannel
        """)
    /// Everybody, nobody, and those only spoken about.
    static let around = Scene.table(
        """
        Ingrid | I need the three of you together on this one, so tell me your advice in turn. | all
        Ingrid | i want to hear from the five of you | all
        Ingrid | all of you in turn please what's the risk | all
        Ingrid | the lot of you how did it go | all
        Ingrid | each one of you give me a number | all
        Ingrid | let's hear from every one of you | all
        Ingrid | everybody gets one sentence | all
        Ingrid | right team what have we got | all
        Ingrid | a show of hands who's for it | all
        Ingrid | everyone who agrees say so | all
        Ingrid | I'd like all your views on that. | all
        Ingrid | five opinions please one from each of you | all
        Ingrid | Sit, Rufus. Sit! Good lad. | none
        Ingrid | down rex down good dog | none
        Ingrid | off the sofa you daft mutt | none
        Ingrid | no sweetie mummy's on the phone go and find your shoes | none
        Ingrid | daddy's working darling ask your sister | none
        Ingrid | put your shoes on poppet we're late | none
        Ingrid | who's a good boy then | none
        Ingrid | shoo get off the counter you silly cat | none
        Ingrid | sorry love i'm on a call can it wait | none
        Ingrid | thanks mate just leave the parcel there | none
        Ingrid | pop it on the side would you love | none
        Ingrid | kids quiet down please mummy's on a call | none
        Ingrid | one sec hun i'm talking to the computer | none
        Ingrid | cheers driver anywhere here is fine | none
        Ingrid | can you pass me the remote babe | none
        Ingrid | i'm not talking to you i'm talking to the cat | none
        Ingrid | two flat whites please mate | none
        Ingrid | kwame had the whole room in stitches last night | stay
        Ingrid | kwame had everyone laughing | stay
        Ingrid | kwame got stuck in the lift again | stay
        Ingrid | kwame put his foot in it didn't he | stay
        Ingrid | what kwame doesn't know won't hurt him | stay
        Ingrid | if kwame sees this he'll go spare | stay
        Ingrid | the way kwame tells it we nearly crashed | stay
        Ingrid | i promised kwame i'd be home by six | stay
        Ingrid | kwame reckons we should leave at nine do you agree | stay
        Ingrid | according to kwame it's closed is that right | stay
        Ingrid | is kwame always this grumpy | stay
        Ingrid | was it kwame who broke the radio | stay
        Ingrid | did kwame ever pay you back | stay
        Ingrid | is it true kwame used to be a chef | stay
        Ingrid | how did kwame get the job | stay
        Ingrid | do i have kwame to thank for this | stay
        Ingrid | you sound like kwame | stay
        Ingrid | you're worse than kwame | stay
        Ingrid | that's what kwame said too | stay
        """)
    static let called = Scene.table(
        """
        Ingrid | hi annie | Mary Ann
        Ingrid | hey mary ann quick question | Mary Ann
        Ingrid | is the doctor around | Chen
        Ingrid | ask the doctor if it's catching | Chen
        Ingrid | i'd like a word with the pilot | Kwame
        Ingrid | doctor my ears hurt | Chen
        Ingrid | doctor chen my ears hurt | Chen
        Ingrid | the pilot said we'd be late | stay
        Ingrid | pilot how high are we | Kwame
        Ingrid | can the droid fix it | R2
        Ingrid | droid open the hatch | R2
        Ingrid | what does the droid cost | stay
        Ingrid | hey doc | stay
        Ingrid | marianne can we afford it | Mary Ann
        Ingrid | mary and can we afford it | Mary Ann
        Ingrid | hey kwami how far | Kwame
        Ingrid | kwamé how far | Kwame
        Ingrid | quami what's our heading | Kwame
        Ingrid | what about you kwame | Kwame
        Ingrid | and kwame | Kwame
        Ingrid | kwame too | Kwame
        Ingrid | you as well kwame | Kwame
        Ingrid | same question to you chen | Chen
        Ingrid | same question chen | Chen
        Ingrid | chen same question | Chen
        Ingrid | chen your thoughts | Chen
        Ingrid | thoughts chen | Chen
        Ingrid | any thoughts chen | Chen
        Ingrid | over to chen | Chen
        Ingrid | chen please | Chen
        Ingrid | chen again please | Chen
        Ingrid | back to chen for a second | Chen
        Ingrid | back to what chen was saying is it safe | stay
        Ingrid | chen was saying it's safe is it | stay
        Ingrid | chen, who was here first, you or kwame? | Chen
        Ingrid | chen tell kwame he's wrong | Chen
        Ingrid | remind chen about tuesday | stay
        Ingrid | can you tell chen about the leak | Chen
        Ingrid | thanks ingrid that's really clear kwame when do we land | Kwame
        Ingrid | thank you ingrid | stay
        Ingrid | great thanks ingrid | stay
        Ingrid | cool so kwame when do we land | Kwame
        Ingrid | okay now kwame | Kwame
        Ingrid | and what would you do kwame if it were you | Kwame
        Ingrid | tell me kwame is it safe | Kwame
        Ingrid | tell me chen honestly is it bad | Chen
        Ingrid | be honest chen is it bad | Chen
        Ingrid | chen old friend what's up | Chen
        Ingrid | good old chen | stay
        Ingrid | my dear chen is it bad | Chen
        Ingrid | poor chen | stay
        Ingrid | well chen i never thought i'd ask but is it bad | Chen
        Ingrid | listen chen about that rash | Chen
        Ingrid | about that rash chen | Chen
        Ingrid | the rash chen is it bad | Chen
        Ingrid | question chen | Chen
        Ingrid | chen question for you | Chen
        Ingrid | chen i have a question | Chen
        Ingrid | i have a question for chen and kwame | Chen, Kwame
        Ingrid | my question to chen is this how bad is it | Chen
        Ingrid | my question's for chen really | Chen
        Ingrid | this goes out to chen | Chen
        Ingrid | chen kwame either of you know | Chen, Kwame
        Ingrid | chen and then you ingrid | Chen, Ingrid
        Ingrid | you first ingrid then chen | Ingrid, Chen
        Ingrid | you go first and then chen | Ingrid, Chen
        Ingrid | would chen and kwame agree on that | Chen, Kwame
        Ingrid | do chen and kwame get along | stay
        Ingrid | chen and kwame had a row | stay
        Ingrid | between chen and kwame who's older | stay
        Ingrid | what's the difference between chen and r2 | stay
        Ingrid | it rhymes with chen | stay
        Ingrid | spell kwame for me | stay
        Ingrid | how do you pronounce kwame | stay
        Ingrid | kwame is a nice name | stay
        Ingrid | is kwame a ghanaian name | stay
        Ingrid | hang on did kwame just say two hours | stay
        Ingrid | wait wasn't that kwame's job | stay
        Ingrid | ok but kwame disagrees with you | stay
        Ingrid | kwame says otherwise | stay
        Ingrid | kwame seems busy | stay
        Ingrid | kwame must be tired | stay
        Ingrid | kwame can't hear us can he | stay
        Ingrid | kwame won't like that | stay
        Ingrid | i bet kwame knows | Kwame
        Ingrid | kwame probably knows | Kwame
        Ingrid | kwame might know | Kwame
        Ingrid | why don't we ask kwame | Kwame
        Ingrid | shouldn't we ask kwame | Kwame
        Ingrid | shall we ask kwame | Kwame
        Ingrid | should i ask kwame | stay
        Ingrid | should i have asked kwame | stay
        Ingrid | we should have asked kwame | stay
        Ingrid | next time i'll ask kwame | stay
        """)
}
