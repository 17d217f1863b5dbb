import Addressing

/// Ways of speaking that no list of sentences holds: clefts, verbs of passing on, idioms of stopping and of listening.
extension PhenomenaTests {
    static let englishIdioms = Scene.table(
        """
        Ingrid | Kwame is the one I was asking. | Kwame
        Ingrid | r2's the person i need for that | R2
        Ingrid | it's chen's verdict i'm after | Chen
        Ingrid | i'm dying to know how kwame sees this | Kwame
        Ingrid | shift this across to kwame | Kwame
        Ingrid | bounce it straight over to r2 would you | R2
        Ingrid | Leave the engine to R2. | R2
        Ingrid | the mic goes to kwame | Kwame
        Ingrid | chen deserves a say in this | Chen
        Ingrid | let's give chen the final word | Chen
        Ingrid | get chen for me please | Chen
        Ingrid | is chen willing to take a look | Chen
        Ingrid | i have an enquiry for the pilot | Kwame
        Ingrid | don't bother r2 with this get kwame to do it | Kwame
        Ingrid | kwame kicks off and chen wraps up | Kwame, Chen
        Ingrid | Chen, you answer after Kwame. | Kwame, Chen
        Ingrid | Let me have Kwame's view, and Chen's right after. | Kwame, Chen
        Ingrid | That wasn't meant for you, Ingrid; Kwame, is it raining? | Kwame
        Ingrid | strike that ingrid kwame how far is it | Kwame
        Ingrid | Ingrid, ugh, silly me. Kwame, how far is it? | Kwame
        Ingrid | No offence, Ingrid, but I'd like to ask Chen. | Chen
        Ingrid | I'm speaking to Chen, Ingrid, so let him answer. | Chen
        Ingrid | kwame has the tower called us back | Kwame
        Ingrid | kwame has the map | stay
        Ingrid | kwame put the map away last night | stay
        Ingrid | kwame put the map away | Kwame
        Ingrid | chen let me down when i was ill | stay
        Ingrid | do we need stamps in our passports kwame for the islands | Kwame
        Ingrid | i called three times last week chen and nobody answered | Chen
        Ingrid | my friend chen cooks well | stay
        Ingrid! | would you stop rambling | stop
        Ingrid! | quit your nagging please | stop
        Ingrid! | pack it in | stop
        Ingrid! | sshh somebody's at the door | stop
        Ingrid! | silence in the back | stop
        Ingrid! | just a tick the kettle's boiling | stop
        Ingrid! | everybody hush did you hear that | stop
        Ingrid! | whoa whoa | stop
        Ingrid! | whoa | backchannel
        Ingrid! | righto | backchannel
        Ingrid! | well i never | backchannel
        Ingrid! | ugh poor lamb | backchannel
        Ingrid! | ooh very fancy | backchannel
        Ingrid | every last one of you tell me what you saw | all
        Ingrid | one sentence from every desk please | all
        Ingrid | Your verdicts, all five: is it safe? | all
        Ingrid | whole crew sound off | all
        Ingrid | did everyone leave already | stay
        Ingrid | people are complaining again | stay
        Ingrid | gazza shut that window would you | none
        """)
    static let germanIdioms = Scene.table(
        """
        Jonas | nein jonas ich wollte eigentlich zu svenja | Svenja
        Jonas | svenja buchst du uns einen termin | Svenja
        Jonas | svenja prüf bitte die liste | Svenja
        Jonas | svenja hat die liste geprüft | stay
        Jonas | svenja prüfte die liste schon gestern | stay
        Jonas! | kleinen moment bitte | stop
        Jonas! | sei mal kurz still | stop
        Jonas! | halt die klappe | stop
        Jonas! | ach so ist das | backchannel
        """)
    static let spanishIdioms = Scene.table(
        """
        Ximena | rafael hay hueco el jueves | Rafael
        Ximena | rafael se equivocó con la reserva | stay
        Ximena | rafael mandó la factura | stay
        Ximena | rafael reserva una mesa para dos | Rafael
        Ximena | podríamos preguntarle a rafael | Rafael
        Ximena | es con rafael con quien quiero hablar | Rafael
        Ximena! | cállate un ratito | stop
        Ximena! | dame un momentito por favor | stop
        Ximena! | qué maravilla | backchannel
        """)
    static let frenchIdioms = Scene.table(
        """
        Bastien | c'est solène que je cherche | Solène
        Bastien | pas toi bastien c'est yasmine que j'appelle | Yasmine
        Bastien | on pourrait entendre yasmine là-dessus | Yasmine
        Bastien | yasmine réservez deux chambres | Yasmine
        Bastien | yasmine réservait toujours trop tard | stay
        Bastien | il faudrait demander à solène | Solène
        Bastien! | une petite minute | stop
        Bastien! | attends un peu s'il te plaît | stop
        Bastien! | quelle histoire | backchannel
        """)
}

