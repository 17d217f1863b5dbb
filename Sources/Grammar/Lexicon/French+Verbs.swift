extension French {
    /// Verbs in `-er`; after a colon the stem that bears the stress, where it is spelled otherwise.
    private static let regular = """
        accepter acheter:achet activer avouer brancher crier cultiver demenager embeter esperer marchander rassurer trancher redire afficher aider ajouter allumer amener:amen amuser analyser annoncer annuler appeler:appell apporter approuver \
        arranger arreter arriver arroser assurer attacher attaquer attraper augmenter avancer baisser balayer bouger briller bruler cacher calculer \
        calmer casser changer chanter charger chercher classer coller combiner commander commencer commenter comparer completer compter \
        confirmer conseiller consulter contacter continuer controler copier corriger coucher couper creer cuisiner danser decider declarer decorer \
        degager demander demarrer demonter deplacer deposer designer dessiner detailler developper deviner dicter diminuer discuter donner doubler durer \
        echanger eclairer economiser ecouter effacer eliminer emballer embaucher emmener emporter emprunter enlever enregistrer envoyer:envoi eplucher \
        essayer essuyer estimer etudier evaluer eviter examiner expliquer explorer exprimer fabriquer facturer fermer feter filmer former formuler \
        frapper fumer gagner garder gerer gouter guider habiller hesiter imaginer imprimer indiquer informer inscrire installer inviter jeter jouer juger \
        laisser lancer laver lever liberer limiter livrer louer manger marcher marquer melanger mentionner mesurer monter montrer nager nettoyer:nettoi \
        nommer noter observer organiser oser pardonner parler partager passer patienter payer pecher peler penser peser pister placer planifier \
        planter plier porter poser pousser preparer presenter preter prevenir programmer prolonger prononcer proposer proteger publier quitter raconter ramasser ramener \
        ranger rappeler:rappell rassurer reagir recharger recommander recommencer refuser regarder regler reguler remercier remplacer rencontrer renouveler rentrer renvoyer:renvoi \
        reparer repasser repeter reporter reposer reserver resister respecter respirer rester resumer retirer retourner retrouver revenir reviser sauter sauver \
        sauvegarder separer serrer signaler signer situer soigner sonner souhaiter souligner stocker suggerer supprimer surveiller telecharger telephoner terminer \
        tester tirer tomber toucher tourner tracer traiter travailler traverser tricher trier trouver tuer utiliser valider vendanger verifier verser vider viser visiter \
        voler voter voyager
        """

    /// The others: infinitive, the two commands, participle, imperfect.
    private static let irregular = """
        attendre attends attendez attendu attendait,avertir avertis avertissez averti avertissait,boire bois buvez bu buvait,choisir choisis choisissez choisi choisissait,\
        conduire conduis conduisez conduit conduisait,couvrir couvre couvrez couvert couvrait,cuire cuis cuisez cuit cuisait,decrire decris decrivez decrit decrivait,\
        defendre defends defendez defendu defendait,dire dis dites dit disait,ecrire ecris ecrivez ecrit ecrivait,eteindre eteins eteignez eteint eteignait,\
        faire fais faites fait faisait,finir finis finissez fini finissait,fournir fournis fournissez fourni fournissait,inscrire inscris inscrivez inscrit inscrivait,\
        interrompre interromps interrompez interrompu interrompait,lire lis lisez lu lisait,mettre mets mettez mis mettait,offrir offre offrez offert offrait,\
        ouvrir ouvre ouvrez ouvert ouvrait,partir pars partez parti partait,peindre peins peignez peint peignait,perdre perds perdez perdu perdait,\
        permettre permets permettez permis permettait,prendre prends prenez pris prenait,prevenir previens prevenez prevenu prevenait,\
        produire produis produisez produit produisait,promettre promets promettez promis promettait,reduire reduis reduisez reduit reduisait,\
        reflechir reflechis reflechissez reflechi reflechissait,remettre remets remettez remis remettait,remplir remplis remplissez rempli remplissait,\
        rendre rends rendez rendu rendait,repondre reponds repondez repondu repondait,reunir reunis reunissez reuni reunissait,revenir reviens revenez revenu revenait,\
        sentir sens sentez senti sentait,servir sers servez servi servait,sortir sors sortez sorti sortait,suivre suis suivez suivi suivait,\
        tenir tiens tenez tenu tenait,traduire traduis traduisez traduit traduisait,transmettre transmets transmettez transmis transmettait,\
        vendre vends vendez vendu vendait,venir viens venez venu venait,voir vois voyez vu voyait
        """

    /// Third person of those whose command is another.
    private static let present = """
        part sort court suit rend lit met descend depend defend tend \
        attend avertit boit choisit conduit craint croit cuit decrit devient dort ecrit entend eteint finit fournit \
        grandit grossit inscrit interrompt maintient meurt mord nourrit obtient peint perd permet plait plaint prend pretend previent produit promet \
        reagit recoit reduit reflechit rejoint remet remplit repart repond ressent reunit reussit revient rougit rompt rugit sait sent sert souffre sourit \
        surprend tient traduit transmet vend voit
        """

    /// Infinitive, commands (`réserve`, `réservez`, `réservons`), past (`réservait`, `réservaient`).
    ///
    /// The participle is spelled like the command; what stands before it (`a réservé`) tells them apart.
    static let verbForms: [Lexicon.Row] =
        regular.split(separator: " ").filter { $0.hasSuffix("er") }.flatMap { entry -> [Lexicon.Row] in
            let parts = entry.split(separator: ":").map(String.init)
            let stem = String(parts[0].dropLast(2))
            let stressed = parts.count > 1 ? parts[1] : stem
            let soft = stem.hasSuffix("g") ? stem + "e" : stem
            return [
                (.base, "\(parts[0]) \(stressed)e \(stem)ez \(soft)ons"), (.past, "\(soft)ait \(soft)aient"),
            ]
        }
        + [(.third3, present), (.base, "fasse prenne reprenne vienne tienne boive voie sache puisse aille")]
        + irregular.split(separator: ",").flatMap { entry -> [Lexicon.Row] in
            let forms = entry.split(separator: " ")
            guard forms.count == 5 else { return [] }
            // "Qu'elle réponde" has the stem of "répondait".
            let commands = forms[..<3].joined(separator: " ") + " " + forms[4].dropLast(3) + "e"
            return [(.base, commands), (.past, forms[3...].joined(separator: " "))]
        }
}
