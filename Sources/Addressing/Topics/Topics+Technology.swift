extension Topics {
    static let technology: [Row] = [
        (
            "network support",
            """
            troubleshoot troubleshooting network router wifi installation install installer error error_message modem internet connection online \
            offline slow ethernet cable cables signal blink blinking reboot restart unplug plug reset crash disconnect bluetooth printer screen \
            driver update laptop computer software tech support frozen freeze device code_error doesnt_work app_crash loading \
            buffering password_router firmware internet_is red conexion instalar internet lento reseau connexion installer panne netzwerk \
            verbindung installieren fehler fehlermeldung wlan drucker computer langsam ordenador ordinateur pantalla
            """
        ),
        (
            "design",
            """
            design text_is read_on too_small looks_ugly ugly pretty design designer ui ux layout color colour accessibility font typography icon button contrast mockup wireframe palette spacing \
            figma margin_left logo visual align alignment shade blue pixel hover dark_mode look_like screen_reader menu header \
            image banner diseno color boton tipografia couleur bouton police dessin maquette farbe knopf schrift gestaltung schriftart
            """
        ),
        (
            "backend",
            """
            backend database server api performance query sql endpoint cache latency deploy deployment request timeout timing_out cpu memory \
            scale scaling index migration schema load microservice response_time staging production docker kubernetes cluster log outage \
            crash rate_limit throughput code servidor base_de consulta serveur base_de requete datenbank server anfrage schnittstelle
            """
        ),
        (
            "testing",
            """
            testing still_works still_work works_after verify check_that check_if test tester bug qa regression reproduce repro flaky coverage automated automation assertion edge_case nightly nightly_run \
            failing unit_test broken ticket steps_to verified smoke_test acceptance prueba error_de fallo bogue essai fehler testen test_fall
            """
        ),
        (
            "cloud and devops",
            "cloud devops roll_back rollbacks deploying hotfix canary aws pipeline ci deploy deployment rollback monitoring uptime terraform kubernetes container build incident oncall on_call infrastructure nube despliegue deploiement bereitstellung"
        ),
        (
            "frontend and mobile",
            "frontend javascript css html react browser website mobile app ios android web page responsive navegador navigateur webseite"
        ),
        (
            "data science",
            "data analytics dashboard metric statistic model machine_learning dataset chart regression predict prediction ai training_data correlation datos analisis donnees analyse daten auswertung"
        ),
        (
            "hardware",
            "hardware chip cpu gpu ram motherboard battery charger sensor circuit soldering keyboard mouse monitor disk bateria batterie akku ladegerat"
        ),
        (
            "robots",
            "robot drone arm gripper servo actuator automation roboter"
        ),
        (
            "energy",
            "energy solar panel battery power grid electricity watt kilowatt turbine renewable energia energie strom photovoltaik"
        ),
        (
            "documentation",
            "documentation docs manual tutorial guide readme wiki documentacion doku handbuch"
        ),
    ]
}
