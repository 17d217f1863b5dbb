extension Topics {
    static let leisure: [Row] = [
        (
            "combat",
            """
            combat weapon armor tactics fight attack sword shield bow arrow axe battle enemy ogre troll goblin dragon orc skeletons \
            defend ambush strike beat_this kill dodge block charge flank parry duel knight monster spear dagger slay arma espada \
            combate luchar arme epee combat combattre ennemi waffe schwert kampf kampfen feind rustung angreifen
            """
        ),
        (
            "healing magic",
            """
            healing heal healer potion magic spell wizard mana curse cast enchant ritual scroll poison antidote hit_points bandage \
            wound patch_me hurt revive resurrect cure bless cleric mage wand amulet one_heart hp bleeding pocion magia hechizo curar \
            magie sort guerir soigner zauber heilen trank magie fluch
            """
        ),
        (
            "maps and navigation",
            """
            map navigation navigate dungeon layout travel north south east west left_or compass tunnel path door corridor cave bridge \
            crossroads shortcut which_way get_out way_out lost exit passage stairs far_is trail road secret_door mapa camino norte \
            carte chemin nord karte weg norden gang hohle route direction
            """
        ),
        (
            "quests and story",
            """
            quest witch crown prince throne hero destiny quest story lore character legend prophecy king old_king villain tale backstory npc myth chapter happened_to who_is kingdom \
            princess village treasure_story reward mission bard song_of storyteller curse_of historia leyenda mision quete histoire \
            legende geschichte sage auftrag tavern
            """
        ),
        (
            "mixing and recording",
            """
            mixing mix mastering master recording record microphone mic vocal vocals reverb bass eq compressor loud volume track drums snare \
            muddy sound hi_hat noise distortion fader kick_drum gain stereo studio headphone plugin frequency autotune hiss audio clip \
            mezcla grabacion sonido voz mixage enregistrement son voix micro abmischen aufnahme klang stimme lautstarke mikrofon
            """
        ),
        (
            "lyrics",
            """
            lyric lyrics word_for word_that sounds_like syllables poem songwriting song rhyme chorus verse bridge hook melody line_for word wordsmith syllable title write_a poem sing \
            letra rima estribillo cancion paroles rime refrain chanson text reim strophe refrain lied
            """
        ),
        (
            "music releases",
            """
            release single album tour tour_date date contract label marketing announce gig concert venue royalty spotify streaming \
            merch manager drop_the drop publish promote festival fans cover_art distribution booking gira contrato concierto sortie \
            tournee contrat concert veroffentlichung tournee vertrag konzert
            """
        ),
        (
            "music theory",
            "music jazz rock pop_song classical playlist song songs band chord scale key_of piano guitar violin note tempo rhythm harmony beat practice_scales musica acorde guitarra musique accord guitare musik akkord gitarre klavier"
        ),
        (
            "games",
            "game chess opening_move checkmate board_game card_game level boss_fight controller console player juego ajedrez jeu echecs spiel schach"
        ),
        (
            "sports",
            "sport won win_the cup final finals scored scores playoffs world_cup penalty striker goalkeeper injury transfer_window sport football soccer basketball baseball tennis team score goal match league championship coach player referee season tournament futbol partido equipe_de match spiel fussball tor mannschaft mundial"
        ),
        (
            "film",
            "movie film actor actress director cinema scene series episode netflix watch_tonight trailer oscar pelicula cine serie film acteur cinema film schauspieler kino serie"
        ),
        (
            "photography",
            "photo photography camera lens aperture shutter exposure iso portrait tripod picture foto camara appareil photo kamera objektiv"
        ),
        (
            "events",
            "event party wedding guest invitation venue catering decoration birthday playlist seating rsvp boda fiesta invitado mariage fete invite hochzeit feier gaste"
        ),
        (
            "outdoors",
            "camping tent hike hiking trail backpack campfire climb fishing boat kayak canoe survival mountain ski acampar tienda randonnee tente wandern zelt"
        ),
        (
            "sailing and vehicles",
            "ship sail captain crew engine navigation fuel anchor deck helm thruster warp hull shield reactor nave barco navire bateau schiff segel antrieb"
        ),
    ]
}
