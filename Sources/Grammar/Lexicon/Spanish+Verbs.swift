extension Spanish {
    /// Common verbs; after a colon the stem that bears the stress, where it differs: `contar:cuent`.
    private static let verbs = """
        abrir aceptar aclarar acabar aconsejar actualizar agregar alquilar analizar anotar anunciar apagar apoyar aprender \
        aprobar:aprueb apuntar arreglar asegurar atender:atiend aumentar avisar bailar bajar beber borrar buscar calcular calentar:calient \
        callar cambiar caminar cancelar cantar cargar cenar cerrar:cierr cocinar colocar comentar comenzar:comienz comer comparar completar \
        comprar comprender comprobar:comprueb conectar configurar confirmar consultar contar:cuent contestar controlar copiar corregir:corrig \
        correr cortar coser cubrir cuidar curar dejar descargar describir descansar desconectar detallar dibujar disparar echar elegir:elig \
        eliminar empezar:empiez empujar encargar encender:enciend encontrar:encuentr ensenar enterrar:entierr entregar entrenar enviar escribir escuchar \
        esperar estudiar evaluar evitar examinar explicar explorar facturar firmar fregar:frieg fumar ganar gastar girar grabar guardar guiar \
        imprimir indicar iniciar instalar intentar invitar jugar:jueg lavar leer levantar limpiar llamar llenar llevar llorar mandar marcar \
        medir:mid mejorar mencionar mezclar mirar montar mostrar:muestr mover:muev nadar nombrar ocultar olvidar opinar ordenar organizar pagar parar \
        pasar pedir:pid pelear pensar:piens perder:pierd pescar pintar planear planificar plantar practicar preguntar preparar presentar probar:prueb programar \
        prometer proteger proponer:propon publicar quitar recibir recoger recomendar:recomiend recordar:recuerd recortar redactar regar:rieg registrar \
        rellenar renovar:renuev reparar repartir repasar repetir:repit resolver:resuelv reservar responder resumir revisar romper sacar saltar saludar \
        seleccionar senalar servir:sirv soltar:suelt sonar:suen subir sugerir:sugier sumar terminar tirar tocar tomar trabajar traducir trasladar tratar usar utilizar \
        acompanar acordar:acuerd adorar admirar afirmar amar andar anadir aparcar aparecer avanzar barrer celebrar ceder coger colgar:cuelg \
        conducir conocer conseguir:consig construir continuar convencer crear creer crecer cruzar cumplir decidir dedicar defender:defiend demostrar:demuestr \
        desayunar descubrir desear despertar:despiert destrozar dirigir discutir dormir:duerm durar entender:entiend entrar esconder fallar faltar frenar gritar \
        importar insistir interesar interrumpir jurar llegar matar mentir:mient merecer meter molestar morir:muer mojar nacer necesitar negar:nieg odiar \
        ofrecer pegar perdonar permitir picar pisar prestar quedar quejar quemar reconocer regalar regresar robar roncar salir sentar:sient \
        sentir:sient sonar:suen soplar sufrir temblar:tiembl temer triunfar vencer vestir:vist vivir volver:vuelv \
        vender verificar viajar vigilar visitar volar:vuel votar
        """

    /// Infinitive, command (`manda`, `mande`, `manden`), past (`mandó`, `mandaron`, `mandaba`, `mandado`).
    ///
    /// The present of the third person is spelled like the familiar command, and at the head of a clause is one.
    static let verbForms: [Lexicon.Row] = verbs.split(separator: " ").flatMap { entry -> [Lexicon.Row] in
        let parts = entry.split(separator: ":")
        let infinitive = String(parts[0])
        let stem = String(infinitive.dropLast(2))
        let stressed = parts.count > 1 ? String(parts[1]) : stem
        let isFirst = infinitive.hasSuffix("ar")
        // `busque`, `pague`, `cruce` keep the sound of the stem.
        let soft = isFirst ? hardened(stressed) : stressed
        let (own, other) = isFirst ? ("a", "e") : ("e", "a")
        let past =
            isFirst
            ? "\(stem)o \(stem)aron \(stem)aba \(stem)aban \(stem)ado"
            : "\(stem)io \(stem)ieron \(stem)ia \(stem)ian \(stem)ido"
        return [
            (.auxiliary, "\(stressed)o"), ([.auxiliary, .second], "\(stressed)\(own)s"), (.past, past),
            (.base, "\(infinitive) \(stressed)\(own)"),
            ([.base, .wished], "\(soft)\(other) \(soft)\(other)n"),
            (.third3, "\(stressed)\(own)n"),
        ]
    }

    private static func hardened(_ stem: String) -> String {
        if stem.hasSuffix("c") { return stem.dropLast() + "qu" }
        if stem.hasSuffix("g") { return stem + "u" }
        return stem.hasSuffix("z") ? stem.dropLast() + "c" : stem
    }
}
