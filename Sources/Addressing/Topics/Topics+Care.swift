/// Body, mind, family and table, as a thesaurus would list it.
extension Topics {
    static let care: [Row] = [
        (
            "medicine",
            """
            ache aching ail allergy ankle appendix arm~ arms~ arthritis asthma bandage belly bladder bleed blister blood bloated bone \
            bones bowel bowels brain~ breast~ breath~ bruise burn~ chest chill chills chin~ cholesterol choke collapse~ concussion \
            congested constipated cough cramp cramps cyst diabetes diarrhea diarrhoea disease dizzy ear ears earache eczema elbow faint \
            fever feverish fingernail flu forehead fracture gland goosebumps gut headache hearing_loss heart~ heartbeat heartburn hernia \
            hip~ hives hurts hurting ill~ immune indigestion infected inflamed inflammation injury itch itchy jaundice joint~ joints \
            kidney knee lightheaded limp lip lips liver lump lung lungs measles migraine mole~ mumps nausea neck nose~ nosebleed numb \
            pain pains palpitations pee peeing phlegm pimple pneumonia poo poop pregnant pulse puke pus rash ribs runny scar scab \
            seizure shingles shiver shivering shoulder sick sinus skin~ sneeze sore sore_throat spine sprain stiff~ stomach stroke~ \
            stung sweat sweaty swollen symptom temperature~ throat throbbing thumb~ thyroid tingling toe~ toenail tongue tonsils tumor \
            tumour twisted~ ulcer unconscious unwell urine vein vomit wart wheeze wheezing wound wrist x_ray xray yellow_skin checkup \
            diagnosis diagnose specialist surgeon surgery operation~ stitches hospital clinic ward patient~ gp hurts_when spots_on \
            feel_faint under_weather come_down throw_up threw_up throwing_up passed_out lost_consciousness cut_finger broken_arm \
            broken_leg high_fever cardiologist dermatologist pediatrician gynecologist neurologist oncologist radiologist ultrasound mri \
            biopsy cancer chemo hepatitis virus~ bacteria~ contagious dolor duele duelen fiebre tos gripe mareo mareada vomitar garganta \
            barriga tripa espalda cabeza~ rodilla tobillo herida sangre alergia picor hinchado resfriado enfermo enferma mal_a mal_au \
            fievre toux grippe gorge ventre dos~ tete genou cheville blessure sang allergie demange gonfle enrhume malade vomi fieber \
            husten hals bauch rucken kopf~ knie knochel wunde blut juckt geschwollen erkaltet krank weh ubel schmerz schmerzen \
            schwindlig medical healthcare treatment treatments cure illness sickness nurse nurses discharge discharged~ visiting_hours \
            go_home~ recovery~ suffering injection injected inject scan blood_test transfusion epidemic pandemic infection infections \
            genetic_disease bite~ rabies legs~ leg~ wrists
            """
        ),
        (
            "first aid",
            """
            first_aid bandage bandages plaster~ band_aid bleeding burn_cream choking cpr defibrillator fainted unconscious stung \
            bee_sting snake_bite bitten splinter blister cut_myself cut_my burned_my burnt_my hit_head hit_my sprained ambulance \
            tourniquet disinfect nosebleed swallow swallowed poisoned wound gash stitches botiquin vendaje quemadura pansement brulure \
            verband pflaster verbrannt
            """
        ),
        (
            "pharmacy",
            """
            pill pills tablet~ tablets capsule dose dosage overdose drug~ drugs~ prescription prescribe medication medicine antibiotic \
            antibiotics painkiller aspirin ibuprofen paracetamol insulin inhaler syrup ointment cream~ drops eye_drops vaccine \
            vaccination jab booster side_effect refill pharmacist pharmacy chemist~ over_counter milligram antihistamine antidepressant \
            contraceptive birth_control blood_pressure blood_thinner sleeping_pill sedative empty_stomach with_food drowsy missed_dose \
            double_dose take_two twice_a times_day expire~ leaflet farmacia pastilla receta_medica pomada comprime pharmacie ordonnance \
            gelule apotheke tablette rezept~ salbe tropfen
            """
        ),
        (
            "dentistry",
            """
            tooth teeth toothache dentist dental molar gum~ gums cavity filling~ crown~ braces retainer~ brush_teeth toothbrush \
            toothpaste floss flossing root_canal wisdom_tooth denture jaw chew~ bad_breath enamel orthodontist tooth_out chipped_tooth \
            muela diente dentista encia dent dents dentiste gencive zahn zahne zahnarzt zahnfleisch karies
            """
        ),
        (
            "eye care",
            """
            eye eyes eyesight eyelid blurry blurred blurred_vision see_clearly see_far vision~ glasses~ spectacles lens lenses contacts~ \
            squint nearsighted shortsighted farsighted cataract glaucoma optician optometrist reading_glasses ojo ojos gafas \
            vista_borrosa oeil yeux lunettes opticien auge augen brille optiker
            """
        ),
        (
            "physiotherapy",
            """
            physio physiotherapy physiotherapist injury injured strain~ strained pulled_muscle pulled_my sprain hamstring groin calf~ \
            quad ligament tendon cartilage meniscus achilles cruciate shin~ shins stiff stiffness sore soreness ache limp swollen~ \
            ice_it massage~ rehab rehabilitation recovery recover~ crutches brace~ posture tight~ twisted_ankle twisted_my rolled_ankle \
            tape_it foam_roller warm_up stretch stretching flexible back_pain lower_back knee shoulder~ neck~ lesion esguince tiron \
            contractura fisioterapeuta blessure entorse courbature kine verletzung zerrung muskelkater verstaucht physiotherapie
            """
        ),
        (
            "childbirth",
            """
            pregnant pregnancy baby~ birth~ due_date contraction contractions trimester midwife labor~ labour~ water_broke ultrasound \
            womb uterus cesarean epidural breastfeed breastfeeding newborn morning_sickness kicking folic prenatal antenatal doula \
            embarazo embarazada parto matrona comadrona enceinte grossesse accouchement sage_femme schwanger schwangerschaft geburt \
            hebamme wehen
            """
        ),
        (
            "parenting",
            """
            baby babies toddler infant newborn child~ children~ kid~ kids~ son~ daughter~ teen teenager nappy nappies diaper diapers \
            potty pacifier dummy~ crib cradle stroller pram buggy~ nap~ naps bedtime tantrum tantrums teething colic burp bottle_feed \
            breastfeed weaning nursery kindergarten daycare preschool babysitter nanny playdate screen_time homework~ bullied bully \
            sibling siblings allowance~ grounded~ lullaby wont_sleep wont_eat wakes_up crying_all sucks_thumb bebe nino~ nina~ hijo~ \
            hija~ panal panales rabieta guarderia chupete enfant~ fils~ fille~ couche couches creche tetine kind~ kinder~ sohn~ tochter~ \
            windel windeln schnuller kita trotzphase
            """
        ),
        (
            "elder care",
            """
            elderly grandmother~ grandfather~ grandma~ grandpa~ wheelchair walker~ walking_stick nursing_home care_home retirement_home \
            dementia alzheimer caregiver carer hearing_aid stairlift home_help anciano residencia_de maison_de pflegeheim rollstuhl \
            rollator pfleger
            """
        ),
        (
            "mental health",
            """
            anxiety anxious depressed depression sad~ sadness lonely loneliness cry crying panic stress stressed overwhelmed burnout \
            burned_out exhausted mood~ grief grieving therapy therapist counselor counselling psychologist psychiatrist trauma ptsd \
            phobia addiction addicted insecure self_esteem confidence~ worry worried worrying nervous fear~ afraid guilt guilty~ ashamed \
            anger angry~ temper suicidal hopeless motivation~ meditate meditation mindful mindfulness breathing breathe~ relax calm \
            calm_down unwind sleep sleeping asleep insomnia nightmare nightmares awake tired~ rest~ cant_cope feel_down feel_empty \
            falling_apart too_much racing mind_wont switch_off fall_asleep lie_awake toss_and ansiedad estres agobio triste llorar \
            insomnio dormir panico angoisse anxieux stresse pleurer insomnie dormir~ deprime angst traurig weinen schlafen schlaflos \
            panik einschlafen
            """
        ),
        (
            "relationships",
            """
            relationship boyfriend girlfriend husband~ wife~ partner~ fiance spouse marriage~ marry~ married~ divorce dating date_night \
            first_date breakup broke_up break_up dumped ex~ jealous jealousy cheated cheating~ affair argue~ argument~ arguing trust_him \
            trust_her love_life romance romantic flirt crush soulmate in_laws mother_in father_in friend~ friendship apologize forgive~ \
            miss_him miss_her propose~ valentine novio novia celos pareja amor_de copain copine jaloux rupture freund~ freundin~ \
            eifersuchtig beziehung trennung
            """
        ),
        (
            "hair and beauty",
            """
            hair haircut hairdresser hairstyle barber salon stylist fringe bangs highlights curls curly straighten straighten_hair \
            blow_dry shampoo conditioner dandruff bald balding beard shave shaving moustache wax~ waxing eyebrow eyebrows eyelashes \
            mascara lipstick makeup foundation_makeup concealer blush nail_polish nails~ manicure pedicure skincare moisturizer \
            moisturiser cleanser serum acne pimple wrinkle wrinkles sunscreen perfume fragrance deodorant facial tattoo piercing spa \
            sauna massage split_ends gray_hair dye~ dyed hair_color pelo cabello peluquero corte_de maquillaje unas cheveux coiffeur \
            coupe_de maquillage ongles haare friseur haarschnitt schminke nagel lippenstift
            """
        ),
        (
            "fitness",
            """
            fit~ fitness exercise exercises workout work_out gym train~ treadmill dumbbell barbell kettlebell bench_press squat squats \
            deadlift lunge plank~ pushup push_up pull_up sit_up burpee crunches abs biceps triceps chest_day leg_day glutes muscle~ \
            muscles reps sets~ cardio jog jogging run~ running~ runner sprint sprints marathon half_marathon pace~ stamina endurance \
            warm_up cool_down stretch yoga pilates spin_class crossfit trainer coach~ strength strong~ stronger toned tone_up lose_belly \
            belly_fat out_breath breath_when get_fit personal_best couch_to gimnasio ejercicio correr musculo sentadillas flexiones \
            musculation courir muscle_en pompes abdos fitnessstudio ubung liegestutze muskeln joggen trainieren bigger_arms bulk_up \
            muscular chin_up dips push_ups pull_ups sit_ups protein_shake flabby lift~ lifting barbells arms~ legs~
            """
        ),
        (
            "yoga",
            """
            yoga pose~ downward_dog asana namaste mat~ flexibility breathing_exercise chakra sun_salutation vinyasa
            """
        ),
        (
            "nutrition",
            """
            diet diets dietary dieting calorie calories carb carbs carbohydrate protein proteins fat~ fats fatty fiber fibre sugar~ \
            sugary vitamin vitamins mineral~ iron~ zinc calcium magnesium omega potassium sodium salt~ cholesterol gluten celiac lactose \
            dairy vegan vegetarian plant_based keto paleo fasting allergy allergic nut nuts~ peanut peanuts shellfish intolerant \
            intolerance lose_weight gain_weight weight~ kilos pounds~ overweight obese slim skinny snack snacking healthy~ unhealthy \
            healthier junk_food fast_food portion nutrients supplements metabolism appetite hungry~ craving cravings meal_plan superfood \
            smoothie fruit~ fruits vegetable~ vegetables~ fizzy fattening digestion bloating probiotics breakfast~ food_pyramid \
            balanced_diet eat_before eat_after should_eat dieta adelgazar engordar calorias proteinas vegano celiaco fruta verdura~ \
            regime~ maigrir grossir vegetalien proteines legumes~ abnehmen zunehmen kalorien eiweiss vegetarisch ernahrung obst organic \
            starve~ gut_health sweetener cereal cereals oatmeal granola yogurt
            """
        ),
        (
            "cooking",
            """
            cook cooking chef~ recipe recipes ingredient boil boiling simmer fry frying fried deep_fry stir_fry saute roast grill \
            grilled barbecue bake~ stew braise steam~ poach blanch marinate marinade season seasoning spice spices spicy salt salty \
            pepper~ garlic onion onions shallot leek ginger~ chili chilli paprika cumin curry turmeric saffron cinnamon nutmeg clove \
            oregano basil~ thyme parsley dill coriander cilantro bay_leaf vinegar mustard mayo mayonnaise ketchup sauce sauces gravy \
            broth stock_cube soup salad dressing~ pasta spaghetti noodle noodles rice risotto couscous quinoa lentil lentils bean beans \
            chickpea potato potatoes mash mashed fries chips~ carrot celery broccoli cauliflower cabbage spinach kale lettuce tomato \
            tomatoes cucumber pepper_green zucchini courgette eggplant aubergine mushroom mushrooms asparagus corn~ peas avocado meat \
            beef steak ribeye sirloin mince minced burger meatball pork ham bacon sausage lamb chicken turkey duck~ veal liver_pate \
            fish~ salmon tuna cod trout shrimp prawn lobster crab oyster squid egg eggs omelette scrambled yolk cheese mozzarella \
            parmesan butter cream~ yogurt milk~ tofu oil_in pan~ pot~ saucepan wok skillet oven~ stove hob knife~ peel chop dice~ slice~ \
            whisk stir taste~ tastes~ tasteless bland overcooked undercooked raw~ burnt crispy tender tough_meat juicy medium_rare \
            thicken lumpy dinner~ lunch~ supper serve_with leftover dish~ dishes~ for_dinner tonight_dinner eat_tonight pizza taco \
            burrito sushi sandwich toast~ pancake pancakes kitchen~ cocinar receta olla sarten pollo carne pescado arroz ajo cebolla \
            sal~ huevos guiso sopa cena~ comida~ cuisiner recette casserole poele poulet viande poisson riz ail oignon oeufs soupe \
            diner~ repas~ kochen rezept~ topf pfanne hahnchen fleisch fisch reis knoblauch zwiebel eier suppe nudeln abendessen~ \
            gericht~ kartoffeln bass_fish banana lemon lime orange~ lunchbox meatless vegetarian_dish dont_eat rations provisions \
            feed_people starve starving starved hungry peckish famished mouth_watering delicious
            """
        ),
        (
            "baking",
            """
            bake baker bakery bread loaf loaves roll~ rolls~ bun buns baguette croissant dough yeast sourdough flour knead rise~ risen \
            rising proof~ crust crusty crumb cake cakes cupcake sponge~ icing frosting fondant muffin cookie cookies biscuit biscuits \
            brownie pie pies tart tarte pastry puff_pastry shortcrust eclair donut doughnut waffle waffles pudding custard meringue \
            mousse cheesecake tiramisu chocolate cocoa vanilla caramel toffee marzipan gelatin baking_powder baking_soda batter whisk \
            oven preheat tin~ parchment rolling_pin birthday_cake wedding_cake dessert desserts sweet~ sugar~ icing_sugar sank sunk \
            soggy sweet_tooth ice_cream candy fudge honey~ jam~ pan_dulce tarta pastel harina masa levadura galleta horno postre gateau \
            pate~ farine levure four biscuit~ kuchen torte teig mehl hefe brot brotchen backen ofen keks nachtisch
            """
        ),
        (
            "drinks",
            """
            drink drinks wine wines red_wine white_wine champagne prosecco beer beers ale lager cider cocktail cocktails gin vodka rum \
            whisky whiskey tequila bourbon brandy cognac liqueur martini mojito margarita negroni spritz vermouth tonic bitters soda~ \
            lemonade juice cola coke mocktail smoothie shot~ shots bar~ barman bartender bottle~ cork corkscrew glass~ decant decanter \
            sip tipsy drunk~ hangover hungover booze alcohol nonalcoholic alcohol_free toast~ pour~ on_rocks thirsty dry~ sweet~ bubbly \
            chilled~ cellar vintage vineyard grape grapes tannin riesling chardonnay merlot cabernet pinot malbec rioja sauvignon \
            rose_wine pairing goes_with sommelier vino cerveza copa ron ginebra brindar vin biere boisson~ soif trinquer wein bier sekt \
            schnaps durst anstossen rotwein weisswein red_or with_fish with_steak with_cheese aperitif grog
            """
        ),
        (
            "coffee and tea",
            """
            coffee espresso latte cappuccino americano mocha macchiato flat_white decaf caffeine bean~ roast~ grind~ grinder barista \
            brew foam froth milk~ oat_milk tea teapot teabag herbal chai matcha kettle mug cup~ steep infusion cafe~ te_verde the_vert \
            tee kaffee
            """
        ),
        (
            "grocery",
            """
            groceries grocery supermarket shopping~ shopping_list buy_more run_out ran_out out_of fridge freezer pantry larder cupboard~ \
            leftovers leftover expired expiry expires best_before use_by sell_by spoiled spoilt off~ gone_off gone_bad go_bad \
            smells_funny smell_funny mouldy moldy rotten stale fresh~ freeze frozen defrost thaw reheat refrigerate keep~ keep_for \
            store~ storage~ tupperware container~ airtight cling_film foil~ vacuum_seal food_poisoning salmonella safe_to still_good \
            still_eat sobras caducado nevera congelar compra~ restes perime frigo congeler courses~ reste abgelaufen kuhlschrank \
            einfrieren einkaufen yesterday~ days_old sit_out left_out overnight~ milk~ bread~
            """
        ),
        (
            "dining",
            """
            restaurant table~ tables~ reserve reservation booking~ book_table menu menus waiter waitress host~ hostess dish~ dishes~ \
            starter appetizer main_course dessert~ bill_please tip~ brunch lunch~ dinner~ breakfast~ buffet takeaway takeout eat_out \
            eat_here sit_outside terrace high_chair highchair window_seat party_of table_for four_people kids_menu vegetarian_options \
            allergen hungry starving specials mesa~ camarero reservar menu_del reserver serveur terrasse addition kellner tisch~ \
            reservieren speisekarte rechnung_bitte famished thirsty open_late snack~ snacks~ coffee_place bite_to eat~
            """
        ),
        (
            "hospital admissions",
            """
            admission admissions admitted discharge discharged sent_home go_home get_out~ ward wards visiting_hours visit~ visitors \
            relatives~ bed~ beds~ private_room transfer~ surgery_date entlassen entlassung besuchszeit alta_medica visitas sortie~ \
            visites
            """
        ),
    ]
}
