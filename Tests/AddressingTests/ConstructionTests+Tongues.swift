/// Constructions of German, Spanish and French as they are spoken: subjects and objects without commas, clitics, word order.
extension ConstructionTests {
    static let germanClauses = Scene.table(
        """
        Jonas | svenja singt donnerstags im chor | stay
        Jonas | svenja strickt schals für die ganze familie | stay
        Jonas | Svenja und Yilmaz heiraten im Juni. | stay
        Jonas | svenja kommt der bus noch | Svenja
        Jonas | svenja ich finde meine brille nicht | Svenja
        Jonas | Ja, den Schlüssel hat noch Svenja. | stay
        Jonas | was kostet das svenja ungefähr | Svenja
        Jonas | dauert das lange svenja deiner meinung nach | Svenja
        Jonas | ich soll das machen lassen svenja oder hältst du das für falsch | Svenja
        Jonas | laut svenja soll es morgen regnen | stay
        Jonas | neben svenja sitze ich nicht mehr | stay
        Jonas | ich würde das gern von svenja hören | Svenja
        Jonas | lass svenja mal in ruhe | stay
        Jonas | lass erst svenja reden und dann yilmaz | Svenja, Frau Yilmaz
        Jonas | ich hätte gern einen rat von svenja | Svenja
        Jonas | Svenja bitte, nicht Jonas. | Svenja
        Jonas | erst war svenja krank und dann yilmaz | stay
        """)

    static let spanishClauses = Scene.table(
        """
        Ximena | rafael frenó en seco y la tarta acabó en el suelo | stay
        Ximena | rafael no lo sabe todavía | stay
        Ximena | Rafael me debe una cena desde hace dos años. | stay
        Ximena | a rafael no le gustan las setas | stay
        Ximena | Rafael, me duele la espalda. | Rafael
        Ximena | rafael tradúceme esto al inglés | Rafael
        Ximena | rafael échame una mano con esto | Rafael
        Ximena | cuántas sillas compramos rafael ocho o diez | Rafael
        Ximena | qué me aconsejas rafael pan con queso o sin queso | Rafael
        Ximena | luego tengo que llamar a rafael | stay
        Ximena | le cedo el turno a rafael | Rafael
        Ximena | ayer le cedí el turno a rafael | stay
        Ximena | la pregunta va dirigida a rafael | Rafael
        Ximena | quiero oír primero a begoña y luego a rafael | Begoña, Rafael
        Ximena | Primero Rafael, segundo Begoña, por favor. | Rafael, Begoña
        Ximena | ayer vino begoña y luego rafael | stay
        """)

    static let frenchClauses = Scene.table(
        """
        Solène | bastien me doit encore vingt euros | stay
        Solène | bastien s'est cassé la jambe au ski | stay
        Solène | Bastien range toujours ses outils, lui. | stay
        Solène | bastien dort encore | stay
        Solène | tu invites bastien samedi | stay
        Solène | pour convaincre bastien il faut du chocolat | stay
        Solène | tu peux m'aider bastien avec cette valise | Bastien
        Solène | quelle heure il est bastien | Bastien
        Solène | c'est bastien qui a cassé le vase | stay
        Solène | c'est bastien que je voudrais entendre | Bastien
        Solène | c'est bastien qui va répondre | Bastien
        Solène | Que Bastien nous explique la suite. | Bastien
        Solène | je passe la main à bastien | Bastien
        Solène | laisse bastien tranquille | stay
        Solène | j'aimerais bien entendre bastien là-dessus | Bastien
        Solène | D'abord Yasmine, ensuite Bastien, s'il vous plaît. | Yasmine, Bastien
        Solène | d'abord yasmine est venue et ensuite bastien | stay
        """)
}
