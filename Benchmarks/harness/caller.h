/* A person at the microphone, which is never off: 20 ms of sound fifty times a second, now and then an utterance. */
#ifndef CALLER_H
#define CALLER_H

#include "scanner.h"
#include "websocket.h"

/* When the caller's ear said what; 0 until it has, or when it was taken into account. */
struct hearing {
    uint64_t speech_started, speech_stopped, understood;
};

/* A voice that fell into an answer. */
struct interruption {
    uint64_t began, cleared, cancelled, truncated, last_block;
    int blocks_after;
    uint32_t response;
};

struct caller {
    int number, room, place;
    struct websocket *line;
    /* 0 until then. */
    uint64_t connected_at, opened_at, first_heard_at;
    struct timer next_block;
    uint64_t next_block_due;
    uint32_t sequence;
    bool is_speaking;
    struct scanner sound;
    struct hearing hearing;
    /* Which response is heard, and until when a player that buffers nothing plays it. */
    uint32_t response, next_sequence;
    uint64_t plays_until;
    struct interruption interruption;
};

extern struct caller *callers;
extern int caller_count;

void callers_prepare(void);
/* False when nobody listens. */
bool caller_connect(struct caller *caller);
/* From now on the callers speak: the first of them soon, the others spread over a cycle. */
void callers_begin(void);

#endif
