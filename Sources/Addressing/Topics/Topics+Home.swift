/// The house and what grows and lives around it, as a thesaurus would list it.
extension Topics {
    static let home: [Row] = [
        (
            "plumbing",
            """
            plumb plumber pipe leak drip drain sewer sewage toilet loo faucet tap sink basin bathtub bath~ shower boiler cistern \
            overflow gutter puddle burst flood flooding flooded soaked plunger clog unclog blocked~ blockage water~ hot_water cold_water \
            water_pressure no_water gurgle trickle ceiling~ damp~ gasket washer~ valve bidet septic hose~ sprinkler grifo tuberia goteo \
            gotera fuga atasco desague fontanero plomero inodoro lavabo robinet tuyau fuite plombier evier chasse_d wc wasserhahn rohr \
            abfluss klempner klo spule undicht tropft verstopft
            """
        ),
        (
            "electrical",
            """
            electric electrical electricity electrician wire wiring rewire socket outlet plug~ fuse fuses breaker circuit short_circuit \
            bulb lamp~ light~ lights~ lightbulb switch~ switchboard voltage volt amp~ cable~ flicker dim~ dark~ goes_dark went_dark \
            spark sparks shock electrocute extension_cord ceiling_light chandelier fluorescent power_cut power_out no_power trips \
            tripped trip_switch earth_wire dimmer enchufe bombilla cableado apagon electricista interruptor corriente prise ampoule \
            courant electricien cablage disjoncteur steckdose strom elektriker sicherung gluhbirne lichtschalter kabel kurzschluss
            """
        ),
        (
            "masonry",
            """
            wall walls brick bricks bricklayer mason masonry concrete cement mortar plaster plasterer stucco crack~ foundation rubble \
            demolish knock_down drill~ tile tiles tiler grout chimney fireplace paving patio driveway step~ load_bearing partition \
            drywall render_wall screed pour_concrete sledgehammer trowel pared ladrillo hormigon cemento albanil yeso mur brique beton \
            macon platre wand ziegel mauer maurer putz estrich
            """
        ),
        (
            "carpentry",
            """
            wood~ wooden timber carpenter carpentry joiner joinery plank board~ floorboard parquet skirting stairs staircase banister \
            handrail door~ doorframe window_frame hinge hinges shelf shelves shelving cupboard cabinet worktop nail nails screw screws \
            saw hammer chisel plane_wood sandpaper squeak creak creaky deck~ decking fence fencing gate~ pergola beam rafter madera \
            carpintero tabla estante bois menuisier planche etagere charpente holz schreiner tischler brett regal bretter treppe
            """
        ),
        (
            "roofing",
            """
            roof roofing roofer shingle slate tile_roof attic loft skylight gutter gutters downpipe chimney leak_roof flashing \
            rain_coming rafters insulation tejado techo toit toiture couvreur dach dachdecker dachboden
            """
        ),
        (
            "painting and decorating",
            """
            paint painter repaint primer varnish wallpaper roller~ paintbrush emulsion gloss coat_of peeling~ flaking colour_for \
            shade_of decorate masking_tape undercoat pintura pintar peinture peindre papier_peint streichen tapete anstrich farbe_fur \
            maler
            """
        ),
        (
            "heating and air",
            """
            heating heater boiler radiator thermostat furnace air_conditioning aircon ac~ ventilation fan~ vent~ vents duct chilly \
            freezing~ cold_in warm_in stuffy draft draughty draught too_hot too_cold so_cold so_hot temperature~ sweating_in heat_pump \
            underfloor humid humidity humidifier dehumidifier hvac calefaccion aire_acondicionado radiador frio~ chauffage climatisation \
            froid~ heizung klimaanlage heizkorper kalt~ frieren
            """
        ),
        (
            "locks and keys",
            """
            key~ keys lock lock_out locked_out locksmith deadbolt latch padlock keyhole keypad spare_key door_code front_door \
            jammed_door cerradura cerrajero llave llaves serrure serrurier cle cles schloss schlussel schlusseldienst
            """
        ),
        (
            "pest control",
            """
            pest pests mouse~ mice rat rats cockroach cockroaches roach ant ants termite termites bedbug bedbugs wasp wasps nest~ hornet \
            moth moths infestation exterminator fumigate trap_mouse rodent rodents flies mosquito mosquitoes cucaracha rata ratas \
            hormiga avispa cafard fourmi guepe souris~ ratte kakerlake ameise wespe mause
            """
        ),
        (
            "appliances",
            """
            appliance appliances washing_machine washer dryer dishwasher oven~ stove cooker hob microwave fridge freezer toaster kettle \
            blender mixer~ vacuum_cleaner hoover iron_clothes fan_oven spin_cycle wont_drain lavadora lavavajillas nevera horno \
            lave_linge lave_vaisselle frigo waschmaschine spulmaschine kuhlschrank herd trockner
            """
        ),
        (
            "facilities",
            """
            facility facilities building~ janitor caretaker cleaner meeting_room conference_room boardroom elevator lift~ escalator \
            parking~ bin~ bins trash garbage rubbish toilet_paper soap_dispenser restroom chair~ chairs desk~ desks furniture~ floor~ \
            carpet window~ windows blinds light_bulb heating office_supplies stationery kitchen~ canteen coffee_machine water_cooler \
            recycling_bin maintenance repairman door_handle air_con badge~ reception_desk ascensor basura limpieza mantenimiento sala_de \
            ascenseur poubelle menage entretien~ aufzug mulleimer hausmeister besprechungsraum
            """
        ),
        (
            "cleaning",
            """
            clean cleaner dirty~ dirt filthy mess messy tidy dust dusty sweep mop scrub wipe rinse polish bleach soap detergent sponge \
            bucket rag broom stain spill spilled spilt smudge grime grease mould mold limescale laundry launder wash~ ironing iron~ \
            crease wrinkle starch dry_clean fold bedding linen vacuum hoover disinfect odor odour stink stinks smelly smell~ sucio \
            ensuciar escoba fregar mancha trapo suciedad sale~ salete balai eponge poussiere tache schmutzig dreck wischen besen fleck
            """
        ),
        (
            "furniture and decor",
            """
            furniture sofa couch armchair chair table_dining wardrobe dresser drawer drawers bookshelf bookcase mattress bed_frame \
            cushion curtain curtains rug carpet lamp lampshade mirror ornament vase cozy decor decorate interior feng_shui minimalist \
            cluttered rearrange declutter stool bench bunk cot closet nightstand sideboard living_room bedroom~ hallway mueble sillon \
            cortina alfombra espejo meuble fauteuil rideau tapis miroir mobel sessel vorhang teppich spiegel schrank
            """
        ),
        (
            "moving and storage",
            """
            move_house moving_van removal removals mover movers pack~ packing boxes~ cardboard bubble_wrap storage_unit self_storage \
            van~ haul relocate relocation heavy_furniture piano_up mudanza demenagement demenageur umzug umzugskarton
            """
        ),
        (
            "laundry and tailoring",
            """
            tailor seamstress sew sewing stitch hem alter alteration mend zipper zip~ button~ buttons rip ripped torn tear_in patch~ \
            shrink shrunk dry_cleaning dry_cleaner iron_shirt press_suit sleeve sleeves waist take_in let_out dobladillo costura \
            cremallera couture ourlet bouton fermeture schneider nahen reissverschluss knopf saum
            """
        ),
        (
            "gardening",
            """
            garden gardener lawn grass~ mow mower hedge bush shrub flower blossom bloom petal rose~ tulip daffodil lily orchid daisy \
            sunflower lavender geranium violet ivy fern moss weed weeds dandelion nettle thistle bulb~ seed seedling sprout sow plant \
            pot~ potting compost mulch fertilizer fertiliser manure soil prune trim~ rake hoe spade shovel trowel wheelbarrow hose \
            watering water_them greenhouse vegetable_garden tomato~ cucumber pumpkin squash~ lettuce strawberry raspberry blueberry herb \
            basil mint parsley thyme rosemary~ slug snail aphid caterpillar wilt wilting droop drooping shade~ sunny_spot frost \
            patio_plants cactus succulent bonsai houseplant perennial annual_plants jardin jardinero cesped flor semilla podar maceta \
            regar hierba pelouse gazon fleur tondre semer tailler pot_de rasen blume gartner unkraut hecke giessen samen umtopfen
            """
        ),
        (
            "trees and parks",
            """
            tree trees oak maple pine birch willow elm beech chestnut branch~ branches trunk~ stump log~ logs root roots bark~ leaf \
            leaves foliage sapling fell~ chainsaw arborist prune hedge park~ parks playground swing~ swings slide_playground seesaw \
            sandpit sandbox bench benches picnic lawn grass pond duck_pond fountain dog_park path~ footpath overgrown litter~ arbol \
            arboles rama parque columpio banco_del arbre arbres branche parc balancoire banc baum baume ast zweig spielplatz schaukel \
            parkbank
            """
        ),
        (
            "farming",
            """
            farm farmer field~ fields crop wheat barley corn maize rye oats rice_field soy soybean potato~ harvest plough plow till~ sow \
            seed fertilizer manure irrigate irrigation drought hail~ yield hectare acre silo grain straw hay tractor~ combine~ orchard \
            vineyard vine pesticide herbicide weed blight rust~ mildew rot fungus yellowing drainage topsoil ph~ nitrogen phosphate \
            granja cosecha trigo cebada maiz sembrar riego recolte ble orge mais~ semer champ ernte weizen gerste acker feld~ dungen
            """
        ),
        (
            "livestock",
            """
            cow cows cattle bull calf calves calving heifer beef_cattle dairy_cow udder milking milk_the sheep ewe lamb~ lambing ram~ \
            flock goat goats pig pigs piglet sow~ boar hog hen hens chicken~ chickens rooster cockerel chick chicks coop duck~ ducks \
            goose geese turkey~ horse mare foal stallion pony donkey mule hoof hooves limp limping lame bleat bloated graze grazing \
            pasture paddock barn stable~ herd shear shearing slaughter livestock poultry lay_eggs laying_eggs eggs_a off_feed not_eating \
            vaca vacas oveja cabra cerdo gallina caballo yegua vache mouton chevre cochon poule cheval jument kuh kuhe schaf ziege \
            schwein huhn pferd stute kalb
            """
        ),
        (
            "bees",
            """
            bee bees beehive hive hives honey beekeeper beekeeping queen_bee swarm swarming honeycomb apiary pollen abeja colmena miel~ \
            abeille ruche biene imker bienenstock
            """
        ),
        (
            "pets",
            """
            pet dog puppy hound pup poodle labrador terrier bulldog cat kitten hamster guinea_pig gerbil rabbit bunny ferret parrot \
            budgie canary goldfish aquarium tortoise turtle lizard snake~ gecko leash collar~ kennel crate~ litter litter_box flea fleas \
            tick ticks worm~ worms paw paws claw claws tail fur furry shed_fur muzzle bark~ barking barks growl meow purr \
            scratch_furniture chew_shoes chewed_up vet veterinarian neuter spay rabies groom~ grooming obedience fetch~ sit_command \
            walkies perro gato cachorro mascota veterinario ladra correa chien chat chiot veterinaire laisse aboie croquettes hund katze \
            welpe tierarzt leine bellt haustier kater
            """
        ),
        (
            "wildlife",
            """
            animal~ animals~ wildlife wild species endangered habitat zoo zookeeper safari feeding_time enclosure cage camouflage \
            extinct predator nocturnal
            """
        ),
        (
            "mammals",
            """
            lion lions tiger tigers leopard panther cheetah jaguar puma lynx cub cubs mane big_cat big_cats elephant giraffe zebra rhino \
            hippo camel kangaroo koala panda sloth monkey monkeys ape apes gorilla chimpanzee chimp orangutan bear~ bears wolf wolves \
            fox~ foxes deer elk moose squirrel hedgehog badger otter beaver raccoon bat~ trunk~ tusk roar stripes~ leon tigre elefante \
            oso lobo ours loup lowe affe elefant
            """
        ),
        (
            "sea animals",
            """
            fish~ whale whales dolphin dolphins shark sharks octopus squid jellyfish crab~ crabs lobster~ seahorse starfish stingray \
            seal~ seals walrus penguin penguins aquarium coral fin fins gill gills blowhole underwater swim~ tank~ plankton turtle \
            turtles ballena delfin tiburon baleine dauphin requin wal hai
            """
        ),
        (
            "birds",
            """
            bird birds parrot parrots owl owls eagle eagles hawk falcon vulture condor ostrich flamingo peacock crow raven magpie \
            seagull pigeon sparrow robin swan stork heron pelican toucan canary budgie beak feather feathers wing wings~ wingspan nest~ \
            nests egg~ eggs~ hatch chirp flock~ fly~ migrate~ aviary pajaro ave_de aguila buho oiseau aigle hibou vogel adler eule feder
            """
        ),
        (
            "reptiles and insects",
            """
            snake snakes lizard crocodile alligator turtle tortoise frog frogs toad gecko iguana chameleon venom venomous poisonous \
            spider spiders tarantula scorpion insect insects beetle butterfly caterpillar terrarium serpiente arana serpent araignee \
            schlange spinne
            """
        ),
    ]
}
