extension English {
    /// Regular verbs by their base form; the other forms follow by rule.
    private static let regular = """
        accept accuse add admit advise agree allow analyze announce answer appear approve argue arrange arrive ask attack \
        attend avoid bake block boil book borrow bounce breathe call cancel care carry cause change charge check chop claim \
        clean clear click climb close collect comment compare complain complete confirm connect consider consult continue \
        convert convince cook copy count cover crash create cross dance debug decide defend delay deliver demand deny depend \
        describe deserve design destroy discover discuss doubt download drag draft drop dump email enjoy ensure enter \
        estimate evaluate expect explain explore face fail favor figure file fill finish fire fix fly focus follow forward \
        freeze fry handle happen hate head heal help hire hope hurry identify ignore imagine improve include increase \
        inform insist inspect install introduce invent investigate invite jump keep kick kill land laugh launch lead learn \
        lift like limit list listen live load lock log look love lower maintain manage mark match matter measure mention \
        mind miss mix monitor move name need note notice object offer open order organize own pack paint park pass pay \
        perform pick place plan plant play point post pour practice prefer prepare present press pretend prevent print \
        process produce promise propose protect prove provide publish pull punch push question raise rate reach react \
        realize reboot recall receive recommend record reduce refer refill refuse regret reject relax release remember \
        remind remove rename rent repair repeat replace reply report request require rescue reserve reset resolve respond \
        restart rest result retry return review roast roll run save scan schedule score search seem serve share shop shout \
        show sign simplify simmer skip slice smile snore solve sound sort spell spill squeeze start state stay step stir \
        stop store stretch study submit suggest summarize summarise supply support suppose surprise swap swear switch talk \
        taste test text thank throw tidy touch track train transfer translate travel treat trust try turn type understand \
        update upload use visit vote wait walk want warn wash watch water weigh whisper wish wonder work worry wrap \
        reckon whistle hum murmur mumble mutter moan groan chuckle giggle grumble swear vow boast argue maintain figure assert hint remind \
        preheat cast chase grant pat rob sue bill pierce wade pray dash hunt haunt patch grab squeeze hug kiss bake aim quiz rank recap recheck rehearse research rewrite rinse ship sketch sauté season stall toast trim vet walk \
        weigh whip zoom bet cut fit hit hurt let put quit read rid set shut split spread upset pop dive dig \
        abandon absorb accompany achieve acquire act adapt adjust adopt advertise advance alert alter amaze amuse apologize appeal apply appoint assign \
        assist associate assume assure attach attempt attract award ban balance bark base bathe battle behave belong benefit blend blink boast \
        boost bother bounce bow breed brush bully burn bury calculate calm camp capture cease celebrate challenge charm chase chat cheat cheer chew \
        clap clarify clash collapse combine command commit communicate compete compose conclude conduct confuse congratulate contain \
        contribute control cooperate correct cough crack crawl criticize cry curl damage dare decorate decrease defeat delete delight demonstrate \
        determine develop devote differ disagree disappear disappoint dislike dismiss disturb divide donate double drain drown earn educate \
        eliminate embarrass emphasize employ empty encourage end enjoy entertain escape establish examine exchange excite exercise exist expand \
        experiment export express extend fade fasten fetch fold force form frighten function gain gather gaze glance glow glue greet grin \
        guarantee guess guide hammer hand harm heat hesitate highlight hook hop hover ignite illustrate import impress inform inject injure \
        insert install intend interest interfere interrupt invest iron itch jog joke judge knit knock label last lay lean lick lighten link loan \
        manufacture marry massage melt memorize merge milk modify motivate mourn mow multiply murder nail negotiate nod number obey object \
        observe obtain occur offend operate oppose oversee owe park part participate pause peel persuade pile plug polish possess predict \
        preserve print proceed program pump purchase puzzle qualify race radiate recite recognize recover recycle reflect register regulate \
        rehearse rely remark render renew repay represent resign resist retire reveal revise reward ride risk roar rot row ruin rule rush \
        sail satisfy scare scatter scold scrape scratch scream seal select separate settle shave shelter shiver shock signal sin sip ski slap slow \
        smash smell smoke sneeze sniff soak spark specify sponsor spray stain stamp stare steer step sting stitch strengthen struggle substitute \
        subtract succeed suck suffer surround survive suspend sweat switch tackle target tease telephone tempt threaten tickle tie time tip tire \
        trace trade transform transport trap trick trip trouble trust tug tumble twist undress unite unlock vanish view violate wail wander \
        waste wave welcome wipe witness wobble wrestle yawn yell \
        scrap scrub stow stash rig moor anchor dock reef hoist haul tow plot navigate phone dial buzz fax mail ping tag mute \
        unmute plonk chuck lob toss fling hurl shove nudge poke prod tap stroke rub mop sweep dust vacuum hoover scour sponge peg \
        dangle crease steam hem darn mend tape staple clip pin tack screw bolt weld solder sand drill chisel plaster grout \
        varnish insulate wire rewire unplug unblock unscrew unwrap unpack unload undo untie unfold unroll unveil braise brown \
        caramelise caramelize chill deglaze drizzle garnish glaze grate grill knead marinate mash mince poach puree reheat sift \
        sprinkle steep stew strain stuff thaw whisk zest nibble munch gulp slurp bandage disinfect vaccinate prescribe diagnose \
        dose inhale exhale faint vomit ache limp stumble slip slide skid weed prune rake plough plow graze groom calve lamb hatch \
        sprout bloom wither wilt invoice refund reimburse deposit budget audit declare deduct insure haggle bargain auction \
        subscribe unsubscribe enrol enroll upgrade downgrade expire postpone reschedule rebook edit proofread quote cite \
        paraphrase transcribe dictate caption headline feature reprint laminate photocopy code compile deploy refactor revert \
        animate texture resize scroll swipe tick untick toggle backup restore sync stream buffer improvise tune strum chant \
        choreograph stage direct film coach sprint squat punt dribble bowl pitch volley spar prosecute testify convict acquit \
        evict lease sublet notarise notarize mediate dress tailor dye wax pluck buff marvel dread detest loathe adore cherish \
        treasure relish fancy crave holler bawl snap retort quip jest mock ridicule flatter brag gossip sneak clamber scramble \
        leap vault duck dodge swerve veer drift float sink surf paddle barter restock reorder dispatch courier bundle crate \
        sticker forecast gauge calibrate tally round graph rearrange declutter stack heap shelve archive catalogue catalog grade \
        assess notify brief debrief nag pester badger hassle probe verify validate authenticate certify authorise authorize \
        sanction veto forbid permit quarrel bicker squabble feud reconcile apologise praise compliment smirk frown glare squint \
        wink shrug curtsy crouch slump slouch cycle pedal gallop trot canter mount dismount saddle bridle emerge surface arise \
        claw peck nip growl purr meow moo neigh bray cluck chirp tweet hoot squeak squeal lather leak drip trickle gush spurt \
        overflow flood seep scorch singe char smoulder extinguish douse echo chime toll beep bleep hiss crackle bang thud clatter \
        rattle jingle ease
        """

