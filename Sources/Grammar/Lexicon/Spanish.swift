/// Spanish, folded (no accents); informal and formal address.
enum Spanish {
    package static let words: [Lexicon.Row] = [
        ([.first], "yo nosotros nosotras"),
        ([.second], "tu usted ustedes vosotros vosotras vos ti te os"),
        ([.third], "el ella ello ellos ellas se"),
        ([.object], "me nos lo la los las le les mi"),
        (
            [.determiner],
            "el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella algun alguna"
        ),
        ([.determiner], "ningun ninguna cada otro otra mucho mucha poco poca tanto mas menos al del"),
        ([.possessive, .determiner], "mi mis tu tus su sus nuestro nuestra"),
        ([.number, .determiner], "dos tres cuatro cinco seis siete ocho nueve diez cien mil primer primera"),
        (
            [.auxiliary, .third3],
            "es esta hay ha tiene puede va fue era son estan han tenia estaba habia sera seria debe suele podia queria deberia"
        ),
        (
            [.auxiliary],
            "hago salgo vengo pongo traigo oigo sigo veo doy conozco soy estoy estas eres he has hemos tengo tienes tenemos puedo puedes podemos podria podrias podriamos"
        ),
        (
            [.auxiliary, .second],
            "tienes puedes quieres debes eres has sabes dices haces vienes pones sales ves das vas sigues traes oyes podrias tendrias harias dirias pondrias deberias"
        ),
        ([.auxiliary], "vas voy vamos debo debes debemos debe quiero quieres queremos quisiera"),
        (
            [.third3, .opining],
            "piensa opina dice cree sugiere recomienda propone aconseja prefiere sabe considera piensan opinan dicen creen sugieren recomiendan proponen aconsejan prefieren saben"
        ),
        (
            [.third3],
            "quiere necesita parece gusta funciona cuesta hace sale llega llama trabaja mira viene sigue da pone trae conoce vive anda lleva suena cae vuelve duerme siente cree entiende merece tarda corre vende debe queda"
        ),
        (
            [.past],
            "trajo supo anduvo condujo tradujo produjo dijo hizo tuvo fue pudo quiso puso vino dio vio mando envio reviso compro encontro cambio reservo"
        ),
        (
            [.past],
            "hablo pregunto conto llamo arreglo mostro explico menciono propuso dejo dicho hecho visto"
        ),
        (
            [.base, .taking],
            "responder contestar hablar explicar decir empezar seguir opinar ayudar dar hacer ver"
        ),
        ([.base, .taking], "responda conteste hable explique diga empiece siga opine ayude termine cuente"),
        (.wished, "diga siga haga venga intervenga salga tenga ponga traiga vaya sea sepa"),
        (
            [.base],
            "dime dinos explica explicame ayudame acordate fijate imaginate ayuda mira busca muestra cuenta cuentame pasa pon haz ven ve sigue empieza"
        ),
        (
            [.base],
            "revisa calcula repite describe prepara cura ataca protege abre cierra manda envia recuerda espera oye"
        ),
        ([.preposition], "de del a al en con por para sin sobre entre desde hasta hacia segun contra"),
        ([.conjunction], "y e o u pero ni"),
        ([.subordinator], "que si porque cuando mientras como aunque donde"),
        ([.wh], "que quien cual cuales cuando donde como cuanto cuanta cuantos cuantas adonde"),
        ([.negation], "no nunca tampoco jamas"),
        (
            [.adverb],
            "ya tambien todavia siempre ayer hoy manana ahora despues luego antes muy bien mal aqui ahi alli asi solo"
        ),
        (
            [.discourse],
            "bueno vale ok oye pues entonces mira eh perdon gracias claro si y ahora primero venga"
        ),
        ([.greeting, .discourse], "hola oye oiga buenas buenos hey perdona disculpa"),
        ([.filler], "eh em ehm este mmm"),
        ([.softener], "porfa favor mejor por"),
        ([.repair], "no perdon digo sino mejor queria decir espera refiero referia equivoque"),
        ([.sequence], "luego despues"),
        ([.yesNo], "si no claro"),
        ([.everyone], "todos todas ustedes vosotros equipo"),
        (
            [.backchannel],
            "aja si claro vale ok bueno bien ya entiendo exacto mhm mm genial perfecto cierto eso"
        ),
        (
            [.person],
            "mama papa carino amor hijo hija cielo tesoro corazon nene nena ninos ninas chicos hijos peque chiquitin camarero camarera senor senora abuela abuelo"
        ),
        (
            [.givenName],
            "juan jose carlos maria carmen antonio miguel pedro luis javier ana isabel elena rosa pablo jorge"
        ),
        (
            [.backchannel],
            "bonito hermoso lindo terrible increible interesante gracioso triste guay estupendo maravilloso fantastico uy ay vaya anda uf lastima logico normal curioso practico obvio evidente"
        ),
        ([.title], "doctor doctora senor senora senorita don dona profesor profesora capitan"),
        (
            [.calendar],
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo primavera verano otono invierno"
        ),
        ([.indefinite], "alguien"),
        ([.floating], "ambos ambas juntos todos"),
        ([.noun], "dia turno palabra semana"),
    ]
}
