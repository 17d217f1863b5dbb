/// Arts, games and sports, as a thesaurus would list it.
extension Topics {
    static let play: [Row] = [
        (
            "combat",
            """
            combat fight fights fighting fighter battle attack~ attacks attacking defend~ defense~ sword swords blade dagger axe spear \
            bow~ arrow arrows crossbow shield armor armour helmet~ weapon weapons ammo ammunition gun~ guns~ rifle cannon bomb~ bombs \
            grenade enemy enemies monster monsters goblin goblins orc orcs ogre troll trolls giant~ dragon dragons skeleton~ skeletons \
            zombie zombies vampire werewolf beast beasts demon demons ghost~ bandit bandits guards_at assassin ambush ambushed charge~ \
            flank dodge parry strike~ stab slay kill kills defeat beat_the beat_this hit_it hit_harder damage~ initiative~ duel knight~ \
            warrior warriors soldier soldiers army~ armies siege catapult trap~ surrounded retreat outnumbered archers cavalry behind_us \
            coming_at wake_dragon combate espada espadas enemigo luchar pelear combat~ epee ennemi battre attaquer kampf schwert feind \
            kampfen angreifen drache
            """
        ),
        (
            "healing magic",
            """
            heal heals healed healer healing potion potions cure~ antidote poison~ poisoned venom wound~ wounds wounded bleeding~ bleed~ \
            hit_points hp low_health half_dead dying~ nearly_dead patch_up revive resurrect unconscious~ bandage~ herb~ herbs~ salve \
            spell spells magic magical mana wand staff~ wizard witch~ sorcerer mage curse cursed enchant enchanted hex ritual rune runes \
            scroll scrolls summon summoning fireball levitate invisible~ invisibility crystal_ball amulet elixir pocion curar hechizo \
            magia potion_de guerir sort~ magie heilen trank zauber heiltrank
            """
        ),
        (
            "stealth and traps",
            """
            sneak sneaking stealth hide~ hiding~ trap traps pick_lock lockpick picklock locked_door locked_chest pickpocket steal~ rogue \
            thief~ disarm tripwire quietly~ unseen guards_asleep past_guard shadow~ shadows disguise secret_door secret_passage chest~
            """
        ),
        (
            "quests and lore",
            """
            quest quests story~ stories~ lore legend legends tale~ tales~ myth myths mythology prophecy prophecies hero~ heroes villain \
            villains character~ characters~ king~ queen~ prince princess~ kingdom throne crown~ castle~ witch~ curse_on temple_built \
            ancient~ riddle~ bard ballad who_lives happened_here dialogue~ dialog ending~ endings plot~ twist~ backstory motive motives \
            betray betrayed betrayal reward~ mission~ tavern~ villager villagers village_elder npc leyenda mision~ personaje historia~ \
            legende~ quete personnage sage~ legende geschichte~ figur
            """
        ),
        (
            "maps and navigation",
            """
            map maps navigate navigation navigator compass direction~ directions lost~ which_way way_out way_to how_far~ far_away \
            distance~ north~ south~ east~ west~ path~ paths trail trails route~ turn_left turn_right left_right crossroads \
            river_crossing tunnel~ tunnels cave~ caves dungeon maze labyrinth corridor passage~ exit~ shortcut shortest~ landmark gps \
            coordinates chart~ course_for get_there get_to lead_us many_miles mapa brujula camino~ perdidos por_donde carte~ boussole \
            chemin~ perdus karte~ kompass weg~ verlaufen wohin off_course on_course on_track heading gale~ drift drifting horizon~ chart \
            charts
            """
        ),
        (
            "trade and crafting",
            """
            merchant merchants trade~ barter gold_coins coins~ loot treasure~ sell_this price_of haggle smith blacksmith forge~ anvil \
            sharpen~ repair_armor ingot leather~ craft~ crafting upgrade_my mercader marchand forgeron handler~ schmied schmieden
            """
        ),
        (
            "spaceship",
            """
            spaceship starship ship~ hull hull_breach airlock thruster thrusters engine~ engines reactor warp warp_drive shields~ \
            oxygen~ life_support docking dock~ docked undock orbit~ launch~ landing~ land_on fuel~ trajectory course~ set_course \
            autopilot asteroid~ asteroids~ collision_course cockpit bridge_crew crew~ mission~ captain~ transmission hailing signal_from \
            scanner~ sensors~ escape_pod gravity_off space_suit spacesuit satellite~ station~ mars~ nave~ propulsor vaisseau raumschiff \
            triebwerk
            """
        ),
        (
            "video games",
            """
            game~ games~ gamer gaming level~ levels~ boss_fight final_boss controller console playstation xbox nintendo multiplayer \
            respawn quest~ cheat_code high_score save_file lag~ server~ achievement minecraft fortnite speedrun noob loadout videojuego \
            jeu_video videospiel fps
            """
        ),
        (
            "game development",
            """
            sprite sprites texture textures animation animations animate animator shader model~ models~ rigging concept_art art_style \
            character_design looks_flat looks_blurry pixel_art frame~ frames frame_rate fps engine~ physics_engine collision~ code~ \
            crash~ crashes~ bug~ bugs~ stutter stutters unity unreal level_design tutorial_level playtest gameplay soundtrack \
            sound_effect sound_effects voice_actor voice_actors voice_acting footsteps music~ dialogue lines~ script~ cutscene
            """
        ),
        (
            "board games and puzzles",
            """
            chess checkmate pawn rook~ bishop~ opening_move board_game board_games dice~ card_game cards~ poker bluff blackjack \
            deck_cards puzzle puzzles crossword sudoku riddle riddles trivia quiz~ scrabble monopoly backgammon ajedrez juego_de echecs \
            jeu~ schach brettspiel ratsel
            """
        ),
        (
            "music",
            """
            music~ song~ songs~ tune~ melody~ play_some play_something listen~ playlist artist~ album~ albums band~ bands~ singer~ \
            concert~ concerts jazz rock~ pop~ hip_hop rap rapper blues~ reggae techno classical mozart beethoven bach chopin opera \
            symphony orchestra conductor piano pianist guitar guitarist violin cello flute trumpet saxophone clarinet drum drums drummer \
            bass~ accordion harp harmonica ukulele chord chords scale~ scales~ note~ notes~ sharp_flat key_of major_minor minor_key \
            tempo rhythm beat~ beats~ bar~ time_signature metronome sheet_music read_music practice~ practise~ sing sings singing sang \
            choir voice_range soprano alto tenor high_notes in_tune out_tune tuner tune_my strings~ fingering strum pedal~ vinyl record~ \
            volume~ louder skip_this next_song musica~ cancion~ piano~ guitarra cantar tambor musique~ chanson~ guitare chanter musik~ \
            lied~ gitarre klavier singen geige schlagzeug loud~ louder~ rhythm~ tune turn_up sing_along dance_to
            """
        ),
        (
            "mixing and recording",
            """
            mix~ mixing mixdown master~ mastering record~ recording recorded mic microphone vocal vocals reverb echo~ eq compressor \
            compression~ loud~ louder quiet~ quieter muddy muffled tinny harsh~ hiss hum~ humming buzz buzzing crackle crackling noise~ \
            noisy~ distort distorted distortion clipping feedback~ bass~ treble kick~ kick_drum snare hi_hat cymbal drums~ guitars~ \
            track~ tracks~ stereo pan_left fade fader gain latency_in studio~ booth~ take_two another_take headphones plugin plugins daw \
            sample_rate autotune pitch_correction cant_hear hear_voice voice_too background_noise sound~ sounds~ audio grabar~ microfono \
            ruido mezcla micro enregistrer~ bruit mikrofon aufnehmen rauschen ton~ lauter leiser sounds_like sounds_hollow hollow echoey \
            popping plosive microphone_distance static~ too_close voice~ hear_me hear_you
            """
        ),
        (
            "lyrics",
            """
            lyric lyrics rhyme rhymes rhyming chorus verse verses refrain hook~ line~ lines~ syllable syllables poem~ word_rhymes \
            rhymes_with songwriter songwriting catchy second_verse words_for sing_about metaphor~ letra~ estribillo rima paroles rime \
            text~ strophe reim sounds_like~ rhyme_with
            """
        ),
        (
            "music business",
            """
            tour~ tours touring gig gigs tour_dates concert~ venue~ venues promoter record_deal record_label label~ royalties royalty \
            merch merchandise stream~ streams~ spotify release_date single~ album_out release_the fans~ booking_agent festival sold_out \
            tickets_sold contract_with manager~ gira concierto~ tournee tournee~ konzert~ plattenvertrag drop_album single_out \
            the_single~
            """
        ),
        (
            "arts",
            """
            art~ arts~ artist~ artists~ paint painting~ watercolor watercolour acrylic oil_paint canvas brush~ easel palette~ draw~ \
            drawing sketch sketching pencil pencils charcoal pastel crayon shading perspective~ portrait portraits landscape_painting \
            still_life sculpture sculpt sculptor clay~ pottery ceramics glaze~ kiln statue mural graffiti collage origami calligraphy \
            abstract~ impressionism cubism surrealism picasso monet van_gogh rembrandt da_vinci michelangelo dali frida_kahlo mona_lisa \
            draw_hands mix_colors mix_orange make_purple dibujar dibujo pintar~ cuadro~ pincel dessiner dessin peindre~ pinceau zeichnen \
            malen pinsel gemalde~
            """
        ),
        (
            "photography",
            """
            photo photos photograph photographer photography camera~ lens~ aperture shutter exposure iso~ tripod flash~ blurry~ \
            out_focus lighting~ portrait~ selfie lightroom photoshop darkroom foto fotos fotografia camara~ photo~ appareil_photo \
            fotografieren kamera~ retouch retouching album~ albums~ blink~ smile~ group_picture wedding_video background_blur crop \
            edit_photos slimmer
            """
        ),
        (
            "film",
            """
            film~ films movie movies cinema director~ actor actress actors cast~ scene~ scenes~ script~ screenplay shoot~ shooting~ \
            camera~ cameraman editing~ cut~ special_effects trailer sequel oscar oscars hollywood netflix series~ episode episodes \
            season_two tv_show documentary thriller horror_movie comedy~ romcom popcorn stunt costume~ costumes subtitles pelicula \
            actor_de cine serie~ acteur schauspieler kino folge acting act~ scary scariest on_screen screen_version book_movie \
            movie_version awards award director_of horror remake adaptation star_wars
            """
        ),
        (
            "theatre and stage",
            """
            theatre theater stage~ play~ rehearsal rehearse~ costume costumes props~ curtain~ spotlight spotlights backstage actor~ \
            actors~ understudy audition director~ act_two scene~ lines~ forgot_lines script~ applause puppet musical~ choreography \
            teatro ensayo theatre~ repetition~ probe~ buhne acting rehearsals scenes~
            """
        ),
        (
            "dance",
            """
            dance dancing dancer dancers ballet salsa tango waltz hip_hop choreography choreographer step~ steps~ pirouette twirl \
            partner_dance dance_floor tutu rhythm~ bailar baile danse danser tanz tanzen
            """
        ),
        (
            "comedy",
            """
            joke jokes funny~ comedy comedian punchline stand_up humor hilarious make_laugh prank chiste gracioso blague drole~ witz \
            lustig~
            """
        ),
        (
            "crafts",
            """
            knit knitting crochet yarn wool~ needle~ needles sew~ sewing~ quilt embroidery beads glue~ scissors paper~ cardboard~ \
            origami scrapbook woodwork candle_making soap_making pottery~ loom weave weaving tejer ganchillo lana~ tricot tricoter laine \
            stricken hakeln wolle basteln
            """
        ),
        (
            "outdoors",
            """
            hike hikes hiking hiker trail~ trails~ camp~ camping camper campsite campground campfire tent tents sleeping_bag backpack \
            rucksack boots~ bear~ bears~ mosquito~ firewood lantern~ flashlight torch~ compass~ summit peak~ climb climbing climber \
            rope~ harness~ cliff~ mountain~ mountains~ valley forest~ woods waterfall lake~ river~ canoe kayak kayaking raft rafting \
            fish~ fishing angler bait hook~ rod~ trout hunt~ hunting birdwatching picnic~ survival~ pitch_tent drinkable water_source \
            poison_ivy blisters acampar senderismo tienda_campana randonnee tente camper~ wandern zelt zelten klettern angeln
            """
        ),
        (
            "winter sports",
            """
            ski skis skiing skier slope~ slopes snowboard snowboarding sled ice_skating skate~ skates lift_pass ski_lift chairlift \
            avalanche powder~ piste goggles bindings esqui esquiar ski~ piste~ skifahren skipass
            """
        ),
        (
            "water sports",
            """
            surf surfing surfer wave~ waves~ surfboard wetsuit swim~ swimming~ swimmer pool~ lane~ dive~ diving scuba snorkel snorkeling \
            tank_air oxygen_tank coral reef current~ tide~ lifeguard backstroke freestyle~ butterfly_stroke paddle~ nadar buceo piscina~ \
            nager plongee piscine~ schwimmen tauchen schwimmbad~
            """
        ),
        (
            "cycling",
            """
            bike bikes bicycle bicycles cycling cyclist cycle~ pedal pedals saddle handlebar handlebars chain~ gear~ gears~ derailleur \
            spokes flat_tire puncture tube~ pump_up brake~ brakes~ helmet~ mountain_bike e_bike wheel~ bicicleta bici cadena~ velo \
            cyclable selle chaine~ fahrrad rad~ kette~ sattel platten
            """
        ),
        (
            "horses and riding",
            """
            horse horses pony saddle~ reins stirrup stirrups gallop trot canter riding_lesson ride~ mare stallion foal hoof hooves \
            farrier stable~ bridle dressage caballo montar cheval~ equitation pferd reiten sattel~
            """
        ),
        (
            "stage lighting",
            """
            spotlight spotlights lighting~ light~ lights~ lamp~ dim dimmer dark~ too_dark too_bright beam projector projectors gel \
            strobe fog_machine blackout~ foco focos projecteur scheinwerfer
            """
        ),
        (
            "costumes and wardrobe",
            """
            costume costumes wardrobe wig wigs hat~ shoes~ dress~ corset zipper ripped~ sew~ mask~ makeup~ fitting vestuario disfraz \
            perruque kostum perucke
            """
        ),
    ]
}
