/// Who is not meant, and when all shall speak or nobody.
extension ConstructionTests {
    /// "Forget what I said": the words are taken back, and with them to whom they went.
    static let takenBack = Scene.table(
        """
        Jade | forget what i said jade i'd rather roman did it | Roman
        Jade | disregard what i just asked jade let cole speak | Cole
        Jade | ignore my question jade lily how late are you open | Lily
        Jade | oops that should have gone to cole | Cole
        Jade | oh i should have said roman | Roman
        Jade | i keep calling you jade lily sorry can i pay by card | Lily
        Jade | forget what roman said what do you think | stay
        Jade | ignore my accent i am from leeds | stay
        Jade | it should have gone to my sister | stay
        Jade | roman should have said so | stay
        """)

    /// A clause is left where it was, and another begun.
    static let brokenOff = Scene.table(
        """
        Jade | Jade, can you... oh wait, that's a question for Lily. | Lily
        Jade | jade hmm no this is more of a cole thing cole does it chip | Cole
        Jade | jade er no that's one for roman | Roman
        Jade | Jade, can you wait for my sister? | Jade
        Jade | jade no problem at all | Jade
        """)

    static let denied = Scene.table(
        """
        Jade | that question wasn't aimed at you jade but at cole | Cole
        Jade | it's roman not cole that i need | Roman
        Jade | roman i don't want to hear from cole i want to hear from you | Roman
        Jade | i know jade would love to tell me but i want lily to | Lily
        Jade | Don't answer that, Jade. Lily, you do it. | Lily
        Jade | not the stylist the nail guy | Cole
        Jade | no jade lily | Lily
        Jade | it's not your turn jade it's roman's | Roman
        Jade | it's your turn roman | Roman
        Jade | that's not one for you jade cole does it chip | Cole
        Jade | no jade | Jade
        Jade | that's not one for me | stay
        Jade | i don't want to hear roman's music | stay
        Jade | it's not that i don't like roman | stay
        Jade | roman isn't who i meant | stay
        Jade | no i meant the blue one not the red one | stay
        """)

    /// The holder is to wait, or to let another speak.
    static let madeRoom = Scene.table(
        """
        Jade | no jade let him answer roman go on | Roman
        Jade | wait jade before you go on lily do you agree | Lily
        Jade | cole you go ahead lily you wait | Cole
        Jade | don't worry jade lily's got this | Lily
        Jade | forget it jade i'll hear it from cole instead | Cole
        Jade | wait for lily jade | Jade
        Jade | lily's got a new coat | stay
        """)

    /// Behind a listener's signal a command needs no pause; a reason to wait is no question.
    static let stopped = Scene.table(
        """
        Jade! | good to know stop jade | stop
        Jade! | fair enough stop there | stop
        Jade! | whoa jade easy | stop
        Jade! | one second my train is coming | stop
        Jade! | wait up let me find my notebook | stop
        Jade! | good to know | backchannel
        Jade! | wait let me ask lily | Lily
        Jade! | i need a second opinion | stay
        Jade | can you stop it from going frizzy | stay
        Jade! | see you at the next stop jade | Jade
        """)

    static let everybody = Scene.table(
        """
        Jade | Final check, all stations, report in. | all
        Jade | all units check your lights | all
        Jade | Nobody stays silent here: what did you all make of the cut? | all
        Jade | whoever knows speak up | all
        Jade | who'd like to go first | all
        Jade | any other suggestions | all
        Jade | what do we all think | all
        Jade | we all think it's too long | stay
        Jade | any other colours | stay
        Jade | all stations on this road smell | stay
        Jade | everyone i know has had it | stay
        Jade | everyone at school has it | stay
        Jade | everybody out there was screaming | stay
        Jade | whoever it was did well | stay
        """)

    /// What the holder said is gone back to, whatever its subject; a repetition of something else is none.
    static let referredBack = Scene.table(
        """
        Jade | your advice was to wash it less so what about the beard | stay
        Jade | you were telling me about the beard oil before | stay
        Jade | you've been explaining the shaving to me for an hour | stay
        Jade | your tip with the nails was nice is there more | stay
        Jade | my beard is itching again what helps | domain Roman
        Jade | the nails broke again | domain Cole
        """)

    static let german = Scene.table(
        """
        Jonas | vielleicht weiß svenja mehr | Svenja
        Jonas | lass das mal svenja machen | Svenja
        Jonas | ist svenja heute da | Svenja
        Jonas | vielleicht weiß sie mehr | stay
        Jonas | ich lass das lieber | stay
        Jonas | wo ist svenja heute | stay
        """)
    static let spanish = Scene.table(
        """
        Ximena | quizá sabe rafael algo más | stay
        Ximena | tal vez rafael sepa algo más | Rafael
        Ximena | perdona quería hablar con rafael | Rafael
        Ximena | me llegó mal la factura otra vez | domain Begoña
        Ximena | ayer hablé con rafael otra vez | stay
        """)
    static let french = Scene.table(
        """
        Solène | la sauce bastien elle est trop salée | Bastien
        Solène | peut-être que yasmine saura | Yasmine
        Solène | c'est bastien qui me l'a dit | stay
        Solène | c'est bastien qui doit répondre | Bastien
        Solène | bastien elle est trop salée | Bastien
        Solène | la sauce de bastien est trop salée | stay
        """)
}