    /// Irregular verbs: base, past, participle.
    private static let irregular = """
        be was been,become became become,begin began begun,bite bit bitten,blow blew blown,break broke broken,\
        bring brought brought,build built built,buy bought bought,catch caught caught,choose chose chosen,come came come,\
        deal dealt dealt,do did done,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,\
        feel felt felt,fight fought fought,find found found,fly flew flown,forget forgot forgotten,forgive forgave forgiven,\
        get got gotten,give gave given,go went gone,grow grew grown,hang hung hung,have had had,hear heard heard,\
        hide hid hidden,hold held held,keep kept kept,know knew known,lead led led,leave left left,lend lent lent,\
        lie lay lain,lose lost lost,make made made,mean meant meant,meet met met,pay paid paid,ride rode ridden,\
        ring rang rung,rise rose risen,run ran run,say said said,see saw seen,sell sold sold,send sent sent,\
        shake shook shaken,shine shone shone,shoot shot shot,sing sang sung,sit sat sat,sleep slept slept,\
        speak spoke spoken,spend spent spent,stand stood stood,steal stole stolen,swim swam swum,take took taken,\
        teach taught taught,tell told told,think thought thought,throw threw thrown,understand understood understood,\
        wake woke woken,wear wore worn,win won won,write wrote written,\
        bleed bled bled,bind bound bound,breed bred bred,creep crept crept,feed fed fed,flee fled fled,fling flung flung,\
        forbid forbade forbidden,freeze froze frozen,grind ground ground,kneel knelt knelt,light lit lit,overhear overheard overheard,\
        oversee oversaw overseen,overtake overtook overtaken,rebuild rebuilt rebuilt,redo redid redone,rewind rewound rewound,\
        rewrite rewrote rewritten,seek sought sought,sew sewed sewn,shrink shrank shrunk,sink sank sunk,slide slid slid,\
        sling slung slung,sow sowed sown,speed sped sped,spin spun spun,spit spat spat,spring sprang sprung,stick stuck stuck,\
        sting stung stung,stink stank stunk,strike struck struck,swear swore sworn,sweep swept swept,swell swelled swollen,\
        swing swung swung,tear tore torn,tread trod trodden,undo undid undone,upset upset upset,weave wove woven,weep wept wept,\
        wind wound wound,withdraw withdrew withdrawn,\
        arise arose arisen,bend bent bent,burn burnt burnt,cling clung clung,dig dug dug,dream dreamt dreamt,\
        dwell dwelt dwelt,foresee foresaw foreseen,lean leant leant,leap leapt leapt,learn learnt learnt,mislead misled misled,\
        mistake mistook mistaken,misunderstand misunderstood misunderstood,mow mowed mown,outdo outdid outdone,overcome overcame overcome,\
        overdo overdid overdone,prove proved proven,shear sheared shorn,slay slew slain,smell smelt smelt,\
        spell spelt spelt,spill spilt spilt,spoil spoilt spoilt,stride strode stridden,strive strove striven,uphold upheld upheld,\
        withhold withheld withheld,withstand withstood withstood
        """

