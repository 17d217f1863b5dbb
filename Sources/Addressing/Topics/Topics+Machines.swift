/// Networks, programs and machines at work, as a thesaurus would list them.
extension Topics {
    static let machines: [Row] = [
        (
            "network support",
            """
            wifi wi_fi internet broadband router modem network~ connection~ connect~ disconnect disconnected disconnects offline online~ \
            signal~ slow~ buffering loading~ wont_load dropped_out keeps_dropping drops_out ethernet cable~ plugged reboot restart~ \
            turn_off blinking red_light orange_light green_light error~ error_message install installed installation setup~ set_up \
            driver~ update~ updated~ troubleshoot it_department no_bars ping~ lag~ bluetooth pair~ hotspot vpn dns streaming_stops \
            video_calls freezes conexion~ internet_va red~ lento~ cable_de connexion~ internet~ reseau lent~ verbindung~ netzwerk \
            langsam~ wlan site~ website~ not_loading loads~
            """
        ),
        (
            "computers and devices",
            """
            computer computers laptop laptops notebook~ pc desktop mac~ macbook tablet~ ipad iphone android phone~ phones~ smartphone \
            printer printers print~ printing printout toner ink~ paper_jam jammed~ scanner scan~ screen~ screens~ monitor~ keyboard \
            mouse~ headset headphones webcam microphone~ speaker~ speakers~ projector~ charger charge~ charging battery~ usb hard_drive \
            disk~ memory_full storage_full software app~ apps~ program~ windows~ excel outlook email~ emails~ inbox attachment spam \
            file~ files~ folder document~ deleted_file crash~ crashed~ crashes~ freeze~ frozen~ freezes hang~ hangs black_screen \
            blue_screen wont_turn wont_start turn_on not_responding log_in~ login password passwords reset_password forgot_password \
            locked_out wont_open virus~ backup~ backups~ update~ reinstall install~ ordenador portatil pantalla~ teclado impresora \
            imprimir contrasena ordinateur ecran~ clavier imprimante mot_passe rechner bildschirm~ tastatur drucker drucken passwort \
            click~ download downloads downloading upload uploads web tech technical digital electronic electronics gadget gadgets
            """
        ),
        (
            "security",
            """
            password~ passwords~ hack hacked hacker hackers malware virus~ viruses ransomware phishing phished spyware trojan firewall \
            encrypt encryption vpn~ breach breached leaked~ leak_data data_leak vulnerability vulnerabilities exploit two_factor \
            authenticator suspicious~ strange_email weird_email weird_link clicked_link clicked_on unknown_sender spoofed permissions~ \
            access~ access_rights ddos intrusion patch~ hackeado virus_en pirate piratage gehackt schadsoftware secret~ secrets~ \
            access_code
            """
        ),
        (
            "telephony",
            """
            sim sim_card esim roaming roam abroad~ data_plan mobile_data gigabytes gigs call_quality dropped_call dropped_calls \
            voicemail ringtone texts~ no_signal no_service reception~ prepaid top_up phone_number keep_number port_number landline \
            handset tarjeta_sim sans_fil handyvertrag datenvolumen
            """
        ),
        (
            "design",
            """
            design~ designer ui ux layout color~ colors~ colour~ colours~ font fonts typography icon icons button~ buttons~ contrast \
            wireframe mockup palette spacing margin_too padding align~ alignment logo~ too_small too_big too_bright hard_read small_read \
            cant_read ugly pretty~ look~ looks~ looks_cheap blue~ green~ red~ shade~ pixel~ pixels~ dark_mode accessible accessibility \
            color_blind colorblind blind_users screen_reader banner header~ footer menu~ homepage image~ images~ illustration visual \
            visuals aesthetic figma sketch~ usability click_where find_button confusing~ diseno fuente~ boton couleur~ police_de bouton \
            maquette farbe~ schrift knopf~ gestaltung lesbar
            """
        ),
        (
            "backend",
            """
            server servers database databases api apis endpoint backend query~ queries sql cache~ latency timeout timing_out times_out \
            request~ requests~ deploy~ memory~ cpu ram throughput load~ scale~ scaling migration~ schema index~ crash~ crashed~ crashes~ \
            outage down~ is_down site_down went_down five_hundred error_five slow~ performance~ concurrency thread~ threads log~ logs~ \
            docker kubernetes container~ queue~ microservice code~ coding coder compile compiler function~ functions~ algorithm variable \
            loop~ refactor repository git commit~ merge~ branch~ pull_request codebase library~ python java javascript rust~ swift~ \
            framework~ bug~ bugs~ exception stack_trace null_pointer segfault servidor base_datos serveur base_donnees datenbank codigo~ \
            programar programmieren
            """
        ),
        (
            "testing",
            """
            test~ tests~ tested~ testing tester bug~ bugs~ buggy qa regression reproduce reproduced repro broken~ breaks~ broke~ \
            still_works works_on checked~ flaky failing~ failed_test test_case edge_case coverage~ automate automated unit_test \
            before_release safe_release crash~ after_update prueba~ probar~ fallo tester~ bogue testen fehler~
            """
        ),
        (
            "data science",
            """
            data~ dataset chart charts~ graph~ graphs~ dashboard metric metrics kpi statistics~ average~ spreadsheet excel pivot \
            correlation model~ predict prediction forecast~ train_model machine_learning neural outlier outliers ab_test conversion_rate \
            churn trend~ sample_size significant~ histogram csv query~ datos grafico donnees graphique daten diagramm tabelle auswertung
            """
        ),
        (
            "cloud and devops",
            """
            deploy deployment deploys rollback roll_back pipeline~ ci build_failed build_broken staging production~ monitoring alert~ \
            alerts~ uptime downtime on_call incident container~ kubernetes docker terraform aws azure certificate_expired disk_full \
            cpu_at site_down loaded~ loading~ page_loaded unreachable offline crashed~ server servers outage outages hosting host~ ops \
            release_night
            """
        ),
        (
            "frontend and mobile",
            """
            website web_page webpage browser chrome safari firefox javascript css html react app~ mobile_app ios android scroll~ \
            scrolling tap~ responsive page~ pages~ page_doesnt
            """
        ),
        (
            "robotics",
            """
            robot robots robotic arm_stuck gripper motor~ motors~ servo sensor~ sensors~ actuator lidar drone drones calibrate wheel~ \
            wheels~ joint~ torque autonomous
            """
        ),
        (
            "energy",
            """
            energy electricity~ power~ solar solar_panel panel~ panels~ turbine windmill battery~ batteries~ kilowatt meter~ \
            meter_reading gas_bill power_bill heat_pump grid~ nuclear~ coal renewable insulation~ emissions carbon consumption~ energia \
            luz_sube electricite~ facture_d strom~ stromrechnung energie inverter inverters panel panels feed_in power_outage outage \
            outages grid whole_street neighbourhood_dark power_went watts kilowatts sunny_days
            """
        ),
        (
            "research and facts",
            """
            fact facts background research researcher statistics~ biggest~ tallest how_old when_was founded really_true come_from origin \
            originally source~ evidence~ verify record_holder trivia wikipedia
            """
        ),
        (
            "volunteering and charity",
            """
            volunteer volunteers volunteering lend_hand pitch_in donate donation donations donor fundraiser charity food_bank \
            sign_volunteers spare_time weekends~ unpaid
            """
        ),
        (
            "billing",
            """
            charge_me charged_me charge_double charge_twice paying_double pay_double paid_double twice~ this_month~ tariff tariffs \
            meter_reading bill_high bill_so high_bill
            """
        ),
        (
            "journalism",
            """
            intro~ host~ guests~ interview~ episode
            """
        ),
    ]
}
