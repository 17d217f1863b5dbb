extension Topics {
    static let household: [Row] = [
        (
            "baking",
            """
            baking bake bread dessert dough cake oven flour yeast sourdough crust pastry pie tart cookie muffin frosting icing knead \
            proof proofed rise batter loaf croissant cupcake brownie pudding meringue sugar whisk preheat horno pan masa pastel \
            four pain pate gateau farine patisserie backen brot teig kuchen mehl hefe ofen
            """
        ),
        (
            "cooking",
            """
            cook cooking sauce vegetable meat seasoning spice recipe chicken beef pork lamb fish steak garlic onion soup stew grill fry \
            roast simmer boil pan pasta rice salt pepper herb tender marinate sear chop butter potato carrot tomato mushroom \
            broth stock gravy thicken knife kitchen medium_rare salsa carne verdura pollo cebolla sauce viande legume poulet oignon \
            sosse sauce fleisch gemuse huhn zwiebel kochen wurzen cuisine cocina
            """
        ),
        (
            "nutrition",
            """
            nutrition nutrient allergy allergic calorie diet protein carb carbohydrate vitamin gluten vegan vegetarian lactose nut \
            nuts healthy fat fiber cholesterol sodium keto diabetic dairy celiac intolerant intolerance lose_weight weight \
            iron_rich sugar_free eat_healthy low_carb nutricion alergia caloria dieta noix allergie calorie regime nahrwert allergie \
            kalorien diat nusse laktose ernahrung nueces vitamine
            """
        ),
        (
            "drinks",
            """
            wine drink cocktail riesling merlot cabernet chardonnay pinot champagne prosecco beer whiskey gin vodka rum martini margarita \
            sommelier bottle glass pour pairing red_or white_wine sip mojito tequila liqueur juice mocktail bubbly decant serve_with \
            vino bebida cerveza copa vin boisson verre wein getrank bier cocktail trinken coctel
            """
        ),
        (
            "coffee and tea",
            "coffee espresso latte cappuccino tea brew grind beans barista roast_coffee cafe cafe_con te the kaffee tee"
        ),
        (
            "gardening",
            """
            garden gardening nitrogen field farm farming sow sowing irrigation crop barley wheat corn greenhouse sunlight shade spray pest root leaves_yellow blumen wachsen rasen giessen pflanzen cesped regar flores fleurs arroser pelouse cultivo plant soil seed water_the fertilizer weed prune lawn grass compost pot tomato_plant rose_bush flower shrub \
            bloom mulch harvest hedge aphid slug jardin planta tierra semilla jardin plante terre graine garten pflanze erde samen \
            blume dunger wilting
            """
        ),
        (
            "home repair",
            """
            repair fix plumbing plumber leak pipe faucet drain clog toilet sink electrician outlet fuse wiring drill screw paint wall \
            roof ceiling tile door_hinge hinge furnace heating boiler air_conditioning thermostat radiator handyman renovation \
            insulation grifo tuberia reparar robinet tuyau reparer wasserhahn rohr reparieren heizung leaking dripping
            """
        ),
        (
            "cleaning",
            "clean cleaning laundry stain detergent vacuum dust mop wash bleach dishwasher tidy scrub limpiar limpieza nettoyer lessive tache putzen wasche fleck"
        ),
        (
            "pets",
            """
            pet cow cattle sheep goat pig horse hoof calf herd vaccine_animal limping veterinarian dog cat puppy kitten vet leash litter bark bite paw feed_the walk_the bird hamster rabbit fish_tank flea train_my \
            veterinary perro gato mascota chien chat veterinaire hund katze haustier tierarzt
            """
        ),
        (
            "parenting",
            "baby child kid toddler diaper nursery school homework bedtime tantrum parent pregnant pregnancy crib breastfeed bebe nino bebe enfant baby kind schule"
        ),
        (
            "fashion",
            "fashion clothes dress shirt outfit wear shoes jacket style suit jeans skirt tailor size_of ropa vestido zapatos vetement robe kleidung kleid anziehen"
        ),
        (
            "beauty",
            "skin skincare makeup hair haircut moisturizer acne sunscreen shampoo lipstick nail piel maquillaje peau maquillage haut schminke haare"
        ),
        (
            "smart home",
            "light lights lamp thermostat heating temperature lock_the doorbell blinds dim brightness camera alarm speaker plug luz luces lumiere lumieres licht lampe heizung"
        ),
    ]
}
