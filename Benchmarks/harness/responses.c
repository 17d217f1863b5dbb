/* What a model answers: sound that says when it was made, at the pace that the options set. */
#include "base64.h"
#include "clock.h"
#include "meter.h"
#include "options.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Three words a second, as people speak. */
enum { MAX_DELTA_BLOCKS = 50, WORD_BLOCKS = 16 };
#define WORD "word "
static const char usage[] =
    "{\"total_tokens\":100,\"input_tokens\":50,\"output_tokens\":50,\"input_token_details\":{\"text_tokens\":10,\"audio_tokens\":40,"
    "\"image_tokens\":0,\"cached_tokens\":0,\"cached_tokens_details\":{\"text_tokens\":0,\"audio_tokens\":0,\"image_tokens\":0}},"
    "\"output_token_details\":{\"text_tokens\":10,\"audio_tokens\":40}}";

static uint32_t response_count;

static void send_response(
    struct session *session, const char *type, const char *status, const char *details, const char *output)
{
    const struct response *response = &session->response;
    send_event(
        session, type,
        "\"response\":{\"object\":\"realtime.response\",\"id\":\"resp_%u\",\"status\":\"%s\",\"status_details\":%s,"
        "\"output\":[%s],\"conversation_id\":%s,\"output_modalities\":[\"%s\"],\"max_output_tokens\":\"inf\","
        "\"audio\":{\"output\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},\"voice\":\"marin\"}},\"usage\":%s,\"metadata\":%s}",
        response->number, status, details, output, response->is_out_of_band ? "null" : "\"conv_1\"",
        response->is_text ? "text" : "audio", strcmp(status, "in_progress") == 0 ? "null" : usage,
        response->metadata ? response->metadata : "null");
}

/* Which part of which item an event is about. */
static const char *place(const struct response *response)
{
    static char json[128];
    snprintf(
        json, sizeof json, "\"response_id\":\"resp_%u\",\"item_id\":\"%s\",\"output_index\":0,\"content_index\":0",
        response->number, response->item);
    return json;
}

static const char *item_json(const struct response *response, const char *status, const char *content)
{
    static char json[4800];
    snprintf(
        json, sizeof json, "{\"id\":\"%s\",\"type\":\"message\",\"status\":\"%s\",\"role\":\"assistant\",\"content\":[%s]}",
        response->item, status, content);
    return json;
}

static void announce_item(struct session *session)
{
    struct response *response = &session->response;
    const char *item = item_json(response, "in_progress", "");
    send_event(
        session, "response.output_item.added", "\"response_id\":\"resp_%u\",\"output_index\":0,\"item\":%s", response->number,
        item);
    if (!response->is_out_of_band) {
        send_item(session, "conversation.item.added", "%s", item);
        snprintf(session->last_item, sizeof session->last_item, "%s", response->item);
    }
    send_event(
        session, "response.content_part.added", "%s,\"part\":{%s}", place(response),
        response->is_text ? "\"type\":\"text\",\"text\":\"\"" : "\"type\":\"audio\",\"transcript\":\"\"");
}

/* As many words as were told. */
static const char *words(const struct response *response)
{
    static char text[4096];
    size_t count = 0;
    text[0] = 0;
    for (uint32_t i = 0; i < response->words && count + sizeof WORD < sizeof text; i++, count += sizeof WORD - 1)
        memcpy(text + count, WORD, sizeof WORD);
    return text;
}

static void finish_item(struct session *session, bool is_whole)
{
    struct response *response = &session->response;
    const char *kind = response->is_text ? "output_text" : "output_audio_transcript";
    const char *word = response->is_text ? "text" : "transcript";
    char type[64], content[4200];
    if (!response->is_text) send_event(session, "response.output_audio.done", "%s", place(response));
    snprintf(type, sizeof type, "response.%s.done", kind);
    send_event(session, type, "%s,\"%s\":\"%s\"", place(response), word, words(response));
    send_event(
        session, "response.content_part.done", "%s,\"part\":{\"type\":\"%s\",\"%s\":\"%s\"}", place(response),
        response->is_text ? "text" : "audio", word, words(response));
    snprintf(
        content, sizeof content, "{\"type\":\"%s\",\"%s\":\"%s\"}", response->is_text ? "output_text" : "output_audio", word,
        words(response));
    const char *item = item_json(response, is_whole ? "completed" : "incomplete", content);
    if (!response->is_out_of_band) send_item(session, "conversation.item.done", "%s", item);
    send_event(
        session, "response.output_item.done", "\"response_id\":\"resp_%u\",\"output_index\":0,\"item\":%s", response->number,
        item);
}

