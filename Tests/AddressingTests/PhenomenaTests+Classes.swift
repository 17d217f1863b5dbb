import Addressing

/// Classes of sentences rather than sentences: each line stands for one way of saying a thing.
extension PhenomenaTests {
    /// Wishes, conditions, clefts, corrections and orders of several.
    static let handedOver = Scene.table(
        """
        Ingrid | it would be helpful if kwame explained the route | Kwame
        Ingrid | I'd feel better if Kwame checked that. | Kwame
        Ingrid | i'd be happier if r2 looked at it | R2
        Ingrid | we'd be glad to hear kwame's thoughts | Kwame
        Ingrid | i'm curious to hear kwame's side | Kwame
        Ingrid | It might be worth asking Kwame. | Kwame
        Ingrid | how about asking r2 | R2
        Ingrid | How about we let R2 explain? | R2
        Ingrid | how about r2 tells us what is broken | R2
        Ingrid | Would it be possible to speak to Kwame? | Kwame
        Ingrid | i'm looking forward to hearing from r2 on this | R2
        Ingrid | Can I have a quick word with Kwame? | Kwame
        Ingrid | kwame has the floor | Kwame
        Ingrid | That's something for R2. | R2
        Ingrid | this sounds like one for kwame | Kwame
        Ingrid | kwame had better answer this one | Kwame
        Ingrid | Kwame ought to know. | Kwame
        Ingrid | i was trying to reach kwame | Kwame
        Ingrid | i'm after kwame not you | Kwame
        Ingrid | The person I want is Kwame. | Kwame
        Ingrid | It's Kwame I was asking. | Kwame
        Ingrid | who i meant was r2 | R2
        Ingrid | r2 comes first kwame second | R2, Kwame
        Ingrid | kwame goes last r2 first | R2, Kwame
        Ingrid | Kwame to open and R2 to close, please. | Kwame, R2
        Ingrid | r2 on the engine and then kwame on the weather | R2, Kwame
        Ingrid | kwame and then you r2 what do you need | Kwame, R2
        Ingrid | I want both Kwame and R2 to check it. | Kwame, R2
        Ingrid | Sorry Kwame, wrong person. R2, what's broken? | R2
        Ingrid | kwame my mistake r2 i meant r2 | R2
        Ingrid | never mind kwame r2 can you look | R2
        Ingrid | oops sorry kwame that was for r2 | R2
        Ingrid | kwame, not you, R2, what is broken? | R2
        Ingrid | not you ingrid kwame what's our speed | Kwame
        Ingrid | It's not Kwame I need but R2. | R2
        Ingrid | That question was for R2, Ingrid, not for you. | R2
        Ingrid | kwame you're not who i asked r2 what broke | R2
        Ingrid | are they still mad at each other kwame | Kwame
        Ingrid | would you like some kwame | Kwame
        Ingrid | is that safe kwame | Kwame
        Ingrid | is it supposed to do this kwame | Kwame
        Ingrid | with all this wind kwame is the landing safe | Kwame
        Ingrid | after the storm kwame we could go south | Kwame
        Ingrid | between the rent and the car kwame i have nothing left | Kwame
        Ingrid | to me kwame it looks broken | Kwame
        Ingrid | doctor there's blood on my hand | Chen
        Ingrid | kwame there's a light blinking | Kwame
        Ingrid | pilot there's something on the radar | Kwame
        Ingrid | Kwame reckons we should wait. | stay
        Ingrid | kwame had a plan with three stops would you take it | stay
        Ingrid | kwame was whistling all morning | stay
        Ingrid | the seat next to kwame's is free | stay
        Ingrid | r2 help kwame with the map | R2
        Ingrid | r2 remind kwame of the meeting please | R2
        Ingrid | I walked behind Kwame the whole way. | stay
        Ingrid | i laughed so hard at kwame i nearly fell | stay
        Ingrid | my sister dated kwame for a year | stay
        Ingrid | did you see how kwame landed | stay
        Ingrid | it's kwame's birthday tomorrow | stay
        Ingrid | I heard from Kwame yesterday. | stay
        Ingrid | it was nice to hear from kwame last week | stay
        Ingrid | do you know if kwame is coming | stay
        Ingrid | nobody except kwame knew about it | stay
        Ingrid | hello you lot | all
        Ingrid | All of you lot, introduce yourselves. | all
        Ingrid | each and every one of you please | all
        Ingrid | Crew, what do you see? | all
        Ingrid | hey gang what's next | all
        Ingrid | any last words from the crew | all
        Ingrid | let's do a quick round | all
        Ingrid | what does the whole team think | all
        Ingrid | listen up people | all
        Ingrid | some of you were late yesterday | stay
        Ingrid | is it okay if kwame takes this one | Kwame
        Ingrid | Would it be all right if R2 answered? | R2
        Ingrid | why doesn't kwame explain it | Kwame
        Ingrid | the floor is kwame's | Kwame
        Ingrid | send for r2 | R2
        Ingrid | Kwame hasn't said a word, let him speak. | Kwame
        Ingrid | r2 knows these things so ask him | R2
        Ingrid | i'd like kwame's view then r2's | Kwame, R2
        Ingrid | kwame check the map r2 start the engine | Kwame, R2
        Ingrid | kwame you can sit this one out r2 what happened | R2
        Ingrid | That one's for Kwame, Ingrid. | Kwame
        Ingrid | Kwame, R2's been stolen! | Kwame
        Ingrid | Kwame, look after R2's arm. | Kwame
        Ingrid | You and Kwame live in the same street, right? | stay
        Ingrid | quick check in from the whole squad | all
        Ingrid | everyone names one risk | all
        Ingrid! | no more numbers stop | stop
        Ingrid | where is the last bus stop | stay
        Ingrid | kitty kitty off the table | none
        """)

