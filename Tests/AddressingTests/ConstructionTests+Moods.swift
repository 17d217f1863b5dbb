/// Predicates of speaking in a sentence that wants them, and in one that tells of them.
extension ConstructionTests {
    /// Wish, duty, supposition, propriety; past, habit, condition.
    static let moods = Scene.table(
        """
        Pearl | it's high time victor told us about the scan | Victor
        Pearl | Suppose Tomasz showed us the stretch. | Tomasz
        Pearl | it would only be right that hazel answers | Hazel
        Pearl | any objection to tomasz describing the brace | Tomasz
        Pearl | Victor is to explain the picture now. | Victor
        Pearl | hazel shall have the last word | Hazel
        Pearl | I beg Victor to tell us more. | Victor
        Pearl | every time it rained we let victor tell stories | stay
        Pearl | if victor explains it once more i'll scream | stay
        Pearl | they had hazel give a speech | stay
        Pearl | we've decided that tomasz will speak at the dinner | stay
        Pearl | could victor have said no if they'd asked | stay
        Pearl | Should Hazel call, say I'm asleep. | stay
        Pearl | not a word to hazel about the cake | stay
        Pearl | there's really no need to bother victor | stay
        """)

    /// The turn as a gift; the one named before, taken up by a pronoun.
    static let gifts = Scene.table(
        """
        Pearl | grant victor the floor | Victor
        Pearl | lend tomasz the mic for a second | Tomasz
        Pearl | the pleasure of explaining the plaster falls to hazel | Hazel
        Pearl | Is it Hazel who does jabs? Then do let her speak. | Hazel
        Pearl | Tomasz used to climb, so bring him in. | Tomasz
        Pearl | Victor has the pictures. So could he? | Victor
        Pearl | give victor the keys | stay
        Pearl | a nice try from tomasz yesterday | stay
        Pearl | Hazel was here, but they wouldn't let her in. | stay
        """)

    /// An appointment is no hand-over.
    static let appointments = Scene.table(
        """
        Pearl | i'll have victor ring you when the pictures are in | none
        Pearl | i'll ask tomasz tonight and let you know | none
        Pearl | hazel can see you next week | none
        Pearl | I'll let Victor explain the picture. | Victor
        """)
}
