// One line here for each file of `site/`; what is not named here is not served.
#include "web_page.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t base_css[] = {
#embed "site/base.css"
};
static const uint8_t icon_svg[] = {
#embed "site/icon.svg"
};
static const uint8_t lobby_css[] = {
#embed "site/lobby.css"
};
static const uint8_t lobby_html[] = {
#embed "site/lobby.html"
};
static const uint8_t lobby_js[] = {
#embed "site/lobby.js"
};
static const uint8_t room_css[] = {
#embed "site/room.css"
};
static const uint8_t room_html[] = {
#embed "site/room.html"
};
static const uint8_t room_js[] = {
#embed "site/room.js"
};
static const uint8_t room_access_js[] = {
#embed "site/room/access.js"
};
static const uint8_t room_announcer_js[] = {
#embed "site/room/announcer.js"
};
static const uint8_t room_call_js[] = {
#embed "site/room/call.js"
};
static const uint8_t room_controls_js[] = {
#embed "site/room/controls.js"
};
static const uint8_t room_door_js[] = {
#embed "site/room/door.js"
};
static const uint8_t room_endings_js[] = {
#embed "site/room/endings.js"
};
static const uint8_t room_export_js[] = {
#embed "site/room/export.js"
};
static const uint8_t room_invite_js[] = {
#embed "site/room/invite.js"
};
static const uint8_t room_line_js[] = {
#embed "site/room/line.js"
};
static const uint8_t room_measures_js[] = {
#embed "site/room/measures.js"
};
static const uint8_t room_model_js[] = {
#embed "site/room/model.js"
};
static const uint8_t room_muted_hint_js[] = {
#embed "site/room/muted-hint.js"
};
static const uint8_t room_notices_js[] = {
#embed "site/room/notices.js"
};
static const uint8_t room_numbers_js[] = {
#embed "site/room/numbers.js"
};
static const uint8_t room_seat_menu_js[] = {
#embed "site/room/seat-menu.js"
};
static const uint8_t room_settings_js[] = {
#embed "site/room/settings.js"
};
static const uint8_t room_table_js[] = {
#embed "site/room/table.js"
};
static const uint8_t room_ticket_js[] = {
#embed "site/room/ticket.js"
};
static const uint8_t room_timeline_js[] = {
#embed "site/room/timeline.js"
};
static const uint8_t room_transcript_js[] = {
#embed "site/room/transcript.js"
};
static const uint8_t room_words_js[] = {
#embed "site/room/words.js"
};
static const uint8_t shared_api_js[] = {
#embed "site/shared/api.js"
};
static const uint8_t shared_dom_js[] = {
#embed "site/shared/dom.js"
};
static const uint8_t sound_capture_worklet_js[] = {
#embed "site/sound/capture-worklet.js"
};
static const uint8_t sound_devices_js[] = {
#embed "site/sound/devices.js"
};
static const uint8_t sound_engine_js[] = {
#embed "site/sound/engine.js"
};
static const uint8_t sound_jitter_js[] = {
#embed "site/sound/jitter.js"
};
static const uint8_t sound_ledger_js[] = {
#embed "site/sound/ledger.js"
};
static const uint8_t sound_playback_worklet_js[] = {
#embed "site/sound/playback-worklet.js"
};
static const uint8_t sound_resampler_js[] = {
#embed "site/sound/resampler.js"
};
static const uint8_t talk_css[] = {
#embed "site/talk.css"
};

#define FILE(path, bytes) { path, bytes, sizeof bytes }

static const web_page_file files[] = {
    FILE("base.css", base_css),
    FILE("icon.svg", icon_svg),
    FILE("lobby.css", lobby_css),
    FILE("lobby.html", lobby_html),
    FILE("lobby.js", lobby_js),
    FILE("room.css", room_css),
    FILE("room.html", room_html),
    FILE("room.js", room_js),
    FILE("room/access.js", room_access_js),
    FILE("room/announcer.js", room_announcer_js),
    FILE("room/call.js", room_call_js),
    FILE("room/controls.js", room_controls_js),
    FILE("room/door.js", room_door_js),
    FILE("room/endings.js", room_endings_js),
    FILE("room/export.js", room_export_js),
    FILE("room/invite.js", room_invite_js),
    FILE("room/line.js", room_line_js),
    FILE("room/measures.js", room_measures_js),
    FILE("room/model.js", room_model_js),
    FILE("room/muted-hint.js", room_muted_hint_js),
    FILE("room/notices.js", room_notices_js),
    FILE("room/numbers.js", room_numbers_js),
    FILE("room/seat-menu.js", room_seat_menu_js),
    FILE("room/settings.js", room_settings_js),
    FILE("room/table.js", room_table_js),
    FILE("room/ticket.js", room_ticket_js),
    FILE("room/timeline.js", room_timeline_js),
    FILE("room/transcript.js", room_transcript_js),
    FILE("room/words.js", room_words_js),
    FILE("shared/api.js", shared_api_js),
    FILE("shared/dom.js", shared_dom_js),
    FILE("sound/capture-worklet.js", sound_capture_worklet_js),
    FILE("sound/devices.js", sound_devices_js),
    FILE("sound/engine.js", sound_engine_js),
    FILE("sound/jitter.js", sound_jitter_js),
    FILE("sound/ledger.js", sound_ledger_js),
    FILE("sound/playback-worklet.js", sound_playback_worklet_js),
    FILE("sound/resampler.js", sound_resampler_js),
    FILE("talk.css", talk_css),
};

const web_page_file *const web_page_files = files;
const size_t web_page_file_count = sizeof files / sizeof files[0];
