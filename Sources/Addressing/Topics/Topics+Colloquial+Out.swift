/// The same for journeys, shops, machines and company.
extension Topics {
    static let colloquialOut: [Row] = [
        (
            "sales",
            """
            order_more ordered_more bigger_order repeat_order clinch upsell cold_call quota target~ commission~ pitch_to walked_away \
            still_interested undercut undercutting match_their throw_in sweetener stockist stockists wholesale trade_price pub pubs pints \
            delivery_round
            """
        ),
        (
            "maps and navigation",
            """
            ferry from_here how_far~ which_way turn_left turn_right shortcut short_cut detour diversion roundabout exit~ motorway \
            junction~ get_from get_there route~ routes lost~ signpost compass heading course bearing waypoint nautical_miles starboard \
            port_side crossing~ quickest
            """
        ),
        (
            "flights and trains",
            """
            ferry ferries crossing~ layover stopover connection~ connecting missed_connection change_at platform which_platform take_off \
            land_at window_seat aisle_seat legroom upgrade~ boarding delayed delay delays replacement_bus rail_strike eurostar sleeper
            """
        ),
        (
            "sailing",
            """
            flapping luffing luff jib mainsail spinnaker genoa boom~ tack gybe jibe reef reefing heel heeling keel rudder tiller helm \
            winch winches halyard cleat sheet_in ease_the their_bow the_bow bow~ stern astern aft port_tack starboard overtake~ give_way~ \
            collision anchor anchorage mooring moored berth buoy buoys knots~ wake~ becalmed flaps~
            """
        ),
        (
            "hotels",
            """
            sleeping~ breakfast_included half_board full_board ensuite en_suite double_room twin_room extra_bed cot late_checkout \
            check_out checkout check_in room_service minibar housekeeping front_desk reception bellboy porter towels pillows pillow_menu \
            bunk bunks dorm hostel
            """
        ),
        (
            "dining",
            """
            thai indian chinese italian sushi pizzeria tapas takeaway take_away good_place where_eat eat_out bite_to starter starters \
            mains dessert_menu specials tip_waiter table_for outdoor_seating michelin bistro gastropub curry_house noodle_bar reservation
            """
        ),
        (
            "cars",
            """
            pulls_left pulls_right pulling_left grinding squealing squeak squeaks squeaky rattling rattle rattles knocking clunk clunking \
            clunks stalls stalling stalled wont_start turns_over dashboard warning_light engine_light oil_light smoking_exhaust flat_tyre \
            flat_tire puncture punctured handbrake clutch gearbox wipers windscreen windshield bonnet boot~ mot_due overheating judder \
            juddering revs misfire misfiring
            """
        ),
        (
            "computers and devices",
            """
            printer drucker imprimante impresora paper_jam jammed_paper toner cartridge folder folders lost_file deleted_file recycle_bin \
            froze~ frozen_screen blue_screen black_screen wont_turn wont_boot keyboard~ mouse~ webcam monitor~ charger charging~ \
            battery_dead laptop laptops spinning_wheel crashed~ crashes caps_lock cursor screenshot cracked_screen speakers~ headset \
            sticky_keys computadora ordinateur rechner bildschirm tastatur pantalla teclado ecran clavier reboot restart~ attachment~ \
            attachments backup backups restore~ usb
            """
        ),
        (
            "network support",
            """
            buffering dropping_out drops_out cuts_out cutting_out dropped_call laggy lag lags lagging no_signal no_bars one_bar dead_spot \
            cant_connect wont_connect no_internet offline~ loading_forever spins~ pixelated freezes freezing_up password~ locked_out
            """
        ),
        (
            "security",
            """
            hacked hack hacker hackers phishing phished scam scammer scammed clicked_link dodgy_link dodgy_email suspicious virus malware \
            ransomware two_factor passcode breach~ leaked stolen_password someone_logged strange_login
            """
        ),
        (
            "board games and puzzles",
            """
            letter_word across~ down_clue crossword clue~ clues sudoku anagram riddle riddles jigsaw grid~ wordsearch scrabble chess \
            checkers dice checkmate quiz quizzes trivia pub_quiz letters~
            """
        ),
        (
            "marketing",
            """
            advertise advert adverts ad ads classified classifieds small_ad small_ads billboard flyer flyers leaflet leaflets slogan \
            tagline logo jingle campaign campaigns promote~ promotion~ giveaway influencer mailshot newsletter
            """
        ),
        (
            "fashion",
            """
            ivory washed_out suits_me suit_me neckline hemline hem sleeves bodice veil train~ gown gowns tux tuxedo lapel waistcoat \
            cufflinks heels flats bridesmaids pinches too_tight too_loose let_out take_in zip~ corset petticoat shade~ cream~ colour_me
            """
        ),
        (
            "costumes and wardrobe",
            """
            beard moustache mustache glue~ wig wigs prosthetic prosthetics fake_blood greasepaint eyeliner foundation~ rouge powder~ \
            corset doublet ruff cloak mask masks quick_change fitting fittings seam ripped~ button_off
            """
        ),
        (
            "hair and beauty",
            """
            trim~ fringe bangs highlights roots~ blow_dry perm curls frizzy split_ends dandruff layers bob~ buzz_cut undercut~ fade~ \
            beard moustache eyebrows lashes manicure pedicure nails~ facial wax~ tint make_up makeup mascara lipstick blush~
            """
        ),
        (
            "film",
            """
            lip_sync sync jump_cut cutting_room rough_cut final_cut reshoot reshoots dailies rushes continuity storyboard subtitles \
            dubbing dubbed credits~ trailer~ sequel prequel plot_hole ending~ watchable blockbuster
            """
        ),
        (
            "photography",
            """
            group_shot group_photo say_cheese blurry~ red_eye portrait landscape~ close_up selfie selfies candid candids golden_hour lens \
            lenses tripod flash~ exposure~ overexposed underexposed retouch crop_out photographer snaps~ album~
            """
        ),
        (
            "weddings and parties",
            """
            altar vows vow exchange_rings best_man bridesmaid bridesmaids groom bride confetti first_dance speech~ speeches toast~ \
            honeymoon hen_do stag_do engagement~ the_aisle ceremony officiant
            """
        ),
        (
            "religion and ceremonies",
            """
            altar vows vow blessing sermon hymn hymns christening baptism baptised funeral wake~ burial eulogy vicar priest~ pastor \
            reverend rabbi imam confession communion choir~ pews prayer prayers scripture psalm
            """
        ),
        (
            "careers",
            """
            what_study should_study become~ grow_up apprenticeship internship gap_year uni university college~ apply_college \
            personal_statement cover_letter cv resume interview_on job_fair degree_in qualify_as engineer_or
            """
        ),
        (
            "parenting",
            """
            nap naps naptime teething tantrum tantrums nappy nappies diaper diapers potty breastfeed bottle_feed weaning playdate \
            screen_time bedtime bath_time pocket_money homework_battle shares~ biting~ dummy~ pushchair stroller car_seat babysitter \
            nursery toddler toddlers newborn drop_off
            """
        ),
        (
            "human resources",
            """
            days_off day_off time_off sick_day sick_days holiday_left leave_left maternity paternity carry_over payslip pay_slip pay_rise \
            raise~ bonus~ overtime notice~ resign resigned harassment bullying bullied grievance appraisal probation promotion~ \
            reference_letter
            """
        ),
        (
            "staffing",
            """
            short_handed short_staffed cover_shift cover_my swap_shift swap_shifts night_shift early_shift late_shift rota roster~ \
            called_sick extra_pair temps agency~ day_shift double_shift
            """
        ),
        (
            "shipping",
            """
            parcel parcels doorstep signed_for not_arrived hasnt_arrived never_arrived turned_up~ courier van~ dispatched wrong_address \
            return_label send_back sent_back arrived_broken arrived_damaged tracking_number
            """
        ),
        (
            "banking",
            """
            card_swallowed swallowed_card cash_machine cashpoint atm overdraft overdrawn blocked_card card_blocked declined pin_number \
            balance~ savings joint_account statement~ sort_code iban contactless cheque cheques bounced~ withdraw~ deposit~ piggy_bank
            """
        ),
        (
            "cooking",
            """
            burnt_bottom soggy lumpy too_salty salty bland stringy rubbery chewy tough_meat medium_rare well_done crispy~ crisp~ \
            caramelise thicken thickens runny_sauce curdled split_sauce defrost thaw marinade leftovers~ stock_cube from_scratch one_pot \
            pan~ wok oven_dish
            """
        ),
        (
            "baking",
            """
            didnt_rise wont_rise rise~ risen sunk_middle sank_middle soggy_bottom crusty crumbly doughy proofing proving sourdough \
            starter~ icing frosting sponge sponges scones muffin muffins buns tart~ shortcrust puff_pastry filo meringue tier tiers \
            piping_bag cake_tin
            """
        ),
        (
            "pets",
            """
            litter_tray scratching_post hairball walkies lead~ leash chewed_my chews barking barks howling cage~ hamster guinea_pig \
            rabbit budgie parrot goldfish tank~ kitten kittens puppy puppies treats~ moulting shedding toilet_trained house_trained
            """
        ),
        (
            "livestock",
            """
            mare mares foal foals calving calf calves lambing lamb lambs ewe ewes ram~ heifer bullock udder mastitis bloat colic hoof \
            hooves limping lame paddock trough fodder hay~ straw bale bales yegua caballo vaca oveja jument cheval vache brebis stute \
            pferd kuh schaf fence_down got_out trailer~
            """
        ),
        (
            "home repair",
            """
            creaks creaky creaking stuck_door sticks~ hinge hinges wobbly wobbles loose_screw drill~ shelf_up draughty drafty draught \
            peeling_paint damp mould mold mouldy grout sealant cracked_tile handyman squeaky_floor gutter gutters
            """
        ),
        (
            "training and learning",
            """
            new_starter new_starters first_day induction onboarding certificate_for refresher workshop~ e_learning shadow~ shadowing \
            beginner beginners crash_course
            """
        ),
        (
            "crafts",
            """
            staves hoops~ carve carving whittle lathe varnish pottery kiln clay~ loom knitting crochet yarn quilt quilting beads~ origami
            """
        ),
        (
            "energy",
            """
            meter~ smart_meter kilowatt kilowatts standing_charge off_peak solar panels~ inverter turbine power_cut blackout outage \
            stromausfall stromrechnung apagon panne_de coupure make_electricity
            """
        ),
        (
            "schedule and projects",
            """
            on_track behind_schedule slip~ slipped~ slipping when_done by_friday by_monday due_date overdue~ deadline deadlines sprint~ \
            milestone backlog blocker blockers kick_off~ push_back pushed_back bring_forward go_live launch_date
            """
        ),
        (
            "trade and crafting",
            """
            haggle barter merchant~ peddler trinket trinkets blacksmith anvil forge~ forged whetstone leatherwork alchemist~ ingredients~ \
            coin_purse
            """
        ),
    ]
}
