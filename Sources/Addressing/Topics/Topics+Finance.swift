extension Topics {
    static let finance: [Row] = [
        (
            "tax",
            """
            tax taxes write_off vat deduct deduction deductible irs return_filing filing audit bookkeeping impuesto impuestos iva impot \
            impots tva steuer steuern mehrwertsteuer taxed taxable taxman taxation deductions returns_tax tax_return fiscal vat_number \
            income_tax audited auditor bookkeeper ledger receipts withholding self_employed exempt exemption hacienda deducir declaration \
            fisc steuererklarung finanzamt absetzen
            """
        ),
        (
            "investing",
            """
            bonds mutual_fund savings_account invest stock stocks bond portfolio share etf dividend crypto bitcoin retirement pension \
            savings mortgage interest fund broker inversion acciones bourse actions placement aktien anlage sparen rente bank loan credit \
            invested investor shares dividends stock_market nasdaq bull bear hedge index_fund funds brokerage trading trader annuity \
            nest_egg retire retired retiring compound_interest yields yield volatility risk_profile gold savings_plan pensioner ahorro \
            ahorros jubilacion epargne retraite altersvorsorge
            """
        ),
        (
            "billing",
            """
            billing bill refund invoice subscription payment charge card credit_card debit subscribe cancel plan_cost receipt overcharge fee \
            autopay paypal money_back charged renew downgrade trial statement_credit iban factura reembolso cobro cobraron tarjeta pago \
            facture remboursement rembourser carte paiement prelevement abonnement rechnung erstattung abgebucht karte zahlung abo \
            ruckerstattung suscripcion charging overcharged double_charged bills billed refunded refunds reimburse reimbursed paid_twice \
            paid pay_in instalment installments instalments late_fee past_due due_date direct_debit invoiced purchase_order cheque check_for \
            money_owed owe owed owing declined card_declined voucher coupon promo_code price_match renewal auto_renew unsubscribe \
            cash_register till cashier checkout cobrado devolucion_dinero debo devuelvan recibo doublement payer_en doppelt_abgebucht \
            mahnung gutschrift
            """
        ),
        (
            "banking",
            """
            bank banking account transfer card debit_card deposit withdraw withdrawal atm balance overdraft iban wire branch teller \
            check_book pin statement direct_debit standing_order cuenta transferencia tarjeta_de banco compte virement banque carte_bancaire \
            konto uberweisung uberweisen bankkarte kontostand banks accounts current_account savings_account checking withdrawals deposits \
            pay_in cash_machine wire_transfer transfer_money send_money statement_bank overdrawn debit online_banking cheque chequebook \
            routing_number sort_code cuenta_corriente transferir cajero retirer guichet compte_bancaire girokonto geldautomat abheben \
            einzahlen
            """
        ),
        (
            "fraud and theft",
            """
            fraud fraudulent scam scams scammed scammer phishing fake impostor impersonate impersonating pretended stolen steal stole thief \
            identity_theft suspicious suspicious_charge strange_charge dont_recognize unknown_charge unauthorized unauthorised pin pin_code \
            password passwords block_card freeze_card cloned hacked lost_card wallet lost_wallet security tricked con_artist blackmail \
            estafa robaron robado robada bloquear arnaque vole volee bloquer betrug gestohlen sperren geklaut betruger
            """
        ),
        (
            "lending",
            """
            loan mortgage borrow lend lending interest_rate credit_score down_payment refinance repay installment amortization collateral \
            prestamo hipoteca pret emprunt emprunter hypotheque kredit darlehen hypothek leihen zins zinsen loans mortgages borrowed \
            borrowing lender lenders rates interest_rates fixed_rate variable_rate interest monthly_payment monthly_payments repayments \
            down_payments deposit_house first_home buy_house buying_house buy_flat afford_house equity refinancing credit_history \
            creditworthy guarantor thirty_years home_loan amortize hipotecas interes prets interets acheter_maison taux kredite hauskauf \
            eigenkapital
            """
        ),
        (
            "currency",
            """
            currency exchange exchange_rate rate peso pesos dollar euro yen pound tip tipping cash atm convert credit_card bank \
            travel_budget spend budget per_day cost_per cambio moneda propina efectivo devise pourboire monnaie wechselkurs wahrung \
            trinkgeld bargeld exchange_money currencies pounds rupees krona franc francs dollars_into money_changer cash_machine coins \
            banknote banknotes bills_local worth_in conversion divisa divisas changer_argent geld_wechseln wechselstube
            """
        ),
        (
            "insurance",
            """
            insurance insured coverage cover covered copay medical_bill deductible claim premium policy in_network network_doctor reimburse \
            preauthorization bill insurer hmo ppo seguro cobertura assurance couvert mutuelle remboursement versicherung versichert \
            krankenkasse police accident accidents claims claim_form insure uninsured underwriter underwriting premiums policyholder damage \
            damages damaged compensation compensate liability_cover no_claims write_off_car totalled rear_ended collision crash crashed dent \
            dented scratch scratched bumper flooded burst burgled burglary stolen theft vandalized hail storm_damage payout adjuster actuary \
            beneficiary copays risk risky risks siniestro indemnizacion choque sinistre degats schaden unfall versicherer beitrag
            """
        ),
        (
            "real estate",
            """
            house apartment rent mortgage landlord tenant lease property bedroom realtor move_in deposit neighborhood square_feet viewing \
            alquiler casa piso loyer appartement maison bail miete wohnung haus vermieter immobilien houses homes flat flats apartments \
            rents renting rented renter tenants landlady leases evicted eviction lease_term properties buy_home move_out moving_out moving \
            mover movers mortgage_house realtors broker listing viewing_house bedrooms bathroom garage_house square_meters neighbourhood \
            neighborhoods schools_near balcony furnished unfurnished utilities deposit_back alquilar inquilino pisos appart locataire \
            proprietaire demenager umziehen umzug mieter kaution wohnungen
            """
        ),
        (
            "legal",
            """
            legal law lawyer attorney contract clause liability sue lawsuit court judge compliance regulation regulatory copyright trademark \
            patent license gdpr privacy nda terms agreement signature testament evict landlord_sue rights liable legally contrato abogado \
            ley derecho contrat avocat loi juridique droit vertrag anwalt gesetz recht rechtlich sued suing lawyers attorneys counsel \
            legal_action illegal illegally allowed_to permitted binding breach infringe infringement plagiarism plagiarize liabilities \
            damages settlement settle plaintiff defendant prosecute charges arrested custody divorce inheritance inherit notary testify \
            witness jury verdict trial appeal statute contractually obligation obliged fine_print small_print indemnity waiver consent \
            consent_form intellectual_property defamation slander libel loophole lawful unlawful demanda demandar juicio legalmente tribunal \
            plainte contrats klage verklagen anwaltin gericht haftung
            """
        ),
        (
            "immigration",
            """
            visa visas passport passports immigration embassy consulate residency residence_permit work_permit citizenship green_card asylum \
            border_control naturalization visado pasaporte titre_sejour passeport visum aufenthalt reisepass
            """
        ),
    ]
}
