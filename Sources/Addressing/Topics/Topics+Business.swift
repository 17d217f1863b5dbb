extension Topics {
    static let business: [Row] = [
        (
            "money",
            """
            finance financial money budget cost expensive cheap price pricing afford pay paid spend spent margin profit profitable loss \
            revenue cash runway invest investment investor funding fund burn dollar euro forecast quarter salary fee accounting earn earning \
            earnings breakeven break_even roi discount cfo debt loan expense income sales capital dinero coste costo precio presupuesto \
            gasto gastos pagar caro barato ganancia argent cout prix cher payer depense marge geld kosten kostet preis teuer cuesta cuestan \
            vale tarifa bezahlen gewinn ausgaben umsatz finanzen finanzas sum total figure balance_sheet wealth affordable overspend \
            overspent bankrupt bankruptcy cashflow solvent invoice bargain pricey overpriced cheaper cheapest worth euros dollars \
            pounds pound cents penny savings discounted markup purchase buy bought spending treasurer controller subsidy grant_money sponsor \
            pricing_tier dear economical costly pricy monthly_cost payback bottom_line financially cuanto_cuesta rentable caja combien \
            combien_coute gratuit economiser teure billig bezahlbar guthaben
            """
        ),
        (
            "market research",
            """
            market competitor competition competing rival customer consumer survey respondent audience segment trend demand review feedback \
            interview persona demographic complain complaint poll focus_group buyers buyer users questionnaire opinion popular satisfaction \
            research competitive mercado cliente clientes encuesta competencia marche clients sondage enquete concurrence concurrent markt \
            kunden kunde umfrage konkurrenz wettbewerb public consumers shoppers shopper users_think target_group demographics rivals \
            preference prefer respondents sentiment statistics_on trends popularity market_share focus_groups ratings complaints target
            """
        ),
        (
            "marketing",
            """
            marketing campaign brand branding ad advert advertising slogan social_media launch promote promotion newsletter seo influencer \
            post posts hashtag followers viral audience pr press publicidad campana marca publicite campagne marque werbung kampagne marke \
            advertise adverts commercial billboard flyer flyers leaflet poster posters hype buzz reach awareness logo rebrand tagline \
            instagram facebook tiktok twitter youtube linkedin tweet clicks click_through conversion banner_ad sponsor sponsorship \
            target_audience public_relations media journalist
            """
        ),
        (
            "sales",
            """
            sales sell deal lead prospect pipeline quota crm pitch client closing demo contract ventas vender vente vendre verkauf verkaufen \
            angebot sold seller salesperson discount close_deal customers_buy quote quotation offer negotiate negotiation bargain upsell \
            prospects leads commission territory forecast_sales buyer rebate win_back demo_for account_manager order_volume deals
            """
        ),
        (
            "product",
            """
            product roadmap priority prioritize feature backlog sprint milestone deadline release requirement stakeholder scope user_story \
            mvp ship shipping launch producto funcionalidad hoja_de_ruta fonctionnalite priorite produkt funktion prioritat roadmaps \
            features launch_date version release_date priorities spec specs specification requirements user_need prototype beta rollout \
            usability customers_want feature_request
            """
        ),
        (
            "schedule and projects",
            """
            deadline deadlines milestone milestones timeline timelines gantt project projects delay delays delayed behind_schedule on_time \
            on_schedule slip slipped overrun ship_date launch_day finish_by done_by deliverable deliverables estimate_days sprint_end \
            bottlenecks dependencies producer plazo plazos delai delais retard frist termin_halten zeitplan verspatung
            """
        ),
        (
            "logistics",
            """
            operation logistics supply_chain supply supplier warehouse truck pallet container freight port cargo forklift inventory stock \
            dock deliver haul distribution depot vendor manufacturing factory production shipment almacen camion proveedor entrepot \
            fournisseur livraison lager lkw lieferant lieferung logistik logistica lieferkette logistique trucks lorry lorries van vans \
            fleet loading unload unloading pallets crate crates load haulage consignment warehousing storage shelf shelves stockroom \
            out_of_stock restock raw_material materials sourcing procurement bottleneck dispatch shipped lead_time customs courier route \
            routing hub freighter airfreight parts
            """
        ),
        (
            "staffing",
            """
            staff staffing shift hire headcount worker crew employee night_shift workforce overtime rota roster turno personnel equipe \
            schicht mitarbeiter staffed understaffed overworked rotas shifts workers team_member temp temps freelancer contractor vacancy \
            vacancies day_off weekend_shift colleague capacity workload resources
            """
        ),
        (
            "human resources",
            """
            hr payday paycheck paid_leave sick_leave hiring recruit recruiting recruiter candidate interview onboarding benefit vacation \
            payroll employee leave holiday pto resume cv promotion performance_review training culture contratacion vacaciones nomina conges \
            recrutement urlaub gehalt bewerbung hire hired fire fired layoff laid_off job_offer applicant applicants apply interviews \
            probation notice_period resign resignation quit maternity paternity parental_leave sick_note sick_day days_off time_off \
            annual_leave holidays raise pay_rise bonus wage wages pension_plan harassment complaint_about appraisal workplace coworker \
            colleague boss manager contract_employment payslip overtime perks baja sueldo vacante conge salaire embauche licenciement \
            gehaltserhohung kundigung krankmeldung arbeitsvertrag
            """
        ),
        (
            "careers",
            """
            career job interview resume cv cover_letter linkedin salary_negotiation promotion internship degree trabajo carrera emploi \
            carriere beruf karriere bewerbung careers jobs job_interview interviews cover_letters resumes cvs apply_for applying applied \
            internships graduate degree_in university college scholarship career_change promotion_ask promoted salary_ask references \
            networking mentor unemployed job_hunt job_market entrevista curriculum empleo entretien stage_en lettre_de vorstellungsgesprach \
            lebenslauf ausbildung studium
            """
        ),
        (
            "public speaking",
            """
            presentation slide deck speech audience keynote rehearse pitch stage speaker presentacion diapositiva exposition vortrag folie \
            prasentation talk slides stage_fright nervous_speaking microphone_speech toast eulogy podium lectern applause rhetoric \
            presenting presenter storytelling introduction_speech voice_projection
            """
        ),
        (
            "documentation",
            """
            documentation docs manual tutorial readme wiki documentacion doku handbuch docs_page manuals tutorials guides readmes faq \
            knowledge_base instructions instruction written_down write_up changelog release_notes glossary diagram template
            """
        ),
    ]
}
