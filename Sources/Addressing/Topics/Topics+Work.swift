/// Firms and their machines, as a thesaurus would list it.
extension Topics {
    static let work: [Row] = [
        (
            "human resources",
            """
            hr hire~ hired fired~ fire_someone firing quit~ resign resignation layoff laid_off dismissal dismissed salary salaries wage \
            wages payslip paycheck paid~ get_paid pay_rise raise~ asking_raise bonus overtime holiday~ holidays~ vacation vacations \
            days_off day_off time_off sick_day sick_leave sick_note call_sick calling_sick maternity paternity parental leave~ on_leave \
            stay_home~ part_time full_time working_hours work_home remote_work home_office probation onboarding new_colleague contract~ \
            pension~ benefits~ perks promotion promoted performance_review appraisal training_course boss~ manager~ coworker colleague~ \
            colleagues~ harass harassed harassment bullied~ bullying rude_to discriminated yells yelled shouts complaint~ conflict~ \
            mediator team_building workplace employee employees employer recruit recruiting recruitment applicant applicants candidate \
            candidates interview~ cv resume~ cover_letter job~ jobs~ vacancy sueldo nomina vacaciones baja~ contratar despedir ascenso \
            jefe~ salaire conge conges embauche licencier chef~ gehalt urlaub krankmelden krankgeschrieben kundigung~ befordert \
            elternzeit mutterschutz payroll day_care culture~ dress_policy
            """
        ),
        (
            "staffing",
            """
            staff staffing shift~ shifts rota roster worker workers crew~ headcount understaffed short_staffed temp temps night_shift \
            cover_for call_in enough_people working_tomorrow working_today overtime personal~ turno equipe~ personnel schicht dienstplan
            """
        ),
        (
            "training and learning",
            """
            training~ workshop course~ courses certificate~ certification webinar onboarding_course learn~ e_learning seminar trainee \
            apprentice curso formacion formation kurs schulung fortbildung weiterbildung
            """
        ),
        (
            "sales",
            """
            sell sells~ selling~ sold~ sale~ sales deal~ deals lead~ leads prospect prospects pipeline~ quota client~ clients~ customer~ \
            close_deal closing pitch~ demo~ proposal quote~ discount~ upsell crm cold_call commission~ account_manager reseller \
            order_volume big_order signed_up win_over vender venta~ cliente~ vendre vente verkaufen verkauf kunde~ kunden~ angebot~ \
            deal_with customers~ discounts~
            """
        ),
        (
            "market research",
            """
            market~ competitor competitors competition compete rival rivals customers~ consumer consumers survey surveys surveyed \
            respondents focus_group questionnaire interviewees trend trends demand~ segment segments demographic demographics feedback \
            reviews~ ratings satisfaction popular~ people_think people_like people_want people_actually users_want customers_want \
            customers_think customers_say similar_product young_people age_group market_share target_group benchmark competencia \
            encuesta concurrence sondage konkurrenz umfrage wettbewerb
            """
        ),
        (
            "marketing",
            """
            marketing market_our campaign campaigns brand~ branding slogan tagline advert adverts ads ad advertise advertising billboard \
            poster~ posters flyer flyers brochure leaflet logo~ social_media instagram tiktok facebook twitter youtube linkedin post_on \
            hashtag hashtags followers influencer influencers viral likes~ reach~ newsletter mailing_list email_blast click_rate \
            open_rate seo google_ranking search_engine first_page keywords landing_page conversion promo promote~ launch_event giveaway \
            target_audience audience~ hype spread_word nobody_knows content_calendar podcast~ video_ad publicidad anuncio campana \
            publicite affiche annonce campagne werbung anzeige~ kampagne plakat commercial commercials sponsor sponsors sponsorship \
            ad_break
            """
        ),
        (
            "public relations",
            """
            press~ press_release journalist journalists reporter reporters media~ interview~ statement~ spokesperson scandal reputation \
            apologize_publicly bad_press newspaper~ headline~ public_image crisis~ shitstorm backlash tv_crew comunicado prensa \
            communique presse pressemitteilung
            """
        ),
        (
            "product",
            """
            feature~ features~ roadmap backlog priority~ priorities~ prioritize requirement requirements user_story spec~ scope mvp \
            release~ launch_date ship_it next_version version~ build_next work_next drop_feature users_asking customers_asking \
            most_wanted wish_list stakeholder~ stakeholders product_manager funcionalidad fonctionnalite funktion~
            """
        ),
        (
            "schedule and projects",
            """
            deadline deadlines schedule~ milestone milestones timeline project~ projects~ delay~ delayed~ delays on_time in_time late~ \
            behind~ behind_schedule ahead_schedule finish_by finished_by done_by ready_by when_ready get_done due_date~ due~ slip \
            slipped gantt sprint~ estimate~ many_weeks many_days resources~ capacity~ standup kanban jira task~ tasks plazo entrega~ \
            retraso delai echeance retard frist verzogerung zeitplan fertig_werden
            """
        ),
        (
            "logistics",
            """
            logistics supply supplies supplier suppliers warehouse~ stock~ inventory out_stock restock shortage pallet pallets forklift \
            truck trucks lorry van~ freight cargo container~ port~ harbor~ dock~ customs shipment shipments deliver~ delivery~ depot \
            distribution route~ routes~ fleet driver~ drivers~ loading unload load~ crate crates carrier haul raw_material spare_parts \
            parts~ vendor procurement purchase_order lead_time bottleneck throughput~ assembly_line running_out run_out get_there \
            almacen camion existencias proveedor entrepot camion~ fournisseur stock_de lager lkw lieferant bestand
            """
        ),
        (
            "manufacturing",
            """
            factory plant~ machine~ machines~ machinery assembly production~ produce~ conveyor weld welding welder lathe mill~ cnc \
            drill_press press~ mold~ injection_molding batch~ scrap rework defect defects defective tolerance tolerances inspect \
            inspection quality_control reject~ output~ operator~ downtime~ belt_stopped line_stopped line_two jam~ jammed lubricate oil~ \
            gear gears bearing bearings pump~ compressor hydraulic pneumatic fabrica maquina~ usine fabrik maschine~ produktion
            """
        ),
        (
            "quality control",
            """
            quality~ defect defects faulty flaw flaws scratch~ inspection inspector reject~ rejected complaint~ complaints sample~ \
            samples batch~ out_spec tolerance recall~ certified iso calidad qualite qualitat
            """
        ),
        (
            "workplace safety",
            """
            safety helmet hard_hat gloves~ goggles protective harness~ ladder scaffolding fell_off slipped slippery fumes toxic \
            chemical~ chemicals spill~ spilled~ hazard hazardous accident~ injured~ first_aid~ fire_drill evacuation earplugs \
            forklift_speed near_miss risk_assessment exposed_wire casco seguridad~ casque securite~ helm sicherheit~ schutzbrille
            """
        ),
        (
            "purchasing",
            """
            purchase procure procurement order_more supplier suppliers vendor bulk~ quote_from tender bid~ minimum_order comprar~ \
            acheter~ bestellen~ einkauf
            """
        ),
        (
            "writing and editing",
            """
            write~ writing~ rewrite essay paragraph paragraphs sentence~ sentences wording phrasing word_count typo typos spelling \
            misspelled grammar comma commas punctuation apostrophe semicolon proofread proofreading edit~ editing editor~ draft~ drafts \
            thesis conclusion introduction~ outline~ headline~ title~ article~ articles blog chapter~ chapters manuscript novel~ plot~ \
            footnote footnotes citation cite quote~ quotes~ source~ sources~ bibliography copywriter tone~ readable shorten \
            sounds_better reads_well synonym redactar ortografia parrafo frase~ rediger orthographe paragraphe phrase~ schreiben~ \
            rechtschreibung absatz satz~ komma
            """
        ),
        (
            "translation",
            """
            translate translation translator translated interpreter in_spanish in_french in_german in_english in_italian in_japanese \
            in_chinese in_portuguese say_in mean_in word_for traducir traduccion traduire traduction ubersetzen ubersetzung
            """
        ),
        (
            "public speaking",
            """
            speech~ speeches presentation slide~ slides keynote audience~ stage~ stage_fright nervous~ public_speaking rehearse~ \
            microphone~ stutter stuttering filler_words pitch~ opening_line applause discurso discours rede~ vortrag
            """
        ),
        (
            "careers",
            """
            career job~ jobs~ interview~ interviews resume cv cover_letter apply~ applied~ applying internship salary~ negotiate_salary \
            quit_job change_job dream_job unemployed graduate~ linkedin recruiter recruiters hire_me references~ strengths weaknesses \
            trabajo~ empleo emploi travail~ stelle bewerbung lebenslauf vorstellungsgesprach
            """
        ),
        (
            "customer support",
            """
            complaint complaints unhappy_customer angry_customer helpdesk ticket~ support~ hotline escalate on_hold
            """
        ),
    ]
}
