/// Of two who are named, which is spoken to; and groups that are named as one.
extension ConstructionTests {
    /// Behind a call, a question about somebody else.
    static let askedAbout = Scene.table(
        """
        Pearl | hazel is victor allowed to drive yet | Hazel
        Pearl | Hazel, can Tomasz lift his arm again? | Hazel
        Pearl | victor why has tomasz left his crutches here | Victor
        Pearl | tomasz does pearl own a bicycle | Tomasz
        Pearl | hazel can victor explain the scan | Victor
        Pearl | could tomasz take this | Tomasz
        """)

    /// A noun phrase, a name, and the only verb.
    static let behindSubjects = Scene.table(
        """
        Pearl | the lamp in the corridor tomasz has been dark all day | Tomasz
        Pearl | the second bandage tomasz is still too tight | Tomasz
        Pearl | the chair tomasz mended is broken again | stay
        Pearl | that night tomasz was late again | stay
        Pearl | the room tomasz is in | stay
        Pearl | the new doctor tomasz has been very kind | stay
        Pearl | i was hoping victor for something quicker | Victor
        Pearl | i was waiting for victor | stay
        """)

    /// What is denied of one is left out behind the other.
    static let elliptic = Scene.table(
        """
        Cole | cole doesn't have to answer that jade does is it too dark | Jade
        Cole | Cole won't know that, Roman will: how short is too short? | Roman
        Cole | cole isn't the one i need lily is are you open on sunday | Lily
        Cole | cole didn't answer the door but roman did | stay
        Cole | cole doesn't drink coffee but lily does | stay
        Cole | cole isn't the one who cut it lily is | stay
        Cole | who i really like is jade | stay
        Cole | who i really wanted was jade | Jade
        Cole | what i had in mind was roman how long does it take | Roman
        Cole | who i saw yesterday was jade | stay
        """)

    /// "The whole …" as somebody who may speak.
    static let wholes = Scene.table(
        """
        Cole | I want the opinion of the entire shop on this fringe. | all
        Cole | what does the whole salon say short or long | all
        Cole | i'd like a prediction from the whole floor | all
        Cole | let's have a yes or a no from everyone | all
        Cole | three experts three verdicts is it too short | all
        Cole | what's your opinion of the whole look | stay
        Cole | can we keep it from everyone | stay
        Cole | two coffees two cakes what does that come to | stay
        """)
}
