extension Topics {
    static let service: [Row] = [
        (
            "shipping",
            """
            shipping delivery deliver return tracking package parcel box courier mail arrive doorstep shipped postage label exchange shoes \
            sender wrong_size wrong_item address_change customs carrier order ordered envio paquete pedido entrega devolver colis livraison \
            livrer commande retour retourner paket lieferung liefern bestellung zurucksenden versand sendung rucksendung parcels packages \
            ship shipping_cost delivered deliveries delivery_date neighbor_signed tracking_number lost_package damaged_in mailbox \
            post_office postman stamps express overnight_delivery dispatch dispatched arriving arrived never_arrived wrong_address returned \
            returning send_back send_it swap package_is zip_code postcode drop_off pickup pick_up collection_point llegado paquetes reparto \
            arrive_pas livre colis_perdu livreur angekommen geliefert zustellung pakete paketbote verschickt
            """
        ),
        (
            "appointments",
            """
            appointment schedule scheduling calendar opening_hours reschedule book slot visit availability checkup cancel reception \
            front_desk hours clinic available holiday_hours cita horario agenda rendez_vous rdv horaire creneau termin offnungszeiten \
            kalender uhrzeit receptionist appointments meeting meetings slots rebook rebooked rescheduled postpone cancellation \
            double_booked free_on available_on waiting_room wait_time waiting_list queue queueing lobby check_in_desk walk_in walk_ins \
            opening_times open_till open_on opening late_for diary planner remind reminder reminders clash vacancy secretary assistant citas \
            esperar sala_de espera hora_libre rendezvous salle_d attente attendre warten wartezimmer wartezeit terminkalender frei_am
            """
        ),
        (
            "customer accounts",
            """
            account login password username profile sign_in log_in email_address settings locked verify verification cuenta compte konto \
            anmelden accounts logins log_on sign_up signup register registered registration reset_password forgot_password forgotten \
            usernames email_change change_email delete_account locked_out deactivate profile_picture membership member_id loyalty_points \
            contrasena_olvidada iniciar_sesion connecter mot_passe einloggen zugang passwort_vergessen
            """
        ),
        (
            "dining",
            """
            reservation table waiter menu restaurant bill_please book_a seat party_of mesa carta reserver tisch speisekarte reservierung \
            restaurants reservations reserve reserved tables table_for waiters waitress menus dish dishes starter starters appetizer \
            dessert_menu main_course tip_waiter hungry eat_out dinner_for lunch_for brunch takeaway takeout delivery_food seat_us hambre \
            mesa_para cenar faim diner dejeuner table_pour hunger abendessen essen_gehen tisch_fur
            """
        ),
        (
            "onboard services",
            """
            cabin meal buffet luggage towel laundry room_service menu deck key_card purser housekeeping camarote cabine kabine cabins meals \
            buffets breakfast_time dinner_served stewards steward pillow blankets wake_up cruise shipboard
            """
        ),
        (
            "telephony",
            """
            phone phones phone_number sim sim_card roaming roam prepaid data_plan mobile_plan gigabytes gigabyte call_quality dropped_calls \
            voicemail ringtone coverage_area reception_bad text_messages tarifa_movil forfait handy tarif mobilfunk datenvolumen
            """
        ),
        (
            "events",
            """
            event party wedding guest invitation venue catering decoration birthday playlist seating rsvp boda fiesta invitado mariage fete \
            invite hochzeit feier gaste events parties party_for weddings bride groom bridesmaid venues invitations invite_guests guests \
            guest_list caterer caterers rsvps birthdays anniversary anniversaries decorations decorate balloons flowers_table centerpiece dj \
            band_for dance_floor ceremony ceremonies reception_hall seating_plan toast_speech conference conferences tickets_event \
            host_party bodas fiestas invitados mariages fetes invites hochzeiten feiern gasteliste
            """
        ),
        (
            "volunteering and charity",
            """
            charity charities donate donated donation donations donor donors fundraiser fundraising volunteer_work volunteering nonprofit \
            shelter_homeless food_bank sponsor_child donar donativo don_association spende spenden ehrenamt
            """
        ),
        (
            "politics and news",
            """
            news election vote government politics president minister parliament senate policy headline noticias eleccion gobierno \
            actualites nachrichten wahl regierung elections votes voted voting voters senator senators congress parliamentary prime_minister \
            chancellor democracy democrats republicans campaign_trail referendum sanctions diplomacy diplomat treaty_un protest protests \
            law_passed bill_senate mayor governor current_events headlines_today elecciones votar politica voter politique wahlen politik
            """
        ),
        (
            "journalism",
            """
            headline story article editor deadline layout source quote interview verify verification fact fact_check press publish column \
            page newsroom noticia titular fuente titre schlagzeile quelle artikel headlines stories articles editorial reporter journalist \
            scoop leak_source interviewee quotes byline caption deadline_tonight fact_checking corrections breaking_news newspaper magazine \
            front_page press_release off_record paragraph word_count proofread spelling typo grammar_check sources periodico periodista \
            journaliste journal zeitung redaktion
            """
        ),
        (
            "emergency",
            """
            emergency fire ambulance police rescue evacuate danger alarm flood accident urgent first_aid emergencia urgence pompier notfall \
            feuerwehr emergencies fires firefighter burning smoke smoke_alarm flames trapped drowning unconscious evacuation earthquake \
            police_now crime attacked intruder break_in broke_in bleeding_badly ambulances disaster flooding socorro auxilio secours \
            incendie hilfe brand rettung
            """
        ),
        (
            "crime and detection",
            """
            crime crimes criminal criminals murder murdered murderer killer victim victims suspect suspects alibi fingerprint fingerprints \
            forensic forensics autopsy evidence detective detectives police_report interrogate interrogation witness_saw crime_scene \
            weapon_used case_file stakeout robbery robber autopsia asesino huella meurtre empreintes temoin mord tatort spuren zeuge police \
            officer_patrol patrol arrest arrested handcuffs speeding_ticket stolen_bike report_crime missing_person policia police_plainte \
            polizei anzeige
            """
        ),
    ]
}
