/// French, folded (no accents); elisions are words of their own (`qu'en` is `qu` `en`).
enum French {
    package static let words: [Lexicon.Row] = [
        ([.first], "je j nous on"),
        ([.second], "tu vous toi te t"),
        ([.third], "il elle ils elles ce c cela ca y on"),
        ([.object], "me m moi le la les l lui leur nous en se s"),
        (
            [.determiner],
            "le la les l un une des du ce cet cette ces quelque quelques chaque plusieurs au aux tout autre"
        ),
        ([.possessive, .determiner], "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs"),
        (
            [.number, .determiner],
            "deux trois quatre cinq six sept huit neuf dix cent mille premier premiere"
        ),
        (
            [.auxiliary, .third3],
            "est a va peut doit fait soit sera aura fera ira dira pourra devra viendra verra avait etait sera serait sont ont vont peuvent semble"
        ),
        (
            [.auxiliary],
            "suis es sommes etes ai as avons avez vas allons allez peux pouvons pouvez pourrais pourriez pourrait"
        ),
        (
            [.auxiliary],
            "dois devons devez veux veut voulons voulez voudrais voudrait sais savez connais est-ce"
        ),
        (
            [.third3, .opining],
            "pense dit croit propose conseille suggere recommande prefere sait estime trouve pensent disent croient proposent conseillent suggerent recommandent preferent savent trouvent"
        ),
        (
            [.third3],
            "veut fonctionne marche coute arrive vient regarde parle travaille aime faut faudra parait"
        ),
        (
            [.past],
            "disait pensait parlait voulait expliquait demandait proposait racontait dit fait eu ete pu voulu mis venu donne vu envoye change trouve parle demande raconte reserve"
        ),
        (
            [.base, .taking],
            "repondre parler expliquer dire commencer continuer aider donner faire voir finir presenter expliquera repondra dira parlera racontera donnera montrera precisera completera"
        ),
        (
            [.base],
            "dis dites explique expliquez aide aidez regarde regardez montre cherche donne donnez raconte passe passez"
        ),
        (
            [.base],
            "calcule verifie repete prepare soigne attaque protege ouvre ferme envoie continue commence rappelle viens prends entrez oublie oubliez"
        ),
        (
            [.personal],
            "rappelle rappeler appeler inviterai chercher cherche embrasser quitter epouser embaucher adore deteste convaincre inviter invite invitez prevenir rencontrer retrouver attendre entendre laisser suivre deranger reveiller emmener ramener contacter joindre demande demandez demander appelle appelez aime crois vu voir connais remercie ecoute aide suis soigne protege"
        ),
        (
            [.preposition],
            "de d du a au aux en avec pour par sans sur sous entre chez vers depuis jusqu selon contre pendant malgre sauf devant derriere"
        ),
        ([.conjunction], "et ou mais ni"),
        ([.subordinator], "que qu si parce quand lorsque comme puisque dont"),
        ([.wh], "que qu qui quoi quel quelle quels quelles quand comment combien pourquoi ou"),
        ([.negation], "ne n pas jamais plus"),
        (
            [.adverb],
            "deja aussi encore toujours hier aujourd hui demain maintenant puis ensuite apres avant tres bien mal ici la"
        ),
        (
            [.discourse],
            "alors bon bah ben donc ok accord oui euh voila ecoute dis eh et merci maintenant tiens allez"
        ),
        ([.greeting, .discourse], "salut bonjour bonsoir coucou hey dis dites pardon merci"),
        ([.filler], "euh euhm hum heu"),
        ([.softener], "plait s'il donc svp peut-etre plutot"),
        ([.repair], "non pardon plutot enfin attends voulais dire oups desole"),
        ([.sequence], "puis ensuite apres"),
        ([.yesNo], "oui non si"),
        ([.everyone], "tous toutes chacun chacune"),
        (
            [.backchannel],
            "oui ouais mhm mm hum ok voila exactement super bien ah bon daccord accord d tout fait vrai entendu"
        ),
        (
            [.person],
            "enfants maman papa puce loulou doudou serveur serveuse garcon cherie cheri chou monsieur madame mamie papi"
        ),
        (
            [.givenName],
            "jean pierre michel marie nathalie jacques philippe isabelle sophie nicolas julien luc camille"
        ),
        (
            [.backchannel],
            "beau belle joli magnifique genial incroyable interessant triste drole terrible formidable excellent dommage oh la tiens dis mince zut aie logique normal dingue fou marrant chouette rigolo pratique malin"
        ),
        ([.title], "docteur docteure monsieur madame mademoiselle professeur professeure maitre capitaine"),
        (
            [.calendar],
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche printemps ete automne hiver"
        ),
        ([.indefinite], "quelqu"),
        ([.floating], "ensemble tous toutes chacun"),
        ([.noun], "tour parole avis semaine jour mot phrase idee"),
    ]
}
