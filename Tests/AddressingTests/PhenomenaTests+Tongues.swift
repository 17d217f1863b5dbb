import Addressing
import Testing

/// Slips, order, household and signals in German, Spanish and French.
extension PhenomenaTests {
    static let germanSpeech = Scene.table(
        """
        Jonas | der Jonas hat das gestern schon gesagt | stay
        Svenja | der Jonas soll mal was sagen | Jonas
        Jonas | frag doch mal die Svenja | Svenja
        Jonas | Svenja, was hilft gegen Fieber? | Svenja
        Jonas | was hilft denn gegen fieber svenja | Svenja
        Jonas | svenja mein kind hat fieber | Svenja
        Jonas | nein nicht jonas svenja | Svenja
        Jonas | Entschuldige Jonas, ich meinte Svenja. | Svenja
        Jonas | Verzeihung, Jonas, die Frage ging an Svenja. | Svenja
        Jonas | ach mist jonas ich wollte zu svenja | Svenja
        Jonas | jonas ach quatsch svenja wie hoch darf fieber sein | Svenja
        Jonas | erst svenja dann jonas bitte | Svenja, Jonas
        Jonas | svenja kommt vor jonas dran | Svenja, Jonas
        Jonas | Svenja darf anfangen, danach Frau Yilmaz. | Svenja, Frau Yilmaz
        Jonas | ich geb das mal an svenja weiter | Svenja
        Jonas | das ist eher was für svenja | Svenja
        Jonas | da kennt sich svenja besser aus | stay
        Jonas | svenja kennt sich da aus also soll sie antworten | Svenja
        Jonas | svenja ist dran | Svenja
        Jonas | jetzt bitte svenja | Svenja
        Jonas | könnte svenja dazu was sagen | Svenja
        Jonas | ich hätte gern svenjas meinung | Svenja
        Jonas | was würde svenja dazu sagen | Svenja
        Jonas | ich hab svenja schon gefragt | stay
        Jonas | svenja hat mir gesagt ich soll dich fragen | stay
        Jonas | hast du mit svenja gesprochen | stay
        Jonas | wo ist svenja eigentlich | stay
        Jonas | weißt du ob svenja heute kommt | stay
        Jonas | svenja meint das geht nicht stimmt das | stay
        Jonas | gestern war svenja noch da | stay
        Jonas | sag svenja bitte nichts davon | stay
        Jonas | alle mal herhören wer ist dafür | all
        Jonas | was meint ihr drei dazu | all
        Jonas | jeder von euch bitte ein satz | all
        Jonas | und was sagt ihr anderen | all
        Jonas | leute was machen wir jetzt | all
        Jonas! | jonas halt mal die luft an | stop
        Jonas! | hör doch mal auf | stop
        Jonas! | jetzt ist aber mal gut | stop
        Jonas! | sei mal kurz ruhig | stop
        Jonas! | ja genau | backchannel
        Jonas! | ach echt | backchannel
        Jonas! | aha verstehe | backchannel
        Jonas! | ja ja schon klar | backchannel
        Jonas! | na sowas | backchannel
        Jonas | Mama ist am Telefon, Schatz, geh spielen. | none
        Jonas | schatz machst du mal die tür zu | none
        Jonas | zieh deine schuhe an wir müssen los | none
        Jonas | putz dir die zähne | none
        Jonas | Frag bitte Svenja. | Svenja
        Jonas | das überlasse ich svenja | Svenja
        Jonas | Svenja, übernimmst du? | Svenja
        Jonas | lass uns hören was svenja dazu meint | Svenja
        Jonas | kann mir svenja das erklären | Svenja
        Jonas | ich würde lieber mit svenja reden | Svenja
        Jonas | gib mir mal svenja | Svenja
        Jonas | ist svenja da | Svenja
        Jonas | danke jonas jetzt svenja | Svenja
        Jonas | wir warten noch auf svenja | stay
        Jonas | ich treffe svenja nachher | stay
        Jonas | svenja ist heute krank oder | stay
        Jonas | kennst du svenja schon lange | stay
        Jonas | was hat svenja vorhin gesagt | stay
        Jonas | svenjas auto steht im weg | stay
        Jonas | frau yilmaz wie viel steuern zahl ich | Frau Yilmaz
        Jonas | svenja und frau yilmaz was sagt ihr | Svenja, Frau Yilmaz
        Jonas | nicht svenja sondern frau yilmaz | Frau Yilmaz
        Jonas | alle außer svenja | Jonas, Frau Yilmaz
        """)
    static let spanishSpeech = Scene.table(
        """
        Ximena | rafael me han perdido la maleta | Rafael
        Ximena | rafael tengo que cambiar el vuelo | Rafael
        Ximena | y tú rafael qué opinas | Rafael
        Ximena | qué hago con el vuelo rafael | Rafael
        Ximena | oye rafa | Rafael
        Ximena | perdona ximena le preguntaba a rafael | Rafael
        Ximena | disculpa ximena era para rafael | Rafael
        Ximena | no ximena tú no rafael | Rafael
        Ximena | no no rafael no begoña | Begoña
        Ximena | primero rafael y luego begoña | Rafael, Begoña
        Ximena | begoña habla antes que rafael | Begoña, Rafael
        Ximena | que responda begoña | Begoña
        Ximena | que lo diga la begoña | Begoña
        Ximena | eso se lo dejo a begoña | Begoña
        Ximena | mejor pregúntale a rafael | Rafael
        Ximena | me gustaría saber qué piensa begoña | Begoña
        Ximena | le toca a begoña | Begoña
        Ximena | ya hablé con rafael ayer | stay
        Ximena | rafael me dijo que te preguntara | stay
        Ximena | qué te dijo rafael | stay
        Ximena | dónde está rafael | stay
        Ximena | rafael siempre llega tarde | stay
        Ximena | no se lo digas a begoña | stay
        Ximena | a ver chicos qué hacemos | all
        Ximena | qué decís vosotros | all
        Ximena | los tres qué opináis | all
        Ximena | cada uno una frase | all
        Ximena! | para para | stop
        Ximena! | cállate un segundo | stop
        Ximena! | déjalo ya por favor | stop
        Ximena! | ajá | backchannel
        Ximena! | claro claro | backchannel
        Ximena! | ah vale vale | backchannel
        Ximena! | no me digas | backchannel
        Ximena | cariño cierra la puerta | none
        Ximena | lávate las manos que vamos a cenar | none
        Ximena | Pregúntale a Begoña, por favor. | Begoña
        Ximena | eso mejor que lo explique begoña | Begoña
        Ximena | begoña te encargas tú | Begoña
        Ximena | pásame con begoña | Begoña
        Ximena | quiero hablar con begoña | Begoña
        Ximena | está begoña por ahí | Begoña
        Ximena | gracias ximena ahora begoña | Begoña
        Ximena | begoña y rafael qué decís | Begoña, Rafael
        Ximena | no begoña sino rafael | Rafael
        Ximena | no rafael perdón begoña | Begoña
        Ximena | todos menos rafael | Ximena, Begoña
        Ximena | vi a begoña en el mercado | stay
        Ximena | begoña está enferma no | stay
        Ximena | conoces a begoña | stay
        Ximena | el coche de begoña está mal aparcado | stay
        Ximena | begoña me contó lo tuyo | stay
        Ximena | cuánto pago de iva begoña | Begoña
        Ximena | dime begoña cuánto pago | Begoña
        Ximena | tengo una duda para begoña | Begoña
        """)
    static let frenchSpeech = Scene.table(
        """
        Solène | bastien le gâteau est brûlé | Bastien
        Solène | bastien tu mets combien de sel | Bastien
        Solène | on met combien de sel bastien | Bastien
        Solène | et toi bastien | Bastien
        Solène | pardon solène je parlais à bastien | Bastien
        Solène | excuse-moi solène la question était pour bastien | Bastien
        Solène | non pas bastien yasmine | Yasmine
        Solène | bastien euh non zut yasmine c'est où | Yasmine
        Solène | d'abord yasmine ensuite bastien | Yasmine, Bastien
        Solène | yasmine parle avant bastien | Yasmine, Bastien
        Solène | je laisse la parole à yasmine | Yasmine
        Solène | je préfère demander à yasmine | Yasmine
        Solène | c'est plutôt pour yasmine ça | Yasmine
        Solène | yasmine s'y connaît alors qu'elle réponde | Yasmine
        Solène | qu'en pense yasmine | Yasmine
        Solène | yasmine aurait peut-être une idée | Yasmine
        Solène | j'aimerais l'avis de yasmine | Yasmine
        Solène | au tour de yasmine | Yasmine
        Solène | j'ai vu bastien hier | stay
        Solène | bastien m'a dit de te demander | stay
        Solène | tu connais bastien depuis longtemps | stay
        Solène | c'est ce que bastien disait aussi | stay
        Solène | ne le dis pas à bastien | stay
        Solène | vous en pensez quoi tous les trois | all
        Solène | chacun son avis s'il vous plaît | all
        Solène | dites-moi tout ce que vous savez tous | all
        Solène | bon les amis on fait quoi | all
        Solène! | arrête arrête | stop
        Solène! | tais-toi deux secondes | stop
        Solène! | c'est bon j'ai compris | stop
        Solène! | attends une seconde | stop
        Solène! | ah oui | backchannel
        Solène! | d'accord d'accord | backchannel
        Solène! | mm je vois | backchannel
        Solène! | ah bon d'accord | backchannel
        Solène | chéri tu fermes la porte | none
        Solène | mets tes chaussures on y va | none
        Solène | va te laver les mains | none
        Solène | Demande à Yasmine, s'il te plaît. | Yasmine
        Solène | yasmine tu t'en occupes | Yasmine
        Solène | passe-moi yasmine | Yasmine
        Solène | je voudrais parler à yasmine | Yasmine
        Solène | est-ce que yasmine est là | Yasmine
        Solène | merci solène maintenant yasmine | Yasmine
        Solène | yasmine et bastien vous en dites quoi | Yasmine, Bastien
        Solène | pas bastien mais yasmine | Yasmine
        Solène | bastien non pardon yasmine | Yasmine
        Solène | tout le monde sauf bastien | Solène, Yasmine
        Solène | j'ai croisé yasmine au marché | stay
        Solène | yasmine est malade non | stay
        Solène | la voiture de yasmine gêne | stay
        Solène | yasmine m'a tout raconté | stay
        Solène | on part à quelle heure yasmine | Yasmine
        Solène | dis-moi yasmine on part quand | Yasmine
        Solène | j'ai une question pour yasmine | Yasmine
        Solène | laisse yasmine répondre | Yasmine
        Solène | que yasmine réponde | Yasmine
        Solène | c'est yasmine que je veux entendre | Yasmine
        """)
}
