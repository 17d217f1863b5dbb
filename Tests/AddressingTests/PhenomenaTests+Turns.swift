import Addressing
import Testing

/// Turns given, taken back and corrected; and what people say to others meanwhile.
extension PhenomenaTests {
    static let turnsGiven = Scene.table(
        """
        Ingrid | I'd sooner have Chen's word on it. | Chen
        Ingrid | This needs a doctor's eye, so Chen, please. | Chen
        Ingrid | I'd be curious what Kwame makes of it. | Kwame
        Ingrid | Kwame, I gather you've flown that route. | Kwame
        Ingrid | let the pilot have a go | Kwame
        Ingrid | the floor is kwame's | Kwame
        Ingrid | kwame has the floor | Kwame
        Ingrid | see if kwame has an answer | Kwame
        Ingrid | find out from kwame how long it takes | Kwame
        Ingrid | run that by kwame for me | Kwame
        Ingrid | bounce it off kwame | Kwame
        Ingrid | could you get kwame to explain it | Kwame
        Ingrid | kwame's better at this than you | stay
        Ingrid | i'd like kwame to have a crack at it | Kwame
        Ingrid | give kwame a turn | Kwame
        Ingrid | it's kwame i need | Kwame
        Ingrid | kwame's the man for this | Kwame
        Ingrid | i think this is where kwame comes in | Kwame
        Ingrid | time for kwame to chip in | Kwame
        Ingrid | we haven't heard from kwame yet | Kwame
        Ingrid | kwame's been very quiet | stay
        Ingrid | what's kwame's take | Kwame
        Ingrid | what would kwame say | Kwame
        Ingrid | let's see what kwame has to say | Kwame
        Ingrid | let's hear it kwame | Kwame
        Ingrid | take it away kwame | Kwame
        Ingrid | kwame take it from here | Kwame
        Ingrid | kwame you're up | Kwame
        Ingrid | you're on kwame | Kwame
        Ingrid | kwame the floor's yours | Kwame
        Ingrid | the floor's yours kwame | Kwame
        Ingrid | all yours kwame | Kwame
        Ingrid | kwame go ahead | Kwame
        Ingrid | go on kwame | Kwame
        Ingrid | go ahead kwame | Kwame
        Ingrid | would the pilot care to comment | Kwame
        Ingrid | is that something kwame could answer | Kwame
        Ingrid | can we loop kwame in | Kwame
        Ingrid | switch to kwame please | Kwame
        Ingrid | i want kwame not ingrid | Kwame
        Ingrid | not ingrid kwame | Kwame
        Ingrid | ingrid stay out of it kwame what do you reckon | Kwame
        Ingrid | ingrid sit this one out kwame how far is it | Kwame
        Ingrid | i did say kwame didn't i | Kwame
        Ingrid | no i was asking kwame | Kwame
        Ingrid | actually that's for kwame | Kwame
        Ingrid | actually kwame what about you | Kwame
        Ingrid | let me ask kwame instead | Kwame
        Ingrid | let kwame answer not ingrid | Kwame
        Ingrid | why are you answering i asked kwame | Kwame
        Ingrid | you're not kwame | stay
        Ingrid | chen er kwame i mean | Kwame
        Ingrid | chen sorry i always mix you up kwame how far is it | Kwame
        Ingrid | chen or rather kwame how far is it | Kwame
        Ingrid | chen no wait that's one for kwame | Kwame
        Ingrid | chen actually no kwame how far is it | Kwame
        Ingrid | what do you think chen sorry kwame | Kwame
        Ingrid | how far is it chen i mean kwame | Kwame
        Ingrid | ask chen no ask kwame | Kwame
        Ingrid | let chen no let kwame answer | Kwame
        Ingrid | give it to chen no kwame | Kwame
        Ingrid | Hand it to Chen. Actually, no, Kwame. | Kwame
        Ingrid | no not him chen | Chen
        Ingrid | not her kwame | Kwame
        Ingrid | i don't mean chen i mean kwame | Kwame
        Ingrid | it was kwame i meant | Kwame
        Ingrid | by chen i meant kwame | Kwame
        Ingrid | the question was meant for kwame | Kwame
        Ingrid | that question wasn't for chen it was for kwame | Kwame
        Ingrid | i'm asking kwame not you | Kwame
        Ingrid | Mind the step, Grandad, here's your chair. | none
        Ingrid | Evie, stop pulling the cat's tail! | none
        Ingrid | coming mum | none
        Ingrid | just a sec darling i'm on a call | none
        Ingrid | hello who's there | none
        Ingrid | come in it's open | none
        Ingrid | leave it on the doorstep please | none
        Ingrid | table for two please | none
        Ingrid | excuse me miss where's the loo | none
        Ingrid | keep the change | none
        Ingrid | next stop please driver | none
        Ingrid | hi darling how was school | none
        Ingrid | did you have a nice day sweetheart | none
        Ingrid | dinner's on the table kids | none
        Ingrid | hold my hand crossing the road sweetie | none
        Ingrid | stop hitting your brother | none
        Ingrid | who wants ice cream kids | none
        Ingrid | give that back to your sister | none
        Ingrid | let go of the lead | none
        Ingrid | leave it leave it good dog | none
        Ingrid | stop barking | none
        Ingrid | alexa turn off the lights | none
        Ingrid | hey siri set a timer | none
        Ingrid | sam can you get the door | none
        Ingrid | Marcus, did you lock the car? | none
        Ingrid | Thanks, Julie, just put it on my desk. | none
        """)
}