    /// Judgements and insights of a listener, ways to silence, and talk to others.
    static let listened = Scene.table(
        """
        Ingrid! | Now that makes sense. | backchannel
        Ingrid! | oh that's much better | backchannel
        Ingrid! | good thinking | backchannel
        Ingrid! | lucky you | backchannel
        Ingrid! | good heavens | backchannel
        Ingrid! | I totally get that. | backchannel
        Ingrid! | oh i love that | backchannel
        Ingrid! | well that's a relief | backchannel
        Ingrid! | what a lovely idea | backchannel
        Ingrid! | Ah, so that's fair. | backchannel
        Ingrid! | it sounds like fun | backchannel
        Ingrid! | couldn't agree more | backchannel
        Ingrid! | fascinating stuff | backchannel
        Ingrid! | i see what you mean | backchannel
        Ingrid! | i like the second one | stay
        Ingrid! | that's not right | stay
        Ingrid! | is that better | stay
        Ingrid! | which one is better | stay
        Ingrid! | good but how much | stay
        Ingrid! | i know a better way | stay
        Ingrid! | i get it for free right | stay
        Ingrid! | nice one kwame now you | Kwame
        Ingrid! | Okay, thank you, that's enough. | stop
        Ingrid! | thanks that's plenty | stop
        Ingrid! | enough already | stop
        Ingrid! | no more please | stop
        Ingrid! | give it a rest ingrid | stop
        Ingrid! | let me get a word in | stop
        Ingrid! | you can stop now | stop
        Ingrid! | that's it stop there | stop
        Ingrid! | ingrid enough kwame your turn | Kwame
        Ingrid! | ingrid be quiet kwame go ahead | Kwame
        Ingrid! | do I get a second bag for free | stay
        Ingrid! | no more sugar for me | stay
        Ingrid! | hold on is that per month or per year | stay
        Ingrid | get down kitty | none
        Ingrid | Down, Rex! Down! | none
        Ingrid | theo put your shoes on | none
        Ingrid | can you shut the window please harry | none
        Ingrid | grandma it's on the left | none
        Ingrid | kids dinner's ready | none
        Ingrid | come in it's open | none
        Ingrid | sorry i'll call you back i'm in a meeting | none
        Ingrid | taxi over here please | none
        Ingrid | two nights would be enough | stay
        """)

