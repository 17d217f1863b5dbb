/// How people speak of a field at home and in shops without its terms: "it's chucking it down", "what's the damage".
extension Topics {
    static let colloquial: [Row] = [
        (
            "money",
            """
            the_damage skint broke~ strapped_for stretch_to run_to dear~ pricey quid bucks fiver tenner fortune arm_and rip_off \
            ripped_off splash_out fork_out cough_up shell_out going_rate knock_off bargain~ cheapest dearest priciest pocket~ \
            tight_budget make_ends ends_meet afford affordable break_even worth_it
            """
        ),
        (
            "billing",
            """
            set_back ring_up tot_up tally_up chip_in split_the overcharge overcharged undercharged double_charged charged_twice \
            taken_twice direct_debit standing_order money_back in_arrears arrears pay_up settle_up what_owe still_owe owing instalment \
            installments instalments itemised itemized receipt~ receipts statement~ hourly_rate per_hour by_hour pro_bono cobran cobra \
            honorarios honoraires stundensatz
            """
        ),
        (
            "appointments",
            """
            squeeze_in squeeze_us squeeze_me fit_in fit_us fit_me slot slots pencil_in pop_in drop_in walk_in booked_up fully_booked \
            free_on free_at earliest soonest next_available double_booked running_late no_show cancel_on reschedule rescheduled rebook \
            diary hueco cita turno~ creneau rendezvous disponible termin platz_frei fruhester
            """
        ),
        (
            "medicine",
            """
            spots rash rashes itchy itches itching blotchy blotches lump lumps bump~ bumps swollen swelling runny_nose runny sneezing \
            sneeze coughing cough wheezing wheeze throwing_up threw_up throw_up sick_as puking queasy dizzy lightheaded faint fainted \
            passed_out breathless chesty phlegm temperature_of burning_up feverish shivery shivers shivering aching aches achy throbbing \
            stabbing_pain sharp_pain tummy belly bellyache stomach gut~ bowels diarrhoea diarrhea constipated weeing peeing pee poo \
            poorly off_food off_colour sore soreness tender~ numb numbness tingling pins_and bruise bruised bruises hives boils wart \
            warts mole~ ulcer blister~ infected infection catching~ contagious checkup check_up biopsy scan~ scans test_results \
            blood_test sick_note signed_off
            """
        ),
        (
            "first aid",
            """
            burnt burned_myself scalded scald sunburnt sunburned sunburn cut_finger cut_my cut_her cut_his sliced_my gash gashed bleeding \
            bleeds grazed graze~ splinter stung sting~ bitten~ choking choked swallowed unconscious sprained twisted_ankle twisted_my \
            black_eye nosebleed knocked_out plaster~ burnt_to aloe after_sun aftersun aftersun_lotion heatstroke hypothermia electrocuted
            """
        ),
        (
            "hospital admissions",
            """
            go_home~ going_home let_out discharged visit_her visit_him visiting sit_with~ ward wards bedside overnight~ admitted kept_in \
            private_room wristband
            """
        ),
        (
            "nutrition",
            """
            wheat gluten dairy lactose nuts nut peanut peanuts shellfish soya sesame coeliac celiac intolerant intolerance vegan \
            vegetarian halal kosher low_fat low_sugar low_carb sugar_free fattening slimming lose_weight losing_weight overweight \
            underweight diabetic diabetes cant_eat cant_have fibre fiber roughage healthy_snack portion portions starve starving \
            hasnt_eaten
            """
        ),
        (
            "pets",
            """
            vet hasnt_eaten off_food limping lame scratching~ fleas flea ticks~ worming wormer mange vomiting~ lying_there lethargic \
            swollen_belly swallowed_sock in_heat neutered spayed jabs booster microchip
            """
        ),
        (
            "weather",
            """
            chuck_down chucking_down bucketing tipping_down pissing_down pelting pelt_down pouring pour_down drizzle drizzling spitting~ \
            downpour shower~ showers brolly umbrella wellies raincoat coat~ jumper~ scarf sunscreen~ nippy chilly freezing~ boiling~ \
            scorching scorcher sweltering muggy humid clammy blowing_a blow_over brewing~ clouding_over clear_up clearing_up brighten_up \
            sunny_spells overcast grey_sky foggy misty mist thunder thundery lightning gusty blustery breezy breeze gale gales hail \
            hailing sleet slush frosty black_ice snowing puddle puddles pick_up~
            """
        ),
        (
            "plumbing",
            """
            water_in water_coming water_everywhere water_through floorboards dripping drips drip gurgling gurgles backed_up overflowing \
            overflow~ blocked clogged clog plunger u_bend bath~ basin~ cistern flush flushing wont_flush tap~ taps stopcock burst \
            burst_pipe sodden soaked_through ceiling_wet damp_patch bilge bilges no_hot hot_water water_pressure bung~
            """
        ),
        (
            "electrical",
            """
            lights_out lights_gone flickering flickers flicker tripped trips~ fuse fuses fusebox blown_a sparks sparking sparked socket \
            sockets plug~ plugs lightbulb bulb~ bulbs dimmer humming~ buzzing~ shock~ went_dark no_power
            """
        ),
        (
            "facilities",
            """
            pane panes smashed~ broken_window window_broken boiler radiator~ freezing_in stuffy aircon thermostat lift_stuck lift_broken \
            lift~ elevator graffiti leak_in toilet~ toilets loo loos paper_towels bulb_gone caretaker janitor locked_out keycard \
            spare_key
            """
        ),
        (
            "events",
            """
            indoors~ marquee tent~ wet_weather seating seat_plan seating_plan dance_floor capacity room_for fit_everyone guests \
            guest_list plus_one rsvp hire~ hall~ venue parking_for setup~ projector~ stage~
            """
        ),
        (
            "real estate",
            """
            seller sellers buyer buyers pulled_out gazumped gazump completion~ exchange_contracts chain~ survey~ surveyor offer_accepted \
            asking_price move_in move_out moving_in moving_out landlord landlady tenant tenants letting lodger flatmate eviction evict \
            throw_out kick_out deposit_back rent_up notice_period viewing viewings freehold leasehold square_feet two_bed three_bed \
            bedroom~ bedrooms semi_detached terraced bungalow
            """
        ),
        (
            "legal",
            """
            sue suing sued solicitor barrister in_court to_court small_claims libellous libel slander defamation my_rights rights~ \
            illegal~ allowed_to~ throw_me dispute disputes will_and testament probate custody divorce~ settlement witness~ testify \
            injunction breach breached small_print sign_this loophole
            """
        ),
        (
            "immigration",
            """
            remain_here stay_here allowed_stay work_permit overstay overstayed sponsor_my spouse_visa papers_run asylum citizenship \
            naturalisation naturalization green_card settled_status residency deport deported embassy consulate
            """
        ),
        (
            "insurance",
            """
            reversed_into rear_ended rear_end ran_into crashed_into drove_into bumped_into pranged prang write_off written_off dented \
            dent dents scratched_my whiplash no_claims excess~ claim~ claims payout pay_out covered_if cover_for third_party storm_damage \
            flooded flood_damage kicked_in broke_in
            """
        ),
        (
            "police and crime",
            """
            kicked_door kicked_in broke_in break_in burgled burglar burglars burglary mugged pickpocket pickpocketed nicked pinched~ \
            swiped~ stole stolen thief thieves robbed robbery stabbed shot_dead murdered murder victim victims suspect suspects culprit \
            getaway alibi witness~ fingerprints
            """
        ),
        (
            "journalism",
            """
            quote~ quotes on_record off_record source~ sources comment_from deadline~ front_page back_page splash~ scoop headline \
            headlines byline exclusive obituary obituaries op_ed editor copy_in word_count libel~ column~
            """
        ),
        (
            "sports",
            """
            draw~ nil one_nil two_nil scored~ equaliser equalizer penalty~ penalties extra_time injury_time full_time half_time kick_off \
            ref referee offside red_card yellow_card sent_off relegated relegation promoted~ league sacked_manager away_win home_win \
            hat_trick clean_sheet the_lads the_match the_derby fixture fixtures playoffs
            """
        ),
        (
            "team tactics",
            """
            up_front starting_eleven starting_lineup subs sub_on bench~ benched formation in_goal man_marking press_high set_pieces \
            set_piece corner~ corners midfield left_back right_back centre_forward striker winger drop_him dropped_from captain~
            """
        ),
        (
            "gardening",
            """
            bald_patch lawn mow mowing mower turf pitch~ greenkeeper aphids slugs snails weeds weedy compost~ mulch seedlings repot \
            pot_plant wilting wilted droopy drooping yellow_leaves brown_leaves prune pruning hedge hedges trim_hedge overgrown trellis \
            peonies tulips dahlias in_season~ bulbs~
            """
        ),
        (
            "florist",
            """
            peonies peony tulip tulips lilies carnations bouquet bouquets buttonhole buttonholes corsage centrepiece centrepieces \
            centerpiece arrangement~ stems vase vases petals garland garlands in_season in_bloom
            """
        ),
        (
            "public relations",
            """
            slating_us slagging slagged slated~ trolls trolling going_viral viral backlash tweet~ tweets tweeted trending followers \
            hashtag bad_press reviews_online complaining_online statement_out apologise_publicly journalists_calling spin~
            """
        ),
        (
            "drinks",
            """
            beer beers brew~ brewing brewed yeast hops hoppy malt malty barrel barrels cask casks keg kegs bung~ ferment fermenting \
            fermentation fizzy flat_beer froth tastes_off corked tannins bouquet~ nose~ pairing goes_with bubbly plonk tipple shandy \
            stout ale ales lager cider mead drinkable hangover~
            """
        ),
    ]
}
