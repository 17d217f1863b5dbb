/// Several who are called, names that no pause sets off, and what marks tell.
extension ConstructionTests {
    /// Who is only told something, thanked or sent away, while something is asked of another.
    static let passedOver = Scene.table(
        """
        Pearl | You've been a great help, Pearl. Victor, how long does the scan take? | Victor
        Pearl | hazel i've written that down tomasz are there stairs in the building | Tomasz
        Pearl | Hazel, keep out, and Victor, what does it cost? | Victor
        Victor | Ta, Victor. And Hazel, do you agree? | Hazel
        Pearl | Victor, tell me the dose, and Hazel, write it down. | Victor, Hazel
        Pearl | Hazel, you go first, and Tomasz, you go second. | Hazel, Tomasz
        """)

    /// One after the other, by an ordinal or *before* and *after*, without a verb of its own.
    static let ranked = Scene.table(
        """
        Pearl | victor but hazel first on how to lift him | Hazel, Victor
        Pearl | can we have tomasz on this and victor straight afterwards | Tomasz, Victor
        Pearl | Before you, Victor, let Hazel say something. | Hazel, Victor
        Pearl | victor came second and hazel third in the race | stay
        """)

    /// Without marks: complete before, and nothing behind that the name could be the subject of.
    static let loose = Scene.table(
        """
        Pearl | i've taken off the bandage tomasz there's a red spot | Tomasz
        Pearl | the short crutches tomasz not the long ones | Tomasz
        Pearl | we saw tomasz on the stairs | stay
        Pearl | they lent hazel the spare key for a week | stay
        """)

    /// Who writes marks sets off whom he calls.
    static let marked = Scene.table(
        """
        Pearl | Hazel put the plaster on my knee. | stay
        Pearl | Nobody moved, and Victor in his socks on the ice. | stay
        Pearl | The kitten is called Pearl, after my aunt. | stay
        Pearl | Hazel, put the plaster on my knee. | Hazel
        Victor | Tomasz burnt the toast, and Hazel split the bill. | stay
        """)

    /// Names and a word for all.
    static let summed = Scene.table(
        """
        Pearl | Not just Hazel, I want to hear all of you. | all
        Pearl | Hazel, Victor, both of you, how long did you train? | Hazel, Victor
        """)
}
