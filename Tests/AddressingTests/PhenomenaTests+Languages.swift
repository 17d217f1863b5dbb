import Addressing

extension PhenomenaTests {
    static let german = Scene.table(
        """
        Jonas | Svenja, darf ich dich was fragen? | Svenja
        Jonas | svenja darf ich dich mal was fragen | Svenja
        Jonas | könnten Sie mir bitte helfen, Frau Yilmaz? | Frau Yilmaz
        Jonas | sagen sie frau yilmaz wie hoch ist die rechnung | Frau Yilmaz
        Jonas | ich hätte da eine frage an svenja | Svenja
        Jonas | fragen wir doch mal svenja | Svenja
        Jonas | was würde svenja dazu sagen | Svenja
        Jonas | kann svenja das übernehmen | Svenja
        Jonas | dann soll svenja das beantworten | Svenja
        Jonas | svenja meint das reicht nicht | stay
        Jonas | ich habe gestern mit svenja gesprochen | stay
        Jonas | svenjas idee war gut | stay
        Jonas | wegen svenja sind wir zu spät | stay
        Jonas | wenn svenja kommt sag bescheid | stay
        Jonas | hat svenja dir das erzählt | stay
        Jonas | nein nicht jonas sondern svenja | Svenja
        Jonas | nicht du jonas ich meinte svenja | Svenja
        Jonas | zuerst svenja dann frau yilmaz | Svenja, Frau Yilmaz
        Jonas | svenja und frau yilmaz was haltet ihr davon | Svenja, Frau Yilmaz
        Jonas | was meint ihr alle dazu | all
        Jonas | möchte jemand etwas dazu sagen | all
        Jonas | alle mal herhören bitte | all
        Jonas! | ja ja genau | backchannel
        Jonas! | ach wie schön | backchannel
        Jonas! | halt stopp | stop
        Jonas! | moment mal bitte | stop
        Jonas! | hör bitte auf | stop
        Jonas! | aber was kostet das | stay
        Jonas | welche tabletten helfen gegen kopfschmerzen | domain Svenja
        Jonas | wie viel steuern muss ich zahlen | domain Frau Yilmaz
        Jonas | und wie lange dauert das | stay
        Jonas | gib das bitte weiter an svenja | Svenja
        Jonas | danke jonas svenja was sagst du | Svenja
        Jonas | ich würde gern svenjas meinung hören | Svenja
        Jonas | schatz machst du bitte die tür zu | none
        """)

    static let spanish = Scene.table(
        """
        Ximena | Rafael, ¿me puedes ayudar con el hotel? | Rafael
        Ximena | rafael me puedes ayudar con esto | Rafael
        Ximena | perdona rafael cuánto cuesta | Rafael
        Ximena | oiga begoña tiene un momento | Begoña
        Ximena | podría usted decirme cuánto debo begoña | Begoña
        Ximena | tú qué crees rafael | Rafael
        Ximena | qué dirías tú rafael | Rafael
        Ximena | a ver qué dice begoña | Begoña
        Ximena | que lo explique rafael | Rafael
        Ximena | quiero hablar con begoña | Begoña
        Ximena | me gustaría escuchar a rafael | Rafael
        Ximena | dale la palabra a begoña | Begoña
        Ximena | y tú begoña qué opinas | Begoña
        Ximena | le preguntamos a rafael | Rafael
        Ximena | le pregunté a rafael ayer | stay
        Ximena | rafael me contó que ya estaba pagado | stay
        Ximena | la idea de rafael era mejor | stay
        Ximena | si rafael quiere vamos juntos | stay
        Ximena | cuándo llega rafael | stay
        Ximena | gracias rafael | stay
        Ximena | no rafael no begoña | Begoña
        Ximena | perdón quería decir begoña | Begoña
        Ximena | no te pregunto a ti ximena sino a rafael | Rafael
        Ximena | rafael y begoña qué hacemos | Rafael, Begoña
        Ximena | primero begoña y luego rafael | Begoña, Rafael
        Ximena | qué opinan ustedes | all
        Ximena | alguien quiere decir algo más | all
        Ximena | todos por favor preséntense | all
        Ximena! | sí sí claro | backchannel
        Ximena! | ah qué interesante | backchannel
        Ximena! | para por favor | stop
        Ximena! | espérate un segundo | stop
        Ximena! | basta ya | stop
        Ximena! | pero cuánto cuesta | stay
        Ximena | tengo que pagar mis impuestos antes de abril | domain Begoña
        Ximena | busco una habitación para dos noches | domain Rafael
        Ximena | y por qué | stay
        Ximena | mamá estoy en una llamada | none
        """)

    static let french = Scene.table(
        """
        Bastien | Solène, vous pouvez m'aider ? | Solène
        Bastien | solène tu peux m'aider | Solène
        Bastien | dis solène c'est combien | Solène
        Bastien | excusez-moi yasmine vous avez une minute | Yasmine
        Bastien | qu'est-ce que tu en penses yasmine | Yasmine
        Bastien | et toi yasmine | Yasmine
        Bastien | qu'en dit solène | Solène
        Bastien | on demande à solène | Solène
        Bastien | j'aimerais entendre solène | Solène
        Bastien | je voudrais parler avec yasmine | Yasmine
        Bastien | laissons yasmine répondre | Yasmine
        Bastien | c'est une question pour solène | Solène
        Bastien | à toi yasmine | Yasmine
        Bastien | yasmine m'a dit que c'était fermé | stay
        Bastien | j'ai parlé avec yasmine hier | stay
        Bastien | l'idée de yasmine était bonne | stay
        Bastien | si yasmine est d'accord on part | stay
        Bastien | est-ce que yasmine t'a appelé | stay
        Bastien | merci yasmine | stay
        Bastien | non pas yasmine solène | Solène
        Bastien | pardon je voulais dire solène | Solène
        Bastien | ce n'est pas à toi bastien que je parle mais à yasmine | Yasmine
        Bastien | d'abord yasmine puis solène | Yasmine, Solène
        Bastien | yasmine et solène qu'est-ce qu'on fait | Yasmine, Solène
        Bastien | quelqu'un a une idée | all
        Bastien | qu'en pensez-vous tous | all
        Bastien! | oui oui | backchannel
        Bastien! | ah c'est intéressant | backchannel
        Bastien! | arrête s'il te plaît | stop
        Bastien! | attends deux secondes | stop
        Bastien! | ça suffit merci | stop
        Bastien! | mais ça coûte combien | stay
        Bastien | je dois payer combien d'impôts | domain Solène
        Bastien | tu connais un hôtel à rome | domain Yasmine
        Bastien | et pourquoi ça | stay
        Bastien | maman je suis au téléphone | none
        """)
}
