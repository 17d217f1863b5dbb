import Addressing
import Testing

/// The same rules in German, Spanish and French.
@Suite struct LanguageTests {
    static let german = Scene.table(
        """
        Greta | Lukas, wie hoch ist die Rechnung? | Lukas
        Greta | lukas wie hoch ist die rechnung | Lukas
        Lukas | kannst du mir helfen emil | Emil
        Lukas | frag mal greta | Greta
        Lukas | was meint greta dazu | Greta
        Lukas | lass emil antworten | Emil
        Lukas | ich möchte mit greta sprechen | Greta
        Lukas | greta hat gesagt das geht nicht | stay
        Lukas | ich habe emil schon gefragt | stay
        Lukas | was hat emil gestern gesagt | stay
        Lukas | nicht lukas ich meine greta | Greta
        Lukas | erst emil dann greta | Emil, Greta
        Emil | greta ist das hotel weit vom bahnhof | Greta
        Lukas | was denkt ihr alle | all
        Lukas! | ach so | backchannel
        Lukas! | warte mal kurz | stop
        Lukas! | hör auf zu reden | stop
        Emil | wann geht mein flug | domain Greta
        """)

    static let spanish = Scene.table(
        """
        Lucía | Mateo, no me funciona el internet. | Mateo
        Lucía | oye pilar cuántos días de vacaciones me quedan | Pilar
        Lucía | qué opina pilar | Pilar
        Lucía | pregúntale a mateo | Mateo
        Lucía | pásame con pilar por favor | Pilar
        Lucía | que conteste pilar | Pilar
        Lucía | mateo dijo que ya estaba arreglado | stay
        Lucía | qué te dijo mateo | stay
        Lucía | no lucía me refiero a mateo | Mateo
        Lucía | primero pilar después mateo | Pilar, Mateo
        Lucía | qué piensan todos | all
        Lucía! | ya entiendo | backchannel
        Lucía! | espera un momento | stop
        Lucía! | cállate por favor | stop
        Lucía | cómo pido mis vacaciones | domain Pilar
        """)

    static let french = Scene.table(
        """
        Hugo | Chloé, tu conseilles quoi avec le poisson ? | Chloé
        Hugo | chloé qu'est-ce qu'on boit avec ça | Chloé
        Hugo | demande à margaux | Margaux
        Hugo | qu'en pense margaux | Margaux
        Hugo | laisse margaux répondre | Margaux
        Hugo | chloé a dit que le rouge allait bien | stay
        Hugo | j'ai déjà demandé à margaux | stay
        Hugo | non pas hugo je voulais dire margaux | Margaux
        Hugo | margaux puis chloé | Margaux, Chloé
        Hugo | qu'est-ce que vous en pensez tous | all
        Hugo! | ah oui d'accord | backchannel
        Hugo! | attendez un instant | stop
        Hugo! | tais-toi | stop
        Chloé | comment je fais la sauce | domain Hugo
        """)

    @Test(arguments: german) func `auf Deutsch`(_ scene: Scene) { scene.check(in: .office) }
    @Test(arguments: spanish) func `en español`(_ scene: Scene) { scene.check(in: .oficina) }
    @Test(arguments: french) func `en français`(_ scene: Scene) { scene.check(in: .cuisine) }
}
