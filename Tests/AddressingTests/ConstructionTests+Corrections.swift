/// Putting right whom one meant: reproaches, clefts, what is taken back, and what looks like it.
extension ConstructionTests {
    /// Said to one who took another's turn: that he misheard, cut in, got it wrong.
    static let reproached = Scene.table(
        """
        Cole | cole you misunderstood i was calling jade | Jade
        Cole | Cole, you jumped in, but it was Jade's turn. | Jade
        Cole | cole you got that wrong it was lily i asked | Lily
        Cole | Cole, you cut in. Roman, go on. | Roman
        Cole | were you listening cole i said roman | Roman
        Cole | cole you misheard me i said two coats not three | stay
        Cole | you answered my question thanks | stay
        Cole | Cole, I was addressing Lily. | Lily
        Cole | cole i was talking to lily yesterday and she said you were free | stay
        Cole | Cole, I'm afraid that's Roman's. | Roman
        Cole | cole my apologies i had jade in mind | Jade
        Cole | i had jade in mind when i chose the colour | stay
        Cole | not a job for cole this jade can you look | Jade
        Cole | i said jade cole not you | Jade
        """)

    /// The object stands in front of its verb, so whoever is named behind is only told.
    static let clefts = Scene.table(
        """
        Cole | It's Jade I want, Cole, my mistake. | Jade
        Cole | roman is the one i'm speaking to cole | Roman
        Cole | It's Lily's advice I need, Cole, not yours. | Lily
        Cole | it was roman i had in mind cole | Roman
        Cole | It's Jade I'm after, Cole, sorry. | Jade
        Cole | the one i was asking is lily cole | Lily
        Cole | it was roman i met at the fair so what do i do | stay
        Cole | it was jade's question that made me think of it | stay
        Cole | roman is the one i saw at the market | stay
        Cole | i want roman | Roman
        """)

    /// Words that take the call back.
    static let revoked = Scene.table(
        """
        Cole | cole i take that back jade how long does it need | Jade
        Cole | I'll take that back, Cole. Lily, are you open on Monday? | Lily
        Cole | as you were cole roman is it too short | Roman
        Cole | cole no roman sorry i always mix you two up is it too short | Roman
        Cole | cole no jade sorry you two sound so alike is it too red | Jade
        Cole | i always mix you two up | stay
        Cole | what do you two think of the red | all
        Cole | i'll take it back myself tomorrow | stay
        Cole | hang on you're cole i wanted lily about monday | Lily
        Cole! | hush the phone's ringing | stop
        Cole! | freeze don't say a word | stop
        Cole | can we leave it out this time | stay
        """)
}
