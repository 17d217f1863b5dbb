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

    /// Whose word it shall be, in the third person.
    static let namedSources = Scene.table(
        """
        Pearl | shouldn't we be hearing from tomasz by now | Tomasz
        Pearl | i want that explained by victor | Victor
        Pearl | hazel's the one to explain that | Hazel
        Pearl | let's see if tomasz's got a trick for that | Tomasz
        Pearl | the bed next to victor is free | stay
        Pearl | that was explained by victor last week | stay
        """)
}
