extension Topics {
    static let leisure: [Row] = [
        (
            "combat",
            """
            combat weapon armor tactics fight attack sword shield bow arrow axe battle enemy ogre troll goblin dragon orc defend ambush \
            strike kill dodge block charge flank parry duel knight monster spear dagger slay arma espada combate luchar arme epee combattre \
            ennemi waffe schwert kampf kampfen feind rustung angreifen weapons swords shields armors axes bows arrows daggers battles fights \
            fighting fought attacking attacked attacks defeat defeated defending defence defense blocks strikes kills killed slain enemies \
            monsters dragons goblins orcs trolls ogres undead zombies bandits bandit duels fencing swordsman warrior warriors soldiers \
            soldier ambushed siege formation sneak stealth charge_at retreat combatir espadas luchas epees armes combattant schwerter \
            kampfer waffen
            """
        ),
        (
            "healing magic",
            """
            healing heal healer potion magic spell wizard mana curse cast enchant ritual scroll poison antidote hit_points bandage wound \
            hurt revive resurrect cure bless cleric mage wand amulet hp bleeding pocion magia hechizo curar magie sort guerir soigner zauber \
            heilen trank fluch heals healed potions spells wizards witches_spell sorcerer sorcery cursed curses enchanted enchantment \
            rituals runes mana_left magical poisoned antidotes wounds wounded hurts_bad dying nearly_dead hit_point health_points low_health \
            herbs_heal remedy remedies elixir salve bandages revive_me resurrects bless_us pociones hechizos potions_de sorts heiltrank \
            zauberspruch trank_der verwundet
            """
        ),
        (
            "quests and story",
            """
            quest witch crown prince throne hero destiny story lore character legend prophecy king villain tale backstory npc myth chapter \
            kingdom princess village reward mission bard storyteller historia leyenda mision quete histoire legende geschichte sage auftrag \
            tavern quests stories storyline plot plots subplot dialogue dialogues dialog scene scenes ending endings twist narrative \
            narrator characters villains heroes heroine motive motivation motives backstories betrayal betray betrayed revenge kings queens \
            princes princesses kingdoms castle_story prophecies legends myths tales ancient_evil chosen_one mystery clue clues suspense \
            prologue epilogue chapter_one script screenplay write_ending missions misiones personajes dialogo personnages fin_de histoires \
            figuren dialoge ende_der geschichten
            """
        ),
        (
            "mixing and recording",
            """
            mixing mix mastering master recording record microphone mic vocal vocals reverb bass eq compressor loud volume track drums snare \
            muddy sound hi_hat noise distortion fader kick_drum gain stereo studio headphone plugin frequency autotune hiss audio clip \
            mezcla grabacion sonido voz mixage enregistrement son voix micro abmischen aufnahme klang stimme lautstarke mikrofon mixes mixed \
            mixer mixdown recorded records recordings recorder mics microphones vocals_too too_loud too_quiet louder quieter volumes tracks \
            snares drums_too kick bassline echo delay_effect compression compressed equalizer equalize gain_staging clipping clips distorted \
            hum_noise buzz buzzing crackle crackling static_noise background_noise sound_effect sound_effects sounds audio_file soundproof \
            headphones studio_time stereo_image panning master_track sound_quality voice_acting voiceover voice_over grabar sonidos ruido \
            sons bruit enregistrer gerausch rauschen tonspur aufnehmen
            """
        ),
        (
            "lyrics",
            """
            lyric lyrics syllables poem songwriting song rhyme chorus verse bridge hook melody word wordsmith syllable title write_a sing \
            letra rima estribillo cancion paroles rime refrain chanson text reim strophe lied lyrical rhymes rhyming rhymed choruses verses \
            refrains stanza syllable_count singing sang singer second_verse catchy hooks metaphor_song letras rimas paroles_de couplet \
            strophen texte songtext
            """
        ),
        (
            "music releases",
            """
            release single album tour tour_date date contract label marketing announce gig concert venue royalty spotify streaming merch \
            manager drop publish promote festival fans cover_art distribution booking gira contrato concierto sortie tournee contrat \
            veroffentlichung vertrag konzert releases released singles albums ep tours touring gigs gig_in concerts venues labels \
            record_deal record_label royalties streams playlisting fanbase merch_table tickets_sold sold_out press_kit publicist \
            festival_slot cover_artwork discos giras sorties tournees konzerte
            """
        ),
        (
            "music theory",
            """
            music jazz rock pop_song classical playlist song songs band chord scale key_of piano guitar violin note tempo rhythm harmony \
            beat practice_scales musica acorde guitarra musique accord guitare musik akkord gitarre klavier musical musician musicians \
            pianist guitarist drummer violinist pianos guitars violins cello flute trumpet saxophone clarinet drum drums chords scales \
            key_signature sharp_flat sharps flats major_minor minor_key notes_on sheet_music tempo_too beats_per bpm time_signature waltz \
            rhythms rhythmic clap melody melodies harmonies harmonic octave octaves pitch treble_clef bass_clef quarter_note arpeggio \
            composer composers mozart bach beethoven chopin symphony sonata orchestra choir soprano tenor instrument instruments tune tuning \
            practice_piano notas ritmo cancion_de compas notes_de rythme gamme noten rhythmus tonleiter klavierspielen
            """
        ),
        (
            "games",
            """
            game chess opening_move checkmate board_game card_game level boss_fight controller console player juego ajedrez jeu echecs spiel \
            schach games gaming gamer video_game video_games multiplayer high_score level_up levels bosses cheat_code joystick playstation \
            xbox nintendo steam_game puzzle puzzles crossword sudoku poker bridge_game dice cards_game chessboard bishop knight_moves pawn \
            castling rook_chess monopoly scrabble tabletop juegos jeux_video spiele brettspiel
            """
        ),
        (
            "sports",
            """
            sport won win_the cup final finals scored scores playoffs world_cup penalty striker goalkeeper injury transfer_window football \
            soccer basketball baseball tennis team score goal match league championship coach player referee season tournament futbol \
            partido equipe_de spiel fussball tor mannschaft mundial sports match_today games_tonight goals penalties offside referee_call \
            coaches coaching players playing_time striker_injured defense_line offense quarterback touchdown home_run inning pitcher dunk \
            rebound three_pointer serve_ace racket racquet volleyball cricket rugby hockey golf swim_team olympics olympic medal medals \
            champion champions leagues tournaments derby stadium fans_cheer transfer_market cyclist cycling race racing formula_one \
            standings partidos goles jugador liga equipo_gano equipe joueur but_marque coupe tor_geschossen bundesliga mannschaften spieler
            """
        ),
        (
            "film",
            """
            movie film actor actress director cinema scene series episode netflix watch_tonight trailer oscar pelicula cine serie acteur \
            schauspieler kino movies films actors actresses directors directed cinemas sequels sequel thriller comedy comedies horror \
            documentary documentaries animated_film plot_movie soundtrack oscar_winner box_office popcorn watch_movie shows tv tv_show \
            streaming_show episodes seasons netflix_show peliculas actriz films_de filme serien schauspielerin
            """
        ),
        (
            "photography",
            """
            photo photography camera lens aperture shutter exposure iso portrait tripod picture foto camara appareil kamera objektiv photos \
            photographs photographer photographers cameras lenses zoom_lens apertures iso_setting overexposed underexposed blurry_photo \
            focus_camera selfie selfies portraits_photo flash lighting_photo lightroom photoshop crop_photo raw_file filter_photo \
            shoot_photos shooting fotos fotografia photos_de bilder fotografieren belichtung
            """
        ),
        (
            "theatre and stage",
            """
            stage theatre theater rehearsal rehearsals costume costumes props set_design spotlight lighting_cue curtain act_two scene_change \
            backstage audition auditions choreography choreographer dancer dancers dance ballet_stage opera_house playwright vestuario \
            escenario scene_du repetition costumes_de buhne kostum probe_theater
            """
        ),
    ]
}
