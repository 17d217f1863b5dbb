/* The mock's side of one Realtime session: a conversation's, with one response at a time, or an ear's, which only transcribes.
 * GA protocol. It hears speech begin and end where the blocks say so, and knows the words because the load tells it. */
#ifndef SESSION_H
#define SESSION_H

#include "scanner.h"
#include "websocket.h"

enum response_stage { NO_RESPONSE, THINKING, SPEAKING };

struct response {
    enum response_stage stage;
    /* Counts over all sessions, from 1. */
    uint32_t number;
    char item[24];
    char *metadata;
    bool is_text, is_out_of_band;
    uint32_t blocks_sent, words;
    /* When the first sound was written. */
    uint64_t began;
    struct timer timer;
};

struct utterance {
    char item[24];
    bool is_heard;
    const char *text;
    /* How much of the text was told. */
    size_t told;
    uint64_t began;
    struct timer partial, final;
};

struct session {
    struct websocket *websocket;
    bool is_ear;
    /* What the client has configured. */
    bool detects_voice, transcribes, creates_response, interrupts;
    struct scanner input;
    /* Appended since the last commit or clear. */
    uint64_t buffered_bytes;
    /* Whose voice it hears; -1 until it has heard one. */
    int caller;
    unsigned utterance_count;
    struct utterance utterance;
    struct response response;
    char last_item[40];
};

/* events.c: puts one event into the output, its members after type and event_id as `format` has them. */
void send_event(struct session *session, const char *type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void send_bare_event(struct session *session, const char *type);
void send_error(struct session *session, const char *code, const char *message, struct slice event_id);
/* `session.created` or `session.updated`. */
void send_session(struct session *session, const char *type);
void send_item(struct session *session, const char *type, const char *item_format, ...)
    __attribute__((format(printf, 3, 4)));

/* input.c: what is appended, and what is heard in it. */
void input_open(struct session *session);
void input_append(struct session *session, struct slice audio);
void input_commit(struct session *session, struct slice event_id);
void input_clear(struct session *session);
void input_close(struct session *session);

/* responses.c */
void response_create(struct session *session, struct slice event);
void response_begin(struct session *session, struct slice parameters);
void response_cancel(struct session *session, struct slice event);
void response_cut(struct session *session, const char *reason);
void response_close(struct session *session);

/* mock.c */
int mock_listen(int port);

#endif
