/// On the road, on water and in the air, as a thesaurus would list it.
extension Topics {
    static let journeys: [Row] = [
        (
            "flights and trains",
            """
            flight flights fly~ flying~ flew plane planes airplane aircraft airport airline airlines gate~ boarding boarding_pass board~ \
            takeoff landing~ layover stopover connection~ connecting transfer~ terminal~ check_in~ luggage suitcase suitcases baggage \
            bag~ bags~ carry_on overhead aisle_seat window_seat legroom jet_lag jetlag delayed~ delay~ cancelled_flight missed_flight \
            miss_flight train trains station~ platform~ track~ rail railway commuter subway metro underground tram bus~ buses~ bus_stop \
            ferry ferries ticket~ tickets~ one_way round_trip return_ticket timetable depart departs departure departures arrival~ \
            arrivals passport~ leave~ leaves~ get_airport tren estacion~ vuelo avion aeropuerto maleta equipaje billete~ autobus anden \
            vol~ gare~ aeroport valise bagages train~ quai flug zug~ flughafen bahnhof koffer gepack gleis fahrkarte bahn~
            """
        ),
        (
            "driving",
            """
            drive~ drives driving~ drove~ car~ rental~ rent_car car_rental hire_car toll tolls motorway highway freeway road~ roads~ \
            traffic~ traffic_jam jam~ parking~ park_the gas_station petrol~ petrol_station fuel~ speed_limit speeding license~ licence~ \
            seat_belt child_seat convertible automatic~ gps~ map~ mileage mountain_road winding road_trip taxi taxis cab uber ride~ \
            chauffeur minibus shuttle coche~ conducir carretera gasolina~ aparcar voiture~ conduire autoroute essence~ peage auto~ \
            fahren~ autobahn tanken stau mietwagen
            """
        ),
        (
            "hotels",
            """
            hotel hotels motel hostel inn resort~ resorts~ room~ rooms~ suite suites bed~ beds~ double_bed twin_beds single_room \
            double_room book_room key_card check_in check_out checkout~ checking_in checking_out lobby reception~ concierge bellboy \
            housekeeping room_service minibar towel towels pillow pillows blanket sheets~ sea_view ocean_view view~ balcony~ \
            breakfast_included breakfast~ all_inclusive half_board pool~ spa~ gym~ sauna~ wake_call late_checkout stay~ staying~ \
            stay_night overnight~ nights~ per_night place_sleep sleep_tonight sleep_there noisy_neighbors next_door~ airbnb hostal \
            habitacion almohada toalla alojamiento desayuno~ chambre oreiller serviette~ hebergement petit_dejeuner~ zimmer~ kissen \
            handtuch unterkunft fruhstuck~ ubernachten
            """
        ),
        (
            "sightseeing",
            """
            sightseeing tourist~ tourists touristy landmark~ monument monuments museum~ museums~ castle~ cathedral palace tower~ eiffel \
            old_town viewpoint attraction attractions must_see visit~ tour~ tours~ guide~ guided local_food local_specialty souvenir \
            souvenirs nightlife restaurants~ where_eat place_eat good_place day_trip excursion market~ street_food walking_tour gallery~ \
            night_out free_afternoon rainy_day kids_activities visitar~ monumento turista ver_en visiter~ monument~ touriste voir_a \
            besichtigen~ sehenswurdigkeit ausflug
            """
        ),
        (
            "beach",
            """
            beach beaches sand~ sandy seaside shore~ coast~ sunbathe sunbathing sunburn sunburned sunburnt sunscreen suntan tan~ swim~ \
            swimming~ swimsuit parasol umbrella~ shells~ jellyfish tide~ bikini lounger hammock palm_trees snorkel playa arena~ plage \
            sable~ strand
            """
        ),
        (
            "cruise and onboard",
            """
            cruise cruises cabin cabins deck~ captains_dinner port_call shore_excursion seasick buffet~ steward crucero camarote \
            croisiere cabine~ kreuzfahrt kabine galley mess_hall
            """
        ),
        (
            "sailing and ships",
            """
            ship~ ships~ boat boats sail sails sailing sailor sailboat yacht anchor anchors harbor harbour port~ dock~ deck~ mast rudder \
            keel hull~ bow~ stern~ starboard captain~ crew~ lifeboat life_jacket overboard leak_below bilge pump~ rope~ knot~ knots~ \
            tide~ current~ wave~ waves~ storm~ seasick cargo_ship ferry~ lighthouse reef~ fishing_boat nautical wind_from barco~ ancla \
            vela puerto~ bateau voile ancre schiff~ segel segeln anker hafen
            """
        ),
        (
            "aviation",
            """
            pilot pilots cockpit runway takeoff take_off landing_gear landing~ altitude~ autopilot throttle flaps rudder~ turbulence \
            air_traffic control_tower squawk airspace copilot wing~ wings~ engine_failure fuel_gauge knots~ descent heading~ stall~ \
            piloto avion~ pilote flugzeug landebahn take_off~
            """
        ),
        (
            "cars",
            """
            car~ cars~ vehicle vehicles automobile engine engines motor~ mechanic garage~ tire tires tyre tyres flat_tire wheel~ wheels~ \
            brake brakes braking clutch gearbox gears~ transmission exhaust muffler radiator~ coolant oil~ oil_change oil_leak \
            leaking_oil dipstick spark_plug battery~ flat_battery dead_battery jump_start wont_start doesnt_start starts~ stalls~ stall~ \
            alternator headlight headlights windshield windscreen wiper wipers bumper hood~ bonnet trunk~ dashboard_light warning_light \
            check_engine odometer steering suspension shocks~ squeak~ squeal squealing screech rattle rattling rattles grinding \
            grinding_noise clunk smoke_from smokes~ overheats overheating overheat fuel_pump diesel petrol~ gasoline gas~ mpg \
            inspection~ tow towed truck~ van~ motorcycle motorbike scooter tractor tractors combine_harvester hydraulic hydraulics \
            machinery~ blade~ mower~ coche~ freno frenos rueda ruedas aceite~ taller mecanico arranca voiture~ moteur frein freins pneu \
            pneus huile~ garagiste demarre auto~ bremse bremsen reifen ol~ werkstatt springt_an anspringen getriebe brake~ slow_to \
            steering_wheel wheel_wobbles tread leaks~
            """
        ),
        (
            "electric vehicles",
            """
            electric_car ev charging_station charge_car range~ range_anxiety tesla supercharger
            """
        ),
        (
            "immigration",
            """
            visa visas passport passports immigration immigrate embassy consulate residency residence_permit work_permit border~ \
            customs~ citizenship green_card asylum visado~ pasaporte frontera passeport frontiere~ reisepass visum grenze~
            """
        ),
        (
            "travel planning",
            """
            trip~ trips~ travel~ traveling holiday~ holidays~ vacation~ itinerary destination abroad~ pack~ packing_list suitcase~ \
            travel_agent backpacking honeymoon weekend_trip viaje~ viajar voyage~ voyager vacances reise~ reisen~ urlaub~
            """
        ),
        (
            "luggage",
            """
            luggage baggage bag~ bags~ suitcase suitcases trunk~ carry_on hand_luggage carousel baggage_claim belt~ lost_luggage my_bag \
            overweight~ kilos~ trolley trolleys porter handle~ tag~ equipaje maleta maletas bagage bagages valise valises koffer gepack
            """
        ),
        (
            "seats and check-in",
            """
            check_in checked_in boarding_pass seat~ seats~ aisle window_seat middle_seat legroom upgrade~ upgrades business_class \
            first_class economy_class exit_row sit_together sit_next sitting~ row~ asiento siege~ sitzplatz bordkarte
            """
        ),
        (
            "departures and delays",
            """
            gate gates board~ boarding departure departures depart delay delayed delays late~ on_time take_off takeoff leave~ leaves~ \
            miss_my missed_my connection connections connecting connect~ cancelled~ final_call rebook puerta~ retraso embarque retard \
            porte~ embarquement verspatung flugsteig abflug leave_on on_schedule
            """
        ),
        (
            "airport lounge",
            """
            lounge lounges duty_free newspaper~ shower~ relax~ hungry~ snack~
            """
        ),
        (
            "cycling",
            """
            test_ride rim
            """
        ),
    ]
}
