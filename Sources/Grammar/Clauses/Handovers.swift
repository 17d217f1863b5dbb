/// Ways to give somebody the turn in the third person, by language.
package enum Handovers {
    package static func patterns(_ language: Language) -> PatternTable {
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
        pideselo|pidesela|preguntaselo|preguntasela|diselo|pasaselo|pasasela|dejaselo|dejasela|daselo|dasela|cuentaselo|explicaselo|consultaselo|encargaselo|pidaselo|digaselo|dejale|dale|encargale|pidale|digale|cuentale a @
        ~ deja|dejen|deje|dejemos|dejad|dejale que|a? @
        ~ que @ se|nos|me|te|lo|la|le|les? <base>
        ^ que @ se|nos|me|te|lo|la|le|les? <open>
        doy|damos|dale|denle|demosle|cedo|cedele|cedemos|paso|pasale|pasamos|dar|ceder|pasar|darle|cederle|pasarle la|el|esta|esa|mi? palabra|turno|paso|pregunta|micro|microfono|testigo|relevo|voz|mano|consulta|duda a @
        preguntarselo|decirselo|pedirselo|decirle|preguntaria|consultaria|pediria|pedirle|pedir|pido|pedimos|pregunto|preguntamos a @
        ~ preguntale|pregunta|dile|dilo|pidele|llama|trae a @
        deja|dejen|deje|dejad|dejemos|dejar <base> a @
        volvamos|vuelvo|volvemos|pasamos|pasemos|sigamos|seguimos con|a @
        te|os|les|le dejo con @
        ^ que nos|me|te|le|les|se lo|la|los|las? <base> @
        ^ que nos|me|te|le|les|se lo|la|los|las? <open> @
        pregunta|duda|consulta era|es|va|iba dirigida|destinada? para|a @
        quien mejor que @
        ~ que me|nos|lo|la|le|se? <base> primero|antes|ahora|tambien? @
        que diria|opinaria @
        que te|le|les parece a? @
        pasame|paseme|pasale|pasa|pasar|pasanos|comunicame|comuniqueme|ponme|pongame|dame lo|esto|me|la|el? palabra|turno|pregunta? con|a @
        ~ hablar|hablo|hable con @
        ~ oir|escuchar|escuchemos|escuchamos|oigamos|oyamos a @
        quiero|quisiera|gustaria|prefiero que|a|oir|escuchar|hablar? a|con? @
        oir|escuchar|saber|conocer|tener|interesa|interesaria|quiero|necesito|pedir|pide|dame|danos la|una|el|un? opinion|idea|version|respuesta|consejo|ayuda|punto de @
        toca a @
        turno de|para @
        pido|pedimos la palabra para @
        ~ a @ $
        dejo a @ $
        puede|podria @ <base>
        @ puede|podria|deberia <base>
        eso|esto|esa|esta es mas? bien? una|un|cosa|algo|tema|asunto|pregunta? para|de @ $
        algo|pregunta|tema|cosa|duda|consulta|mensaje|recado para @ $
        esta @ ahi|aqui|disponible|libre|por
        queria|quise decir @
        quien tiene|debe que? <base> es @
        es|era con|para @ con|para?
        sino a|con|para? @
        me refiero|referia a @
        hablaba|preguntaba|hablo|estaba hablando? con|a @
        necesito a @
        dirijo a @
        necesito que @
        quiza|quizas|vez|mejor|igual|seguro @ lo? sabe|sepa|puede|pueda
        que <opining> @
        se|nos anima|atreve @ a
        veamos|ver que nos|me? cuenta|aporta|explica|tiene @
        @ que nos|me|se lo|la|los|las <base> $
        ^ que <wished> la? mano|palabra|turno? @
        mejor|prefiero|quiero|gustaria|quisiera que esto|eso? me|nos|se|lo|la? lo|la|los|las? <wished> primero? @
        """)

    private static let french = Pattern.table(
        """
        ~ demande|demandez|demandons|demander|demanderais ca|cela|lui|la|le? a @
        ~ pose|posez|posons|poser la|cette|ta|ma|une|des|quelques? question|questions? a @
        ~ laisse|laissez|laissons|laisser moi? @
        ~ passe|passez|passons|passer|donne|donnez|donnons|rends moi|la|le|ca|cela|a? parole|tour|main|micro|relais? a @
        passe|passez moi @
        quel|quelle est l|la|le avis|opinion|idee|reponse de|d @
        avis|opinion de|d @ $
        ^ maintenant @ $
        la parole est|a? a @
        ~ parler|parle|discuter a|avec @
        ~ entendre|ecouter|ecoutons|ecoute|avoir l? avis? de|d? @
        voudrais|aimerais|veux bien? que|entendre|parler|l? avis? de|d|a|avec? @
        si on|nous demandait|laissait|passait|ecoutait|appelait|entendait|donnait|interrogeait la? parole? a? @
        qu est ce que @ en? y? pense|dit|propose|conseille|recommande|suggere|penserait|ferait|dirait
        est ce que @ peut|pourrait|est|veut|pense|sait|recommande
        question|demande elle? est|etait|s adresse|adressait? pour|a @
        @ parle|repond|passe|commence|intervient avant|apres|d lui|elle|eux|toi|abord|&
        c est a @
        que ce soit|fut @ qui
        je parle|m adresse? a @
        @ a|aurait|doit|devrait|saura surement|peut|certainement|forcement|sans avoir|etre|doute? un|une|son|l|la|le|ca
        c est @ qui va|doit|peut|repond|parle|commence|devrait|pourrait|prend|enchaine|continue
        @ vous|te|t|nous <taking>
        je|on|nous|vous vous|te|lui|leur|nous? passe|passons|laisse|laissons|donne|donnons|cede|cedons|rends|confie|renvoie|transmets|delegue la|le|ca|l|cette? parole|main|micro|relais|question|suite? a @
        j|je|nous appelle|appelons|invite|invitons|interroge @ a|pour
        place|honneur|direction a @
        savoir|entendre|voir|connaitre ce que|qu @ en|y|nous? <opining>
        ~ que|qu @ nous|me|m|le|la|l|les|lui|leur|se|s|y|en? le|la|l|les|en? <base>
        ^ pour * que|qu @ <base>
        laisse|laissez|laissons|laisser <base> @
        voyons|ecoutons ce que|qu @
        ^ a @ de|d <base>
        fais|faites|faisons|faire venir|intervenir|parler|entrer|participer @
        veux|voudrais|aimerais|attends l|la|le|un|une avis|reponse|opinion|version|idee|analyse|point|mot de|d @
        pourvu|pour|prefere|prefererais|voudrais|aimerais|veux|souhaite|propose|faut|faudrait|temps que|qu @ nous|me|m|le|la|l|les|lui|leur|se|s? <base>
        au? tour de|d @
        voulais|veux dire @
        parlais|adressais|demandais a @
        besoin de|d @
        une? question pour @
        c est pour @
        peut etre que|qu? @ sait|peut|saura|pourra
        mais a|pour|avec|de|d? @ $
        """)

    private static let german = Pattern.table(
        """
        ~ frag|frage|fragt|fragen wir|sie|auch? @
        lass|lasst|lassen|lasse uns|wir|sie? mal|doch|bitte|jetzt? @
        meinung|antwort|einschatzung|rat von @
        durfen|durften|durfte|darf|konnen|konnten|konnte|kann|konntest|wollen|sollten|sollen|mochte|mochten|wurde|lass|lasst|lassen wir|ich|du|sie|uns|man? dazu|mal|bitte|auch|noch|jetzt|doch|lieber|vielleicht? mal|bitte|auch? @ dazu|mal|auch|noch|bitte? horen|fragen|dazuholen|dazuschalten|holen|einbeziehen|hinzuziehen|hinzuholen|rufen|bitten|sprechen
        was meint|denkt|sagt|halt|findet|glaubt|empfiehlt|wurde eigentlich|denn? @
        gib|gebe|geb|geben|ubergebe|ubergeb|ubergeben|reiche|reich|reichen|leite|leiten|verweise ich|wir? * an @
        interessieren|interessiert|wissen|horen|wusste mich|uns|gern|gerne? was|wie @ dazu|davon|daruber? <opining>
        kann|konnte|soll|darf|wurde|sollte|durfte|mochte uns|mir|sich|jetzt|das|dann? uns|jetzt|das? mal|bitte|vielleicht @
        das|dazu|den|die|es|da kann|konnte|wird|erklart|erzahlt|sagt|beantwortet|zeigt dir|ihnen|euch|uns|mir|am? besser|bestimmt? @
        das|es|gern|gerne|lieber|mal|auch von @ horen|wissen|erfahren
        ruber|zuruck|weiter|damit zu|an @
        gib|gebt|geben|gebe|ubergib|ubergeben|ubergebe|leite|leiten|reich wir|ich|das|es|die|sie|mir|bitte? frage|wort|weiter|ab|mal? an|zu @
        verbinde|verbinden|stell|stellen sie|mich|bitte|uns? bitte? zu|mit @
        mit @ <base>
        @ kommt|spricht|antwortet|redet|ist|darf vor|nach|zuerst ihm|ihr|ihnen|dir|dran|&
        frage|das|es ging|galt|war|richtete an|fur|sich? an? @
        ist|ware @ heute|gerade|noch|jetzt|schon|zufallig? da|hier|frei|erreichbar|verfugbar|wach
        @ ist|ware dran|reihe|jetzt|an|dafur
        @ soll|kann|konnte|darf|sollte|sollen|sollten <base>
        @ soll|kann|konnte|darf|sollte das|mal|bitte|es|dazu|was|etwas|antworten|weitermachen
        kann|konnte|soll|darf|wurde|sollte @ <base>
        kann|konnte|soll|darf|wurde|sollte @ das|mal|bitte|uns|mir|es|dazu
        ich meine|meinte @
        ich hatte doch|ja|eigentlich? @ gefragt|gemeint|gerufen
        ich wollte|will|mochte|wurde doch|eigentlich|ja|gern|gerne|lieber|nur? zu|mit|an|von @
        hatte|mochte|will gern|gerne? @
        wurde|mochte|will gern|gerne @ 's? * horen|wissen|fragen
        was ist mit @
        ^ jetzt @ $
        eine? frage an|fur @
        das|die|frage ist|war|ware|geht eine|eher|doch|eigentlich|was? frage|was|etwas|sache? fur? fur|an @
        an @ weitergeben|ubergeben|weiterleiten|weiterreichen|abgeben|geben|richten|stellen
        mit @ verbinden|sprechen|reden|besprechen
        kann|konnte|soll|darf|wurde|sollte mir|uns|euch vielleicht|bitte? mal|das? @ das|es|mal|bitte|kurz|auch
        ruf|hol|hole mal|bitte? @
        vielleicht|bestimmt|sicher|womoglich weiss|kann|hat|wusste @
        soll|sollte|sollen|sollten|mag sich|uns|mir|das|dazu|es? das|es? @
        das|darum|dafur|dazu <third3> sich|uns|dir|ihnen? am? besser|besten|lieber @
        mal sehen|horen|schauen|gucken was @
        gib|gebt|gebe|geben|erteil|erteile wir|ich|sie? @ das wort|mikro|mikrofon
        muss|mussen|musst wir|ich|du|sie? @ fragen|horen|dazuholen|rufen
        @ die|der soll|sollte
        mit|von|zu @ will|mochte|wurde|wollen|mochten ich|wir
        """)
}
