/// Words for all agents at once. They take part in the grammar like a name does, so that "let everyone answer" is
/// a hand-over and "everyone knows that" a mention.
package enum Everyone {
    /// The agent index of a mention of all.
    package static let agent = -1

    package static let words = Phrases(
        """
        all but / all except / all apart from / all bar / all besides / all save / anyone but / anybody but / anyone except / anybody except / anyone other than / everyone but / everybody but / everyone except / everybody except / everyone apart from / everybody apart from / everyone bar / everybody bar
        everyone / everybody / you all / you guys / all of you / each of you / every one of you / both of you / you both / you two / the whole team
        all three of you / all four of you / the two of you / the three of you / all two of you / guys / folks / team / y'all / the whole group / the whole room / each one of you / each person / each agent
        everyone else / everybody else / the others / the rest of you / the team / you people / ladies and gentlemen / you three / you four / the lot of you / the pair of you / people / all of them / any of you / you each / all / good people / everyone here / all agents
        guten morgen zusammen / guten abend zusammen / guten tag zusammen / hallo zusammen / hi zusammen / moin zusammen / hallo alle / hello all / hi all / morning all / evening all
        les amis / les gars / les filles / mes amis / los chicos aqui / liebe leute / leute
        yous / youse / all two / all three / all four / all five / all six / both of yous / both of youse / all of yous / all of youse / all of ya / you lot / chaps / lads and lasses / ladies and gents / boys and girls / one and all / each and every one / each and all / all and sundry / all present / all here / all aboard / everyone in the room / everybody in the room / everyone present / everybody here / everybody present / anyone and everyone / the whole lot of you / the both of you / the bunch of you
        todos / todas / todos ustedes / todos vosotros / cada uno / cada una / cada uno de ustedes / cada uno de vosotros / ustedes / vosotros / los dos / los tres / ustedes dos
        todos menos / todos excepto / todos salvo / todas menos / todos salvo a / tous sauf / tout le monde sauf / alle ausser / alle bis auf / jeder ausser
        tous les deux / tous les trois / tous les quatre / toutes les deux / toutes les trois / vous autres / los cuatro / las dos / las tres / los demas / ihr drei / ihr vier / ihr anderen / euch drei / euch beide / euch beiden
        tous / vous tous / tout le monde / chacun / chacun d'entre vous / chacun de vous / vous deux / toute l'equipe / vous trois / chacune
        alle / ihr alle / sie alle / von ihnen allen / ihnen allen / alle zusammen / jeder von euch / ihr beide / ihr beiden / alle mann / alle miteinander / euch allen / von euch allen / alle beide / jeder / ihr
        """)

    /// Groups that a caller may call the agents: alone they are called, with an article or `whole` spoken about.
    static let collectives: WordSet = [
        "team", "crew", "gang", "staff", "chaps", "mates", "pals", "troops", "posse", "gentlefolk", "group",
        "squad", "panel", "class", "lads",
        "ladies", "gents", "gentlemen",
        "friends", "colleagues", "experts", "agents", "hands", "comrades", "fellas", "folks", "guys",
        "people",
        "equipo", "chicos", "chicas", "amigos", "companeros", "gente", "muchachos", "senores",
        "equipe", "amis", "messieurs", "mesdames", "collegues",
        "leute", "freunde", "kollegen", "mannschaft", "truppe",
    ]

    /// What counts them: "the three of you", "every single one of you".
    static let quantities: WordSet = [
        "all", "each", "both", "one", "any", "everyone", "everybody", "two", "three", "four", "five", "six",
        "lot", "pair", "rest", "most", "whole", "entire", "bunch", "couple", "jack", "man", "last", "single",
        "soul", "person", "woman",
    ]

    /// What each is bidden to give in turn.
    static let giving: WordSet = [
        "says", "gives", "tells", "shares", "names", "picks", "chooses", "writes", "casts", "adds", "gets",
        "brings",
        "dit", "donne", "partage", "choisit", "explique", "raconte", "nomme", "sagt", "gibt", "nennt",
        "erzahlt",
        "wahlt", "dice", "da", "cuenta", "elige", "nombra", "explica", "say", "give", "name", "pick",
    ]

    /// What one gives when all are asked, beside views.
    static let contributions: WordSet = [
        "suggestions", "questions", "objections", "volunteers", "guesses", "votes", "voices", "tips",
        "business",
        "answers", "verdicts", "prediction", "predictions", "contributions", "feedback", "input", "objection",
        "suggestion", "reactions",
    ]

    /// What may stand between `you` and nothing: `you lot`, `you three`.
    static let plurals: WordSet = [
        "all", "both", "two", "three", "four", "five", "six", "guys", "folks", "people", "lot", "each",
        "lads",
        "ladies", "gentlemen", "gents", "fellas", "boys", "girls", "kids", "experts", "everyone", "everybody",
        "yourselves",
    ]

    /// Invitations that need no word for everybody.
    static let rounds = Phrases(
        """
        hands up / who's for / who's in favour / who's in favor / who's with me / who's up for / the general feeling / the general mood / feeling in the room / mood in the room / sense of the room / mood of the room / feeling of the room / temperature of the room / what does the room think / what does the room say / what's the consensus / general consensus / takers / any volunteers / in alphabetical order / from left to right / clockwise / starting from the left / down the line / popcorn style / lightning round / hear them all / are we all agreed / are we all set / are we all ready / are we all happy / quickfire round / objections from anyone / objections from anybody / thoughts from anyone / thoughts from anybody / ideas from anyone / questions from anyone / suggestions from anyone / suggestions from anybody / comments from anyone / business from anyone / as a group / as a team / the whole table / raise your hand / raise your hands / heads together / floor is open / open floor / all sides / all together now / all hands on
        around the room / around the table / around the circle / around the horn / around the group / round the room / round the table / round robin / roll call
        one after another / one after the other / one by one / one at a time / roundtable / round table / take turns / any other opinions / any other thoughts
        do a round / have a round / start a round / make a round / a quick round / one round / another round of / take a vote / a vote from / put it to a vote / any last words / any final words / any last thoughts / any final thoughts / introduce yourselves / amongst yourselves / among yourselves / between yourselves / between you all / sound off / speak up in turn / in turn please / each in turn
        hagamos una ronda / hacemos una ronda / que opinais / que pensais / que decis / presentaos / que opinan / que piensan / un mot de chacun / faisons un tour / presentez vous tous / machen wir eine runde / eine runde / stellt euch vor / sagt mal alle / was meint ihr / was denkt ihr / was haltet ihr
        any other views / all your opinions / all your thoughts / each of your / all two of your / all three of your / all four of your / all five of your / both of your opinions / everyone's take / everyone's opinion / everyone's favourite / everyone's favorite / everyone's thoughts / everyone's view / everybody's opinion / everybody's take / everyone's status / everyone's update / all of your opinions / all of your thoughts / quick poll / show of hands / a round of
        anyone disagree / anyone else want / anyone want to / anybody want to / any thoughts from / anyone have thoughts / anyone else have
        chacun a son tour / chacun votre tour / a chacun son tour / tour a tour / l'un apres l'autre / chacun un mot / tout le monde est la / tout le monde est pret / sind alle da / sind alle bereit / sind alle so weit / estan todos listos / estamos todos / la opinion de cada uno / la opinion de todos / l'avis de chacun / l'avis de tous / die meinung von allen / jeder ein satz / jeder einen satz / uno por uno / por turnos / uno a uno / una ronda / cada quien / a tour de role / tour de table / chacun son tour / l'un apres l'autre / un par un
        der reihe nach / reihum / einer nach dem anderen / reih um / runde machen / blitzrunde
        """)

    /// Pronouns of those spoken to, and what is theirs, for which a word for everybody stands in apposition.
    static let addressees: WordSet = [
        "euch", "ihr", "eure", "euer", "eurer", "euren", "eurem", "vous", "votre", "vos", "os", "vosotros",
        "vosotras", "vuestra", "vuestro", "vuestras", "vuestros", "ustedes",
    ]

    package static let second = Phrases(
        "you all / you guys / all of you / each of you / every one of you / both of you / you both / you two / you three / you four / the lot of you / the pair of you / you each / all three of you / y'all / vous tous / vous deux / ihr alle / von euch allen / von ihnen allen / ihr beide / ihr beiden / jeder von euch / todos ustedes / ustedes"
    )
}
