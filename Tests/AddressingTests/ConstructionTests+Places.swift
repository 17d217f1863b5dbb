/// Where the one spoken to stands, and what only looks like it.
extension ConstructionTests {
    /// A clause is complete before the name: a time has closed it, or its object; *and* opens the next.
    static let complete = Scene.table(
        """
        Pearl | the parcel arrived on monday victor and i think it's damaged | Victor
        Victor | it's getting worse every day tomasz and nobody believes me | Tomasz
        Pearl | he took my umbrella hazel and walked out | Hazel
        Hazel | my mother says tomasz that i should rest | Tomasz
        Victor | there's a strange rash on my elbow hazel | Hazel
        Hazel | i met victor and he was charming | stay
        Hazel | the doctor says victor and tomasz are on holiday | stay
        Hazel | the last time i spoke to victor he was ill | stay
        Hazel | last sunday victor rang them twice | stay
        Hazel | yesterday i saw pearl and left early | stay
        Victor | nobody answered the door hazel so we left it with a neighbour | Hazel
        Victor | they moved my appointment tomasz because it snowed | Tomasz
        Hazel | i told my brother victor so he came along | stay
        """)

    /// A relative clause without its pronoun has its object in front of it, and the name for its subject.
    static let gaps = Scene.table(
        """
        Hazel | I liked the plan Tomasz put together. | stay
        Hazel | The chart Victor cut out is on the wall. | stay
        Hazel | Everything Victor put in writing is wrong. | stay
        Hazel | What Pearl let slip worries me. | stay
        Hazel | the exercises tomasz set me are boring | stay
        Hazel | victor put the plan together please | Victor
        Hazel | tomasz cut the tape would you | Tomasz
        Hazel | victor set it down over there | Victor
        """)

    /// A passive, a degree, a question or a relative clause needs no object behind its verb.
    static let satisfied = Scene.table(
        """
        Victor | should i be worried hazel | Hazel
        Victor | they want a form i never got pearl | Pearl
        Victor | i never know what to ask for pearl | Pearl
        Victor | that's what annoyed pearl | stay
        Victor | the picture was taken by tomasz | stay
        Victor | how well do you know pearl | stay
        Victor | how old is pearl | stay
        Hazel | how much is that victor | Victor
        Victor | there's a book i gave hazel | stay
        Victor | i'm waiting for pearl | stay
        """)

    /// The holder of the floor may be named along with another who is only asked about.
    static let agents = Scene.table(
        """
        Pearl | hazel was it you or victor who moved the lamp | Hazel
        Pearl | victor is pearl always this slow | Victor
        Pearl | Hazel, come in, and Pearl, you too. | Hazel, Pearl
        Pearl | Tomasz, sit down and Hazel, stand up. | Tomasz, Hazel
        Pearl | suppose it swells up hazel would you still come in | Hazel
        Pearl | hazel and victor are cousins i think | stay
        Pearl | hazel and victor are you cousins | Hazel, Victor
        Pearl | i wish victor were here | stay
        Pearl | tomasz wake hazel would you | Tomasz
        """)

    /// What a name that is a word does as that word.
    static let words = Scene.table(
        """
        Otto | suppose it stays this dry sunny would you go out | Sunny
        Otto | sunny is it going to pour | Sunny
        Otto | is it sunny where you are | stay
        Otto | it will be sunny won't it | stay
        Otto | miles better than the old one | stay
        Otto | miles is it better than the old one | Miles
        Otto | i bought it in good faith | stay
        Otto | faith can you see my invoice | Faith
        Otto | bill me later | stay
        Otto | bill me too please i had the soup | Bill
        Otto | bill the invoice is wrong | Bill
        Otto | we really hope the rain stops | stay
        Otto | hope can you help me calm down | Hope
        Otto | that sounds joyless what's the catch | stay
        """)

    /// Verbs and adjectives that are names, before a clause and behind its verb.
    static let clauses = Scene.table(
        """
        Otto | bill the front door is stuck | Bill
        Otto | bill we're coming with ten people | Bill
        Otto | bill they've sent us the wrong form | Bill
        Otto | bill them for the extra hour | stay
        Otto | hope the weather is nice tomorrow | stay
        Otto | hope they win | stay
        Otto | the terrace is always sunny after lunch | stay
        Otto | the garden was so sunny we moved the tables | stay
        Otto | since yesterday grace nobody has eaten anything | Grace
        Otto | we sold the blue one grace on saturday | Grace
        Otto | the bit i can't work out grace is why it sinks | Grace
        Otto | grace's guys were up here till eight last night | stay
        """)
}
