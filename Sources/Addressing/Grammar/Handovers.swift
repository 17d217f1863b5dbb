/// Ways to give somebody the turn in the third person, by language.
enum Handovers {
    static func patterns(_ language: Language) -> PatternTable {
        switch language {
        case .english: english
        case .spanish: spanish
        case .french: french
        case .german: german
        }
    }

    private static let spanish = Pattern.table(
        """
        preguntale|preguntarle|preguntele|preguntenle|pregunta|preguntar|preguntemos|preguntemosle|consulta|consultale|consultar|consultemos eso|esto? a|con @
        ~ preguntale|pregunta|dile|dilo|pidele a @
        pideselo|pidesela|preguntaselo|preguntasela|diselo|pasaselo|pasasela|dejaselo|dejasela|daselo|dasela|cuentaselo|explicaselo|consultaselo|encargaselo|pidaselo|digaselo|dejale|dale|encargale|pidale|digale|cuentale a @
        ~ deja|dejen|deje|dejemos|dejad|dejale que|a? @
        ~ que @ <base>
        ~ que @ <taking>
        ~ que @ lo|la|nos|me
        que lo|la|le|nos|me|se <base> @
        que lo|la|le|nos|me|se <taking> @
        ^ que nos|me|te|le|les|se lo|la|los|las? <base> @
        ^ que nos|me|te|le|les|se lo|la|los|las? <open> @
        @ habla|responde|contesta|va|empieza|pasa antes|despues|primero|luego de|que? el|ella|ellos|ti|&
        pregunta|duda|consulta era|es|va|iba para @
        que <base> @
        que <taking> @
        que lo @
        que opina|piensa|dice|cree|sugiere|recomienda|propone|diria|opinaria|aconseja @
        que te|le|les parece a? @
        a ver que dice|opina|piensa @
        pasame|paseme|pasale|pasa|pasar|pasanos|comunicame|comuniqueme|ponme|pongame|dame lo|esto|me|la|el? palabra|turno|pregunta? con|a @
        ~ hablar|hablo|hable con @
        ~ oir|escuchar|escuchemos|oigamos|oyamos a @
        quiero|quisiera|gustaria|prefiero que|a|oir|escuchar|hablar? a|con? @
        oir|escuchar|saber|conocer|tener|quiero|necesito|pedir|pide|dame|danos la|una|el|un? opinion|idea|version|respuesta|consejo|ayuda|punto de @
        le toca a? @
        toca a @
        turno de|para @
        ^ y @ $
        ^ y|mejor a @ $
        ^ ahora @ $
        <modal> @ <taking>
        puede|podria @ <base>
        @ puede|podria|deberia <base>
        @ puede|podria darme|decirme|explicarme|ayudarme|contarme|mandarme|ensenarme|darnos|decirnos|explicarnos|ayudarnos|contarnos
        esto|esta|eso es para @
        es para @
        eso|esto|esa|esta es mas? bien? una|un|cosa|algo|tema|asunto|pregunta? para|de @ $
        algo|pregunta|tema|cosa|duda|consulta|mensaje|recado para @ $
        esta @ ahi|aqui|disponible|libre|por
        @ por favor $
        queria|quise decir @
        es|era a? @ a? quien|que|la|el
        es|era con|para @ con|para?
        sino a|con|para? @
        me refiero|referia a @
        hablaba|preguntaba|hablo|estaba hablando? con|a @
        necesito a @
        necesito que @
        llama|llamemos|trae|invita a @
        quiza|quizas|vez|mejor @ sabe|sepa|puede|pueda
        """)

    private static let french = Pattern.table(
        """
        ~ demande|demandez|demandons|demander ca|cela|lui|la|le? a @
        ~ pose|posez|posons|poser la|cette|ta|ma|une|des|quelques? question|questions? a @
        ~ laisse|laissez|laissons|laisser moi? @
        ~ passe|passez|passons|passer|donne|donnez|donnons|rends moi|la|le|ca|cela|a? parole|tour|main|micro|relais? a @
        passe|passez moi @
        la parole est|a? a @
        ~ parler|parle|discuter a|avec @
        ~ entendre|ecouter|ecoutons|ecoute|avoir l? avis? de|d? @
        voudrais|aimerais|veux que|entendre|parler|l? avis? de|d|a|avec? @
        si on|nous demandait|laissait|passait|ecoutait|appelait|entendait|donnait|interrogeait la? parole? a? @
        que|qu en? pense|dit|propose|conseille|dirait|suggere|recommande|penserait @
        qu est ce que @ en? y? pense|dit|propose|conseille|recommande|suggere|penserait|ferait|dirait
        est ce que @ peut|pourrait|est|veut|pense|sait|recommande
        @ peut|pourrait t? il|elle
        c est au? tour de|d|a? @
        question|demande est|etait|s adresse|adressait? pour|a @
        @ parle|repond|passe|commence|intervient avant|apres|d lui|elle|eux|toi|abord|&
        c est a @
        c est a|de|avec|pour? @ que|qu|qui
        au? tour de|d @
        tour a @
        ^ et @ $
        ^ maintenant @ $
        @ d abord
        @ s il te|vous plait
        voulais|veux dire @
        parlais|adressais|demandais a @
        besoin de|d @
        une? question pour @
        ^ que @ reponde|parle|dise|explique|commence|prenne|donne|nous|me|le|la
        c est pour @
        peut etre que|qu? @ sait|peut|saura|pourra
        mais a|pour|avec|de|d? @ $
        quel|quelle est l|la|le avis|opinion|idee|reponse de|d @
        ^ l? avis de|d @ $
        """)

