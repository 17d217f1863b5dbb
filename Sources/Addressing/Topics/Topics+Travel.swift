extension Topics {
    static let travel: [Row] = [
        (
            "flights and trains",
            """
            flight fly plane airport airline train station route direction bus ticket gate boarding layover stopover departure depart land \
            takeoff transfer platform transport connection ferry metro subway taxi drive car_rental rail timetable luggage baggage suitcase \
            carry_on seat vuelo avion tren aeropuerto ruta vol gare aeroport flug flieger zug bahnhof flughafen strecke fahrplan trayecto \
            flights flights_to flying flew fly_out planes aircraft jet airlines connecting connecting_flight layovers stopovers stop_over \
            change_planes nonstop direct_flight round_trip one_way aisle window_seat legroom boarding_pass check_bag bags suitcases \
            hand_luggage baggage_claim carousel missed_flight delayed_flight delay terminal security_line jet_lag passport visa customs_form \
            departures arrivals landing runway turbulence miles_award rails trains tracks commuter carriage sleeper_train conductor tickets \
            fare fares itinerary maletas equipaje escala vuelos billete valise correspondance bagages billet vols koffer umsteigen gepack \
            fluge fahrkarte bahn
            """
        ),
        (
            "driving",
            """
            drive driving drove driver car_rental rent_car rental rental_car rent_a hire_car wheel steering road roads highway motorway \
            freeway toll tolls parking park_car parked petrol gas_station fuel_up gasoline diesel license_driving licence traffic \
            traffic_jam roundabout detour mileage_limit chauffeur cab taxi uber ride pickup_truck van minivan speed_limit speeding conducir \
            carretera aparcar alquiler_coche conduire autoroute voiture_de louer_une fahren autobahn mietwagen parken fuhrerschein stau
            """
        ),
        (
            "hotels",
            """
            hotel alojo alojar alojarme hospedar quedarme heberger accommodation check_in check_out checkin checkout room suite bed lobby reception hostel airbnb stay staying breakfast pool \
            gym towel double_room single_room night_stay booking reservation balcony guest housekeeping lodging apartment upgrade_room \
            sterne alojamiento habitacion reserva hebergement chambre logement unterkunft zimmer ubernachtung fruhstuck wake_up_call minibar \
            concierge hotels rooms suites beds king_size twin_beds checkin_time late_checkout overnight sleep_over nights night_in lodge \
            motel inn resort resorts guesthouse bnb front_desk_hotel bellhop keycard room_key wifi_room amenities spa sauna pillow pillows \
            towels blanket sheets noisy_room sea_view ocean_view half_board all_inclusive vacancy accommodations stay_overnight stay_at \
            habitaciones noches hotel_con chambres nuit nuits dormir_a ubernachten zimmer_mit hotelzimmer
            """
        ),
        (
            "beach",
            """
            beach beaches sand sandy seaside coast coastal swim swimming snorkel snorkeling sunbathe tan sunscreen sunbed umbrella_beach \
            waves surf surfing shore lagoon palm tropical island islands bikini nadar arena bronzear nager sable baigner schwimmen meer \
            kuste
            """
        ),
        (
            "sightseeing",
            """
            sightseeing restaurant museum activity tour tourist attraction landmark monument gallery beach park viewpoint cathedral visit \
            castle neighborhood old_town nightlife bar cafe street_food walking_tour market_stall souvenir hike zoo show theater restaurante \
            museo turismo playa musee visiter plage sehenswurdigkeit strand ausflug besichtigen sights sightsee landmarks museums galleries \
            monuments tours guided guided_tour tourists touristy attractions must_see worth_seeing visiting explore explored exploring \
            stroll square plaza palace tower church temple ruins statue souvenirs market_local nightclub bars restaurants eat_out local_food \
            day_trip excursions fun_things spend_afternoon opera ballet exhibition exhibit exhibitions queue_tickets skip_line visitar \
            monumentos paseo visites musees balade besichtigung museen altstadt
            """
        ),
        (
            "excursions",
            """
            excursion island snorkel dive tour trip day_trip hike sight history_of bus_tour sunset lookout excursiones isla ile ausflug \
            insel excursions trips guided_trip hikes shore islands snorkeling diving kayak zipline safari waterfall waterfalls volcano \
            viewpoint sunrise
            """
        ),
        (
            "sailing",
            """
            sailing sail tide harbor harbour dock anchor boat ship wind knots port_side starboard mast rudder course navigate charts \
            navigation navegar puerto marea bateau port maree voile segeln hafen gezeiten boot sails boats sailboat yacht ships harbors \
            harbours anchored tides currents knot wind_direction gust gusts windward leeward tack tacking jib hull keel deck crew skipper \
            regatta life_jacket overboard seasick waves nautical buoy mooring lighthouse vela barco_de marea_alta voilier vague boje \
            segelboot captain engine fuel helm thruster warp shield reactor nave barco navire schiff segel antrieb crews thrusters thrust \
            warp_drive shields_up reactors engines_ship airlock spaceship spacecraft cockpit autopilot course_set orbit_ship cargo_bay \
            escape_pod docking hangar naves vaisseau raumschiff
            """
        ),
        (
            "weather",
            """
            weather rain snow sunny temperature forecast storm wind umbrella cloud cloudy humid degrees hot_outside cold_outside jacket \
            clima lluvia temperatura meteo pluie neige wetter regen schnee temperatur regnen raining rains rainy snowing snowy snows \
            sunshine foggy fog mist hail thunder thunderstorm lightning windy breeze hurricane tornado storms celsius fahrenheit chilly \
            freezing freeze heat heatwave raincoat umbrellas coat forecasted climate llover llueve nieva frio calor sol pleut pleuvoir froid \
            chaud regnet schneit kalt sonne draussen gewitter
            """
        ),
        (
            "outdoors",
            """
            camping tent hike hiking trail backpack campfire climb fishing boat kayak canoe survival mountain ski acampar tienda randonnee \
            tente wandern zelt camp camped tents sleeping_bag sleeping_bags campfires hikes hikers trekking trek backpacks boots_hiking \
            mountains climbing climber climbed rope ropes carabiner summit peak fish_river fishing_rod bait hook_fish canoeing kayaking \
            paddle skiing skis snowboard slope slopes avalanche wildlife bear bears mosquito mosquitoes wilderness forage shelter firewood \
            compass_hike acampada senderismo camper randonner zelten wanderung klettern
            """
        ),
        (
            "maps and navigation",
            """
            map navigation navigate dungeon layout travel north south east west left_or compass tunnel path door corridor cave bridge \
            crossroads shortcut which_way way_out lost exit passage stairs trail road secret_door mapa camino norte carte chemin nord karte \
            weg norden gang hohle route direction maps navigating which_direction directions direction_to paths trails trailhead forks \
            fork_road crossroad tunnels caves caverns bridges doors corridors staircase upstairs downstairs north_or east_or landmark_on \
            coordinates gps shortcuts detour_round how_far far_from distance_to camp campsite campsites terrain cliff ravine ford_river \
            mapas caminos donde_estamos cartes chemins ou_sommes karten wege wo_sind
            """
        ),
        (
            "cars",
            """
            car engine brake tire oil mechanic battery mileage transmission exhaust vehicle clutch gear garage motor wheel rattle \
            dashboard_light coche freno llanta voiture moteur frein pneu auto bremse reifen werkstatt cars engines brakes braking tires tyre \
            tyres flat_tire puncture oil_change leak_oil wont_start doesnt_start start_up ignition spark_plug dead_battery jump_start gears \
            gearbox muffler exhausts radiator overheating overheats overheat squeak squeaks squeaking squeal rattles rattling knocking stall \
            stalls stalling windshield wipers headlight headlights bumper bonnet hood trunk mechanics mot inspection tow towed towing \
            breakdown broke_down check_engine warning_light steering suspension tractor tractors machine machinery machines hydraulic \
            diesel_engine blade chainsaw mower motorbike motorcycle coche_no arranca frenos motores demarre freins panne_voiture pneus \
            springt_an bremsen motorol quietscht
            """
        ),
    ]
}