    /// The same in German.
    static let germanClasses = Scene.table(
        """
        Jonas | svenja darf man das zusammen nehmen | Svenja
        Jonas | Können wir dazu Svenja hören? | Svenja
        Jonas | Das wäre eher was für Svenja. | Svenja
        Jonas | ist das ansteckend svenja | Svenja
        Jonas | könntest du bitte frau yilmaz dazuholen | Frau Yilmaz
        Jonas | Was haltet ihr beide davon? | all
        Jonas | Seid ihr alle einverstanden? | all
        Jonas | Leute, was meint ihr? | all
        Jonas | stellt euch bitte alle kurz vor | all
        Jonas | nicht du jonas sondern svenja | Svenja
        Jonas | Nein, ich meinte Frau Yilmaz, nicht dich. | Frau Yilmaz
        Jonas | svenja quatsch jonas wie lange muss das kochen | Jonas
        Jonas | Svenja hat gesagt, ich soll warten. | stay
        Jonas | ich habe gestern mit svenja gesprochen | stay
        Jonas | weißt du ob svenja heute da ist | stay
        Jonas | erst svenja dann frau yilmaz | Svenja, Frau Yilmaz
        Jonas | svenja und danach frau yilmaz bitte | Svenja, Frau Yilmaz
        Jonas | Danke, Jonas. Svenja, jetzt du. | Svenja
        Jonas | lass mal svenja ran | Svenja
        Jonas | Svenja soll das entscheiden. | Svenja
        Jonas | wie würde svenja das machen | Svenja
        Jonas! | ach so ist das | backchannel
        Jonas! | das klingt gut | backchannel
        Jonas! | ja genau das stimmt | backchannel
        Jonas! | na klar | backchannel
        Jonas! | jetzt verstehe ich | backchannel
        Jonas! | kannst du mal kurz still sein | stop
        Jonas! | danke das reicht | stop
        Jonas! | stopp stopp stopp | stop
        Jonas! | lass mich bitte ausreden | stop
        Jonas | Schatz, mach bitte die Tür zu. | none
        Jonas | mama ich telefoniere gerade | none
        """)

    /// In Spanish.
    static let spanishClasses = Scene.table(
        """
        Ximena | rafa cuándo sale el tren | Rafael
        Ximena | ¿Y tú qué dices, Rafa? | Rafael
        Ximena | me gustaría que begoña lo revisara | Begoña
        Ximena | que conteste rafael | Rafael
        Ximena | Eso es más bien para Begoña. | Begoña
        Ximena | ¿Podemos oír a Begoña? | Begoña
        Ximena | no ximena le hablo a rafa | Rafael
        Ximena | rafa perdón begoña cuánto pago | Begoña
        Ximena | a ti no ximena a rafa | Rafael
        Ximena | primero begoña y luego rafa | Begoña, Rafael
        Ximena | Rafa y Begoña, ¿qué opináis? | Rafael, Begoña
        Ximena | chicos qué hacemos | all
        Ximena | ¿Qué pensáis vosotros? | all
        Ximena | que cada uno diga su opinión | all
        Ximena | Rafa me dijo que llueve mucho allí. | stay
        Ximena | ayer hablé con begoña | stay
        Ximena | sabes si rafa viene mañana | stay
        Ximena! | qué maravilla | backchannel
        Ximena! | ah ya entiendo | backchannel
        Ximena! | claro tiene sentido | backchannel
        Ximena! | basta por favor | stop
        Ximena! | gracias ya es suficiente | stop
        Ximena! | espera un momento | stop
        Ximena | mamá ahora no puedo | none
        Ximena | dejemos que rafa conteste | Rafael
        """)

    /// In French.
    static let frenchClasses = Scene.table(
        """
        Solène | yasmine tu pars quand | Yasmine
        Solène | On mange à quelle heure, Bastien ? | Bastien
        Solène | c'est plutôt une question pour bastien | Bastien
        Solène | j'aimerais entendre yasmine là-dessus | Yasmine
        Solène | Et si on demandait à Yasmine ? | Yasmine
        Solène | laissons bastien répondre | Bastien
        Solène | qu'en dit bastien | Bastien
        Solène | pas toi solène bastien | Bastien
        Solène | yasmine non pardon bastien combien de temps au four | Bastien
        Solène | Bastien d'abord, puis Yasmine. | Bastien, Yasmine
        Solène | bastien et yasmine vous en pensez quoi | Bastien, Yasmine
        Solène | qu'est-ce que vous en pensez tous | all
        Solène | les amis on fait quoi | all
        Solène | Chacun dit un mot. | all
        Solène | bastien m'a dit que c'était fermé | stay
        Solène | est-ce que tu connais bastien | stay
        Solène | hier j'ai vu yasmine au marché | stay
        Solène! | ah d'accord je comprends | backchannel
        Solène! | c'est génial | backchannel
        Solène! | oh là là | backchannel
        Solène! | merci ça suffit | stop
        Solène! | attends une seconde | stop
        Solène! | laisse-moi finir | stop
        Solène | maman je suis au téléphone | none
        Solène | chéri ferme la porte s'il te plaît | none
        """)
}
