/// What schools teach and papers report, as a thesaurus would list it.
extension Topics {
    static let world: [Row] = [
        (
            "mathematics",
            """
            math maths mathematics algebra geometry equation equations fraction fractions percent percentage decimal decimals divide \
            divided multiply multiplied multiplication times~ plus~ minus~ subtract subtraction addition~ sum~ square_root root_of \
            squared cubed prime_number triangle triangles circle~ circumference diameter radius angle angles area~ perimeter volume_of \
            hypotenuse pythagoras polygon rectangle parallel~ solve~ solve_for x_equals calculate calculus derivative integral graph~ \
            slope function~ functions~ logarithm exponent quadratic polynomial matrix vector~ ratio average~ mean_median probability \
            odds~ chance_of dice_roll half_of third_of quarter_of times_table carry_the long_division word_problem numerator denominator \
            infinity pi trigonometry sine cosine tangent matematicas ecuacion fraccion multiplicar dividir triangulo angulo raiz \
            porcentaje mathematiques equation_du fraction_de multiplier diviser racine pourcentage mathe gleichung bruch multiplizieren \
            teilen dreieck winkel wurzel prozent rechnen
            """
        ),
        (
            "physics",
            """
            physics force~ gravity mass~ acceleration velocity speed_of light_year energy~ friction momentum inertia magnet magnets \
            magnetic electron electrons proton neutron atom atoms atomic nucleus quantum relativity einstein newton thermodynamics heat~ \
            wave~ waves~ wavelength frequency~ light~ laser optics lens~ prism rainbow refraction pressure~ density buoyancy float~ \
            floats sink~ pendulum lever pulley circuit~ voltage~ radiation radioactive nuclear fusion fission vacuum~ black_hole \
            fall_faster falls_faster sky_blue ice_float fisica fuerza gravedad physique gravite physik schwerkraft
            """
        ),
        (
            "chemistry",
            """
            chemistry chemical chemicals element~ elements~ periodic_table molecule molecules compound~ reaction~ acid acids alkaline \
            base_and ph~ oxygen hydrogen carbon~ nitrogen helium sodium chlorine iron~ copper~ rust~ rusts oxidize oxidation burn~ \
            combustion catalyst solution~ dissolve dissolves evaporate evaporation boil~ boiling_point freeze~ freezing_point crystal \
            crystals salt~ water_boil ion ions bond~ bonds~ titration beaker bunsen gas~ gases solid~ liquid liquids metal~ metals~ \
            quimica chimie chemie saure sauerstoff
            """
        ),
        (
            "biology",
            """
            biology cell cells dna gene genes genetic genetics chromosome evolution darwin species organism bacteria virus~ viruses \
            photosynthesis chlorophyll leaves_change leaves_green plant_cell mitochondria enzyme protein~ blood_cells organ organs \
            heart_pump lungs~ digest digestion skeleton~ bones_in nervous_system brain~ neuron reproduction mammal mammals reptile \
            amphibian insect insects ecosystem food_chain predator prey~ habitat camouflage hibernate migrate~ microscope mutation \
            immune_system hereditary inherited_eyes animals_breathe fish_breathe biologia celula biologie cellule zelle lebewesen
            """
        ),
        (
            "earth science",
            """
            geology geologist rock~ rocks~ mineral minerals volcano volcanoes lava magma earthquake earthquakes tectonic plate~ fossil \
            fossils dinosaur dinosaurs sediment erosion crust_of glacier glaciers ice_age tide tides tsunami ozone atmosphere~ limestone \
            granite sandstone continental volcan terremoto seisme vulkan erdbeben
            """
        ),
        (
            "astronomy",
            """
            star~ stars planet planets moon moons sun~ sunrise~ sunset~ mars jupiter saturn venus mercury neptune uranus pluto galaxy \
            galaxies milky_way universe space~ solar_system comet comets asteroid asteroids meteor eclipse orbit telescope constellation \
            constellations supernova black_hole nebula light_year astronaut rocket rockets nasa big_bang full_moon shooting_star \
            north_star alien~ aliens satellites estrella luna planeta etoile lune planete stern~ mond
            """
        ),
        (
            "history",
            """
            history historical historic ancient~ century~ centuries medieval middle_ages renaissance empire emperor roman romans rome \
            greek~ greeks sparta athens egypt egyptian egyptians pharaoh pharaohs pyramid pyramids viking vikings crusade crusades \
            knight~ castle~ king~ kings~ queen~ monarch monarchy dynasty revolution revolutionary french_revolution napoleon caesar \
            cleopatra alexander_great columbus colony colonies colonial independence civil_war world_war war~ wars~ battle_of treaty \
            hitler nazi stalin lenin cold_war berlin_wall lincoln washington~ slavery slaves plague black_death industrial_revolution \
            invention~ invented~ inventor discovered~ archaeology archaeologist ruins~ artifact aztec aztecs inca maya mayans ottoman \
            tsar soviet titanic declaration~ constitution~ president_in who_built when_war historia~ guerra imperio rey~ siglo histoire~ \
            guerre empire_romain roi~ siecle geschichte~ krieg kaiser konig~ jahrhundert mittelalter invention inventions inventors \
            invent~ invented first_ever galileo archimedes ancient_times primitive stone_age bronze_age iron_age tribe tribes \
            prehistoric caveman religion_war
            """
        ),
        (
            "literature",
            """
            literature novel novels author authors writer~ poem~ poems poet poetry shakespeare hamlet macbeth romeo juliet dickens \
            austen tolstoy dostoevsky hemingway orwell kafka homer~ odyssey iliad gatsby don_quixote goethe cervantes tolkien sonnet \
            metaphor simile symbolism narrator protagonist antagonist theme~ themes~ character~ characters~ chapter~ plot~ genre fiction \
            nonfiction memoir biography classic~ book_report essay~ literary stanza tragedy tragic~ comedy~ irony allegory foreshadowing \
            novela autor poesia quijote roman~ auteur poesie moliere dichter schriftsteller gedicht
            """
        ),
        (
            "geography",
            """
            geography country~ countries~ capital~ capitals capital_city continent continents river rivers mountain~ mountains~ \
            highest_mountain everest lake~ lakes~ ocean~ oceans~ sea_between island~ islands~ desert~ deserts sahara amazon nile \
            himalayas alps equator hemisphere latitude longitude border~ borders~ population flag~ flags~ map~ maps~ atlas~ \
            largest_country smallest_country biggest_city where_mount longest_river deepest time_zone brazil argentina chile peru mexico \
            canada australia india china japan russia egypt~ kenya nigeria morocco africa asia europe america antarctica spain~ france~ \
            germany~ italy~ portugal~ greece~ norway sweden finland denmark iceland poland hungary romania ukraine turkey~ iran~ iraq \
            thailand vietnam indonesia philippines geografia pais~ rio~ montana~ capital_de geographie pays~ fleuve montagne~ capitale \
            geografie land~ fluss hauptstadt berg~ erdkunde
            """
        ),
        (
            "languages",
            """
            language~ vocabulary grammar verb verbs noun nouns adjective adjectives conjugate conjugation tense~ past_tense subjunctive \
            plural~ pronounce pronunciation accent~ fluent spanish~ french~ german~ italian~ english~ japanese~ chinese~ portuguese \
            arabic latin~ translate~ phrase~ word_mean spell~ spelled~ spelling~ idiom preposition article_in gender_of palabra~ verbo~ \
            gramatica pronunciar mot~ verbe grammaire prononcer wort~ verb~ grammatik aussprache aussprechen vokabeln \
            difference_between~ word_for
            """
        ),
        (
            "economics",
            """
            economics economy~ economist inflation recession supply_and demand_curve gdp unemployment_rate interest_rates central_bank \
            tariff tariffs trade_deficit exports imports monopoly capitalism socialism stock_market minimum_wage economia economie \
            wirtschaft
            """
        ),
        (
            "psychology and philosophy",
            """
            psychology freud jung~ subconscious behavior~ behaviour~ cognitive memory~ personality philosophy philosopher ethics ethical \
            moral morality plato socrates aristotle kant nietzsche descartes existence free_will meaning_life consciousness psicologia \
            filosofia psychologie philosophie
            """
        ),
        (
            "education",
            """
            school~ schools~ student~ students~ pupil teacher~ teachers~ homework class~ classes~ classroom exam exams test_tomorrow \
            quiz grade~ grades~ report_card semester term_paper lesson lessons lecture professor~ tuition scholarship enroll university~ \
            college~ degree~ diploma graduation principal~ detention~ curriculum syllabus study~ studying~ revise recess parents_evening \
            school_bus deberes examen escuela~ nota~ devoirs ecole~ controle_de hausaufgaben schule~ prufung note~ zeugnis
            """
        ),
        (
            "weather",
            """
            weather forecast~ rain rains rainy raining drizzle shower~ umbrella snow~ snowing snowy sleet hail storm storms stormy \
            thunder thunderstorm lightning wind~ winds windy breeze hurricane tornado cyclone typhoon sun~ sunny sunshine cloud~ clouds \
            cloudy overcast fog foggy mist humid humidity~ temperature~ degrees~ celsius fahrenheit hot~ heat_wave heatwave \
            cold_tomorrow cold_outside warm_tomorrow warm_enough freezing~ frost~ icy chilly mild~ drought climate~ raincoat sunscreen~ \
            sunglasses~ outside_tomorrow get_wet wet_tomorrow picnic_tomorrow barbecue_tomorrow wear_tomorrow tiempo_hace llover llueve \
            lluvia nieve tormenta paraguas sol~ viento meteo pleuvoir pleut pluie neige~ orage parapluie soleil vent_fort wetter regnet \
            regen regenschirm schnee~ gewitter sonne~ sturm gale gales gust gusts blow~ blowing~ squall rough_sea calm~ fog_bank \
            high_tide low_tide heat~
            """
        ),
        (
            "environment",
            """
            environment~ pollution polluted recycle~ plastic~ climate_change global_warming carbon_footprint emissions deforestation \
            rainforest biodiversity endangered sustainable green_energy oil_spill contaminacion pollution~ umwelt klimawandel
            """
        ),
        (
            "politics and news",
            """
            election elections vote votes voted voting voter ballot poll~ polls parliament congress senate senator minister ministers \
            prime_minister president~ chancellor government party_leader politics political politician politicians law_passed \
            bill_passed democracy democrat republican coalition opposition~ referendum mayor governor campaign_promises \
            cabinet_reshuffle resign~ treaty~ sanctions nato european_union united_nations refugee refugees protest protests strike~ \
            corruption tax_reform elecciones votar gobierno presidente~ ministro elections~ gouvernement president_de ministre wahl \
            wahlen wahlen_gehen regierung bundeskanzler minister~ parlament
            """
        ),
        (
            "journalism",
            """
            headline headlines news~ newspaper article~ articles~ front_page page_one editor~ reporter scoop source~ sources~ anonymous~ \
            quote~ quotes~ quoted verify fact_check true~ really_said accurate~ rumor rumour misinformation fake_news caption byline \
            column~ columnist editorial deadline~ interview~ story~ lead_story layout~ print~ breaking_news press~ correction~ \
            corrections~ misspelled_name wrong_date titular noticia~ fuente~ portada titre~ une~ schlagzeile nachricht~ quelle \
            titelseite
            """
        ),
        (
            "sports",
            """
            sport sports team~ teams~ match~ matches game~ games~ score~ scores~ scored goal~ goals~ win~ won~ wins~ lose~ lost~ beat~ \
            final~ finals semifinal championship champion champions league cup_final world_cup tournament olympic olympics medal medals \
            player players~ coach~ referee penalty~ offside foul red_card yellow_card goalkeeper goalie striker midfielder defender \
            football footballer soccer basketball baseball home_run tennis wimbledon volleyball handball hockey rugby cricket golf swim~ \
            swimming~ swimmer cycling tour_france boxing boxer knockout formula_one grand_prix race~ races~ marathon~ athletics \
            wrestling gymnastics skiing skater stadium~ halftime overtime~ substitute~ transfer_market lineup line_up starting_eleven \
            injured~ who_won who_scored who_plays season~ kickoff kick_off playoffs quarterback touchdown super_bowl nba nfl futbol \
            partido~ gol~ ganado~ equipo~ portero arbitro but~ gagne~ equipe~ gardien arbitre fussball spiel~ tor~ gewonnen~ mannschaft \
            torwart schiedsrichter squad athlete athletes stadium win_match replays replay
            """
        ),
        (
            "team tactics",
            """
            tactics formation~ lineup line_up line_ups starting_eleven starting_on starts_on in_goal bench~ substitute substitution \
            midfield defence~ defense~ attack~ counterattack press_high set_piece corner_kick free_kick marking~ man_mark opponent \
            opponents play_on~ drill~ drills training_session train_on captain~ position~ positions winger striker back_four \
            zone_defense alineacion~ alineacion tactica delantero tactique remplacant aufstellung taktik sturmer
            """
        ),
        (
            "religion",
            """
            religious holy faith~ worship
            """
        ),
        (
            "writing and editing",
            """
            sentences~ paragraph~ essay essays citation citations start_essay
            """
        ),
        (
            "military",
            """
            military army navy soldier soldiers troops officer~ general~ weapon~ bomb~ tank~ base~ battle~ platoon squad~ enemy~ cannon \
            cannons ammunition rifle
            """
        ),
    ]
}
