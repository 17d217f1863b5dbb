extension Topics {
    static let business: [Row] = [
        (
            "money",
            """
            finance financial money budget cost expensive cheap price pricing afford pay paid spend spent margin profit profitable \
            loss revenue cash runway invest investment investor funding fund burn dollar euro forecast quarter salary fee \
            accounting earn earning earnings breakeven break_even roi discount cfo debt loan expense income sales capital \
            dinero coste costo precio presupuesto gasto gastos pagar caro barato ganancia argent budget cout prix cher payer \
            depense marge geld kosten kostet preis budget teuer cuesta cuestan vale tarifa bezahlen gewinn ausgaben umsatz finanzen finanzas
            """
        ),
        (
            "market research",
            """
            market competitor competition competing rival customer consumer survey respondent audience segment trend demand review \
            feedback interview persona demographic complain complaint poll focus_group sells else_sells buyers buyer users \
            questionnaire people_like people_think people_want opinion popular satisfaction research competitive mercado cliente clientes encuesta competencia marche clients sondage \
            enquete concurrence concurrent markt kunden kunde umfrage konkurrenz wettbewerb
            """
        ),
        (
            "logistics",
            """
            operation logistics supply_chain supply supplier warehouse truck pallet container freight port cargo forklift \
            inventory stock dock deliver haul distribution depot vendor manufacturing factory production shipment rotterdam \
            almacen camion proveedor entrepot camion fournisseur livraison lager lkw lieferant lieferung logistik logistica \
            lieferkette logistique
            """
        ),
        (
            "staffing",
            "staff staffing shift hire headcount worker crew employee hands night_shift workforce overtime rota roster personal turno personnel equipe schicht mitarbeiter"
        ),
        (
            "human resources",
            """
            hr payday paycheck paid_leave sick_leave hiring recruit recruiting recruiter candidate interview onboarding benefit vacation payroll employee leave holiday \
            pto resume cv manager_problem promotion performance_review training culture contratacion vacaciones nomina conges recrutement urlaub gehalt bewerbung
            """
        ),
        (
            "marketing",
            """
            marketing campaign brand branding ad advert advertising slogan social_media launch promote promotion newsletter seo \
            influencer post posts hashtag followers viral audience pr press publicidad campana marca publicite campagne marque werbung kampagne marke
            """
        ),
        (
            "sales",
            "sales sell deal lead prospect pipeline quota crm pitch client closing demo contract ventas vender vente vendre verkauf verkaufen angebot"
        ),
        (
            "legal",
            """
            legal law lawyer attorney contract clause liability sue lawsuit court judge compliance regulation regulatory copyright \
            trademark patent license gdpr privacy nda terms agreement sign_the signature will_and testament evict landlord_sue \
            rights liable legally contrato abogado ley legal derecho contrat avocat loi juridique droit vertrag anwalt gesetz recht rechtlich
            """
        ),
        (
            "tax",
            "tax taxes write_off vat deduct deduction deductible irs refund_from return_filing filing audit bookkeeping write_off impuesto impuestos iva impot impots tva steuer steuern mehrwertsteuer"
        ),
        (
            "investing",
            "bonds mutual_fund savings_account invest stock stocks bond portfolio share etf dividend crypto bitcoin retirement pension savings mortgage interest fund broker inversion acciones bourse actions placement aktien anlage sparen rente bank loan credit"
        ),
        (
            "product",
            """
            product roadmap priority prioritize feature backlog sprint milestone deadline release requirement stakeholder scope \
            user_story mvp ship shipping launch customer_requirement next_quarter producto funcionalidad hoja_de_ruta \
            fonctionnalite priorite produkt funktion prioritat feature_should
            """
        ),
        (
            "billing",
            """
            billing bill refund invoice subscription payment charge card credit_card debit subscribe cancel plan_cost receipt \
            overcharge fee autopay paypal money_back charged renew upgrade_my downgrade trial statement_credit iban factura reembolso \
            cobro cobraron tarjeta pago facture remboursement rembourser carte paiement prelevement abonnement rechnung erstattung \
            abgebucht karte zahlung abo ruckerstattung suscripcion
            """
        ),
        (
            "shipping",
            """
            shipping delivery deliver return tracking package parcel box courier mail arrive showed_up doorstep shipped order_arrive \
            lost_in postage label exchange shoes sender wrong_size wrong_item address_change customs carrier order ordered envio \
            paquete pedido entrega devolver colis livraison livrer commande retour retourner paket lieferung liefern \
            bestellung zurucksenden versand sendung rucksendung
            """
        ),
        (
            "public speaking",
            "presentation slide deck speech audience keynote rehearse pitch stage speaker presentacion diapositiva exposition vortrag folie prasentation"
        ),
    ]
}
