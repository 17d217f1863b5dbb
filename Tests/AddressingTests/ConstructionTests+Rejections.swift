/// Turning down whoever has taken a turn that was another's, and naming the right one.
extension ConstructionTests {
    /// Nobody wants to know why: a question about the turn itself, as against one about a deed.
    static let rhetorical = Scene.table(
        """
        Cole | Why is Cole replying? My question was to Jade. | Jade
        Cole | why are you talking i asked lily | Lily
        Cole | who asked cole my question was for roman | Roman
        Cole | was i speaking to you i was speaking to jade | Jade
        Cole | who said cole i said lily | Lily
        Cole | Why is Jade answering the phone all day? | stay
        Cole | did i ask jade to lock the till i forget | stay
        Cole | why not jade | Jade
        Cole | Pourquoi pas Jade pour la frange ? | Jade
        Cole | Warum nicht Jade? | Jade
        Cole | ¿Por qué no Jade? | Jade
        Cole | Who asked Roman to the party? | stay
        """)

    /// Who it turns out to be, and who it should have been.
    static let identified = Scene.table(
        """
        Cole | you're cole i wanted jade about the fringe | Jade
        Cole | is that you cole i was calling roman | Roman
        Cole | Cole isn't the one I asked, Jade is. | Jade
        Cole | Cole wasn't who I meant. Roman was. | Roman
        Cole | It wasn't Jade who rang, it was Roman. | stay
        Cole | Not Cole, he only phoned Jade. | stay
        Cole | On oublie Cole, c'est Jade que j'ai envie d'entendre. | Jade
        Cole | You're not Jade, you needn't shout. | stay
        """)

    /// One in the place of the other, asked for or told.
    static let exchanged = Scene.table(
        """
        Cole | Jade rather than you, please. | Jade
        Cole | I'd rather ask Lily than you. | Lily
        Cole | Jade, not Roman, was to sweep the floor. | stay
        Cole | Instead of Jade they picked Roman for the team. | stay
        """)

    /// What was wanted, said as what it was: pseudo-clefts, `X is the name I …`, `X it is yours`.
    static let equated = Scene.table(
        """
        Cole | who i wanted was jade | Jade
        Cole | the voice i'd like to hear is roman | Roman
        Cole | Lily's the name I called. | Lily
        Cole | It's Roman who should tell us. | Roman
        Cole | Jade's the one to ask about this. | Jade
        Cole | It's Roman who told us. | stay
        """)

    /// A false call: the holder's name, words that want nothing of them, and then somebody else.
    static let falseCalls = Scene.table(
        """
        Cole | cole i was really trying to reach lily | Lily
        Cole | Cole, you can sit down, I wanted Jade for this. | Jade
        Cole | Cole, this isn't about nails after all, so Roman, how often do I oil it? | Roman
        Cole | cole no need for you now jade and lily are you free | Jade, Lily
        Cole | cole did i say cole i want roman is the foam warm | Roman
        Cole | Cole, have a look at the thumb, and Jade, see to the fringe. | Cole, Jade
        Cole | cole i wanted jade to win the prize | stay
        Cole | Cole, quick, and you too, Jade, which polish dries first? | Cole, Jade
        """)

    /// The speaker's name with a signal only, and with more than that.
    static let signalled = Scene.table(
        """
        Cole! | Gotcha, Cole. | backchannel
        Cole! | okay cole okay | backchannel
        Cole! | right cole but what does it cost | Cole
        Cole! | mhm and lily is the chair free | Lily
        Cole! | whoa cole slow down stop a second | stop
        """)
}