    private static let opining = """
        think say suggest recommend reckon feel advise propose believe prefer make want know see agree see mean \
        thinks says suggests recommends reckons feels advises proposes believes prefers agrees
        """
    private static let taking = """
        answer take go start speak respond reply begin handle explain talk continue finish present field jump chime weigh \
        tell give share say open lead comment elaborate add cover walk confirm decide show describe introduce do help \
        rule reply react clarify sum recap summarise summarize outline brief opine judge assess \
        tells answers explains takes handles covers speaks goes starts begins responds replies gives shares opens leads fields jumps \
        weighs walks confirms decides shows describes introduces helps presents talks clarifies
        """

    /// Verbs that take a person for their object; a name after any other verb stands apart from it.
    private static let personal = """
        ask tell trust see call need know like love hate thank help meet hear want follow protect save heal kill find get bring let \
        make have show teach remind give send beat join miss leave believe blame understand email text ping phone visit invite hire \
        fire watch catch wake put pass owe promise contact consult involve include mention quote replace choose pick interrupt \
        ignore skip attack guard support carry touch fight admire appreciate approach avoid bother copy defend envy fear forgive \
        greet inform inspire involve keep lose marry message mute notify offer page pay punish reach recommend recruit reject rescue \
        respect serve suspect tag take train treat warn worry mean say meet hurt bless cure cover convince question quiz \
        remember forget introduce interview correct contradict overrule override brief quote cite credit praise criticise criticize \
        congratulate lead guide challenge encourage support assist advise assure persuade satisfy surprise impress amuse annoy \
        upset scare frighten disturb hug kiss date sue arrest accuse defeat threaten escort accompany assign appoint elect promote \
        dismiss sack nominate represent resemble outrank second back
        """

