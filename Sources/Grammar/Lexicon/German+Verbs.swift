extension German {
    /// Weak verbs by their stem.
    private static let weak = """
        achte aktualisiere analysiere antworte arbeite baue beantworte bediene beende begleite begrunde behandle bemerke beobachte \
        berate bereite berechne besorge bestatige bestelle besuche bewerte bezahle brauche buche buchstabiere decke diskutiere drehe \
        drucke entferne entschuldige erganze erinnere erklare erledige erlaube eroffne ersetze erwahne erwarte erzahle \
        fasse feiere filme folge frage fuhle fuhre futtere glaube grusse hacke heile heize hoffe hole hore impfe informiere \
        installiere jage kaufe kehre klare klebe klicke klingle koche kommentiere kontrolliere kopiere korrigiere koste kummere kundige kurze lache lade lagere \
        leere lege lehre leiste leite lerne liefere lobe losche lose mache male markiere melde merke messe miete mische nahe nenne \
        notiere nutze offne ordne organisiere packe parke passe pflanze pflege plane prufe putze rate rauche raume rechne regle reinige \
        repariere reserviere rette rolle rufe sage sammle schalte schatze schaue schenke schicke schmucke schule schutze setze sortiere spare \
        speichere spiele spule starte stelle steuere stimme stoppe store streiche suche tanke tanze tausche teile telefoniere teste traume trainiere uberzeuge trenne \
        uberlege uberprufe ubersetze uberwache unterstutze untersuche verbinde verbessere verkaufe verlangere vermiete verschicke versuche verteile vertraue \
        wahle warne warte wasche wechsle wecke wiederhole wunsche zahle zeichne zeige zerstore
        """

    /// Strong verbs: infinitive, command, third person, past, participle.
    private static let strong = """
        backen back backt backte gebacken,beschreiben beschreib beschreibt beschrieb beschrieben,bieten biete bietet bot geboten,bitten bitte bittet bat gebeten,\
        bleiben bleib bleibt blieb geblieben,brechen brich bricht brach gebrochen,bringen bring bringt brachte gebracht,denken denk denkt dachte gedacht,\
        empfehlen empfiehl empfiehlt empfahl empfohlen,entscheiden entscheide entscheidet entschied entschieden,erhalten erhalte erhalt erhielt erhalten,\
        essen iss isst ass gegessen,fahren fahr fahrt fuhr gefahren,fallen falle fallt fiel gefallen,fangen fang fangt fing gefangen,finden finde findet fand gefunden,\
        fliegen flieg fliegt flog geflogen,geben gib gibt gab gegeben,gehen geh geht ging gegangen,gewinnen gewinn gewinnt gewann gewonnen,giessen giess giesst goss gegossen,\
        greifen greif greift griff gegriffen,halten halte halt hielt gehalten,heben heb hebt hob gehoben,heissen heisse heisst hiess geheissen,helfen hilf hilft half geholfen,\
        kommen komm kommt kam gekommen,laden lade ladt lud geladen,lassen lass lasst liess gelassen,laufen lauf lauft lief gelaufen,lesen lies liest las gelesen,\
        liegen lieg liegt lag gelegen,messen miss misst mass gemessen,nehmen nimm nimmt nahm genommen,nennen nenn nennt nannte genannt,reissen reiss reisst riss gerissen,\
        rufen ruf ruft rief gerufen,schiessen schiess schiesst schoss geschossen,schlafen schlaf schlaft schlief geschlafen,schlagen schlag schlagt schlug geschlagen,\
        schliessen schliess schliesst schloss geschlossen,schneiden schneid schneidet schnitt geschnitten,schreiben schreib schreibt schrieb geschrieben,\
        schreien schrei schreit schrie geschrien,schwimmen schwimm schwimmt schwamm geschwommen,sehen sieh sieht sah gesehen,senden sende sendet sandte gesendet,\
        singen sing singt sang gesungen,sitzen sitz sitzt sass gesessen,sprechen sprich spricht sprach gesprochen,springen spring springt sprang gesprungen,\
        stehen steh steht stand gestanden,steigen steig steigt stieg gestiegen,streiten streit streitet stritt gestritten,tragen trag tragt trug getragen,\
        treffen triff trifft traf getroffen,treten tritt tritt trat getreten,trinken trink trinkt trank getrunken,tun tu tut tat getan,\
        uberweisen uberweis uberweist uberwies uberwiesen,ubernehmen ubernimm ubernimmt ubernahm ubernommen,verbieten verbiete verbietet verbot verboten,\
        vergessen vergiss vergisst vergass vergessen,vergleichen vergleich vergleicht verglich verglichen,verlieren verlier verliert verlor verloren,\
        verschieben verschieb verschiebt verschob verschoben,versprechen versprich verspricht versprach versprochen,verstehen versteh versteht verstand verstanden,\
        vorschlagen schlag schlagt schlug vorgeschlagen,werfen wirf wirft warf geworfen,wiegen wieg wiegt wog gewogen,wissen wisse weiss wusste gewusst,ziehen zieh zieht zog gezogen
        """

    /// `sammle`, `wechsle` lose the vowel of their infinitive.
    private static let syncopated = [
        "behandl": "behandeln", "klingl": "klingeln", "regl": "regeln", "samml": "sammeln",
        "wechsl": "wechseln",
    ]

    /// Infinitive and commands (`buchen`, `buche`), third person, past (`buchte`, `gebucht`).
    static let verbForms: [Lexicon.Row] =
        weak.split(separator: " ").flatMap { form -> [Lexicon.Row] in
            let stem = String(form.hasSuffix("e") ? form.dropLast() : form)
            let isDental = ["t", "d", "chn", "dn", "ffn", "rchn"].contains { stem.hasSuffix($0) }
            let link = isDental ? "e" : ""
            let infinitive = syncopated[stem] ?? stem + (stem.hasSuffix("er") ? "n" : "en")
            // "Führ", "stell": where English has no such word.
            let isOwn = !isDental && stem.count > 3 && PartsOfSpeech(of: stem).isEmpty
            return [
                (.base, "\(infinitive) \(stem)e \(isOwn ? stem : "")"), (.third3, "\(stem)\(link)t"),
                (.past, "\(stem)\(link)te ge\(stem)\(link)t"),
            ]
        }
        + strong.split(separator: ",").flatMap { entry -> [Lexicon.Row] in
            let forms = entry.split(separator: " ").map(String.init)
            guard forms.count == 5 else { return [] }
            return [
                (.base, "\(forms[0]) \(forms[1])"), (.third3, forms[2]), (.past, "\(forms[3]) \(forms[4])"),
            ]
        }
}
