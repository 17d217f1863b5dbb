extension Topics {
    static let knowledge: [Row] = [
        (
            "history",
            """
            history historical war revolution empire king queen emperor century ancient medieval rome roman greek egypt pharaoh \
            president treaty battle colony civil_war world_war plague dynasty napoleon collapse constitution independence crusade \
            viking renaissance republic monarchy historia guerra imperio siglo histoire guerre roi siecle revolution geschichte \
            krieg kaiser konig jahrhundert reich slavery century_war cold_war invasion
            """
        ),
        (
            "literature",
            """
            literature novel poem poetry poet author shakespeare hamlet gatsby character plot theme symbolism metaphor narrator chapter \
            book_report protagonist sonnet fiction macbeth orwell austen dickens tragedy playwright literary libro novela poema \
            autor livre roman poeme auteur buch gedicht autor roman_autor mockingbird
            """
        ),
        (
            "writing",
            """
            essay writing write thesis paragraph introduction conclusion draft outline grammar comma semicolon citation cite \
            bibliography sentence spelling proofread edit word_count topic_sentence blog article headline ensayo redaccion \
            ortografia dissertation redaction orthographe aufsatz rechtschreibung satz absatz
            """
        ),
        (
            "math",
            """
            math maths mathematics algebra geometry equation fraction triangle angle derivative integral calculus theorem proof \
            multiply divide plus minus times_table square_root percent percentage quadratic polynomial slope hypotenuse circle \
            radius diameter decimal prime logarithm probability statistic graph inequality factor sum numerator denominator \
            times_two eighths thirds thirds_of halves quarters solve variable exponent sine cosine area perimeter volume_of \
            matrix vector pythagoras ecuacion matematica matematicas triangulo fraccion raiz equation fraction triangle racine mathe gleichung \
            dreieck bruch wurzel rechnen mathematik calcular
            """
        ),
        (
            "biology",
            """
            biology cell dna gene genetic protein membrane mitosis meiosis organism species evolution plant leaf leaves photosynthesis animal \
            bacteria virus enzyme organ ecosystem chlorophyll neuron kidney heart_pump lung blood_cell skeleton insect mammal \
            biologia celula planta biologie cellule plante zelle pflanze evolution tier mitochondria digest immune frog dinosaur
            """
        ),
        (
            "chemistry",
            """
            chemistry chemical atom molecule electron proton neutron acid base_react reaction element periodic_table periodic bond ion \
            isotope oxygen hydrogen carbon compound catalyst solution ph boil_at oxidize rust salt_dissolve mole quimica acido \
            chimie acide atome chemie saure atom molekul combustion nitrogen
            """
        ),
        (
            "physics",
            """
            physics force gravity velocity acceleration energy momentum friction quantum light wave magnet electric electricity \
            voltage current circuit mass newton einstein relativity speed_of sky_blue thermodynamics pressure laser planet black_hole \
            optics lens pendulum inertia sky rainbow falling float fisica gravedad physique gravite lumiere physik schwerkraft \
            licht himmel cielo ciel
            """
        ),
        (
            "astronomy",
            "astronomy star planet moon galaxy telescope orbit comet asteroid mars jupiter saturn eclipse constellation universe solar space rocket nasa estrella luna planeta etoile lune planete stern mond planet weltall"
        ),
        (
            "geography",
            "geography country capital_of continent river mountain map_of ocean border population desert lake island capital latitude pais capital rio montana pays capitale fleuve land hauptstadt fluss berg"
        ),
        (
            "languages",
            "language translate translation spanish french german italian japanese vocabulary pronounce pronunciation conjugate verb tense accent say_in fluent idioma traducir langue traduire sprache ubersetzen vokabel aussprache"
        ),
        (
            "arts",
            "art paint painting painter sculpture drawing draw sketch canvas museum watercolor picasso monet gallery brush portrait arte pintura cuadro peinture tableau kunst malen gemalde"
        ),
        (
            "religion and philosophy",
            "philosophy ethics moral meaning_of religion god bible church prayer soul plato kant buddhism stoic filosofia philosophie ethik religion"
        ),
        (
            "politics and news",
            "news election vote government politics president minister parliament senate policy headline noticias eleccion gobierno actualites election nachrichten wahl regierung"
        ),
        (
            "careers",
            "career job interview resume cv cover_letter linkedin salary_negotiation promotion internship degree trabajo carrera emploi carriere beruf karriere bewerbung"
        ),
    ]
}