static void end(struct session *session, const char *status, const char *details)
{
    struct response *response = &session->response;
    bool is_whole = strcmp(status, "completed") == 0, has_item = response->stage == SPEAKING;
    if (has_item) finish_item(session, is_whole);
    const char *item = item_json(response, is_whole ? "completed" : "incomplete", "");
    send_response(session, "response.done", status, details, has_item ? item : "");
    websocket_flush(session->websocket);
    timer_stop(&response->timer);
    free(response->metadata);
    response->metadata = NULL;
    response->stage = NO_RESPONSE;
}

static void say_word(struct session *session, const char *type)
{
    send_event(session, type, "%s,\"delta\":\"" WORD "\",\"obfuscation\":\"aXk\"", place(&session->response));
    session->response.words++;
}

/* One delta: its head, the blocks, and the end of it, written where they leave from. */
static void send_sound(struct session *session, uint64_t now)
{
    static char sound[MAX_DELTA_BLOCKS * BLOCK_BYTES / 3 * 4 + 8];
    struct response *response = &session->response;
    int blocks = options.delta_ms / BLOCK_MS;
    for (int i = 0; i < blocks; i++) {
        uint8_t bytes[BLOCK_BYTES];
        struct block block = {OF_MODEL, NO_EDGE, response->number, response->blocks_sent++, now};
        block_write(&block, true, bytes);
        base64_encode(bytes, sizeof bytes, sound + i * BLOCK_BYTES / 3 * 4);
    }
    send_event(
        session, "response.output_audio.delta", "%s,\"delta\":\"%.*s\"", place(response), blocks * BLOCK_BYTES / 3 * 4, sound);
    meter_spoke(session, blocks);
    if (response->blocks_sent >= response->words * WORD_BLOCKS) {
        say_word(session, "response.output_audio_transcript.delta");
    }
    websocket_flush(session->websocket);
}

static uint64_t due(const struct response *response)
{
    if (options.pace <= 0) return response->began;
    return response->began + (uint64_t)((double)response->blocks_sent * BLOCK_MS * MILLISECOND / options.pace);
}

static void speak(struct timer *timer, uint64_t now)
{
    struct response *response = OWNER(timer, struct response, timer);
    struct session *session = OWNER(response, struct session, response);
    if (response->stage == THINKING) {
        announce_item(session);
        response->stage = SPEAKING;
        response->began = now;
    }
    if (response->is_text) {
        say_word(session, "response.output_text.delta");
        return end(session, "completed", "null");
    }
    while (response->stage == SPEAKING && due(response) <= now) {
        if (response->blocks_sent * BLOCK_MS >= (uint32_t)options.response_ms) return end(session, "completed", "null");
        send_sound(session, now_ns());
    }
    if (response->stage == SPEAKING) timer_set(timer, due(response));
}

void response_begin(struct session *session, struct slice parameters)
{
    struct response *response = &session->response;
    struct slice metadata = json_member(parameters, "metadata"), modalities = json_member(parameters, "output_modalities");
    *response = (struct response){
        .stage = THINKING, .number = ++response_count, .timer.fire = speak,
        .is_out_of_band = slice_is(json_member(parameters, "conversation"), "none"),
        .is_text = modalities.text && memchr(modalities.text, 't', modalities.count),
        .metadata = slice_has_value(metadata) ? copy_text(metadata.text, metadata.count) : NULL};
    snprintf(response->item, sizeof response->item, "item_r%u", response->number);
    meter_response_began(session);
    send_response(session, "response.created", "in_progress", "null", "");
    websocket_flush(session->websocket);
    uint64_t now = now_ns();
    if (options.think_ms > 0) timer_set(&response->timer, now + (uint64_t)options.think_ms * MILLISECOND);
    else speak(&response->timer, now);
}

void response_create(struct session *session, struct slice event)
{
    if (session->response.stage == NO_RESPONSE) return response_begin(session, json_member(event, "response"));
    send_error(
        session, "conversation_already_has_active_response", "Conversation already has an active response in progress.",
        json_member(event, "event_id"));
}

void response_cut(struct session *session, const char *reason)
{
    char details[96];
    if (session->response.stage == NO_RESPONSE) return;
    snprintf(details, sizeof details, "{\"type\":\"cancelled\",\"reason\":\"%s\"}", reason);
    end(session, "cancelled", details);
}

void response_cancel(struct session *session, struct slice event)
{
    struct slice wanted = json_member(event, "response_id");
    char id[24];
    snprintf(id, sizeof id, "resp_%u", session->response.number);
    meter_cancelled(session);
    bool is_running = session->response.stage != NO_RESPONSE && (!slice_has_value(wanted) || slice_is(wanted, id));
    if (is_running) return response_cut(session, "client_cancelled");
    send_error(
        session, "response_cancel_not_active", "Cancellation failed: no active response found",
        json_member(event, "event_id"));
}

void response_close(struct session *session)
{
    timer_stop(&session->response.timer);
    free(session->response.metadata);
    session->response.stage = NO_RESPONSE;
    session->response.metadata = NULL;
}
