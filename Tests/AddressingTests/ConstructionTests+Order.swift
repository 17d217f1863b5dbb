/// Several who are to speak one after the other, and what only looks like it.
extension ConstructionTests {
    /// A place in the order holds for its neighbour: "then", "right behind him", "once she's through".
    static let succeeding = Scene.table(
        """
        Pearl | victor takes two minutes and right behind him it's hazel | Victor, Hazel
        Pearl | tomasz shows us the stretch and then it's victor's turn | Tomasz, Victor
        Pearl | I'd like Hazel and, once she's through, Victor to explain the scan. | Hazel, Victor
        Pearl | i want a plan from tomasz then a price from victor | Tomasz, Victor
        Pearl | let's have hazel on the fever and straight after her tomasz on the knee | Hazel, Tomasz
        Pearl | hazel begins and victor finishes | Hazel, Victor
        Pearl | hazel explains the dose now and as soon as she's done tomasz shows us the exercise | Hazel, Tomasz
        Pearl | victor gets a minute with tomasz to follow | Victor, Tomasz
        Pearl | victor tell me the dose and hazel the price | Victor, Hazel
        Pearl | so that's victor and then it's tomasz what hurts most | Victor, Tomasz
        Pearl | i'll take tomasz first and hazel after that | Tomasz, Hazel
        Pearl | victor's view please then tomasz's view | Victor, Tomasz
        Pearl | thanks hazel thanks victor now which of you two will call me | Hazel, Victor
        Pearl | tomasz you're on after victor | Victor, Tomasz
        Victor | Hazel, wait a second. Tomasz starts, then you. | Tomasz, Hazel
        Pearl | first word goes to tomasz last word goes to victor | Tomasz, Victor
        """)

    /// What has been, or is so every day, is no order to speak.
    static let pastSuccession = Scene.table(
        """
        Pearl | victor slept and then hazel slept too | stay
        Pearl | I spoke to Victor, and after him Hazel came in. | stay
        Pearl | victor always comes late and after that hazel is cross | stay
        Pearl | when victor was done hazel drove home | stay
        Pearl | I heard Hazel, and once she'd finished Victor came by. | stay
        Pearl | victor's report and then hazel's report were both wrong | stay
        Pearl | victor had them running up the stairs for an hour | stay
        """)

    /// An order and no verb; two clauses of one frame; a place in the order behind what is wanted of another.
    static let listed = Scene.table(
        """
        Pearl | Two guesses, please: Tomasz's, and after that Hazel's. | Tomasz, Hazel
        Pearl | Victor's figure first, then Hazel's view. | Victor, Hazel
        Pearl | hazel's numbers please and once we have those tomasz's opinion | Hazel, Tomasz
        Pearl | victor first please and tomasz once he's done | Victor, Tomasz
        Pearl | i'll take hazel's answer first victor's second | Hazel, Victor
        Pearl | i want to hear victor but hazel has to go first | Hazel, Victor
        Pearl | you first tomasz then victor | Tomasz, Victor
        Pearl | victor you know the dose and hazel you know the price so tell me both | Victor, Hazel
        Pearl | tomasz may go before you hazel the knee is worse than the fever | Tomasz, Hazel
        Pearl | hazel checks the dose and victor reads the scan in that order | Hazel, Victor
        Hazel | Hazel, what is the dose? Victor, how long does it take? | Hazel, Victor
        Pearl | Hazel first. That was the order last night. | Hazel
        Pearl | first hazel phoned and then victor phoned | stay
        Pearl | Last week Hazel's bill, this week Victor's. | stay
        Pearl | hazel checks the dose and victor reads the scan | stay
        Hazel | Hazel, no, stop. Victor, how long does it take? | Victor
        Pearl | thanks victor hazel you know the price | Hazel
        """)

    /// Whose word it shall be, in the third person.
    static let namedSources = Scene.table(
        """
        Pearl | shouldn't we be hearing from tomasz by now | Tomasz
        Pearl | i want that explained by victor | Victor
        Pearl | hazel's the one to explain that | Hazel
        Pearl | let's see if tomasz's got a trick for that | Tomasz
        Pearl | tomasz hasn't said a word yet so let's give him the floor | Tomasz
        Pearl | nobody knows scans like victor so the floor is his | Victor
        Pearl | why not start with hazel | Hazel
        Pearl | it would help me to hear victor's view | Victor
        Pearl | i'd like that explained by tomasz | Tomasz
        Pearl | where does hazel stand on needles | Hazel
        Pearl | i was rather hoping victor would take this | Victor
        Pearl | swap with tomasz would you | Tomasz
        Pearl | nobody knows scans like victor | stay
        Pearl | victor broke his cup so the blue one is his | stay
        Pearl | it helped me to hear victor's view | stay
        Pearl | i swapped with tomasz | stay
        Pearl | the bed next to victor is free | stay
        Pearl | that was explained by victor last week | stay
        """)

    /// A place in the order stands behind words of taking a turn, in its own clause.
    static let placed = Scene.table(
        """
        Pearl | I have a question for Hazel, but Victor should answer it first. | Victor, Hazel
        Pearl | hazel i'll want your dose but victor's up first | Victor, Hazel
        Pearl | hazel gets the first word and victor the second | Hazel, Victor
        Pearl | tomasz you'll be the second victor you'll be the third so hazel you start | Hazel, Tomasz, Victor
        Pearl | hazel wraps up and victor opens | Victor, Hazel
        Pearl | Ask Hazel about the first scan and ask Victor what hurts. | Hazel, Victor
        Pearl | let hazel finish then victor | Hazel, Victor
        Pearl | hazel came in second and victor first | stay
        Pearl | Ask Hazel about this, and Victor can have it later. | Hazel
        """)

    /// Two clauses of one frame: what the later lacks stands in the earlier, and neither is a call for silence.
    static let framed = Scene.table(
        """
        Pearl | Let Hazel speak for the ward and Victor for the lab. | Hazel, Victor
        Pearl | let's hear what victor makes of it and what tomasz does | Victor, Tomasz
        Pearl | hazel count us in and victor stand by with the chart | Hazel, Victor
        Pearl | hazel you take the arm and victor you check we have enough light | Hazel, Victor
        Hazel | Read me the chart, Hazel, then it's over to Victor for the scan. | Hazel, Victor
        Pearl | hazel you carry on and victor stay out of it | Hazel
        Hazel | Hazel, hang on. Then Victor, what do you see? | Victor
        Pearl | hazel likes tea and victor coffee | stay
        Pearl | my aunt gave hazel a scarf and victor a hat | stay
        """)
}
