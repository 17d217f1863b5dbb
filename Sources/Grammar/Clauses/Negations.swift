/// Ways to say that somebody is not meant.
enum Negations {
    package static func patterns(_ language: Language) -> PatternTable {
        switch language {
        case .english: english
        case .spanish: spanish
        case .french: french
        case .german: german
        }
    }

    private static let english = Pattern.table(
        """
        not|isnt|wasnt|never a|one|really|any? question|one|job|matter|thing|task|case? for @
        i|we never|didnt said|called|named|chose|picked|wanted|addressed|summoned|say|call|name|choose|pick|want|address for|to? @
        it|that doesnt|neednt|cant|shouldnt|wont have|need? to? be @
        when|where i|we just? said|say|asked|called|named|wrote|typed for|to? @
        instead of|not? asking|hearing|bothering? from? @
        dont|didnt|not|wasnt|isnt|never ask|asking|asked|mean|meant|want|need|call|calling|talk|talking|say|speak|speaking|pick|bother|address|addressing|for|hear|let|from? to|for|from|with|about? @
        keep|keeps|kept|i calling|called you @
        ^ you 're|are not? @
        ^ who asked|said|called|told @
        ^ why is|'s @ answering|talking|replying|speaking|responding me|this|that|for? $
        to|for|with @ by mistake|accident
        @ isnt|wasnt the? one|person|agent|name|voice|who|whom|what that|who|whom? i|we
        @ 's|is|was not the? one|person|agent|name|voice|who|whom|what that|who|whom? i|we
        not your turn|question|job|go|move|field|place|business @
        ~ dont|never <personal> @
        ^ leave @ out|be|alone
        no need to? <personal> @
        not a word|peep|sound to|from @
        ^ scratch|scrap|scrub|strike @
        forget about? @
        never mind @
        nevermind @
        ignore @
        skip @
        except|excluding|besides|without for? @
        leave @ out
        everyone|everybody|anyone|anybody|all|nobody but|except|besides|apart|bar|save|other for|from|than? @
        """)

    private static let spanish = Pattern.table(
        """
        no a|para|con|hablo|hablaba|pregunto|preguntaba|es|era|me? tu|ti|refiero|referia|digo|decia|por? a|con|para|sino? @
        no le|les|se lo? pregunto|preguntaba|pregunte|digo|decia|pido|hablo|hablaba a @
        no quiero|prefiero|necesito que <wished> @
        no hace falta <base> a? @
        en vez|lugar de a? @
        olvida|olvidate a|de? @
        todos|todo|todas mundo? menos|excepto|salvo a? @
        """)

    private static let french = Pattern.table(
        """
        pas a|pour|avec|de|d? toi|vous? @
        au lieu de|d @
        plutot que @
        oublie|oubliez @
        sauf @
        laisse|laissez|laissons @ tranquille|en|hors|de
        """)

    private static let german = Pattern.table(
        """
        nicht an|fur|mit|von|zu|du|dich|den|die? @
        statt|anstatt|ausser @
        bis auf @
        vergiss @
        lass|lasst|lassen @ in|aus|mal? ruhe|raus
        """)
}
