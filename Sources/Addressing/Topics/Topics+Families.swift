/// Fields that belong together: who knows one of them is the best to ask about another that nobody in the room knows.
extension Topics {
    /// Words for the whole family, and its fields.
    static let families: [(words: String, fields: [String])] = [
        (
            "food meal meals eat eating ate feed catering chef cook kitchen comida comer nourriture manger essen verpflegung provisions ration rations galley",
            [
                "cooking", "baking", "nutrition", "food safety", "grocery", "dining", "drinks",
                "coffee and tea",
            ]
        ),
        (
            "health healthcare clinic hospital nurse doctor surgeon medic salud sante gesundheit",
            [
                "medicine", "first aid", "hospital admissions", "pharmacy", "dentistry", "eye care",
                "physiotherapy", "childbirth",
                "elder care", "healing magic",
            ]
        ),
        ("wellbeing wellness", ["mental health", "sleep and calm", "yoga", "relationships"]),
        ("exercise fit", ["fitness", "yoga", "physiotherapy", "team tactics", "sports"]),
        ("family families", ["parenting", "childbirth", "children's stories", "education"]),
        (
            "building house renovation",
            [
                "masonry", "carpentry", "roofing", "painting and decorating", "architecture and construction",
                "building permits", "home repair",
            ]
        ),
        ("heating", ["plumbing", "heating and air"]),
        ("power", ["electrical", "energy", "smart home"]),
        (
            "household housekeeping housework butler",
            [
                "cleaning", "laundry and tailoring", "appliances", "grocery", "facilities",
                "furniture and decor",
            ]
        ),
        ("farm agriculture", ["farming", "gardening", "trees and parks", "bees"]),
        (
            "animal animals vet veterinarian",
            ["pets", "livestock", "horses and riding", "wildlife", "mammals", "sea animals", "birds"]
        ),
        (
            "law legal crime criminal",
            ["legal", "police and crime", "crime and detection"]
        ),
        (
            "security safety",
            ["security guards", "security", "fraud and theft", "locks and keys", "fire and rescue"]
        ),
        (
            "finance financial",
            ["money", "investing", "tax", "banking", "lending", "currency", "economics"]
        ),
        ("payment", ["billing", "membership", "tickets and admission", "purchasing"]),
        ("personnel people_team", ["human resources", "staffing", "careers", "training and learning"]),
        (
            "computer technology tech it technik technique tecnologia informatique informatik",
            ["network support", "computers and devices", "hardware", "telephony", "customer accounts"]
        ),
        (
            "software developer engineer",
            [
                "backend", "cloud and devops", "testing", "frontend and mobile", "data science",
                "game development",
            ]
        ),
        ("business", ["market research", "marketing", "public relations", "sales", "product"]),
        ("operations", ["logistics", "manufacturing", "quality control", "purchasing", "shipping"]),
        ("office administration secretary", ["appointments", "schedule and projects"]),
        (
            "city town council municipal",
            ["civil registry", "public benefits", "immigration", "school enrolment"]
        ),
        (
            "travel journey",
            [
                "flights and trains", "hotels", "sightseeing", "travel planning", "beach", "excursions",
                "driving", "immigration",
            ]
        ),
        (
            "airport flight",
            ["flights and trains", "luggage", "seats and check-in", "departures and delays", "aviation"]
        ),
        ("vehicle vehicles", ["cars", "electric vehicles", "cycling", "driving"]),
        ("sea ship", ["sailing", "sailing and ships", "cruise and onboard", "water sports"]),
        ("navigation", ["maps and navigation", "sailing and ships", "geography", "outdoors"]),
        ("science scientist", ["physics", "chemistry", "biology", "earth science", "astronomy"]),
        ("maths", ["mathematics", "statistics"]),
        ("humanities", ["history", "literature", "religion and philosophy", "psychology and philosophy"]),
        ("language", ["languages", "translation", "writing and editing", "writing", "documentation"]),
        ("books reading", ["library", "literature", "children's stories"]),
        ("news", ["politics and news", "journalism", "research and facts"]),
        (
            "music musical",
            [
                "music", "music theory", "lyrics", "mixing and recording", "music releases", "music business",
                "dance",
            ]
        ),
        ("art painting", ["arts", "museum and gallery", "photography", "design"]),
        (
            "film stage show",
            ["film", "theatre and stage", "stage lighting", "costumes and wardrobe", "comedy"]
        ),
        ("games", ["games", "video games", "board games and puzzles"]),
        ("adventure battle", ["combat", "stealth and traps", "military"]),
        ("clothes", ["fashion", "costumes and wardrobe", "laundry and tailoring", "jewelry and watches"]),
        ("home interior", ["interior design", "furniture and decor", "painting and decorating"]),
        ("party celebration", ["weddings and parties", "events", "florist"]),
        ("streets", ["roads and streets", "waste"]),
        ("outdoor nature", ["outdoors", "trees and parks", "wildlife", "winter sports", "water sports"]),
    ]

    /// Words so common that, of whatever fields they are, they only lean towards them.
    static let everyday = WordSet(
        """
        time times day days night nights week weeks month months year years hour hours minute minutes morning evening today tonight tomorrow \
        people person man men woman women guy guys friend friends somebody home house place room rooms part side end start begin thing things \
        way ways number numbers word words name names question answer problem problems idea point case kind sort lot bit piece line lines work \
        works working job jobs world life live lives head hand hands face name call calls called phone talk tell told say said ask asked make \
        makes made take takes taken took put get got go goes going gone went come comes came give gives gave keep keeps kept let leave leaves left \
        find found use used uses need needs want wants like likes know knows think thinks see sees seen saw look looks looking feel feels hear heard \
        try tried turn turns turned run runs running move moves moved stay stays staying stop stops change changes changed open opened opens close \
        closed show shows showed bring brings brought send sent set sets hold holds help helps pay paid buy bought sell sold cost costs read reads \
        write writes wrote learn wait waiting check checks checked play plays playing win won lose lost break broke broken fix fixed cut hit hot cold \
        warm high low big small long short old new young good bad best better worse worst nice great right wrong true sure full empty free \
        hard easy fast slow light dark black white red green blue yellow water air fire ground floor door window wall table box book books paper \
        card cards list page picture car cars bus road street city town country land bed food kids kid child children boy girl baby mother father mom dad \
        wife husband son daughter brother sister family king queen war game games team match point points second third first last next back front top \
        bottom middle course line order orders report story stories plan plans test tests training level state rate case mean means sound sounds \
        meeting meetings company customer customers user users member members guest guests student students teacher boss manager doctor \
        system data program file files screen power energy speed weight size color colour total extra special sign signs mark stand fall falls \
        drop drops catch pick push pull throw fit fits wear hurt rest break match fine fair cool rich poor clean dry wet clear sharp bright strong \
        charge charged loud quiet heavy deep thick thin wide track tracks base bar bank park stage yard field fields space star stars
        """.split(separator: " ").flatMap { $0.split(separator: "\n") }.map(String.init))
}
