import Addressing

extension PhenomenaTests {
    static let english = Scene.table(
        """
        Kwame | mary ann could you tell me what that costs | Mary Ann
        Kwame | uh so mary ann um could you maybe check that | Mary Ann
        Kwame | doctor chen my arm feels numb | Chen
        Kwame | Dr. Chen, is that dangerous? | Chen
        Kwame | I was wondering, Doctor Chen, whether I should rest. | Chen
        Kwame | the cfo should answer that | Ingrid
        Kwame | what does the cfo say | Ingrid
        Kwame | the cfo said no last week | stay
        Kwame | r2 can you fix it | R2
        Kwame | hey r2 | R2
        Kwame | what about you r2 | R2
        Kwame | Ingrid's idea was better | stay
        Kwame | ingrid's idea was better | stay
        Kwame | I liked Ingrid's idea more than yours. | stay
        Kwame | so about ingrid's numbers do you trust them | stay
        Ingrid | if kwame agrees we can leave | stay
        Ingrid | If Kwame agrees, would you sign? | stay
        Ingrid | when kwame comes back tell me | stay
        Ingrid | as kwame said the fuel is low | stay
        Ingrid | Kwame thinks we should leave. | stay
        Ingrid | kwame was right about the fuel | stay
        Ingrid | did kwame tell you about it | stay
        Ingrid | is kwame always this quiet | stay
        Ingrid | how long has kwame been a pilot | stay
        Ingrid | who is kwame | stay
        Ingrid | Kwame asked me "what do you think" and I had no idea. | stay
        Ingrid | she told kwame what do you want | stay
        Ingrid | I should probably ask Kwame at some point. | stay
        Ingrid | I have asked kwame twice already | stay
        Ingrid | you sound like kwame | stay
        Ingrid | between you and kwame who is faster | stay
        Ingrid | we could do it without kwame | stay
        Ingrid | because of kwame we are late | stay
        Ingrid | kwame is in the kitchen with my sister | stay
        Ingrid | thanks kwame | stay
        Ingrid | Thanks, Kwame. What does it cost, Ingrid? | Ingrid
        Ingrid | thanks ingrid now kwame how far is it | Kwame
        Ingrid | okay thank you that's clear kwame any concerns | Kwame
        Ingrid | tell kwame that we're leaving | Kwame
        Ingrid | Could you ask Kwame if he's ready? | Kwame
        Ingrid | can we get kwame's view on this | Kwame
        Ingrid | let me hear it from kwame please | Kwame
        Ingrid | i think kwame should answer | Kwame
        Ingrid | kwame would know that wouldn't he | Kwame
        Ingrid | perhaps kwame has something to add | Kwame
        Ingrid | Why don't we hear from Kwame? | Kwame
        Ingrid | Would Kwame mind explaining it? | Kwame
        Ingrid | this one's for kwame | Kwame
        Ingrid | I'd be curious what Kwame makes of it. | Kwame
        Ingrid | bring kwame into this | Kwame
        Ingrid | may i speak to kwame please | Kwame
        Ingrid | put me through to kwame | Kwame
        Ingrid | let's turn it over to kwame | Kwame
        Ingrid | kwame it's over to you | Kwame
        Ingrid | kwame i'm lost where are we | Kwame
        Ingrid | and you kwame | Kwame
        Ingrid | You there, Kwame? | Kwame
        Ingrid | are you there kwame | Kwame
        Ingrid | kwame are you there | Kwame
        Ingrid | kwame you said we had fuel for two days right | Kwame
        Ingrid | it's cold isn't it kwame | Kwame
        Ingrid | we're late aren't we kwame | Kwame
        Ingrid | that can't be right can it kwame | Kwame
        Ingrid | kwame kwame kwame | Kwame
        Ingrid | excuse me kwame do you have a minute | Kwame
        Ingrid | before we go on kwame what's our speed | Kwame
        Ingrid | wait a second kwame what did you say | Kwame
        Ingrid | whatever you think is best kwame | Kwame
        Ingrid | to be honest kwame that sounds risky | Kwame
        Ingrid | kwame and mary ann what do you two think | Kwame, Mary Ann
        Ingrid | Kwame, Mary Ann and R2, introduce yourselves. | Kwame, Mary Ann, R2
        Ingrid | kwame mary ann r2 and doctor chen say hi | Kwame, Mary Ann, R2, Chen
        Ingrid | first mary ann then kwame | Mary Ann, Kwame
        Ingrid | kwame but mary ann first | Mary Ann, Kwame
        Ingrid | mary ann after kwame please | Kwame, Mary Ann
        Ingrid | i'd like to hear kwame and then mary ann on this | Kwame, Mary Ann
        Ingrid | Could Mary Ann and Kwame each give me one sentence? | Mary Ann, Kwame
        Ingrid | kwame you start mary ann you finish | Kwame, Mary Ann
        Ingrid | ask kwame and if he doesn't know ask r2 | Kwame, R2
        Ingrid | start with r2 and end with kwame | R2, Kwame
        Ingrid | not kwame mary ann | Mary Ann
        Ingrid | No, not Kwame. Mary Ann, please. | Mary Ann
        Ingrid | i didn't mean kwame i meant mary ann | Mary Ann
        Ingrid | kwame sorry i mean mary ann how much | Mary Ann
        Ingrid | kwame no wait mary ann how much is it | Mary Ann
        Ingrid | anyone but kwame please mary ann you go | Mary Ann
        Ingrid | you're not kwame i want kwame | Kwame
        Ingrid | leave kwame out of it what do you say r2 | R2
        Ingrid | don't ask kwame ask r2 | R2
        Ingrid | i'd rather hear r2 than kwame | R2
        Ingrid | r2 not kwame | R2
        Ingrid | what do you two think | all
        Ingrid | both of you please | all
        Ingrid | guys what's the plan | all
        Ingrid | okay folks your turn | all
        Ingrid | team any objections | all
        Ingrid | Let's go around. One sentence each. | all
        Ingrid | does anyone else want to say something | all
        Ingrid | everybody please say your name | all
        Ingrid | what do all of you make of this | all
        Ingrid | i want everyone's opinion | all
        Ingrid | tell me one by one what you would do | all
        Ingrid | the whole team was late yesterday | stay
        Ingrid | all the numbers look fine | stay
        Ingrid | everyone knows that | stay
        Ingrid | not everyone likes it | stay
        Ingrid | nobody told me anything | stay
        Ingrid | someone told me it was cheaper | stay
        Ingrid! | uh huh | backchannel
        Ingrid! | oh that's so sad | backchannel
        Ingrid! | right right yeah | backchannel
        Ingrid! | i see i see | backchannel
        Ingrid! | wow okay | backchannel
        Ingrid! | okay stop | stop
        Ingrid! | stop ingrid stop | stop
        Ingrid! | enough thank you | stop
        Ingrid! | ingrid please be quiet | stop
        Ingrid! | hang on hang on | stop
        Ingrid! | wait | stop
        Ingrid! | shush everybody | stop
        Ingrid! | that's enough for now | stop
        Ingrid! | would you please stop talking | stop
        Ingrid! | let me finish | stop
        Ingrid! | let me say something | stop
        Ingrid! | hold your horses | stop
        Ingrid! | no no no stop stop | stop
        Ingrid! | stop kwame should answer this | Kwame
        Ingrid! | wait kwame is that true | Kwame
        Ingrid! | hold on kwame what did you mean | Kwame
        Ingrid! | no that's not what i asked | stay
        Ingrid! | yes but what does it cost | stay
        Ingrid! | really how much | stay
        Ingrid | how do i stop the bleeding | domain Chen
        Ingrid | i think i broke my ankle | domain Chen
        Ingrid | which course gets us around the storm | domain Kwame
        Kwame | what's our profit this year | domain Ingrid
        Kwame | the coffee machine stopped working can somebody fix it | domain R2
        Kwame | my head hurts since yesterday | domain Chen
        Kwame | and how long will that take | stay
        Kwame | why | stay
        Kwame | the second one please | stay
        Kwame | tomorrow at nine | stay
        Kwame | i guess so | stay
        Kwame | no i don't think so | stay
        Kwame | hello | stay
        Kwame | mom not now | none
        Kwame | no honey i'm on the phone | none
        Kwame | Could you turn the music down, Steve? | none
        Kwame | sit down rex good boy | none
        Kwame | hi this is martha is dave there | stay
        """)

