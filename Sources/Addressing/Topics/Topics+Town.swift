/// Streets, offices and shops, as a thesaurus would list it.
extension Topics {
    static let town: [Row] = [
        (
            "roads and streets",
            """
            road~ roads street~ streets pothole potholes pavement sidewalk curb kerb crosswalk crossing~ zebra_crossing roundabout \
            tunnel traffic_light streetlight street_light lamp_post lamppost lantern snow~ snowplough snowplow plough grit gritting icy~ \
            ice_on salt_road parking~ parking_space parking_ticket parking_permit park_car lane~ bike_lane cycle_path asphalt tarmac \
            road_sign manhole drain_cover roadworks detour dark_street bumpy bache acera calle~ farola semaforo aparcamiento trottoir \
            rue~ nid_de lampadaire route~ stationnement strasse~ gehweg schlagloch laterne ampel parkplatz
            """
        ),
        (
            "waste",
            """
            waste rubbish garbage trash bin bins bin_day bin_collection collection_day recycle recycling compost~ landfill dump~ dumped \
            skip~ bulky glass_bottles litter plastic~ cardboard~ hazardous old_fridge old_sofa old_mattress binman basura reciclaje \
            contenedor poubelle dechets recyclage tri ordures mull mulltonne abfall sperrmull wertstoff
            """
        ),
        (
            "civil registry",
            """
            registry registrar register~ certificate certificates birth_certificate death_certificate marriage_certificate marry \
            getting_married married wedding~ civil_partnership name_change change_name surname~ maiden_name passport passports \
            identity_card id_card driving_licence licence license permit permits stamp~ stamped notarized apostille form~ forms sign~ \
            residence moved_here new_address change_address new_born birth_of newborn~ dog_licence citizenship apply_for clerk town_hall \
            city_hall certificado partida_de registro_civil dni empadronamiento casarnos permiso acte_de mairie carte_d etat_civil \
            permis ausweis geburtsurkunde heiratsurkunde standesamt burgeramt anmeldung heiraten genehmigung get_married marriage \
            marry_in deed deeds notary~ witnesses~ signature~ signatures
            """
        ),
        (
            "public benefits",
            """
            benefits~ welfare unemployment unemployed allowance child_benefit housing_benefit pension~ disability disabled subsidy \
            social_security social_worker food_stamps lost_job caseworker low_income paro subsidio chomage allocations arbeitslos \
            arbeitslosengeld kindergeld sozialhilfe wohngeld
            """
        ),
        (
            "building permits",
            """
            permit planning_permission zoning build_a extension~ conservatory carport garage~ shed fence~ neighbor_building demolition \
            architect floor_plan plan~ plans blueprint square_metres square_feet layout~ extend~ balcony~ open_plan permiso_de permis_de \
            baugenehmigung bauantrag grundriss
            """
        ),
        (
            "library",
            """
            library librarian book~ books~ borrow~ borrowed loan~ return_book overdue renew~ renewal fine~ fines library_card reserve~ \
            catalogue catalog shelf~ reading_room novel~ novels magazine newspaper~ newspapers archive archives microfilm genealogy \
            family_tree ancestor ancestors birth_record parish reference~ late_fee lost_book owe~ quiet_room biblioteca libro~ libros~ \
            prestamo~ multa bibliotheque livre~ livres~ emprunter amende bibliothek buch~ bucher~ ausleihen mahngebuhr
            """
        ),
        (
            "children's stories",
            """
            fairy_tale fairytale picture_book bedtime_story story_time story_hour storytime read_aloud nursery_rhyme dragon_story \
            princess~ once_upon puppet puppets crafts~ year_old year_olds kids_event little_ones cuento cuentos conte contes marchen \
            bilderbuch vorlesen
            """
        ),
        (
            "museum and gallery",
            """
            museum gallery exhibit exhibition exhibitions painting paintings painter~ sculpture statue artist artwork masterpiece \
            curator artefact artifact fossil mummy skeleton~ dinosaur guided_tour audio_guide collection~ century~ on_display hanging_in \
            portrait who_made museo cuadro exposicion pintor estatua musee tableau peintre exposition ausstellung gemalde maler
            """
        ),
        (
            "tickets and admission",
            """
            ticket tickets admission entry~ entrance~ entry_fee fee~ fees price~ prices~ how_much~ cost~ pay_to get_in adult adults \
            student_discount senior~ seniors concession discount~ free_entry group_rate family_ticket season_ticket opening_hours \
            opening_times open_till open_on open_today close~ closes closing closed_on closing_time box_office sold_out seats_left \
            queue~ billete entrada~ entradas precio~ horario taquilla abierto abren cierran billet billets entree~ tarif guichet \
            horaires ouvert fermez eintritt eintrittskarte karten~ kasse offnungszeiten geoffnet schliesst 3d glasses~ seats~ show~ \
            shows~ showtime showtimes season_pass
            """
        ),
        (
            "lost property",
            """
            lost~ lost_my lost_and lost_property left_my left_behind forgot_my forgotten~ missing~ misplaced found_a umbrella~ jacket~ \
            scarf~ wallet~ purse~ handbag~ backpack~ gloves~ cloakroom coat~ coat_check hand_in handed_in perdi perdido olvide \
            objetos_perdidos perdu oublie objets_trouves verloren vergessen~ liegen_lassen fundburo garderobe
            """
        ),
        (
            "security guards",
            """
            guard guards security_guard suspicious stranger intruder trespass trespassing burglar burglary break_in broke_in thief \
            thieves theft stolen steal stole robbed pickpocket mugged vandal vandalism graffiti alarm~ alarm_went camera~ cctv patrol \
            badge~ lock~ fight_outside weapon~ bag_search followed_me following_me shoplifter shoplifting ladron robo robaron sospechoso \
            voleur vole suspect alarme dieb gestohlen einbruch einbrecher verdachtig
            """
        ),
        (
            "police and crime",
            """
            police policeman cop cops officer~ detective crime criminal murder killer suspect suspects alibi witness witnesses motive \
            evidence clue clues fingerprint dna forensic crime_scene corpse body~ blood_stain blood_on stab stabbed shot~ gun~ gunshot \
            bullet weapon~ poison poisoned kidnap kidnapped ransom robbery heist burglary mugged arrest arrested handcuffs prison jail \
            bail interrogate interrogation confess confession liar~ lying~ time_death autopsy coroner victim victims missing_person \
            hit_and report_stolen speeding_fine policia asesino testigo culpable arma~ police_a meurtre temoin coupable polizei morder \
            zeuge tatort verbrechen
            """
        ),
        (
            "fire and rescue",
            """
            fire~ fires flames smoke smoking~ burning~ firefighter extinguisher smoke_detector fire_alarm evacuate evacuation \
            emergency_exit fire_exit trapped rescue rescued drown drowning earthquake avalanche landslide explosion gas_leak smell_gas \
            smell_burning hydrant incendio humo bomberos incendie fumee pompiers feuer rauch feuerwehr brennt evacuated
            """
        ),
        (
            "religion and ceremonies",
            """
            church mosque temple synagogue priest pastor rabbi imam mass~ sermon pray prayer baptism baptize christening communion \
            confession funeral burial bury~ buried cremation grave cemetery coffin wake~ eulogy condolences mourn blessing bible~ gospel \
            psalm hymn choir~ parish lent ramadan easter_mass misa bautizo entierro iglesia messe bapteme eglise enterrement kirche \
            taufe beerdigung gottesdienst pfarrer
            """
        ),
        (
            "weddings and parties",
            """
            wedding bride groom bridesmaid engagement_party anniversary birthday party parties~ celebration celebrate~ guest~ guests~ \
            guest_list invite~ invitation invitations rsvp venue~ decoration decorations balloon balloons confetti banner~ seating_plan \
            caterer catering buffet~ cake_for dj~ band_for playlist~ first_dance bouquet florist centerpieces speeches best_man \
            dress_code gift~ gifts present_for surprise_party theme~ pinata boda fiesta cumpleanos invitados regalo mariage fete \
            anniversaire invites~ cadeau hochzeit feier geburtstag gaste~ geschenk braut
            """
        ),
        (
            "florist",
            """
            florist bouquet flowers~ roses tulips lilies carnation arrangement~ vase wreath floral ramo flores~ bouquet_de blumenstrauss \
            strauss
            """
        ),
        (
            "retail shop",
            """
            shop~ store~ buy~ in_stock out_stock stock~ size~ sizes medium~ bigger_size smaller_size try_on fitting_room changing_room \
            checkout~ cashier~ till~ cash_register discount~ sale~ on_sale bargain voucher gift_card receipt return_it exchange_it \
            refund~ warranty guarantee~ brand~ price_tag loyalty_card shelf~ aisle customer_service come_blue other_colour \
            another_colour talla probador descuento rebaja taille~ cabine_d soldes reduction grosse_in umkleide rabatt kassenzettel \
            umtausch price_for how_much~ asking_price
            """
        ),
        (
            "fashion",
            """
            clothes clothing outfit wear wearing dress~ skirt blouse shirt tshirt sweater jumper cardigan hoodie jeans trousers pants \
            shorts leggings suit~ blazer tie~ jacket~ coat~ raincoat scarf hat cap~ gloves socks tights underwear bra lingerie pajamas \
            pyjamas swimsuit bikini boots shoes sneakers heels sandals slippers belt~ handbag purse~ necklace earrings bracelet ring~ \
            jewelry jewellery watch~ sunglasses fabric silk cotton wool linen denim leather velvet stripes plaid matching_shoes \
            dress_code stylish fashionable elegant~ casual formal~ go_jeans ropa camisa vestido zapatos falda pantalon abrigo vetement \
            robe chemise chaussures jupe manteau kleidung hemd kleid schuhe rock~ hose mantel jacke
            """
        ),
        (
            "jewelry and watches",
            """
            jewelry jewellery ring~ diamond diamonds gold~ silver~ platinum pearl pearls necklace earring bracelet brooch engrave \
            engraving carat watch_strap gem gemstone sapphire ruby emerald joya joyas anillo bijou bijoux bague collier schmuck kette~ \
            ohrringe
            """
        ),
    ]
}