    /// Verbs of saying something to somebody.
    private static let speech = """
        say speak talk tell explain describe answer reply respond comment elaborate clarify discuss outline summarise summarize \
        recap brief report recite argue defend advise suggest recommend propose opine judge contradict object counter rebut \
        enlighten inform translate correct add present address rule illustrate narrate recount relate announce justify interpret \
        expand expound confess reveal list define rank grade debunk diagnose testify spell
        """

    /// Every form of `verbs`, with their own class beside that of the form.
    private static func forms(ofAll verbs: String, as tag: Tags) -> [Lexicon.Row] {
        let pasts = irregular.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
        return verbs.split(separator: " ").flatMap { verb -> [Lexicon.Row] in
            let verb = String(verb)
            let past = pasts.first { $0.first == verb }?.dropFirst().joined(separator: " ") ?? pastForm(verb)
            let isIrregular = pasts.contains { $0.first == verb }
            return (isIrregular ? [] : forms(of: verb))
                + [(tag, "\(verb) \(thirdPerson(verb)) \(gerund(verb)) \(past)")]
        }
    }

    static let verbForms: [Lexicon.Row] = {
        var rows: [Lexicon.Row] = [([.opining], opining), ([.taking], taking)]
        for verb in regular.split(separator: " ") { rows += forms(of: String(verb)) }
        for verb in irregular.split(separator: ",") {
            let parts = verb.split(separator: " ")
            guard parts.count == 3 else { continue }
            rows.append((Tags.base, String(parts[0])))
            rows.append((Tags.third3, thirdPerson(String(parts[0]))))
            rows.append((Tags.past, "\(parts[1]) \(parts[2])"))
            rows.append((Tags.gerund, gerund(String(parts[0]))))
        }
        rows.append((.unmarked, unchanged.sorted().joined(separator: " ")))
        return rows + forms(ofAll: personal, as: .personal) + forms(ofAll: speech, as: .speech)
    }()

    /// Their past is their base form.
    private static let unchanged: Set<String> = [
        "beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "fit", "forecast", "hit", "hurt",
        "knit",
        "let", "put", "quit", "read", "rid", "set",
        "shed", "shut", "slit", "split", "spread", "thrust", "upset", "wed", "wet",
    ]

    private static func forms(of verb: String) -> [Lexicon.Row] {
        let past: [Lexicon.Row] = unchanged.contains(verb) ? [] : [(Tags.past, pastForm(verb))]
        let present: [Lexicon.Row] = [
            (Tags.base, verb), (Tags.third3, thirdPerson(verb)), (Tags.gerund, gerund(verb)),
        ]
        return present + past
    }

    private static func thirdPerson(_ verb: String) -> String {
        if endsInConsonantY(verb) { return verb.dropLast() + "ies" }
        for end in ["s", "sh", "ch", "x", "z", "o"] where verb.hasSuffix(end) { return verb + "es" }
        return verb + "s"
    }

    private static func pastForm(_ verb: String) -> String {
        if endsInConsonantY(verb) { return verb.dropLast() + "ied" }
        return verb.hasSuffix("e") ? verb + "d" : verb + "ed " + doubled(verb) + "ed"
    }

    private static func gerund(_ verb: String) -> String {
        if verb.hasSuffix("e"), !verb.hasSuffix("ee"), verb != "be" { return verb.dropLast() + "ing" }
        return verb + "ing " + doubled(verb) + "ing"
    }

    private static func doubled(_ verb: String) -> String { verb + (verb.last.map(String.init) ?? "") }

    private static func endsInConsonantY(_ verb: String) -> Bool {
        verb.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains { verb.hasSuffix($0) }
    }
}
