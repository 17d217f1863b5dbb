/// German, folded (`ä` is `a`, `ß` is `ss`).
enum German {
    package static let words: [Lexicon.Row] = [
        ([.first], "ich wir"),
        ([.second], "du ihr sie dir dich euch ihnen"),
        ([.third], "er sie es man das dies"),
        ([.object], "mich mir uns ihn ihm ihr euch sich"),
        (
            [.determiner],
            "der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen"
        ),
        (
            [.determiner],
            "jeder jede jedes viel viele mehr weniger alle einige welche welcher welches zum zur vom im am beim"
        ),
        (
            [.possessive, .determiner],
            "mein meine meinen meinem meiner dein deine deinen unser unsere unseren sein seine ihre"
        ),
        (
            [.number, .determiner],
            "zwei drei vier funf sechs sieben acht neun zehn hundert tausend erste ersten"
        ),
        (
            [.auxiliary, .third3],
            "ist hat wird kann soll muss darf will war hatte wurde konnte sollte musste wollte mag mochte"
        ),
        (
            [.auxiliary],
            "bin bist sind seid habe hast haben habt werde wirst werden kannst konnen konnt konntest konntet"
        ),
        (
            [.auxiliary],
            "durfen durft mogen sollt wollt soll sollst sollen sollten musst mussen willst wollen darfst waren hatten wurdest wurden"
        ),
        ([.opining], "meinen denken sagen finden glauben empfehlen halten wissen"),
        ([.third3, .opining], "meint denkt sagt findet glaubt empfiehlt halt weiss schlagt"),
        (
            [.third3],
            "braucht macht geht kommt sieht arbeitet funktioniert kostet heisst gibt steht liegt kennt sucht"
        ),
        (
            [.past],
            "sagte meinte dachte fand machte ging kam sah gab gesagt gemacht gefunden gegeben gesehen geschickt"
        ),
        (
            [.past],
            "geandert gemeint erklart erzahlt gebucht geschrieben gefragt geholfen vorgeschlagen empfohlen"
        ),
        (
            [.base, .taking],
            "antworten sprechen erklaren sagen anfangen weitermachen helfen beginnen ubernehmen erzahlen machen"
        ),
        (
            [.base],
            "sag erklar erklare hilf zeig zeige schau such suche gib mach rechne pruf prufe wiederhole beschreib"
        ),
        (
            [.base],
            "heile greif schutze offne schliess schick erinnere warte fang erzahl beginn ubernimm nimm lies schreib"
        ),
        (
            [.preposition],
            "bis ab pro von zu mit bei nach aus fur ohne uber unter an auf in im am um durch gegen seit zum zur vom beim wegen laut neben hinter trotz dank gegenuber zwischen ausser statt"
        ),
        ([.conjunction], "und oder aber sondern"),
        ([.subordinator], "dass ob weil wenn wahrend obwohl als wie bevor nachdem"),
        (
            [.wh],
            "welchen welchem was wer wen wem wessen womit wofur wovon woran worauf wodurch wozu worum woraus wobei wo wohin woher wann warum wieso weshalb wie welche welcher welches wieviel"
        ),
        ([.negation], "nicht kein keine nie niemals"),
        (
            [.adverb],
            "schon auch noch immer gestern heute morgen jetzt dann danach vorher sehr gut hier da so nur bereits wieder"
        ),
        ([.discourse], "also gut okay ok nun so ja na ah ach tja und jetzt danke moment zuerst erst"),
        ([.greeting, .discourse], "hallo hi hey guten servus moin entschuldigung verzeihung danke du tag"),
        ([.filler], "ahm ah hm aeh aehm ehm oh ohm oeh oehm"),
        ([.softener], "naturlich bitte mal doch vielleicht eben kurz einfach denn"),
        (
            [.repair],
            "nein sorry quatsch nee entschuldigung verzeihung meine meinte sondern eigentlich stopp moment lieber"
        ),
        ([.sequence], "dann danach anschliessend"),
        ([.yesNo], "ja nein nee doch"),
        ([.everyone], "alle jeder allen"),
        (
            [.backchannel],
            "ja genau okay ok gut mhm mm hm aha ach so klar stimmt richtig schon verstehe jaja achso super ah"
        ),
        (
            [.person],
            "mama papa schatz schatzi liebling liebes mausi spatz kellner kellnerin omi opi oma opa herr frau mutti vati kinder jungs"
        ),
        (
            [.givenName],
            "hans peter klaus jurgen thomas stefan andreas sabine petra monika anna julia jan lena tobias uwe"
        ),
        (
            [.backchannel],
            "schon toll wunderbar traurig lustig komisch schlimm furchtbar spannend interessant cool krass prima klasse schade mensch oje autsch igitt lecker mhm ha logisch irre wahnsinn heftig praktisch nett schlau"
        ),
        ([.title], "doktor doktorin herr frau fraulein professor professorin kapitan"),
        (
            [.calendar],
            "januar februar marz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag fruhling sommer herbst winter"
        ),
        ([.indefinite], "jemand irgendwer irgendjemand"),
        ([.floating], "beide beides zusammen alle"),
        ([.noun], "reihe wort tag woche satz zahl"),
        ([.view], "meinung ansicht einschatzung rat vorschlag idee antwort sicht urteil tipp gedanken"),
    ]
}
