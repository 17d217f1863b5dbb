/// Counters where one posts, pays, signs and applies, as a thesaurus would list them.
extension Topics {
    static let counters: [Row] = [
        (
            "shipping",
            """
            ship~ shipping shipped parcel package~ packages packet box~ delivery deliver delivered undelivered courier mail~ mailman \
            post~ postman postal postage stamp~ envelope letterbox letter_box mailbox doorstep porch neighbor~ neighbour~ signed_for \
            sender recipient tracking track~ track_my dispatch in_transit its_way stuck_in customs lost_in arrive~ arrived~ arrives~ \
            never_came never_arrived never_showed hasnt_come hasnt_arrived not_arrived didnt_arrive showed_up turn_up damaged \
            broken_when arrived_broken wrong_address wrong_item wrong_one send_back send_it sent_back return_label return~ returns~ \
            exchange~ pick_up drop_off express overnight~ zip_code postcode two_day business_days fragile~ insured_parcel paquete envio~ \
            enviar pedido~ llegado~ no_llega repartidor mensajero devolver colis livraison livre~ livreur commande~ renvoyer pas_arrive \
            facteur paket lieferung liefern geliefert sendung bestellung~ zurucksenden postbote angekommen~
            """
        ),
        (
            "billing",
            """
            bill~ bills billed billing charge~ charged charges overcharged charged_twice double_charged twice_this pay~ paid~ payment \
            payments invoice receipt refund refunds refunded money_back reimburse credit_card card_declined debit direct_debit deducted \
            withdrawn~ took_money taken_from owe~ owing due~ overdue installment installments late_fee cancel_subscription subscription \
            subscribe plan_cost monthly_fee yearly free_trial trial~ renew~ renewal auto_renew downgrade~ upgrade_plan price_went coupon \
            promo discount~ vat cash~ cheque bank_statement pay_later cobrado cobro~ cobraron factura reembolso devolver_dinero tarjeta~ \
            pagar~ recibo suscripcion facture rembourse prelevement preleve payer~ abonnement~ carte_bleue rechnung~ abgebucht \
            erstattung zahlen~ bezahlen~ abo kundigen~ mahnung lastschrift
            """
        ),
        (
            "customer accounts",
            """
            account~ login log_in logged_out sign_in sign_up signup username password~ passwords reset_password forgot_password \
            email_address delete_account close_account change_email verify verification_code confirmation_email profile~ locked_out \
            membership~ member~ two_accounts cuenta~ contrasena iniciar_sesion compte~ mot_de connecter konto~ passwort einloggen \
            anmelden~
            """
        ),
        (
            "membership",
            """
            membership member~ members~ join~ joining sign_up enroll enrol enrolment fee~ fees dues monthly_fee cancel_membership \
            freeze_membership trial_month day_pass season_pass court_booking book_court court~ locker guest_pass family_plan \
            student_rate waiver membresia cuota socio inscribirme adhesion cotisation inscription inscrire mitglied mitgliedschaft \
            beitrag beitreten
            """
        ),
        (
            "appointments",
            """
            appointment appointments schedule reschedule postpone book~ booked~ booking~ slot slots opening~ available~ free_on \
            free_tomorrow free_slot calendar diary come_in come_by see_someone see_the squeeze_in earlier_time later_time waiting_time \
            waiting_room long_wait be_seen next_week~ next_tuesday next_friday this_week~ at_three cancel~ cancel_my move_my \
            running_late late~ be_late cant_make check_in hours~ opening_hours open_today open_on office_hours close~ closes~ what_time \
            walk_in remind reminder meeting~ meetings~ cita citas horario~ cambiar_mi sala_espera que_hora abierto~ rendez rdv reporter~ \
            creneau salle_d ouvert~ termin termine verschieben wartezimmer wann_haben geoffnet~ offnungszeiten
            """
        ),
        (
            "insurance",
            """
            insurance insure insured insurer uninsured policy~ policies premium premiums deductible excess~ coverage cover~ covered \
            covers copay claim~ claims~ claimed accident~ crash~ crashed~ collision bumped_into backed_into rear_ended hit_car \
            drove_into dent~ dented fender windshield windscreen damage~ damaged~ flood_damage hail burglary~ stolen~ write_off adjuster \
            compensation payout out_pocket pay_out third_party liability~ comprehensive life_insurance health_insurance actuary risk~ \
            smoker smokers beneficiary underwriter seguro~ poliza siniestro aseguradora choque assurance assureur sinistre franchise~ \
            accident_de versicherung police~ schadensfall unfall selbstbeteiligung
            """
        ),
        (
            "banking",
            """
            bank~ banker account~ balance~ transfer transfers wire~ deposit withdraw withdrawal atm cash_machine cash~ iban overdraft \
            overdrawn statement~ standing_order direct_debit checking_account savings~ joint_account open_account close_account branch~ \
            teller pin~ debit_card credit_card contactless exchange_rate send_money money_to cheque interest~ fee~ banco~ transferencia \
            cajero saldo banque virement retrait solde distributeur uberweisung uberweisen geldautomat kontostand girokonto
            """
        ),
        (
            "lending",
            """
            loan loans lend lender borrow~ borrowed~ mortgage mortgages down_payment interest~ interest_rate fixed_rate rate~ rates~ \
            repay repayment installments credit_score credit_history creditworthy afford~ afford_house buy_house buying_house \
            first_house buy_flat own_home home_loan car_loan student_loan debt~ refinance collateral guarantor much_house thirty_years \
            prestamo hipoteca tipo_interes pret~ emprunt hypotheque taux kredit hypothek darlehen zinsen zinssatz
            """
        ),
        (
            "fraud and theft",
            """
            fraud scam scammed scammer phishing fake~ forged counterfeit impostor pretending pretended identity_theft stolen~ stole~ \
            steal~ steals stolen_card stole_my lost_card lost_wallet wallet_stolen block_card freeze_card didnt_buy didnt_make \
            never_bought didnt_order dont_recognize not_me wasnt_me strange_charge strange_email weird_email weird_call strange_call \
            suspicious hacked pin~ password~ gift_cards bitcoin~ con_man tricked swindled estafa fraude robado~ robaron clonado \
            sospechoso arnaque vole~ piratage betrug gestohlen~ betruger sperren kartendaten
            """
        ),
        (
            "investing",
            """
            invest investment investments investor stock~ stocks share~ shares bond bonds fund~ funds etf dividend portfolio broker \
            crypto bitcoin ethereum gold~ retire~ retirement pension~ nest_egg savings~ save_for compound_interest market_crash \
            bull_market bear_market trading trader hedge_fund diversify diversified volatility risky returns_on yield~ index_fund nasdaq \
            invertir acciones bolsa ahorros inversion~ investir actions~ bourse epargne retraite aktien borse anlegen sparen~ rente \
            altersvorsorge
            """
        ),
        (
            "tax",
            """
            tax taxes taxed taxable taxpayer tax_return deduct deductible deduction deductions write_off vat irs audit audited auditor \
            income_tax fiscal withholding exempt self_employed receipts~ bookkeeping bookkeeper ledger inheritance_tax tax_bracket \
            claim_back declare~ impuesto impuestos hacienda renta~ deducir iva impot impots fisc declaration_de tva steuer steuern \
            finanzamt absetzen steuererklarung mehrwertsteuer
            """
        ),
        (
            "money",
            """
            money~ budget budgets cost costs~ costing price~ pricing afford affordable expensive cheap~ cheaper pay_for spend spending \
            spent overspend expenses expense profit profits profitable loss~ losses margin margins revenue revenues turnover~ income \
            earnings cash~ cash_flow cashflow runway burn_rate break_even fund~ funding funded invest~ balance_sheet bottom_line \
            forecast~ quarter~ quarterly fiscal financial finances dollar~ dollars~ euro~ euros~ pounds~ bucks~ grand_total in_red \
            in_black making_money lose_money losing_money save_money worth_it raise_prices bankrupt bankruptcy solvent savings~ wage~ \
            salaries~ debt debts cfo accountant accounting treasurer dinero~ presupuesto coste gastos beneficio caro barato pagar~ \
            rentable ganar_dinero argent~ cout depense benefice cher payer~ geld~ budget_fur kosten~ gewinn teuer bezahlen~ ausgaben \
            leisten~
            """
        ),
        (
            "currency",
            """
            currency exchange~ exchange_rate peso pesos dollar~ euro~ yen pound~ rupee rupees krona franc baht lira dirham convert~ \
            conversion cash~ atm tip~ tipping coins~ banknotes many_euros many_dollars change_money bureau_de per_day spending_money \
            moneda~ cambio propina devise monnaie pourboire wechselkurs wahrung trinkgeld
            """
        ),
        (
            "legal",
            """
            law laws lawyer legal legally attorney solicitor barrister court~ judge~ jury trial~ lawsuit sue sued suing litigation \
            contract contracts clause agreement~ sign~ breach liable liability illegal allowed~ allowed_to right_to rights~ permitted \
            forbidden~ lease~ evict copyright trademark patent license~ licensing gdpr privacy~ nda terms~ compliance comply regulation \
            regulations regulator defamation libel will_and testament inherit inheritance custody divorce alimony notary settlement~ \
            appeal~ witness~ testify guilty~ fine_print cancel_contract notice_period terminate termination dispute~ refuse~ \
            threatened_sue in_trouble get_trouble hold_us legal_action verdict plead defendant plaintiff prosecutor bail subpoena \
            obligation entitled warranty~ ley abogado contrato~ demandar juez juicio herencia derechos loi avocat contrat~ proces juge \
            heritage droits porter_plainte gesetz anwalt vertrag~ klagen gericht richter erbe rechte~ erlaubt~ jail prison arrested~ \
            crime~ criminal statute statutes punish punished punishment penalty~ steal_idea copying_us without_permission infringe \
            sue_them logo~ illegal_download piracy downloading~ prosecute sentence~ sentenced convict convicted plagiarize
            """
        ),
        (
            "real estate",
            """
            rent~ rental~ renting tenant landlord landlady lease~ flat~ apartment house~ houses~ villa bungalow studio~ bedroom bedrooms \
            square_meters square_feet realtor broker~ estate_agent viewing~ view_the neighborhood~ neighbourhood~ move_in move_out \
            deposit~ furnished utilities buy_house sell_house house_worth property~ listing plot_of garage~ balcony~ school_nearby \
            schools_nearby alquiler piso~ casero inquilino vivienda loyer appartement proprietaire locataire logement~ miete wohnung \
            vermieter mieter makler kaution asking_price deed deeds viewing viewings
            """
        ),
        (
            "parking and fines",
            """
            parking parking_ticket parking_fine fine fines ticket~ tickets~ clamp clamped towed tow meter~ permit~ residents_parking \
            parked no_parking my_car~ multa aparcar amende stationnement fourriere strafzettel parken abgeschleppt
            """
        ),
        (
            "immigration",
            """
            foreign foreigner foreigners abroad~ spouse~ fiance~ asylum refugee~ extend_stay overstay
            """
        ),
        (
            "customs",
            """
            customs duty duty_free declare~ import~ importing bring_into bring_back cigarettes cigars tobacco alcohol~ bottles~ \
            cash_limit plants~ meat~ prohibited~ confiscated aduana tabaco douane zoll zigaretten
            """
        ),
        (
            "exams and certificates",
            """
            exam exams test_result results~ pass~ passed failed~ fail~ grade grades mark~ marks~ certificate certificates diploma \
            oral_part oral_exam retake resit score~ examen nota~ aprobar note~ rattrapage prufung bestanden durchgefallen zeugnis
            """
        ),
        (
            "school enrolment",
            """
            enrol enroll enrolment enrollment kindergarten school~ schools~ nursery place_at first_grade class_size catchment turns_six \
            starts_school
            """
        ),
    ]
}
