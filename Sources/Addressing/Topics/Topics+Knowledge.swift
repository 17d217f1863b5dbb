extension Topics {
    static let knowledge: [Row] = [
        (
            "history",
            """
            history historical war revolution empire king queen emperor century ancient medieval rome roman greek egypt pharaoh president \
            treaty battle colony civil_war world_war plague dynasty napoleon collapse constitution independence crusade viking renaissance \
            republic monarchy historia guerra imperio siglo histoire guerre roi siecle geschichte krieg kaiser konig jahrhundert reich \
            slavery century_war cold_war invasion wars battles emperors kings queens empires revolutions centuries ancient_times \
            medieval_times middle_ages castle castles conquered conquest invaded invade civilization civilizations uprising rebellion rebel \
            treaties founded founding colonial colonies slaves slave abolished monarch dictator assassinated assassination historians \
            historic archaeology archaeological ruins fall_of decline_of reigned reign dynasties crusades napoleonic nazi soviet communist \
            industrial guerras reyes rey siglos guerres rois siecles kriege jahrhunderte herrscher mittelalter
            """
        ),
        (
            "mathematics",
            """
            math maths mathematics algebra geometry equation fraction triangle angle derivative integral calculus theorem proof multiply \
            divide plus minus times_table square_root percent percentage quadratic polynomial slope hypotenuse circle radius diameter \
            decimal prime logarithm probability statistic graph inequality factor sum numerator denominator eighths thirds thirds_of halves \
            quarters solve variable exponent sine cosine area perimeter volume_of matrix vector pythagoras ecuacion matematica matematicas \
            triangulo fraccion raiz racine mathe gleichung dreieck bruch wurzel rechnen mathematik calcular numbers number_line sum_of \
            add_up adding addition subtract subtraction multiplied multiplication divided division fractions decimals equations solve_for \
            unknown_x algebraic geometric triangles circumference angles cube_root squared power_of exponents derivatives integrals \
            integrate limit_of function_graph prove axiom primes factors factorial vectors trigonometry tangent pi polygon area_of ratio \
            proportion arithmetic calculate calculation sumar multiplicar mathematiques calculer
            """
        ),
        (
            "statistics",
            """
            statistics statistic regression sample_size sample mean_and median variance p_value p_values significance significant \
            confidence_interval hypothesis distribution correlation standard_deviation t_test anova outlier estadistica muestra statistique \
            echantillon statistik stichprobe averages average percentages percentage probability probabilities odds chance_of sampling \
            samples survey_data outliers correlations confidence margin_of deviation data_points likelihood bayes bayesian histogram scatter \
            plot estimate_error promedio probabilidad moyenne probabilite durchschnitt wahrscheinlichkeit
            """
        ),
        (
            "physics",
            """
            physics force gravity velocity acceleration energy momentum friction quantum light wave magnet electric electricity voltage \
            current circuit mass newton einstein relativity speed_of thermodynamics pressure laser planet black_hole optics lens pendulum \
            inertia sky rainbow falling float fisica gravedad physique gravite lumiere physik schwerkraft licht himmel cielo ciel forces \
            energy_kinetic particle particles electron electrons proton neutron photon magnetic magnetism electric_current circuit_ohm \
            wavelength frequency_wave entropy light_speed atoms atom nuclear radioactive fuerza
            """
        ),
        (
            "chemistry",
            """
            chemistry chemical atom molecule electron proton neutron acid base_react reaction element periodic_table periodic bond ion \
            isotope oxygen hydrogen carbon compound catalyst solution ph boil_at oxidize rust salt_dissolve mole quimica acido chimie acide \
            atome chemie saure molekul combustion nitrogen chemical_reaction elements molecules compounds acid_base sodium chloride \
            oxidation electron_bond bond_covalent ionic solution_dilute dissolve dissolves crystal reactions burn_magnesium
            """
        ),
        (
            "biology",
            """
            biology cell dna gene genetic protein membrane mitosis meiosis organism species evolution plant leaf leaves photosynthesis \
            animal bacteria virus enzyme organ ecosystem chlorophyll neuron kidney heart_pump lung blood_cell skeleton insect mammal \
            biologia celula planta biologie cellule plante zelle pflanze tier mitochondria digest immune frog dinosaur cells genes genetics \
            evolve organisms virus_cell mammals reptile insects plant_cell protein_cell organs lungs brain nervous_system bone bones \
            muscle_cell chromosome inherit predator prey
            """
        ),
        (
            "literature",
            """
            literature novel poem poetry poet author shakespeare hamlet gatsby character plot theme symbolism metaphor narrator chapter \
            book_report protagonist sonnet fiction macbeth orwell austen dickens tragedy playwright literary libro novela poema autor livre \
            roman poeme auteur buch gedicht roman_autor mockingbird book books novels authors writer writers poems chapters character_in \
            themes symbol symbolize irony tolstoy stanza read_next nonfiction library essay essays reading libros livres bucher dichter \
            lesen borrow_book overdue overdue_fee library_card catalog catalogue shelf_number librarian lend_book return_book renew_book \
            bestseller bestsellers ebook audiobook biblioteca bibliotheque bucherei ausleihen
            """
        ),
        (
            "astronomy",
            """
            astronomy star planet moon galaxy telescope orbit comet asteroid mars jupiter saturn eclipse constellation universe solar space \
            rocket nasa estrella luna planeta etoile lune planete stern mond weltall stars planets moons galaxies telescopes orbits comets \
            asteroids meteor meteors meteorite venus mercury neptune uranus pluto milky_way big_bang supernova nebula constellations \
            light_year light_years astronaut astronauts solar_system eclipses sky_tonight night_sky shooting_star crater estrellas planetas \
            etoiles planetes sterne planeten
            """
        ),
        (
            "geography",
            """
            geography country capital_of continent river mountain map_of ocean border population desert lake island capital latitude pais \
            rio montana pays capitale fleuve land hauptstadt fluss berg countries continents rivers stream streams mountains oceans seas \
            lakes islands deserts valleys volcano volcanoes capitals cities largest_city biggest_country longest tallest highest_mountain \
            highest_peak population_of borders bordering neighbor_country north_of south_of hemisphere equator longitude africa asia europe \
            america antarctica australia amazon nile sahara himalayas everest alps andes region regions province flag atlas globe peninsula \
            climate_zone paises rios montanas ciudad pays_le fleuves montagnes ville lander flusse berge stadt hauptstadte
            """
        ),
        (
            "languages",
            """
            language translate translation spanish french german italian japanese vocabulary pronounce pronunciation conjugate verb tense \
            accent say_in fluent idioma traducir langue traduire sprache ubersetzen vokabel aussprache languages english spanish_word \
            translates translated translator interpreter interpret means_in mean_in how_say pronounced vocab words_for verbs noun nouns \
            adjective adjectives tenses past_tense subjunctive conjugation gender_of article_noun grammar grammatical dialect fluency \
            bilingual native_speaker spelling spell spelled plural chinese korean russian arabic portuguese dutch latin idiomas verbo verbos \
            gramatica palabra_en langues verbe grammaire traduis sprachen grammatik vokabeln ubersetz
            """
        ),
        (
            "arts",
            """
            art paint painting painter sculpture drawing draw sketch canvas museum watercolor picasso monet gallery brush portrait arte \
            pintura cuadro peinture tableau kunst malen gemalde arts artist artists paintings painters drawings drawn redraw redrawn draws \
            sketches sketching illustrate illustration illustrations sculptor sculptures statue ceramics pottery clay_pot oil_paint acrylic \
            watercolour canvases brushes brushstroke easel charcoal_drawing pencil pencils crayon pastel shading perspective_drawing \
            portraits impressionism impressionist cubism van_gogh rembrandt da_vinci mona_lisa texture textures animation animate animated \
            animations cartoon sprite sprites poses pose character_model render rendering concept_art visuals graphics pintar dibujo dibujar \
            pintor dessin dessiner peindre peintre zeichnen zeichnung bild malerei
            """
        ),
        (
            "religion and philosophy",
            """
            philosophy ethics moral meaning_of religion god bible church prayer soul plato kant buddhism stoic filosofia philosophie ethik \
            gods faith_in believe_god jesus christ christian christianity islam muslim quran judaism jewish torah buddha buddhist hindu pray \
            praying prayers churches mosque temple sin heaven hell angel_god saint priest pope theology ethical immoral virtue conscience \
            free_will existence existential consciousness aristotle socrates nietzsche stoicism meaning_life afterlife dios rezar dieu prier \
            gott beten glaube
            """
        ),
        (
            "education",
            """
            teacher teachers homework exam exams test_tomorrow quiz study studying studied lesson lessons classroom students student pupils \
            tutor tutoring tutoring_hours lecture lectures course courses grade grades school semester syllabus textbook learn_for revise \
            revision memorize assignment deberes examen estudiar devoirs eleve etudier hausaufgaben prufung lernen schuler
            """
        ),
        (
            "environment",
            """
            environment environmental pollution polluted recycle recycling recyclable plastic plastics compost_bin climate_change \
            global_warming emission greenhouse_gas sustainable sustainability biodiversity endangered deforestation landfill reusable \
            reciclar basura recycler dechets recyceln mull umwelt
            """
        ),
        (
            "architecture and construction",
            """
            architect architects architecture building buildings construction site_foundation foundation foundations concrete cement steel \
            beam beams blueprint blueprints floor_plan facade permit permits building_permit zoning contractor_build bricks brick \
            scaffolding crane excavator structural load_bearing extension_house edificio obra batiment chantier bauplan gebaude baustelle \
            beton
            """
        ),
        (
            "writing",
            """
            essay writing write thesis paragraph introduction conclusion draft outline grammar comma semicolon citation cite bibliography \
            sentence spelling proofread edit word_count topic_sentence blog article headline ensayo redaccion ortografia dissertation \
            redaction orthographe aufsatz rechtschreibung satz absatz
            """
        ),
    ]
}