    private static let german = Pattern.table(
        """
        ^ frag|frage|fragt|fragen wir|sie? mal|doch|bitte|lieber? @
        ~ frag|frage|fragt|fragen wir|sie|auch? @
        lass|lasst|lassen|lasse uns|wir|sie? mal|doch|bitte|jetzt? @
        durfen|durften|durfte|darf|konnen|konnten|konnte|kann|konntest|wollen|sollten|sollen|mochte|mochten|wurde|lass|lasst|lassen wir|ich|du|sie|uns|man? dazu|mal|bitte|auch|noch|jetzt|doch|lieber|vielleicht? mal|bitte|auch? @ dazu|mal|auch|noch|bitte? horen|fragen|dazuholen|dazuschalten|holen|einbeziehen|hinzuziehen|hinzuholen|rufen|bitten|sprechen
        was|etwas|frage|sache|thema fur @ $
        was meint|denkt|sagt|halt|findet|glaubt|empfiehlt|wurde eigentlich|denn? @
        was wurde @
        wie sieht|findet das? @
        gib|gebt|geben|gebe|ubergib|ubergeben|ubergebe|leite|leiten|reich wir|ich|das|es|die|sie|mir|bitte? frage|wort|weiter|ab|mal? an|zu @
        verbinde|verbinden|stell|stellen sie|mich|bitte|uns? bitte? zu|mit @
        mit @ sprechen|reden
        mit @ <base>
        das? wort hat|an @
        @ kommt|spricht|antwortet|redet|ist|darf vor|nach|zuerst ihm|ihr|ihnen|dir|dran|&
        ich gebe|geb|reiche|leite|ubergebe das|es|die|dich|sie|jetzt|mal|gern|gleich? frage|mal|jetzt? an|zu @
        frage|das|es ging|galt|war|richtete an|fur|sich? an? @
        lass|lasst|lassen das|es|sie? mal|doch|lieber|bitte? @ <base>
        ist|ware @ heute|gerade|noch|jetzt|schon|zufallig? da|hier|frei|erreichbar|verfugbar|wach
        @ ist|ware dran|reihe|jetzt|an|dafur
        @ soll|kann|konnte|darf|sollte <base>
        @ soll|kann|konnte|darf|sollte das|mal|bitte|es|dazu|antworten|weitermachen
        kann|konnte|soll|darf|wurde|sollte @ <base>
        kann|konnte|soll|darf|wurde|sollte @ das|mal|bitte|uns|mir|es|dazu
        ich meine|meinte @
        ich wollte|will|mochte|wurde doch|eigentlich|ja|gern|gerne|lieber|nur? zu|mit|an|von @
        ich meinte|wollte doch? @
        horen wir|mal|uns? mal|jetzt|was|von? @
        hore|horen|wissen gern|gerne|was|von? @
        hatte|mochte|will gern|gerne? @
        wurde|mochte|will gern|gerne @ 's? * horen|wissen|fragen
        sondern an|mit|zu|von|fur? @
        was ist mit @
        wie ist es mit @
        ^ und @ $
        ^ jetzt @ $
        @ bitte $
        @ zuerst
        soll|sollte|kann|konnte @ <open>
        @ soll|sollte <open>
        eine? frage an|fur @
        das|die|frage ist|war|ware|geht eine|eher|doch|eigentlich|was? frage|was|etwas|sache? fur? fur|an @
        an @ weitergeben|ubergeben|weiterleiten|weiterreichen|abgeben|geben|richten|stellen
        mit @ verbinden|sprechen|reden|besprechen
        zu @ durchstellen|weiterleiten|schalten
        kann|konnte|soll|darf|wurde|sollte mir|uns|euch|bitte|das|es|vielleicht mal|bitte|das? @ <base>
        kann|konnte|soll|darf|wurde|sollte mir|uns|euch vielleicht|bitte? mal|das? @ das|es|mal|bitte|kurz|auch
        ruf|hol|hole mal|bitte? @
        vielleicht|bestimmt|sicher|womoglich weiss|kann|hat|wusste @
        meinung von @
        """)
}
