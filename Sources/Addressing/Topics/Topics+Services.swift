extension Topics {
    static let services: [Row] = [
        (
            "appointments",
            """
            appointment schedule scheduling calendar opening_hours reschedule book slot visit monday tuesday wednesday thursday friday \
            saturday sunday close open closes opens availability checkup cancel reception front_desk hours clinic_close clinic \
            available move_my holiday_hours cita horario agenda rendez_vous rdv horaire creneau termin offnungszeiten kalender \
            uhrzeit receptionist
            """
        ),
        (
            "insurance",
            """
            insurance insured coverage cover covered copay medical_bill deductible claim premium policy out_of in_network network_doctor \
            reimburse preauthorization pay_myself bill myself plan_cover insurer hmo ppo seguro cobertura assurance couvert mutuelle \
            remboursement versicherung versichert krankenkasse police
            """
        ),
        (
            "pharmacy",
            """
            prescription medication medicine refill side_effect pill dose dosage tablet drug pharmacy pharmacist antibiotic ibuprofen \
            aspirin painkiller milligram drowsy inhaler syrup vaccine interact dizzy rash nausea swallow capsule ointment insulin \
            receta medicamento pastilla medicina dosis ordonnance medicament pilule comprime rezept medikament tablette nebenwirkung apotheke
            """
        ),
        (
            "medicine",
            """
            health doctor symptom pain fever cough headache sick illness disease diagnosis blood pressure injury sore throat flu \
            infection nurse hospital surgery allergy hurts ache swollen bleeding vomit salud dolor fiebre medico sante douleur \
            fievre medecin malade gesundheit schmerz fieber arzt krank triage
            """
        ),
        (
            "fitness",
            """
            workout arm leg chest belly six_pack shoulder exercise strength training running run stretch stretching muscle squat gym lift weights cardio reps set_of sets \
            plank push_up pushup jog marathon sprint warm_up cool_down personal_best coach yoga pace knee biceps abs abdominal \
            treadmill bench deadlift ejercicio correr entrenamiento musculo entrainement courir muscle sport laufen muskel ubung trainieren fitness
            """
        ),
        (
            "sleep and calm",
            """
            sleep asleep meditation meditate stress stressed anxious anxiety breath breathing breathe relax calm mindfulness insomnia \
            panic nightmare nap tired worry worries overwhelmed tense wake awake night_sleep rest mood burnout mental therapy \
            mind_racing racing dormir sueno estres ansiedad relajar dormir sommeil stresse respirer angoisse calmer schlafen schlaf \
            stress atmen angst entspannen meditieren unruhig meditar
            """
        ),
        (
            "flights and trains",
            """
            flight fly plane airport airline train station route direction bus ticket gate boarding layover stopover departure depart \
            land takeoff transfer platform transport connection ferry metro subway taxi drive car_rental rail timetable get_there \
            luggage baggage suitcase carry_on seat get_from vuelo avion tren aeropuerto ruta vol avion train gare aeroport route \
            flug flieger zug bahnhof flughafen strecke fahrplan trayecto
            """
        ),
        (
            "hotels",
            """
            hotel accommodation check_in check_out checkin checkout room suite bed lobby reception hostel airbnb stay staying breakfast pool gym \
            towel double_room single_room night_stay booking reservation balcony guest housekeeping lodging apartment where_we \
            upgrade_room sterne hotel alojamiento habitacion reserva hebergement chambre logement unterkunft zimmer ubernachtung \
            fruhstuck wake_up_call minibar concierge
            """
        ),
        (
            "sightseeing",
            """
            sightseeing restaurant museum activity tour tourist attraction landmark monument gallery beach park viewpoint cathedral \
            see_in do_in visit castle neighborhood old_town nightlife bar cafe street_food walking_tour local guide eat_tonight \
            market_stall souvenir hike zoo show theater things_to dinner_tonight restaurante museo turismo playa musee visiter \
            plage sehenswurdigkeit museum strand ausflug besichtigen
            """
        ),
        (
            "currency",
            """
            currency exchange exchange_rate rate peso pesos dollar euro yen pound tip tipping cash atm convert credit_card bank \
            travel_budget spend budget per_day cost_per cambio moneda propina efectivo devise pourboire monnaie wechselkurs wahrung \
            trinkgeld bargeld
            """
        ),
        (
            "banking",
            """
            bank banking account transfer card debit_card deposit withdraw withdrawal atm balance overdraft iban wire branch teller check_book pin \
            statement direct_debit standing_order cuenta transferencia tarjeta_de banco compte virement banque carte_bancaire konto uberweisung \
            uberweisen bankkarte kontostand
            """
        ),
        (
            "lending",
            "loan mortgage borrow lend lending interest_rate rate_on credit_score down_payment refinance repay installment amortization collateral prestamo hipoteca pret emprunt emprunter hypotheque kredit darlehen hypothek leihen zins zinsen"
        ),
        (
            "laboratory safety",
            "safety chemical chemicals ethanol acid_waste waste hazard hazardous goggles gloves fume fumes spill spilled toxic flammable disposal dispose sink_waste down_the_sink protective seguridad_laboratorio produit_chimique schutzbrille giftig"
        ),
        (
            "statistics",
            "statistics statistic regression sample_size sample mean_and median variance p_value p_values significance significant confidence_interval hypothesis distribution correlation standard_deviation t_test anova outlier estadistica muestra statistique echantillon statistik stichprobe"
        ),
        (
            "robotics",
            "robotics robot motor servo sensor actuator arm gripper wheel torque jittery calibrate controller drone lidar firmware gear robotica robotique robotik"
        ),
        (
            "sailing",
            "sailing sail tide harbor harbour dock anchor boat ship wind knots port_side starboard mast rudder course heading navigate charts navigation navegar puerto marea bateau port maree voile segeln hafen gezeiten boot"
        ),
        (
            "onboard services",
            "cabin meal buffet luggage towel laundry room_service menu deck key_card purser housekeeping camarote cabine kabine"
        ),
        (
            "excursions",
            "excursion island snorkel dive tour guide trip day_trip hike sight history_of bus_tour sunset lookout excursiones isla excursion ile ausflug insel"
        ),
        (
            "journalism",
            "headline story article editor deadline layout source quote interview verify verification fact fact_check press publish column page newsroom noticia titular fuente article titre source schlagzeile quelle artikel"
        ),
        (
            "weather",
            "weather rain snow sunny temperature forecast storm wind umbrella cloud cloudy humid degrees hot_outside cold_outside jacket clima lluvia tiempo_hace temperatura meteo pluie neige wetter regen schnee temperatur regnen"
        ),
        (
            "real estate",
            "house apartment rent mortgage landlord tenant lease property bedroom realtor move_in deposit neighborhood square_feet viewing alquiler casa piso loyer appartement maison bail miete wohnung haus vermieter immobilien"
        ),
        (
            "cars",
            "car engine brake tire oil mechanic battery mileage transmission exhaust vehicle clutch gear garage motor wheel rattle dashboard_light coche motor freno llanta voiture moteur frein pneu auto motor bremse reifen werkstatt"
        ),
        (
            "emergency",
            "emergency fire ambulance police rescue evacuate danger alarm flood accident urgent first_aid emergencia urgence pompier notfall feuerwehr"
        ),
        (
            "security",
            "security password hack hacked hacker phishing malware virus breach encryption firewall attack vulnerability login two_factor ransomware suspicious leak_data credential stolen contrasena seguridad mot_de securite pirate passwort sicherheit gehackt"
        ),
        (
            "customer accounts",
            "account login password username profile sign_in log_in email_address settings locked verify verification cuenta compte konto anmelden"
        ),
        (
            "dining",
            "reservation table waiter menu restaurant bill_please book_a seat party_of mesa carta reserver tisch speisekarte reservierung"
        ),
    ]
}
