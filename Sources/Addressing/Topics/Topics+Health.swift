extension Topics {
    static let health: [Row] = [
        (
            "pharmacy",
            """
            prescription medication medicine refill side_effect pill dose dosage tablet drug pharmacy pharmacist antibiotic ibuprofen \
            aspirin painkiller milligram drowsy inhaler syrup vaccine interact dizzy rash nausea swallow capsule ointment insulin receta \
            medicamento pastilla medicina dosis ordonnance medicament pilule comprime rezept medikament tablette nebenwirkung apotheke \
            medications meds pills tablets doses drugs drugstore prescribed prescribe refills over_counter paracetamol tylenol penicillin \
            side_effects overdose take_with empty_stomach before_meals expired_pills cream lotion drops cough_syrup antihistamine \
            contraceptive statin blood_thinner twice_daily milligrams pastillas jarabe sirop cachets pillen salbe tropfen nebenwirkungen
            """
        ),
        (
            "medicine",
            """
            health doctor symptom pain fever cough headache sick illness disease diagnosis blood pressure injury sore throat flu infection \
            nurse hospital surgery allergy hurts ache swollen bleeding vomit salud dolor fiebre medico sante douleur fievre medecin malade \
            gesundheit schmerz fieber arzt krank triage finger fingers hand foot feet toe toes wrist elbow hip neck head \
            nose mouth heart liver kidney feel_sick dizzy dizziness faint fainted unwell ill hurt hurting aching pains painful \
            itchy itch itching rash swelling swell numb numbness tingling tingle nauseous nausea vomiting throw_up threw_up diarrhea \
            constipated bleed temperature_child chills sweating cold_sweat coughing sneeze sneezing runny_nose stuffy breathing_trouble \
            short_breath chest_pain heartbeat palpitations migraine stomach tummy belly_ache ear earache eye back_pain knee ankle sprain \
            sprained fracture bruise bruised burn burnt wound infected contagious virus bacteria symptoms diagnose physician clinic patient \
            treatment treat therapy checkup_doctor blood_test xray scan cancer diabetes asthma stroke arthritis anemia pregnant mareado \
            mareos me_duele duele nauseas tos gripe mal_au vertiges nausees toux grippe blesse schwindelig ubel husten bauchschmerzen \
            kopfschmerzen schmerzen verletzt
            """
        ),
        (
            "dentistry",
            """
            dentist dental tooth teeth toothache cavity filling braces gum gums molar wisdom_tooth root_canal crown_tooth denture jaw floss \
            toothbrush brush_teeth chew whitening dentista diente muela dent dents dentiste carie zahn zahnarzt zahne karies
            """
        ),
        (
            "eye care",
            """
            eyes eyesight vision glasses lenses contact_lenses optician blurry blurred_vision shortsighted cataract prescription_glasses \
            ojos gafas lunettes yeux opticien brille augen optiker
            """
        ),
        (
            "fitness",
            """
            workout arm leg chest belly six_pack shoulder exercise strength training running run stretch stretching muscle squat gym lift \
            weights cardio reps set_of sets plank push_up pushup jog marathon sprint warm_up cool_down personal_best coach yoga pace knee \
            biceps abs abdominal treadmill bench deadlift ejercicio correr entrenamiento musculo entrainement courir sport laufen muskel \
            ubung trainieren fitness exercises lifting lifted dumbbell dumbbells barbell kettlebell pull_ups push_ups sit_ups sore_muscles \
            sore_legs stamina endurance burpee lunges hamstring calves glutes tone_up bulk bulk_up get_fit in_shape out_of_shape fit fitter \
            warmup cooldown kilometers_run jogging rowing spinning pilates trainer personal_trainer posture flexibility mobility sweat \
            muscular physical_activity kilometre gimnasio musculos abdominales pesas muscler abdos pompes musculation liegestutze \
            muskelkater hanteln joggen
            """
        ),
        (
            "sleep and calm",
            """
            sleep asleep meditation meditate stress stressed anxious anxiety breath breathing breathe relax calm mindfulness insomnia panic \
            nightmare nap tired worry worries overwhelmed tense wake awake night_sleep rest mood burnout mental therapy mind_racing racing \
            dormir sueno estres ansiedad relajar sommeil stresse respirer angoisse calmer schlafen schlaf atmen angst entspannen meditieren \
            unruhig meditar sleepy sleeping sleepless awake_night insomniac cant_sleep toss_turn snore snoring dream dreams unwind wind_down \
            worrying worried nervous anxious_about panic_attack burnt_out burned_out exhausted exhaustion lonely loneliness sad sadness \
            depressed depression grief grieving overwhelm cope coping calm_down breathing_exercise mindful therapist counselor psychologist \
            counseling self_esteem angry anger frustrated emotions emotional feelings upset crying cry peace_mind relaxation tension \
            agobiado triste nervioso ansioso estresado deprime anxieux insomnie traurig nervos gestresst einschlafen angste erschopft
            """
        ),
        (
            "nutrition",
            """
            nutrition nutrient allergy allergic calorie diet protein carb carbohydrate vitamin gluten vegan vegetarian lactose nut nuts \
            healthy fat fiber cholesterol sodium keto diabetic dairy celiac intolerant intolerance lose_weight weight iron_rich sugar_free \
            eat_healthy low_carb nutricion alergia caloria dieta noix allergie regime nahrwert kalorien diat nusse laktose ernahrung nueces \
            vitamine nutritious nutritional nutrients calories dieting diets lose_kilos lose_pounds losing_weight gain_weight overweight \
            obese slim slimmer slimming kilos kilo starving starve hungry_all appetite snack snacks snacking fattening fatty healthy_food \
            healthier fibre sugar_intake sugary sweets soda junk_food fast_food portion portions intermittent fasting macros protein_shake \
            shakes iron zinc calcium magnesium omega vitamins supplement supplements lactose_free gluten_free allergies allergen allergens \
            allergic_to intolerances metabolism bloated bloating meal_plan meal_plans breakfast meals dietitian nutritionist adelgazar \
            perder_peso sano maigrir poids perdre_du sain abnehmen gesund ernahren zunehmen
            """
        ),
        (
            "beauty",
            """
            skin skincare makeup hair haircut moisturizer acne sunscreen shampoo lipstick nail piel maquillaje peau maquillage haut schminke \
            haare moisturize pimple pimples wrinkle wrinkles serum toner foundation concealer mascara eyeliner eyeshadow blush nails \
            manicure pedicure haircuts hairstyle hairstyles hair_color dye_hair bleach_hair dandruff conditioner curls curly straightener \
            beard shave shaving barber salon waxing perfume facial massage pelo cabello cheveux coiffeur haare_farben friseur
            """
        ),
        (
            "parenting",
            """
            baby child kid toddler diaper nursery school homework bedtime tantrum parent pregnant pregnancy crib breastfeed bebe nino enfant \
            kind schule babies newborn infant infants toddlers kids children diapers nappy nappies potty teething bottle_feed formula \
            breastfeeding daycare kindergarten nanny babysitter babysit teenager teenagers teen screen_time bedtime_story naps nap_time \
            tantrums sibling siblings discipline daughter sons playdate stroller bebes hijos panal enfants couches creche kinder windel \
            windeln kita
            """
        ),
        (
            "relationships",
            """
            relationship relationships girlfriend boyfriend partner_wants husband wife marriage married couple couples dating date_night \
            first_date breakup break_up broke_up jealous jealousy cheat_on flirt propose_to love_life mother_in in_laws friendship \
            argue_with argument_with apologize_to novia novio pareja matrimonio copain copine couple_dispute freundin_streit beziehung ehe
            """
        ),
        (
            "laboratory safety",
            """
            safety chemical chemicals ethanol acid_waste waste hazard hazardous goggles gloves fume fumes spill spilled toxic flammable \
            disposal dispose protective seguridad_laboratorio produit_chimique schutzbrille giftig lab acid acids bleach_mix solvent \
            solvents explosive explode gas_leak fume_hood ventilation lab_coat safety_glasses burns_skin splash splashed biohazard radiation \
            contaminated contamination corrosive poisonous beaker test_tube pipette experiment reagent
            """
        ),
    ]
}
