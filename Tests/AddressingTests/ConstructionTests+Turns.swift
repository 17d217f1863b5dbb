/// Who is given the turn, who is only named, and what has been done already.
extension ConstructionTests {
    /// The auxiliary is swallowed, the wish is hidden in a chance, a belief, a cleft.
    static let handed = Scene.table(
        """
        Pearl | better ask tomasz whether i may run | Tomasz
        Pearl | any chance victor could look after my coat | Victor
        Pearl | hazel must have an opinion on that | Hazel
        Pearl | victor's opinion would be useful here | Victor
        Pearl | tomasz will have to explain that | Tomasz
        Pearl | victor was about to say something | Victor
        Pearl | thanks pearl but hazel knows better | Hazel
        Pearl | has victor got an answer | Victor
        Pearl | has victor got a driving licence | stay
        Pearl | hazel was about to leave | stay
        Pearl | i knew tomasz before you ask him | stay
        Pearl | tomasz will have to move away | stay
        Pearl | hazel's opinion was no use at all | stay
        Pearl | no wait victor is the one who'd know that | Victor
        Pearl | that's a victor question if ever i heard one | Victor
        Pearl | you'd better not tell victor | stay
        Pearl | i should have asked tomasz | stay
        Pearl | any chance of rain tomorrow or is it dry | stay
        Pearl | the woman who looks like hazel keeps coughing | stay
        """)

    /// What has been passed on is not passed on now.
    static let told = Scene.table(
        """
        Pearl | i've passed the form on to victor already | stay
        Pearl | we sent it over to hazel last week | stay
        Pearl | I'll have a word with Tomasz about the stairs later. | stay
        Pearl | it's tomasz who told me | stay
        Pearl | please pass it on to victor | Victor
        Pearl | send it over to hazel would you | Hazel
        Pearl | may i have a word with tomasz | Tomasz
        Pearl | it's tomasz i need | Tomasz
        """)

    /// Some other time, or not at all.
    static let putOff = Scene.table(
        """
        Pearl | i'd better ask hazel when i see her tomorrow | stay
        Pearl | you should ask tomasz some time | stay
        Pearl | we could ask victor but he's useless | stay
        Pearl | will victor be singing too | stay
        Pearl | we could ask victor he's the expert | Victor
        Pearl | could victor sing something | Victor
        Pearl | ask tomasz when he'll be done | Tomasz
        """)

    /// The one spoken to is to do something for or with another.
    static let errands = Scene.table(
        """
        Hazel | Victor, go over and pick up Pearl, please. | Victor
        Hazel | Tomasz, run down and fetch Victor. | Tomasz
        Hazel | Victor, go check on Pearl, she looks pale. | Victor
        Victor | Hazel, come in and then call Pearl. | Hazel
        Hazel | pearl could you see if victor is free | Pearl
        Hazel | Tomasz, would you ask Pearl for the key when you see her? | Tomasz
        Hazel | see if victor is free | Victor
        Hazel | Hazel, let Victor take this. | Victor
        Hazel | Hazel, ask Pearl what it costs. | Pearl
        """)

    /// *And* joins to a hand-over another, with a verb of its own, with the same preposition, or with none.
    static let coordinated = Scene.table(
        """
        Pearl | let hazel read out the list and afterwards tomasz explains what it means | Hazel, Tomasz
        Pearl | have victor describe the scan and then hazel tells me what to do | Victor, Hazel
        Pearl | could hazel take that one and tomasz the next | Hazel, Tomasz
        Pearl | let's have hazel on the price and tomasz on the time | Hazel, Tomasz
        Pearl | victor and then maybe hazel if there's time | Victor, Hazel
        Pearl | Victor, give me the dose, but before that, Hazel, tell me her weight. | Hazel, Victor
        Pearl | let hazel read out the list she wrote after tomasz left | Hazel
        Pearl | let hazel tell us what tomasz explains so badly | Hazel
        """)

    /// An agent hands over when it says so of now, and tells of what was.
    static let spoken = Scene.table(
        """
        Pearl | I'm passing it on to Victor now. | Victor
        Pearl | I believe Hazel knows more about that. | Hazel
        Pearl | Hazel's better placed for this. | Hazel
        Pearl | I've passed the results on to Victor already. | none
        Pearl | We forwarded it to Victor yesterday. | none
        Pearl | Hazel has given it to Tomasz already. | none
        Pearl | Thanks, Hazel. So, shall I book you in? | none
        """)
}
