/// Who is named in a plan, or when the holder's advice is asked, and is not to speak.
extension ConstructionTests {
    /// A hand-over at another time is a plan; a time may also be what is asked about.
    static let planned = Scene.table(
        """
        Pearl | We should ask Victor about it some day, but go on. | stay
        Pearl | we should ask victor about that next time we meet | stay
        Pearl | I need to ask Victor at lunch. What else? | stay
        Pearl | I have to ask Victor at some point. Continue. | stay
        Pearl | we ought to talk to victor about the bill later on | stay
        Pearl | i must ask victor about his knee one of these days | stay
        Pearl | Can you ask Victor about it some other time? | stay
        Pearl | Some day we should ask Victor about that. | stay
        Pearl | tomorrow i have to ask victor | stay
        Pearl | We should ask Victor about it. | Victor
        Pearl | we should ask victor about lunch | Victor
        Pearl | Can we ask Victor about next week? | Victor
        Pearl | We should ask Victor what to do next time. | Victor
        Pearl | i have to ask victor if we could meet some day | Victor
        Pearl | At this point we should ask Victor. | Victor
        Pearl | could victor explain that at some point | Victor
        Pearl | Let's hear from Victor next. | Victor
        """)

    /// "Should I" asks for advice; "shall we" proposes to the room.
    static let deliberated = Scene.table(
        """
        Pearl | Should I call Victor about it? | stay
        Pearl | should i ask victor about the scan | stay
        Pearl | Can you answer that or should I ask Victor? | stay
        Pearl | Do I need to ask Victor? | stay
        Pearl | When should I call Victor? | stay
        Pearl | what should i tell victor | stay
        Pearl | Should I call Tomasz about it, Victor? | Victor
        Pearl | what should i cook victor | Victor
        Pearl | how many do i need to take victor | Victor
        Pearl | who should i ask victor | Victor
        Pearl | Should I stay or should Victor answer? | Victor
        Pearl | Should we ask Victor about that? | Victor
        Pearl | Shall we hear from Victor? | Victor
        Pearl | Should we invite Victor to the party? | stay
        Pearl | Should we invite Victor to the discussion? | Victor
        """)

    /// Nobody can be asked to feel something: the question is about the one named. To speak, to be there, to be willing he can be asked.
    static let felt = Scene.table(
        """
        Pearl | Would Victor like that? | stay
        Pearl | would victor be angry | stay
        Pearl | Would Victor and Hazel be insulted if I brought cake? | stay
        Pearl | Will Victor need my card? | stay
        Pearl | Why would Victor leave? | stay
        Pearl | Would Victor be upset, Hazel? | Hazel
        Pearl | Would Victor like a word? | Victor
        Pearl | would victor mind explaining it | Victor
        Pearl | Would Victor be happy to tell us more? | Victor
        Pearl | Would Victor be willing to answer that? | Victor
        Pearl | Would Victor be available? | Victor
        Pearl | Why would Victor recommend that? | Victor
        Pearl | Would Victor like that? Let's hear him. | Victor
        """)

    static let plannedGerman = Scene.table(
        """
        Jonas | Wir sollten irgendwann mal Svenja fragen. | stay
        Jonas | wir sollten svenja irgendwann dazu fragen | stay
        Jonas | Ich muss beim nächsten Mal Svenja fragen. | stay
        Jonas | Wir müssen später mit Svenja reden. | stay
        Jonas | Wir sollten Svenja fragen. | Svenja
        Jonas | Frag Svenja, wie das Wetter morgen wird. | Svenja
        """)
    static let plannedSpanish = Scene.table(
        """
        Ximena | Tenemos que preguntarle a Rafael algún día. | stay
        Ximena | Deberíamos hablar con Rafael la próxima vez. | stay
        Ximena | mañana le pregunto a rafael | stay
        Ximena | ¿Debería preguntarle a Rafael? | stay
        Ximena | Deberíamos preguntarle a Rafael. | Rafael
        Ximena | ¿Debería explicarlo Rafael? | Rafael
        Ximena | Pregúntale a Rafael qué pasa la próxima vez. | Rafael
        """)
    static let plannedFrench = Scene.table(
        """
        Solène | On devrait demander à Bastien un jour. | stay
        Solène | Je dois parler à Bastien plus tard. | stay
        Solène | Est-ce que je devrais demander à Bastien ? | stay
        Solène | On devrait demander à Bastien. | Bastien
        Solène | Demande à Bastien ce qu'on fait la prochaine fois. | Bastien
        """)
}
