/* A session's input buffer, and the voice in it. */
#include "clock.h"
#include "meter.h"
#include "options.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

static uint64_t clock_ms(const struct session *session) { return session->input.byte_count / 48; }

static const char *say(const struct session *session)
{
    int turn = (int)session->utterance_count;
    return options.texts[turn % options.text_count];
}

static void tell_partial(struct timer *timer, uint64_t now)
{
    struct utterance *utterance = OWNER(timer, struct utterance, partial);
    struct session *session = OWNER(utterance, struct session, utterance);
    const char *rest = utterance->text + utterance->told;
    size_t length = strspn(rest, " ");
    length += strcspn(rest + length, " ");
    if (length == 0) return;
    send_event(
        session, "conversation.item.input_audio_transcription.delta",
        "\"item_id\":\"%s\",\"content_index\":0,\"delta\":\"%.*s\",\"obfuscation\":\"aXk\"", utterance->item, (int)length, rest);
    websocket_flush(session->websocket);
    utterance->told += length;
    /* The last word comes while it is still spoken. */
    uint64_t share = (uint64_t)options.speech_ms * MILLISECOND * 9 / 10 / (strlen(utterance->text) + 1);
    if (utterance->text[utterance->told]) timer_set(timer, now + share * length);
}

static void tell_final(struct timer *timer, uint64_t now)
{
    struct utterance *utterance = OWNER(timer, struct utterance, final);
    struct session *session = OWNER(utterance, struct session, utterance);
    (void)now;
    send_event(
        session, "conversation.item.input_audio_transcription.completed",
        "\"item_id\":\"%s\",\"content_index\":0,\"transcript\":\"%s\",\"usage\":{\"type\":\"duration\",\"seconds\":1}",
        utterance->item, utterance->text);
    meter_understood(session);
    websocket_flush(session->websocket);
}

static void commit_as(struct session *session, const char *item)
{
    char previous[48] = "null";
    if (*session->last_item) snprintf(previous, sizeof previous, "\"%s\"", session->last_item);
    send_event(
        session, "input_audio_buffer.committed", "\"previous_item_id\":%s,\"item_id\":\"%s\"", previous, item);
    static const char message[] =
        "{\"id\":\"%s\",\"type\":\"message\",\"status\":\"completed\",\"role\":\"user\","
        "\"content\":[{\"type\":\"input_audio\",\"transcript\":null}]}";
    send_item(session, "conversation.item.added", message, item);
    send_item(session, "conversation.item.done", message, item);
    snprintf(session->last_item, sizeof session->last_item, "%s", item);
    session->buffered_bytes = 0;
}

static void speech_began(struct session *session)
{
    struct utterance *utterance = &session->utterance;
    uint64_t clock = clock_ms(session);
    /* The words of one that was still awaited come now. */
    if (utterance->final.place > 0) {
        timer_stop(&utterance->final);
        tell_final(&utterance->final, 0);
    }
    snprintf(utterance->item, sizeof utterance->item, "item_u%d_%u", session->caller, session->utterance_count);
    utterance->text = say(session);
    utterance->told = 0;
    utterance->is_heard = true;
    send_event(
        session, "input_audio_buffer.speech_started", "\"audio_start_ms\":%llu,\"item_id\":\"%s\"",
        (unsigned long long)(clock > 320 ? clock - 320 : 0), utterance->item);
    websocket_flush(session->websocket);
    meter_speech_started(session);
    if (session->interrupts && options.cancels) response_cut(session, "turn_detected");
    if (session->transcribes && options.has_partials) timer_set(&utterance->partial, now_ns() + 60 * MILLISECOND);
}

static void speech_ended(struct session *session)
{
    struct utterance *utterance = &session->utterance;
    if (!utterance->is_heard) return;
    utterance->is_heard = false;
    timer_stop(&utterance->partial);
    send_event(
        session, "input_audio_buffer.speech_stopped", "\"audio_end_ms\":%llu,\"item_id\":\"%s\"",
        (unsigned long long)clock_ms(session), utterance->item);
    commit_as(session, utterance->item);
    session->utterance_count++;
    meter_speech_stopped(session);
    if (session->transcribes) {
        if (options.transcript_ms > 0) timer_set(&utterance->final, now_ns() + (uint64_t)options.transcript_ms * MILLISECOND);
        else tell_final(&utterance->final, 0);
    }
    if (session->creates_response && session->response.stage == NO_RESPONSE) response_begin(session, (struct slice){0});
}

static void heard(void *context, const struct block *block)
{
    struct session *session = context;
    if (block->maker != OF_CALLER) return;
    session->caller = (int)block->id;
    meter_heard(session, block, block->edge == SPEECH_BEGINS || session->utterance.is_heard || !session->detects_voice);
    if (!session->detects_voice) return;
    if (block->edge == SPEECH_BEGINS) speech_began(session);
    if (block->edge == SPEECH_ENDS) speech_ended(session);
}

void input_open(struct session *session)
{
    session->caller = -1;
    session->utterance.partial.fire = tell_partial;
    session->utterance.final.fire = tell_final;
}

void input_append(struct session *session, struct slice audio)
{
    uint64_t before = session->input.byte_count;
    scan_base64(&session->input, audio, heard, session);
    session->buffered_bytes += session->input.byte_count - before;
    meter_appended(session, session->input.byte_count - before);
}

void input_commit(struct session *session, struct slice event_id)
{
    char item[24];
    static unsigned count;
    if (session->buffered_bytes < 100 * 48)
        return send_error(
            session, "input_audio_buffer_commit_empty", "Error committing input audio buffer: buffer too small.", event_id);
    snprintf(item, sizeof item, "item_c%u", ++count);
    commit_as(session, item);
}

void input_clear(struct session *session)
{
    session->buffered_bytes = 0;
    send_bare_event(session, "input_audio_buffer.cleared");
}

void input_close(struct session *session)
{
    timer_stop(&session->utterance.partial);
    timer_stop(&session->utterance.final);
    buffer_free(&session->input.rest);
}
