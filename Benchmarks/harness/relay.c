/* The limit: the streams of a room with one agent, and nothing else.
 *
 * A caller's sound goes to an ear, and while the ear hears a voice to the model, too; the model's goes to the caller. When the
 * voice has stopped the model is asked, when one begins the caller is told to drop what they have. No floor, no words, no
 * conversation, no pacing. `relay USER_PORT REALTIME_PORT` */
#include "base64.h"
#include "json.h"
#include "websocket.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What an ear's news comes late: it means speech from 320 ms before. */
enum { FRAME_BYTES = 960, PRE_ROLL_FRAMES = 16, APPEND_BYTES = 2048 };

static int realtime_port;
static const char key[] = "Authorization: Bearer none\r\n";

struct call {
    struct websocket *line, *ear, *model;
    bool is_speaking, is_answering;
    char response[64], item[64];
    long answered_bytes;
    /* Frames as they were sent to the ear, the oldest at `recent_count % PRE_ROLL_FRAMES`. */
    struct { char text[APPEND_BYTES]; size_t count; } recent[PRE_ROLL_FRAMES];
    unsigned recent_count;
};

static void send_text(struct websocket *websocket, const char *text, size_t count)
{
    if (!websocket || !websocket->is_open) return;
    websocket_put_text(websocket, text, count);
    websocket_flush(websocket);
}

static void say(struct websocket *websocket, const char *text) { send_text(websocket, text, strlen(text)); }

static void hang_up(struct call *call, struct websocket **which)
{
    *which = NULL;
    struct websocket *others[3] = {call->line, call->ear, call->model};
    for (int i = 0; i < 3; i++)
        if (others[i]) return websocket_close(others[i]);
    loop_free_later(call);
}

/* -- The ear */

static void ear_opened(struct websocket *ear)
{
    say(ear,
        "{\"type\":\"session.update\",\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"format\":{\"type\":\"audio/pcm\","
        "\"rate\":24000},\"transcription\":{\"model\":\"gpt-realtime-whisper\"},\"turn_detection\":{\"type\":\"server_vad\"}}}}}");
}

static void voice_began(struct call *call)
{
    say(call->line, "{\"type\":\"playback.clear\"}");
    if (call->is_answering) {
        char text[256];
        int count = snprintf(text, sizeof text, "{\"type\":\"response.cancel\",\"response_id\":\"%s\"}", call->response);
        send_text(call->model, text, (size_t)count);
        count = snprintf(
            text, sizeof text,
            "{\"type\":\"conversation.item.truncate\",\"item_id\":\"%s\",\"content_index\":0,\"audio_end_ms\":%ld}", call->item,
            call->answered_bytes / 48);
        send_text(call->model, text, (size_t)count);
        call->is_answering = false;
    }
    call->is_speaking = true;
    unsigned first = call->recent_count > PRE_ROLL_FRAMES ? call->recent_count - PRE_ROLL_FRAMES : 0;
    for (unsigned i = first; i < call->recent_count; i++)
        send_text(call->model, call->recent[i % PRE_ROLL_FRAMES].text, call->recent[i % PRE_ROLL_FRAMES].count);
}

static void voice_stopped(struct call *call)
{
    call->is_speaking = false;
    say(call->model, "{\"type\":\"input_audio_buffer.commit\"}");
    say(call->model, "{\"type\":\"response.create\"}");
}

static void ear_told(struct websocket *ear, const char *text, size_t count)
{
    struct slice type = json_member((struct slice){text, count}, "type");
    if (slice_is(type, "input_audio_buffer.speech_started")) voice_began(ear->owner);
    if (slice_is(type, "input_audio_buffer.speech_stopped")) voice_stopped(ear->owner);
}

static void ear_closed(struct websocket *ear) { hang_up(ear->owner, &((struct call *)ear->owner)->ear); }
static const struct websocket_events ear_events = {ear_opened, ear_told, NULL, ear_closed};

/* -- The model */

static void model_opened(struct websocket *model)
{
    say(model,
        "{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"output_modalities\":[\"audio\"],\"audio\":{\"input\":{"
        "\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},\"turn_detection\":null},\"output\":{\"format\":{\"type\":\"audio/pcm\","
        "\"rate\":24000},\"voice\":\"marin\"}}}}");
}

static void note(char *to, size_t size, struct slice name)
{
    if (name.text && name.count < size) snprintf(to, size, "%.*s", SLICE(name));
}

static void model_told(struct websocket *model, const char *text, size_t count)
{
    static uint8_t sound[1 << 18];
    struct call *call = model->owner;
    struct slice event = {text, count}, type = json_member(event, "type");
    if (slice_is(type, "response.output_audio.delta")) {
        struct slice delta = json_member(event, "delta");
        if (!call->line || !call->is_answering || delta.count > sizeof sound) return;
        note(call->item, sizeof call->item, json_member(event, "item_id"));
        size_t bytes = base64_decode(delta.text, delta.count, sound);
        call->answered_bytes += (long)bytes;
        websocket_put_binary(call->line, sound, bytes);
        websocket_flush(call->line);
    } else if (slice_is(type, "response.created")) {
        note(call->response, sizeof call->response, json_path(event, "response.id"));
        call->is_answering = true;
        call->answered_bytes = 0;
    }
}

static void model_closed(struct websocket *model) { hang_up(model->owner, &((struct call *)model->owner)->model); }
static const struct websocket_events model_events = {model_opened, model_told, NULL, model_closed};

/* -- The caller */

static void line_opened(struct websocket *line)
{
    struct call *call = line->owner = new_zeroed(sizeof *call);
    call->line = line;
    call->ear = websocket_connect(realtime_port, "/v1/realtime?intent=transcription", key, &ear_events, call);
    call->model = websocket_connect(realtime_port, "/v1/realtime?model=gpt-realtime-2.1", key, &model_events, call);
    if (!call->ear || !call->model) websocket_close(line);
}

static void line_told(struct websocket *line, const char *text, size_t count) { (void)line, (void)text, (void)count; }

static void line_heard(struct websocket *line, const uint8_t *bytes, size_t count)
{
    static const char head[] = "{\"type\":\"input_audio_buffer.append\",\"audio\":\"";
    struct call *call = line->owner;
    if (!call || count > FRAME_BYTES) return;
    unsigned place = call->recent_count++ % PRE_ROLL_FRAMES;
    char *text = call->recent[place].text;
    memcpy(text, head, sizeof head - 1);
    size_t length = sizeof head - 1 + base64_encode(bytes, count, text + sizeof head - 1);
    memcpy(text + length, "\"}", 2);
    call->recent[place].count = length + 2;
    send_text(call->ear, text, length + 2);
    if (call->is_speaking) send_text(call->model, text, length + 2);
}

static void line_closed(struct websocket *line)
{
    if (line->owner) hang_up(line->owner, &((struct call *)line->owner)->line);
}
static const struct websocket_events line_events = {line_opened, line_told, line_heard, line_closed};

static void accepted(int fd) { websocket_accept(fd, &line_events); }

int main(int count, char **arguments)
{
    if (count != 3) {
        fprintf(stderr, "relay USER_PORT REALTIME_PORT\n");
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    realtime_port = atoi(arguments[2]);
    base64_prepare();
    loop_open();
    socket_listen(atoi(arguments[1]), accepted);
    return loop_run();
}