    static let moreEnglish = Scene.table(
        """
        Ingrid | kwame mind if i ask you something | Kwame
        Ingrid | yeah no that makes sense kwame what do you reckon | Kwame
        Ingrid | right so kwame back to you | Kwame
        Ingrid | back to kwame then | Kwame
        Ingrid | could you maybe let r2 have a go | R2
        Ingrid | r2's turn i think | R2
        Ingrid | shall we hear what r2 has to say | R2
        Ingrid | might r2 be able to help | R2
        Ingrid | let r2 speak for once | R2
        Ingrid | i'm asking r2 | R2
        Ingrid | that was meant for r2 | R2
        Ingrid | what's r2's view | R2
        Ingrid | r2 would you agree with ingrid | R2
        Ingrid | do you agree with what r2 said | stay
        Ingrid | can you explain what r2 meant | stay
        Ingrid | what r2 said worries me | stay
        Ingrid | the plan r2 made is too risky | stay
        Ingrid | do you remember when r2 fixed the engine | stay
        Ingrid | is that the engine r2 fixed | stay
        Ingrid | i trust r2 more than you | stay
        Ingrid | who hired r2 | stay
        Ingrid | why is r2 so slow | stay
        Ingrid | what happened to r2 | stay
        Ingrid | have you talked to r2 about it | stay
        Ingrid | will you tell r2 later | stay
        Ingrid | mary ann said you'd know | stay
        Ingrid | according to mary ann we're broke | stay
        Ingrid | mary ann's budget doesn't add up | stay
        Ingrid | i had lunch with mary ann | stay
        Ingrid | mary ann and i disagree | stay
        Ingrid | you and mary ann should talk | stay
        Ingrid | last time mary ann did the books it was wrong | stay
        Ingrid | mary ann can you repeat what kwame said | Mary Ann
        Ingrid | kwame tell mary ann about the storm | Kwame
        Ingrid | doctor chen did kwame show you his arm | Chen
        Ingrid | mary ann i think ingrid is wrong | Mary Ann
        Ingrid | chen what do you make of ingrid's plan | Chen
        Ingrid | explain that to me again would you chen | Chen
        Ingrid | one more thing chen how many pills | Chen
        Ingrid | oh and chen can i drink with those | Chen
        Ingrid | so what you're saying chen is that i'm fine | Chen
        Ingrid | in your experience chen is that normal | Chen
        Ingrid | i want to hear from everyone except kwame | Mary Ann, Chen, Ingrid, R2
        Ingrid | chen then kwame then r2 thirty seconds each | Chen, Kwame, R2
        Ingrid | chen go first kwame second | Chen, Kwame
        Ingrid | let kwame finish then chen | Kwame, Chen
        Ingrid | kwame last chen first | Chen, Kwame
        Ingrid | once kwame has answered i'd like chen's opinion | Kwame, Chen
        Ingrid | sorry wrong name kwame | Kwame
        Ingrid | oops i meant the doctor | Chen
        Ingrid | no the other one r2 | R2
        Ingrid | chen i mean kwame | Kwame
        Ingrid | chen or rather kwame where are we | Kwame
        Ingrid | ask chen no ask kwame | Kwame
        Ingrid | i said kwame not chen | Kwame
        Ingrid | why are you answering i asked chen | Chen
        Ingrid | is anybody there | all
        Ingrid | can anybody hear me | all
        Ingrid | who wants to start | all
        Ingrid | how about the rest of you | all
        Ingrid | good night everybody | all
        Ingrid | what would each of you do | all
        Ingrid | tell me your names all of you | all
        Ingrid | ladies and gentlemen your verdict please | all
        Ingrid | all right then | stay
        Ingrid | we all make mistakes | stay
        Ingrid | all i want is an answer | stay
        Ingrid | both are fine | stay
        Ingrid | each one costs ten euros | stay
        Ingrid! | mm | backchannel
        Ingrid! | oh nice | backchannel
        Ingrid! | yeah exactly | backchannel
        Ingrid! | oh i didn't know that | backchannel
        Ingrid! | you don't say | backchannel
        Ingrid! | fair point | backchannel
        Ingrid! | no way really | backchannel
        Ingrid! | okay sure got it | backchannel
        Ingrid! | ha that's funny | backchannel
        Ingrid! | amen to that | backchannel
        Ingrid! | okay but why | stay
        Ingrid! | sorry what was that | stay
        Ingrid! | can you say that again | stay
        Ingrid! | wait no go back | stay
        Ingrid! | ingrid that's too fast | Ingrid
        Ingrid! | that's fine you can stop now | stop
        Ingrid! | okay okay i get it stop | stop
        Ingrid! | quiet please | stop
        Ingrid! | hey stop it | stop
        Ingrid! | i need a moment | stop
        Ingrid! | give me a sec please | stop
        Ingrid! | pause for a moment | stop
        Ingrid! | hold that thought | stop
        Ingrid! | one moment please someone's at the door | stop
        Ingrid! | shut up ingrid | stop
        Ingrid! | stop both of you | stop
        Ingrid | when does the shop stop selling tickets | stay
        Ingrid | i can't stop thinking about it | stay
        Ingrid | where's the bus stop | stay
        Ingrid | let's not stop now | stay
        Ingrid | darling can you get the door | none
        Ingrid | sorry i was talking to my wife | none
        Ingrid | kids go to bed | none
        Ingrid | one second dad i'm in a meeting | none
        Kwame | is it going to be windy tonight | stay
        Ingrid | is it going to be windy tonight | domain Kwame
        Ingrid | i have a fever and my throat hurts | domain Chen
        Ingrid | what do those clouds mean | domain Kwame
        """)
}
