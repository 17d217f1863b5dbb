extension Topics {
    static let technology: [Row] = [
        (
            "network support",
            """
            troubleshoot troubleshooting network router wifi installation install installer error error_message modem internet connection \
            online offline slow ethernet cable cables signal blink blinking reboot restart unplug plug reset crash disconnect bluetooth \
            printer screen driver update laptop computer software tech support frozen freeze device code_error doesnt_work app_crash loading \
            buffering password_router firmware red conexion instalar lento reseau connexion panne netzwerk verbindung installieren fehler \
            fehlermeldung wlan drucker langsam ordenador ordinateur pantalla networks routers modems wi_fi wireless internet_down \
            no_internet signal_weak plugged plugging unplugged reconnect disconnects disconnected dropping_connection slow_internet laptops \
            computers pc desktop printers printing print paper_jam screens monitor_black black_screen blue_screen frozen_screen freezes \
            crashing crashes_computer wont_turn turn_on_computer restart_it restarted reboots updates updating drivers install_app \
            installing installs uninstall bluetooth_headset headset speakers_work mouse_work keyboard_work usb error_code error_says \
            software_update antivirus virus_on backup backups hard_drive usb_stick phone_screen helpdesk help_desk outlook email_work inbox \
            ordenador_no pantalla_negra impresora imprimir imprimante ecran bildschirm druckt internet_geht rechner_startet
            """
        ),
        (
            "design",
            """
            design ugly pretty designer ui ux layout color colour accessibility font typography icon button contrast mockup wireframe \
            palette spacing figma margin_left logo visual align alignment shade blue pixel hover dark_mode screen_reader menu header image \
            banner diseno boton tipografia couleur bouton police dessin maquette farbe knopf schrift gestaltung schriftart designs designers \
            designed layouts interfaces interface screens_design wireframes prototypes mockups fonts typeface icons buttons menu_hidden \
            colors colours colour_blind palette_of contrast_low legible legibility readable unreadable hard_read whitespace margins padding \
            aligned misaligned alignment_off visuals dated modern_look homepage landing_page banner_image banners logos illustration_style \
            ux_flow user_flow navigation_menu confusing_menu tap_target figma_file colores disenar logotipo couleurs mise_en farben \
            schriften layout_der
            """
        ),
        (
            "backend",
            """
            backend database server api performance query sql endpoint cache latency deploy deployment request timeout timing_out cpu memory \
            scale scaling index migration schema load microservice response_time staging production docker kubernetes cluster log outage \
            crash rate_limit throughput code servidor base_de consulta serveur requete datenbank anfrage schnittstelle servers databases \
            apis endpoints queries schemas tables_sql caches caching latencies deploys deployed timeouts slow_query index_missing \
            memory_leak memory_usage cpu_usage load_balancer requests_per throughput_drop outages crashed_server five_hundred status_code \
            stack_trace exception exceptions thread threads deadlock race_condition codebase compile compiles compiler refactor refactoring \
            function_returns variable class_method repository git branch merge_conflict pull_request commit programmer programmers \
            programming program javascript python java rust algorithm null_pointer segfault frames frame_rate framerate fps lag laggy lags \
            stutter stutters performance_issue optimize optimise optimization engine_crash physics_engine shader bugs bug_in glitch glitches \
            loading_time codigo servidores programar bogues serveurs programmation fehler_im server_lauft programmieren ruckelt
            """
        ),
        (
            "testing",
            """
            testing verify test tester bug qa regression reproduce repro flaky coverage automated automation assertion edge_case failing \
            unit_test broken ticket steps_to verified smoke_test acceptance prueba error_de fallo bogue essai fehler testen test_fall tests \
            tested testers bugs regressions reproduced reproduces reproducible test_plan test_case test_cases test_coverage automated_tests \
            e2e unit_tests fails failed failing_build flaky_test verify_fix quality quality_assurance qa_team smoke_tests checklist pruebas \
            tests_auto testfalle
            """
        ),
        (
            "cloud and devops",
            """
            cloud devops roll_back rollbacks deploying hotfix canary aws pipeline ci deploy deployment rollback monitoring uptime terraform \
            kubernetes container build incident oncall on_call infrastructure nube despliegue deploiement bereitstellung deployments \
            rollback_to roll_out rollout pipelines continuous_integration builds build_failed docker_image containers pods cluster_down \
            nodes autoscale autoscaling azure gcp lambda serverless alerts alerting pager paged dashboards grafana prometheus logs_show \
            downtime went_down site_down is_down servers_down staging_env environment_variable secrets dns certificate certificates ssl \
            expired_certificate
            """
        ),
        (
            "frontend and mobile",
            """
            frontend javascript css html react browser website mobile app ios android web page responsive navegador navigateur webseite \
            javascript_error stylesheet component components web_page webpages websites pages_load page_load browser_cache chrome safari \
            firefox mobile_app apps app_store play_store phones iphone tablet_app push_notification notifications layout_breaks \
            responsive_layout scroll scrolling swipe gesture button_click form_submit web_app typescript
            """
        ),
        (
            "data science",
            """
            data analytics dashboard metric statistic model machine_learning dataset chart regression predict prediction ai training_data \
            correlation datos analisis donnees analyse daten auswertung datasets analyst analytics_dashboard graphs graph_of charts metrics \
            kpi kpis models trained training_set accuracy_of overfit overfitting neural_network predictions predicted forecast_model \
            regressions clusters clustering features_model spreadsheet spreadsheets pivot_table excel data_shows correlate conversion_rate \
            ab_test churn retention_rate cohort datos_de tableur daten_zeigen tabelle
            """
        ),
        (
            "hardware",
            """
            hardware chip cpu gpu ram motherboard battery charger sensor circuit soldering keyboard mouse monitor disk bateria batterie akku \
            ladegerat chips processors processor boards circuit_board pcb resistor resistors capacitor transistor voltage volts amps solder \
            soldered battery_life batteries chargers charging_port usb_port cable_charge sensors_read fan_noise overheating_laptop \
            graphics_card memory_stick ssd keyboards mice screens_flicker antenna gpio arduino raspberry_pi
            """
        ),
        (
            "robotics",
            """
            robotics robot motor servo sensor actuator arm gripper wheel torque calibrate controller drone lidar firmware gear robotica \
            robotique robotik robots robotic arm_robot joints motors servos actuators sensors calibrated calibrating wheels rover drones \
            autonomous obstacle odometry encoder jitter overshoot automation roboter robotic_arm grippers humanoid automation_line
            """
        ),
        (
            "energy",
            """
            energy solar panel battery power grid electricity watt kilowatt turbine renewable energia energie strom photovoltaik \
            solar_panels panels batteries_home power_bill energy_bill electric_bill kilowatts megawatt wind_turbine turbines wind_farm \
            heat_pump heat_pumps insulation_home grid_down blackout renewables emissions carbon_footprint fossil coal natural_gas \
            meter_reading electricity_bill nuclear_power charging_station ev electric_car consumo_electrico electricite facture_electricite \
            stromrechnung stromverbrauch warmepumpe
            """
        ),
        (
            "security",
            """
            security password hack hacked hacker phishing malware virus breach encryption firewall attack vulnerability login two_factor \
            ransomware suspicious leak_data credential stolen contrasena seguridad mot_de securite pirate passwort sicherheit gehackt \
            passwords hackers viruses spyware firewalls breaches encrypted encrypt vulnerabilities patch_security exploit authentication \
            authenticate locked_out login_attempt suspicious_email suspicious_link clicked_link spam spam_mail phishing_mail leaked ransom \
            backups_secure vpn guard guards badge access_card cctv intruder intruders alarm_system lock locks
            """
        ),
    ]
}
