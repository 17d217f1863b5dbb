/* The mock Realtime server: opens sessions and takes what clients say. */
#include "meter.h"
#include "options.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void update(struct session *session, struct slice event)
{
    struct slice settings = json_member(event, "session"), input = json_path(settings, "audio.input");
    struct slice detection = json_member(input, "turn_detection"), transcription = json_member(input, "transcription");
    if (slice_is(json_member(settings, "type"), "transcription")) session->is_ear = true;
    if (detection.text) {
        session->detects_voice = slice_has_value(detection);
        session->creates_response = session->detects_voice && !session->is_ear
            && !slice_is(json_member(detection, "create_response"), "false");
        session->interrupts = session->detects_voice && !slice_is(json_member(detection, "interrupt_response"), "false");
    }
    if (transcription.text) session->transcribes = slice_has_value(transcription);
    send_session(session, "session.updated");
}

/* The item as the client has written it, with a name if it has none. */
static void create_item(struct session *session, struct slice event)
{
    static unsigned count;
    struct slice item = json_member(event, "item"), id = json_member(item, "id");
    char added[48];
    if (!item.text || item.count < 2) return;
    if (id.text) snprintf(added, sizeof added, "{");
    else snprintf(added, sizeof added, "{\"id\":\"item_x%u\",", ++count);
    send_item(session, "conversation.item.added", "%s%.*s", added, (int)item.count - 1, item.text + 1);
    send_item(session, "conversation.item.done", "%s%.*s", added, (int)item.count - 1, item.text + 1);
    if (id.text) snprintf(session->last_item, sizeof session->last_item, "%.*s", SLICE(id));
    else snprintf(session->last_item, sizeof session->last_item, "item_x%u", count);
}

static void truncate_item(struct session *session, struct slice event)
{
    meter_truncated(session);
    send_event(
        session, "conversation.item.truncated", "\"item_id\":\"%.*s\",\"content_index\":0,\"audio_end_ms\":%ld",
        SLICE(json_member(event, "item_id")), slice_number(json_member(event, "audio_end_ms"), 0));
}

static void retrieve_item(struct session *session, struct slice event)
{
    struct slice id = json_member(event, "item_id");
    bool is_caller = id.count > 5 && (id.text[5] == 'u' || id.text[5] == 'c');
    send_event(
        session, "conversation.item.retrieved",
        "\"item\":{\"id\":\"%.*s\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"%s\","
        "\"content\":[{\"type\":\"%s\",\"transcript\":\"word word\"}]}",
        SLICE(id), is_caller ? "user" : "assistant", is_caller ? "input_audio" : "output_audio");
}

static void take(struct session *session, struct slice event)
{
    struct slice type = json_member(event, "type");
    if (slice_is(type, "input_audio_buffer.append")) return input_append(session, json_member(event, "audio"));
    if (options.is_verbose) fprintf(stderr, "< %.*s\n", event.count < 1200 ? (int)event.count : 1200, event.text);
    if (slice_is(type, "session.update")) update(session, event);
    else if (slice_is(type, "input_audio_buffer.commit")) input_commit(session, json_member(event, "event_id"));
    else if (slice_is(type, "input_audio_buffer.clear")) input_clear(session);
    else if (slice_is(type, "response.create")) response_create(session, event);
    else if (slice_is(type, "response.cancel")) response_cancel(session, event);
    else if (slice_is(type, "conversation.item.create")) create_item(session, event);
    else if (slice_is(type, "conversation.item.truncate")) truncate_item(session, event);
    else if (slice_is(type, "conversation.item.retrieve")) retrieve_item(session, event);
    else if (slice_is(type, "conversation.item.delete"))
        send_event(session, "conversation.item.deleted", "\"item_id\":\"%.*s\"", SLICE(json_member(event, "item_id")));
    else send_error(session, "invalid_value", "Unknown event.", json_member(event, "event_id"));
}

static void opened(struct websocket *websocket)
{
    struct session *session = new_zeroed(sizeof *session);
    const char *target = websocket->request;
    size_t length = strcspn(target, "\r");
    websocket->owner = session;
    session->websocket = websocket;
    session->is_ear = memmem(target, length, "intent=transcription", 20) != NULL;
    session->detects_voice = true;
    session->creates_response = session->interrupts = !session->is_ear;
    input_open(session);
    meter_session_opened(session);
    if (options.is_verbose) fprintf(stderr, "%.*s\n", (int)length, target);
    send_session(session, "session.created");
    websocket_flush(websocket);
}

static void text(struct websocket *websocket, const char *bytes, size_t count)
{
    take(websocket->owner, (struct slice){bytes, count});
    websocket_flush(websocket);
}

static void closed(struct websocket *websocket)
{
    struct session *session = websocket->owner;
    if (!session) return;
    meter_session_closed(session);
    input_close(session);
    response_close(session);
    loop_free_later(session);
}

static const struct websocket_events events = {opened, text, NULL, closed};

static void accepted(int fd) { websocket_accept(fd, &events); }

int mock_listen(int port) { return socket_listen(port, accepted); }