/// More of the same, where the turn is given away.
extension PhenomenaTests {
    static let passedOn = Scene.table(
        """
        Ingrid | I reckon this is Kwame's patch. | Kwame
        Ingrid | does kwame have anything on this | Kwame
        Ingrid | i'll let kwame answer that one | Kwame
        Ingrid | Kwame's better placed to answer, isn't he? | Kwame
        Ingrid | time for kwame to weigh in | Kwame
        Ingrid | who better than kwame to explain it | Kwame
        Ingrid | I suppose Chen ought to see this. | Chen
        Ingrid | and chen's opinion | Chen
        Ingrid | could chen possibly help me out | Chen
        Ingrid | Start with R2, finish with Chen. | R2, Chen
        Ingrid | ingrid hold on kwame what was that | Kwame
        Ingrid | Not you, Ingrid. The doctor. | Chen
        Ingrid | i think kwame that we should turn back | Kwame
        Ingrid | i'd prefer kwame to ingrid on this | Kwame
        Ingrid | I'd value Chen's judgement here. | Chen
        Ingrid | is there anything kwame wants to add | Kwame
        Ingrid | has chen got a view | Chen
        Ingrid | i'd be interested in chen's take | Chen
        Ingrid | let me check that with kwame first | stay
        Ingrid | no sweetheart daddy's working | none
        Ingrid! | stop there ingrid thanks kwame go ahead | Kwame
        Ingrid! | sounds good to me | backchannel
        Ingrid | Anyone but Ingrid: what's the time? | Mary Ann, Chen, Kwame, R2
        Ingrid | any objections from anyone | all
        Ingrid | let me be perfectly frank with you | stay
        Ingrid | i'd never ask kwame for directions | stay
        Ingrid | i'll talk to chen later | stay
        Ingrid! | hold your fire | stop
        Ingrid! | that's enough out of you | stop
        Ingrid! | wait what did you say | stay
        """)
}

/// The turn given, listening, stopping and everybody in Spanish, French and German.
extension PhenomenaTests {
    static let spanishTurns = Scene.table(
        """
        Ximena | me gustaría oír la opinión de rafael | Rafael
        Ximena | quiero la opinión de cada uno | all
        Ximena | mejor que responda rafael | Rafael
        Ximena | ayer hablé con rafael de eso | stay
        Ximena! | anda qué curioso | backchannel
        Ximena! | sí sí sigue | backchannel
        Ximena | Disculpe, ¿está libre esta silla? | none
        """)
    static let frenchTurns = Scene.table(
        """
        Bastien | je voudrais poser une question à solène | Solène
        Bastien | dis-moi yasmine il fait quel temps là-bas | Yasmine
        Bastien | l'avis de solène ne m'intéresse pas | stay
        Bastien | chacun à son tour s'il vous plaît | all
        Bastien! | chut écoute | stop
        Bastien! | c'est pas vrai | backchannel
        """)
    static let germanTurns = Scene.table(
        """
        Jonas | ich hätte gern svenjas meinung dazu | Svenja
        Jonas | kannst du das an svenja weitergeben | Svenja
        Jonas | kann mir svenja das mal erklären | Svenja
        Jonas | entschuldigung jonas das war für svenja | Svenja
        Jonas | svenjas auto steht draußen | stay
        Jonas | jeder sagt bitte einen satz | all
        Jonas | guten morgen zusammen | all
        Jonas! | erzähl weiter | backchannel
        Jonas | herr ober zahlen bitte | none
        """)
}
