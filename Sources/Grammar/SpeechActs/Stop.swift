/// Being told to be silent, or to wait.
///
/// *Firm* words end the turn whatever follows in the same breath. *Waiting* words (`hold on`) only do when no
/// request follows: "hold on, what about Sunday?" is a question.
package enum Stop {
    package static let firm = Phrases(
        """
        stop / stop it / stop that / stop there / stop here / stop right there / stop talking / stop speaking / stop now / stop please
        be quiet / quiet / not another word / ni una palabra mas / plus un mot / kein wort mehr / shut up / shut it / silence / enough / that's enough / that is enough / that's plenty / that's all / that's all i need / that's all thanks / okay that's it / shush / shh / sh
        hush / zip it / cut it out / hold it / hold it there / hold that thought / not now / pause / pause there / pause for / let me think / time out
        i need a moment / i need a minute / i need a second / i need to think / give me a minute / give me a second / give me a moment / give me a sec / give us a minute / give us a second / give us a moment
        give me a breather / give me a break / give us a break / give me a rest / i need a break / i need a breather / i need a pause / need a breather / let's take a break / let's take a breather / take a breather / take five / radio silence
        i've heard enough / no more talking / that will do / that'll do / hold your fire / hold your peace / hold your noise / enough out of you / enough from you / that's enough out of you / that's enough from you / give me a chance / give us a chance / give me a chance to speak / give it a minute / give it a moment / could you not / would you not / do you mind / let me think about it / let me think about that / let me digest / let me process / let me catch up / let me breathe / let me write / let me note / let me jot / one thing at a time / too much information / you've said enough / you said enough / you've made your point / you made your point / i get the picture / i get the idea / i get the point / i've got the picture / i've got the idea / i've got what i need / i have what i need / i've got all i need / i have all i need / that covers it / that answers it / that answers my question / that's all i wanted / that's all i needed / that's all for now / that's enough for now / that's enough for today / that's quite enough / quite enough / more than enough / that's more than enough / plenty / park it / park that / park it there / park that there / shelve it / shelve that / table it / table that / leave it at that / call it there / call it a day / leave that there / that's where we stop / we can stop there / we'll stop there / stop stop / freeze / knock it off / mute / pipe down
        let me finish / let me say / let me interrupt / can i interrupt / may i interrupt / can i say something / hold your horses / i wasn't done / i wasn't finished / i'm not done / i'm not finished
        stop it there / cut it there / cut it / cut / hold up there / stop right now / leave it there / let's stop / let's pause / let's stop there / let me stop you / stop your
        that's plenty / that is plenty / that's ample / that's sufficient / pack it in / pack it up / give over / leave off / leave it out / drop it / put a sock in it / put a lid on it / belt up / button it / button your lip / save it / that's your lot / that'll be enough / enough now / quieten down / quiet down / settle down / calm down / simmer down / not so fast / stand down / at ease / desist / stop the presses / stop press / keep it down / hush up / hush now / shush now / stop for / avast / belay
        no more / no more of that / that's it / enough already / enough of that / enough of this / i've understood / i have understood / i've got it / i get it already / give it a rest / wrap it up / quit it / quit talking / cease / halt / you can stop / you can stop now / stop reading / stop explaining / stop listing / stop counting / hold your tongue / shut your mouth / let me speak / let me talk / let me answer / let me get a word in / can i get a word in / i'm talking / i'm speaking / i was talking / i was speaking / time's up / mute yourself / no stop / stop stop stop
        ya vale / vale ya / ya estuvo / corta / corta ya / cortala / callate ya / callate un momento / callate un rato / se acabo / hasta aqui / hasta ahi / frena / frena ahi / dejame hablar / dejame terminar / deja ya / dejadme hablar / chiton / quieto / estate quieto / tranquilo / stop ya / cierra el pico / que te calles
        ya es suficiente / ya esta bien / es suficiente / suficiente / para de hablar / dejalo / no mas / ya te entendi / ya lo entendi / déjame hablar / déjame terminar / cállate ya
        on se tait / stop stop / arrete un peu / arretez un peu / arrete tout / on arrete / on s'arrete / ca va / ca va comme ca / c'est tout / c'est fini / c'est suffisant / suffit / du calme / calme toi / calmez vous / doucement / motus / boucle la / ta gueule / taisez / laisse moi tranquille / laissez moi finir / laisse tomber / coupe / coupez
        c'est bon / c'est assez / j'ai compris / ca ira / laisse moi parler / laisse moi finir / laissez moi parler / arrete ca / stoppe
        klappe / halt die klappe / haltet die klappe / mund halten / gib ruhe / gib mal ruhe / pst / pscht / jetzt ist gut / jetzt ist aber gut / jetzt ist aber mal gut / jetzt ist mal gut / luft anhalten / halt die luft an / gut jetzt / ist gut jetzt / is gut / schon gut / danke reicht / stopp mal / stop jetzt / stopp jetzt / schluss jetzt / schluss damit / ende / aus / abbrechen / aufhoren bitte / hor jetzt auf / hor bitte auf / horen sie auf / hort jetzt auf / unterbrich / pause / pausieren
        still sein / ruhig sein / leise sein / den mund halten / danke das reicht / das genugt / es genugt / reicht jetzt / ich hab's verstanden / lass mich ausreden / lass mich reden / hor mal auf / jetzt reicht's / lassen sie mich ausreden / genug jetzt
        ne continue pas / ne continuez pas / red nicht weiter / rede nicht weiter / sprich nicht weiter / lass mich eine sekunde nachdenken / no hace falta que sigas / no hace falta que siga / no sigas mas / pas besoin de continuer / plus besoin de continuer / du brauchst nicht weiterzureden / du brauchst nicht weiterzumachen / du musst nicht weiterreden / sie brauchen nicht weiterzureden
        para / parate / para ya / basta / basta ya / silencio / callate / callense / callaos / calla / alto / detente / deja de hablar
        dejen de hablar / ya basta / dejame pensar / no sigas / cierra la boca / pare / paren / pausa / cállese
        arrete / arretez / arrete toi / arrete de parler / arretez de parler / stop / tais toi / taisez vous / silence / chut / ca suffit / assez
        pas maintenant / laisse moi reflechir / laisse moi une minute / laisse moi une seconde / tais-toi / ferme la / la ferme
        stopp / halt / halt stopp / ruhe / schluss / hor auf / hort auf / das reicht / es reicht
        nicht jetzt / halt den mund / lass mich nachdenken / genug / aufhoren / schweig / psst / hor auf zu reden / hor auf zu sprechen
        """)

    /// What any phrase of stopping, waiting or taking back begins with: most words begin none.
    static let openers = firm.firstWords.union(waiting.firstWords).union(Corrections.revocations.firstWords)

    package static let waiting = Phrases(
        """
        wait / wait wait / wait a minute / wait a second / wait a moment / wait a sec / wait up / hold on / hang on / hold up / just a second / just a moment
        just a minute / just a sec / one second / one moment / one sec / one minute / a moment / a second please / hold please / slow down
        hold on a second / hold on a minute / hold on a moment / hold on a sec / whoa / woah / whoa whoa / woah woah / whoa there / easy / easy now / easy there / half a second / half a minute / half a sec / half a mo / half a tick / a tick / a mo / two ticks / two secs / two seconds / two minutes / two tics / just a tick / just a mo / just one second / just one minute / just one moment / just one sec / one tick / one mo / wait a tick / wait a mo / wait a bit / wait up a second / wait for it / hang about / hang fire / hold the line / hold the phone / hold the fort / hold fire / hold off / bear with me / bear with us / stay there / stay right there / stand by / back up / back up a second / a jiffy / a jiff / just a jiffy / in a minute / in a second / in a sec / in a moment / give me two seconds / give me two minutes / give me one second / give me one minute / give me half a second / give me a tick / give me a mo / give me a jiffy / bear with me a second / bear with me a moment / hang on a second / hang on a minute / hang on a moment / hang on a sec
        espera / esperate / esperese / espere / esperen / espera un momento / espera un segundo / un momento / un segundo / un momentito / momentito / aguarda / un minuto / un ratito / un rato / un segundito / un minutito / un instante / dame un segundo / dame un momento / dame un minuto / dame un momentito / deme un segundo / deme un momento / deme un minuto / espera ahi / esperame / esperame un momento / esperame un segundo / aguanta / aguante / ya va / para el carro
        attends / attendez / attends une seconde / attends une minute / une seconde / une minute / un instant / un moment / minute / une petite minute / une petite seconde / un petit instant / un petit moment / deux minutes / deux secondes / minute papillon / patiente / patientez / ne quittez pas / ne quitte pas / donne moi une minute / donne moi une seconde / donnez moi une minute / donnez moi une seconde / attends un peu / attends un instant / attends un moment / attends voir / attendez un instant / attendez un moment / je reviens
        mach pause / moment / moment mal / warte / warte mal / wartet / warten sie / einen moment / eine sekunde / sekunde / augenblick / kurz warten / einen augenblick / halt mal / kleinen moment / einen kleinen moment / momentchen / sekundchen / minute mal / eine minute / zwei minuten / zwei sekunden / nicht so schnell / langsam / immer langsam / mach mal langsam / gib mir eine minute / gib mir eine sekunde / gib mir einen moment / geben sie mir einen moment / bleib mal kurz / wart mal / wart kurz / warte kurz / stop mal / mal langsam
        """)

    static let ceasing: WordSet = [
        "stop", "quit", "cease", "finish", "end", "halt", "cut", "drop", "lose", "spare", "enough", "less",
        "more", "kill", "pause",
    ]

    /// What one who is told to stop is doing.
    static let speech: WordSet = [
        "talking", "speaking", "chatting", "chattering", "rambling", "babbling", "blabbering", "yapping",
        "yammering", "yakking",
        "waffling", "droning", "going", "reading", "explaining", "listing", "counting", "reciting",
        "lecturing", "preaching",
        "interrupting", "repeating", "singing", "humming", "shouting", "yelling", "screaming", "whispering",
        "guessing", "nagging",
        "whining", "moaning", "complaining", "arguing", "apologising", "apologizing", "telling", "answering",
        "describing",
        "summarising", "summarizing", "wittering", "prattling", "blathering", "nattering", "mumbling",
        "muttering", "bickering",
        "noise", "racket", "chatter", "chat", "lecture", "speech", "monologue", "story", "sentence",
        "nonsense", "explanation", "talk", "jokes", "banter", "gossip", "patter", "waffle", "blather",
        "jabber", "jabbering",
        "palaver", "commentary", "sermon", "details", "stories", "speeches", "lectures", "rambling",
        "sarcasm", "recap",
        "monologues", "chitchat", "babble", "blabber", "prattle", "preamble", "cackling", "gabbing",
        "chuntering", "spiel",
    ]

    /// What may follow a word of stopping without being its object.
    static let trailing = Phrases(
        """
        for a second / for a minute / for a moment / for a sec / for a bit / a second / a minute / a moment / a sec / one second / one sec / one minute / please
        would you / will you / can you / could you / now / right now / there / right there / already / everyone / everybody / all of you / both of you / you two
        you all / guys / talking / speaking / it / that / all / for now / okay / thanks / thank you / stop / no / wait / just / you / please stop / at once / i said
        there for a second / for me / a tick / a mo / a jiffy / a bit / a little / a little bit / for one second / for one minute / for a tick / for a while / for the moment / for today / everyone please / the lot of you / all three of you / all four of you / you lot / will ya / would ya / mate / please and thank you / a minute please / in there / over there / around here
        un ratito / un rato / un poco / un poquito / un segundito / un momentito / un minutito / un instante / de una vez / ya mismo / gracias
        la / la deux minutes / la une minute / deux petites minutes / cinq minutes / un peu / une petite seconde / une petite minute / un petit instant / un petit moment / tout de suite / merci / deux secondes / deux minutes
        ein bisschen / einen kleinen moment / einen augenblick / danke / endlich / da / damit / ma / halt / zwei minuten / zwei sekunden / ein wenig
        un segundo / un momento / un minuto / por favor / ya / todos / ahora / porfa / de hablar / una momentito
        une seconde / une minute / un instant / un moment / s'il te plait / s'il vous plait / tous / maintenant / de parler / tout le monde
        bitte / mal / kurz / einen moment / eine sekunde / jetzt / alle / sofort / eine minute / mal kurz / ihr alle / zu reden / doch
        """)
}
