extension Topics {
    static let household: [Row] = [
        (
            "baking",
            """
            baking bake bread dessert dough cake oven flour yeast sourdough crust pastry pie tart cookie muffin frosting icing knead proof \
            proofed rise batter loaf croissant cupcake brownie pudding meringue sugar whisk preheat horno pan masa pastel four pain pate \
            gateau farine patisserie backen brot teig kuchen mehl hefe ofen bakes baked baker bakery breads cakes cookies pies pastries \
            dough_rise rises rising risen sourdough_starter crumb crumbly crusty glaze glazed ganache chocolate chocolate_chip chocolates \
            caramel custard cream_whipped whipped_cream buttercream sponge sponge_cake flan souffle scones biscuits doughnut donuts waffle \
            pancake pancakes baking_powder baking_soda sweet_tooth birthday_cake dessert_for desserts eclair macaron tiramisu cheesecake \
            tarta pasteles galletas postre chocolat tarte gateaux biscuit kekse torte nachtisch schokolade teig_gehen backofen
            """
        ),
        (
            "cooking",
            """
            cook cooking sauce vegetable meat seasoning spice recipe chicken beef pork lamb fish steak garlic onion soup stew grill fry \
            roast simmer boil pan pasta rice salt pepper herb tender marinate sear chop butter potato carrot tomato mushroom broth stock \
            gravy thicken knife kitchen medium_rare salsa carne verdura pollo cebolla viande legume poulet oignon sosse fleisch gemuse huhn \
            zwiebel kochen wurzen cuisine cocina cooks cooked cooker fried frying fry_pan boiled boiling simmered roasting roasted grilled \
            grilling barbecue bbq braise braised poach poached steamed steaming saute blanch seared browned sauces stews soups curry chili \
            chilli stir_fry noodles spaghetti lasagna risotto pizza omelette omelet eggs egg bacon ham sausage sausages turkey duck steaks \
            salmon tuna shrimp prawns mussels vegetables cabbage broccoli spinach zucchini eggplant aubergine beans lentils chickpeas cheese \
            parmesan cream oil_pan olive_oil vinegar soy_sauce mustard spices spicy salty too_salty bland burnt overcooked undercooked \
            medium_well tough_meat dinner supper dish dishes_cook ingredients ingredient substitute_for teaspoon tablespoon recipes cookbook \
            chef_knife cutting_board skillet wok saucepan aftertaste season_it cena cocinar plato arroz huevo huevos pescado cuire plat riz \
            oeuf oeufs poisson gout fromage gericht reis ei eier fisch braten wurze
            """
        ),
        (
            "food safety",
            """
            leftover leftovers fridge refrigerator refrigerate refrigerated freezer freezing frozen_food thaw defrost defrosting spoil \
            spoiled spoilt rotten mold moldy mould mouldy stale expired expiry expiration best_before use_by sell_by shelf_life still_eat \
            go_bad gone_bad gone_off smells_off smells_funny food_poisoning salmonella bacteria_food hygiene raw_chicken reheat reheating \
            reheated keep_for keep_fresh stored storing store_in pantry cupboard container_lid groceries grocery shopping_list shopping \
            supermarket run_out buy_more sobras nevera caducado congelar caducidad frigo restes perime congeler conserver perimee \
            kuhlschrank reste abgelaufen einfrieren haltbar verdorben einkaufsliste einkaufen
            """
        ),
        (
            "drinks",
            """
            wine drink cocktail riesling merlot cabernet chardonnay pinot champagne prosecco beer whiskey gin vodka rum martini margarita \
            sommelier bottle glass pour pairing red_or white_wine sip mojito tequila liqueur juice mocktail bubbly decant serve_with vino \
            bebida cerveza copa vin boisson verre wein getrank bier trinken coctel wines drinks drinking drank beers cocktails bottles \
            corkscrew cork vintage grape grapes tannin tannins dry_white red_wine rose_wine sparkling aperitif digestif aperol spritz \
            bourbon scotch cider ale lager stout pint shots brandy cognac sherry port_wine lemonade thirsty toast_with go_with goes_with \
            pairs_with pair_with serve_alongside to_drink drink_with hangover decanter sangria bebidas beber maridar vino_con boire \
            bouteille vin_avec weine trinkt wein_zu flasche
            """
        ),
        (
            "coffee and tea",
            """
            coffee espresso latte cappuccino tea brew grind beans barista roast_coffee cafe cafe_con te the kaffee tee coffees espressos \
            decaf caffeine caffeinated americano macchiato mocha milk_foam froth frother beans_grind grinder teas teabag green_tea herbal \
            matcha chai steep steeping kettle brewed brewing cold_brew french_press filter_coffee mug cup_of cafes cafetera cafetiere \
            kaffeebohnen
            """
        ),
        (
            "gardening",
            """
            garden gardening nitrogen field farm farming sow sowing irrigation crop barley wheat corn greenhouse sunlight shade spray pest \
            root leaves_yellow blumen wachsen rasen giessen pflanzen cesped regar flores fleurs arroser pelouse cultivo plant soil seed \
            water_the fertilizer weed prune lawn grass compost pot tomato_plant rose_bush flower shrub bloom mulch harvest hedge aphid slug \
            jardin planta tierra semilla plante terre graine garten pflanze erde samen blume dunger wilting gardens gardener planting \
            planted plants pots potted repot seeds seedling seedlings sprout sprouts weeds weeding lawns mow mowing mower grass_brown \
            flowers blossom blossoms roses tulip tulips orchid cactus succulent tree trees bushes shrubs branches trim_hedge pruning leaves \
            leaf wilt wilts wilted brown_leaves yellow_leaves drooping watering watered water_plants fertilize fertilizing fertiliser manure \
            soil_ph soils mulching crops crop_rotation crops_wheat sown plough plow plowing tractor_field harvests harvested harvesting \
            yield_acre acre hectare drought frost irrigate drip_irrigation pests pesticide slugs snails beetles fungus blight mildew \
            greenhouse_tomato vegetables_grow vegetable_patch herbs_pot indoor_plant flores_se riego regar_las plantas planten arbre arbres \
            plantes tailler baum baume unkraut rasenmahen ernte
            """
        ),
        (
            "home repair",
            """
            repair repairman fix handyman handywoman diy renovate renovation refurbish maintenance toolbox wrench screwdriver drill_hole \
            ladder caulk home_improvement odd_jobs reparar reparacion manitas reparer bricolage bricoleur reparieren reparatur heimwerker
            """
        ),
        (
            "cleaning",
            """
            clean cleaning laundry stain detergent vacuum dust mop wash bleach dishwasher tidy scrub limpiar limpieza nettoyer lessive tache \
            putzen wasche fleck cleans cleaner cleaners stains stained spot_carpet wine_stain carpet rug rugs vacuuming mopping dusty \
            dusting polish washing washed washing_machine dryer ironing iron_shirt fabric_softener limescale grease greasy grime soap \
            sponge_kitchen disinfect sanitize smell_from odor smelly declutter trash garbage bin manchas lavar mancha taches laver poussiere \
            flecken waschen putzmittel staubsaugen
            """
        ),
        (
            "pets",
            """
            pet cow cattle sheep goat pig horse hoof calf herd vaccine_animal limping veterinarian dog cat puppy kitten vet leash litter \
            bark bite paw feed_the walk_the bird hamster rabbit fish_tank flea train_my veterinary perro gato mascota chien chat veterinaire \
            hund katze haustier tierarzt pets dogs cats puppies kittens vets barking barks bites biting scratching scratches fleas ticks \
            worms deworm leashes litter_box walkies dog_food cat_food cat_wont dog_wont fur furry shedding sheds paws tail whiskers hamsters \
            rabbits parrot aquarium goldfish turtle neuter spay spayed kennel breed breeds vaccination vaccinate vaccinated shots_dog perros \
            gatos ladra chiens chats croquettes hunde katzen bellt
            """
        ),
        (
            "livestock",
            """
            cows bull calves heifer calving udder milk_yield milking sheep lamb_birth lambs ewe ewes lambing wool flock flocks hens hen \
            chickens coop rooster goats pigs piglet piglets sow_pig horses mare foal hooves lame limp limps grazing graze pasture barn \
            stable feed_cattle animal_health vets swollen_udder bloat foot_rot mastitis ganado vaca vacas ovejas vache vaches moutons kuh \
            kuhe schafe kalb stall
            """
        ),
        (
            "fashion",
            """
            fashion clothes dress shirt outfit wear shoes jacket style suit jeans skirt tailor size_of ropa vestido zapatos vetement robe \
            kleidung kleid anziehen dresses outfits wearing wore shirts blouse trousers pants sweater coat_style coats suits tie ties skirts \
            heels boots sneakers handbag accessories jewelry earrings necklace scarf hat hats fabric silk cotton linen wardrobe stylish \
            trendy look_good dress_code fits_me size_up sizes tailored sew sewing hem ropa_para llevar_puesto tenue chaussures habiller \
            schuhe anziehen_soll hose
            """
        ),
        (
            "smart home",
            """
            light lights lamp thermostat heating temperature doorbell blinds dim brightness camera alarm speaker plug luz luces lumiere \
            lumieres licht lampe heizung lights_off lights_on lighting lamps turn_on turn_off turn_up turn_down switch_off switch_on dimmer \
            dimmed thermostat_to degrees_in warmer_in colder_in curtains shutters blinds_down garage_door front_door doorbells cameras \
            vacuum_robot smart_plug smart_lock automation enciende apaga allume eteins lumiere_du einschalten ausschalten licht_im mach_das \
            rolladen
            """
        ),
        (
            "interior design",
            """
            furniture sofa couch armchair rug_living curtains_color decor decorating living_room cushions cushion wall_color paint_color \
            shelving_style rearrange cozy interior interiors lampshade muebles decoracion meubles canape mobel sofa_im einrichten \
            einrichtung
            """
        ),
        (
            "crafts",
            """
            craft crafts knit knitting crochet yarn needle needles sewing_machine sew_on embroidery quilt woodworking wood_glue saw sawing \
            sandpaper varnish carve carving whittle glue origami scrapbook beads pottery_wheel tejer lana tricoter laine stricken wolle \
            basteln nahen
            """
        ),
    ]
}
