/// What English is known to do, in German, Spanish and French: clefts, denials, wishes in the third person, commands that are reported.
extension ConstructionTests {
    static let germanParity = Scene.table(
        """
        Jonas | es ist svenja die das entscheiden muss | Svenja
        Jonas | Wen ich hören möchte, ist Svenja. | Svenja
        Jonas | mit svenja möchte ich sprechen | Svenja
        Jonas | es war svenja die das fenster eingeschlagen hat | stay
        Jonas | das ging nicht an dich jonas sondern an svenja | Svenja
        Jonas | Ich frage nicht Svenja, ich frage Frau Yilmaz. | Frau Yilmaz
        Jonas | ach nein verzeihung svenja wie weit seid ihr | Svenja
        Jonas | den vertrag soll sich svenja mal anschauen | Svenja
        Jonas | Das prüft besser Svenja. | Svenja
        Jonas | gib svenja doch mal das wort | Svenja
        Jonas | da müssen wir mal svenja fragen | Svenja
        Jonas | mal schauen was svenja dazu sagt | Svenja
        Jonas | Meine Chefin hat gesagt: „Frag Svenja.“ | stay
        Jonas | neulich hab ich svenja gefragt | stay
        Jonas | svenja soll früher mal gesungen haben | stay
        Jonas | svenja bis wann brauchst du die liste | Svenja
        Jonas | svenja welchen schlüssel nehme ich | Svenja
        Jonas | sag mal svenja kommst du mit | Svenja
        Jonas | jetzt sagen sie alle mal was dazu | all
        Jonas | was denken sie alle darüber | all
        Jonas | noch fragen oder wünsche | all
        Jonas | svenja sag mir wie weit ihr seid | Svenja
        Jonas! | ist gut du musst nicht weiterreden | stop
        Jonas | kinder hört auf zu streiten | none
        """)

    static let spanishParity = Scene.table(
        """
        Ximena | es rafael el que tiene que decidirlo | Rafael
        Ximena | A quien quiero preguntar es a Rafael. | Rafael
        Ximena | es con rafael con quien necesito hablar | Rafael
        Ximena | fue rafael el que rompió la ventana | stay
        Ximena | no era para ti ximena era para rafael | Rafael
        Ximena | No le pregunto a Rafael, le pregunto a Begoña. | Begoña
        Ximena | rafael mejor dicho begoña cuánto falta | Begoña
        Ximena | que intervenga rafael que sabe de esto | Rafael
        Ximena | prefiero que me lo explique rafael | Rafael
        Ximena | a ver qué nos cuenta rafael | Rafael
        Ximena | qué piensan rafael y begoña | Rafael, Begoña
        Ximena | mi jefa me dijo pregúntale a rafael | stay
        Ximena | dejé que rafael condujera | stay
        Ximena | rafael trajo ayer las llaves | stay
        Ximena | rafael necesito cambiar la cita | Rafael
        Ximena | lo que no entiendo rafael es cómo se abre | Rafael
        Ximena | tú rafael cómo lo ves | Rafael
        Ximena | pido la palabra para rafael | Rafael
        Ximena | alguna duda o sugerencia | all
        Ximena! | para para que llaman | stop
        Ximena! | espera un segundo que cierro la puerta | stop
        Ximena | para mañana qué compro | stay
        Ximena | niñas a la cama | none
        """)

    static let frenchParity = Scene.table(
        """
        Solène | c'est bastien qui doit trancher | Bastien
        Solène | Celui que je veux écouter, c'est Bastien. | Bastien
        Solène | c'est avec bastien que je voudrais parler | Bastien
        Solène | c'est bastien qui m'a appris à nager | stay
        Solène | c'est bastien ou yasmine qui habite ici | stay
        Solène | je ne demande pas à bastien je demande à yasmine | Yasmine
        Solène | ce n'était pas pour toi solène c'était pour bastien | Bastien
        Solène | Que Bastien réponde, c'est son métier. | Bastien
        Solène | je voudrais que bastien nous le traduise | Bastien
        Solène | on va laisser répondre bastien | Bastien
        Solène | voyons ce que bastien propose | Bastien
        Solène | pour ça demande plutôt à bastien | Bastien
        Solène | à bastien de jouer | Bastien
        Solène | fais venir bastien dans la discussion | Bastien
        Solène | qu'en pensent bastien et yasmine | Bastien, Yasmine
        Solène | mon frère m'a dit demande à bastien | stay
        Solène | bastien ça va durer combien de temps | Bastien
        Solène | bastien à quelle heure ça ferme | Bastien
        Solène | ce que je cherche bastien c'est comment on l'ouvre | Bastien
        Solène | toi bastien tu ferais quoi | Bastien
        Solène | tu savais bastien que c'était fermé | Bastien
        Solène | la ferme de bastien est à vendre | stay
        Solène | des questions ou des remarques | all
        Solène! | c'est clair plus besoin de continuer | stop
        Solène | les enfants à table | none
        """)
}
