/* What the mock says. */
#include "options.h"
#include "session.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char text[1 << 18];
static unsigned long event_count;

static int begin(const char *type)
{
    return snprintf(text, sizeof text, "{\"type\":\"%s\",\"event_id\":\"event_%lu\"", type, ++event_count);
}

static void end(struct session *session, int count)
{
    if ((size_t)count >= sizeof text) return;
    text[count++] = '}';
    if (options.is_verbose) fprintf(stderr, "> %.*s\n", count < 400 ? count : 400, text);
    websocket_put_text(session->websocket, text, (size_t)count);
}

void send_event(struct session *session, const char *type, const char *format, ...)
{
    int count = begin(type);
    text[count++] = ',';
    va_list arguments;
    va_start(arguments, format);
    count += vsnprintf(text + count, sizeof text - (size_t)count, format, arguments);
    va_end(arguments);
    end(session, count);
}

void send_bare_event(struct session *session, const char *type) { end(session, begin(type)); }

void send_error(struct session *session, const char *code, const char *message, struct slice event_id)
{
    char quoted[600] = "null";
    if (event_id.text) snprintf(quoted, sizeof quoted, "\"%.*s\"", SLICE(event_id));
    send_event(
        session, "error",
        "\"error\":{\"type\":\"invalid_request_error\",\"code\":\"%s\",\"message\":\"%s\",\"param\":null,\"event_id\":%s}",
        code, message, quoted);
}

static const char *turn_detection(const struct session *session, char *json, size_t size)
{
    if (!session->detects_voice) return "null";
    snprintf(
        json, size,
        "{\"type\":\"server_vad\",\"threshold\":0.5,\"prefix_padding_ms\":300,\"silence_duration_ms\":500,"
        "\"create_response\":%s,\"interrupt_response\":%s,\"idle_timeout_ms\":null}",
        session->creates_response ? "true" : "false", session->interrupts ? "true" : "false");
    return json;
}

void send_session(struct session *session, const char *type)
{
    char detection[256], input[512];
    snprintf(
        input, sizeof input,
        "\"input\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},\"transcription\":%s,\"noise_reduction\":null,"
        "\"turn_detection\":%s}",
        session->transcribes ? "{\"model\":\"gpt-realtime-whisper\"}" : "null",
        turn_detection(session, detection, sizeof detection));
    if (session->is_ear)
        return send_event(
            session, type,
            "\"session\":{\"type\":\"transcription\",\"object\":\"realtime.transcription_session\",\"id\":\"sess_%p\","
            "\"expires_at\":4102444800,\"audio\":{%s},\"include\":null}",
            (void *)session, input);
    send_event(
        session, type,
        "\"session\":{\"type\":\"realtime\",\"object\":\"realtime.session\",\"id\":\"sess_%p\",\"model\":\"gpt-realtime-2.1\","
        "\"output_modalities\":[\"audio\"],\"instructions\":\"\",\"tools\":[],\"tool_choice\":\"auto\","
        "\"max_output_tokens\":\"inf\",\"tracing\":null,\"truncation\":\"auto\",\"prompt\":null,\"expires_at\":4102444800,"
        "\"audio\":{%s,\"output\":{\"format\":{\"type\":\"audio/pcm\",\"rate\":24000},\"voice\":\"marin\",\"speed\":1.0}},"
        "\"include\":null}",
        (void *)session, input);
}

void send_item(struct session *session, const char *type, const char *item_format, ...)
{
    static char item[1 << 17];
    char previous[48] = "null";
    va_list arguments;
    va_start(arguments, item_format);
    int count = vsnprintf(item, sizeof item, item_format, arguments);
    va_end(arguments);
    if (count < 0 || (size_t)count >= sizeof item) return;
    if (*session->last_item) snprintf(previous, sizeof previous, "\"%s\"", session->last_item);
    send_event(session, type, "\"previous_item_id\":%s,\"item\":%s", previous, item);
}
