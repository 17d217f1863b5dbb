#include "caller.h"

#include "clock.h"
#include "meter.h"
#include "options.h"

#include <stdio.h>
#include <string.h>

struct caller *callers;
int caller_count;
static uint64_t speaking_since;

static void opened(struct websocket *line)
{
    struct caller *caller = line->owner;
    caller->opened_at = now_ns();
    /* Nobody's microphone ticks with another's. */
    caller->next_block_due = caller->opened_at + BLOCK_MS * MILLISECOND * (uint64_t)caller->number / (uint64_t)caller_count;
    timer_set(&caller->next_block, caller->next_block_due);
}

static void told(struct websocket *line, const char *text, size_t count)
{
    if (options.is_verbose) fprintf(stderr, "line< %.*s\n", (int)(count < 300 ? count : 300), text);
    meter_told(line->owner, (struct slice){text, count});
}

static void played(void *context, const struct block *block) { meter_played(context, block); }

static void heard(struct websocket *line, const uint8_t *bytes, size_t count)
{
    struct caller *caller = line->owner;
    scan_bytes(&caller->sound, bytes, count, played, caller);
}

static void closed(struct websocket *line)
{
    struct caller *caller = line->owner;
    timer_stop(&caller->next_block);
    caller->line = NULL;
    meter_line_lost();
}

static const struct websocket_events events = {opened, told, heard, closed};

/* Rooms begin one after the other, spread over a cycle; the callers of a room take turns. */
static bool wants_to_speak(const struct caller *caller, uint64_t at)
{
    uint64_t cycle = (uint64_t)options.cycle_ms * MILLISECOND;
    uint64_t begin = speaking_since + cycle * (uint64_t)caller->room / (uint64_t)options.rooms;
    if (speaking_since == 0 || at < begin) return false;
    uint64_t round = (at - begin) / cycle, phase = (at - begin) % cycle;
    return round % (uint64_t)options.callers == (uint64_t)caller->place && phase < (uint64_t)options.speech_ms * MILLISECOND;
}

static void send_block(struct caller *caller)
{
    uint8_t bytes[BLOCK_BYTES];
    bool speaks = wants_to_speak(caller, caller->next_block_due);
    enum edge edge = speaks == caller->is_speaking ? NO_EDGE : speaks ? SPEECH_BEGINS : SPEECH_ENDS;
    struct block block = {OF_CALLER, (uint8_t)edge, (uint32_t)caller->number, caller->sequence++, now_ns()};
    caller->is_speaking = speaks;
    block_write(&block, speaks, bytes);
    websocket_put_binary(caller->line, bytes, sizeof bytes);
    websocket_flush(caller->line);
    meter_sent();
}

static void microphone(struct timer *timer, uint64_t now)
{
    struct caller *caller = OWNER(timer, struct caller, next_block);
    while (caller->line && caller->next_block_due <= now) {
        send_block(caller);
        caller->next_block_due += BLOCK_MS * MILLISECOND;
        /* What was held up by seconds is not made up for. */
        if (caller->next_block_due + 2 * SECOND < now) caller->next_block_due = now;
    }
    if (caller->line) timer_set(timer, caller->next_block_due);
}

void callers_prepare(void)
{
    caller_count = options.rooms * options.callers;
    callers = new_zeroed((size_t)caller_count * sizeof *callers);
    for (int i = 0; i < caller_count; i++) {
        callers[i].number = i;
        callers[i].room = i / options.callers;
        callers[i].place = i % options.callers;
        callers[i].next_block.fire = microphone;
    }
}

/* The pattern with its numbers. */
static void write_target(const struct caller *caller, char *target, size_t size)
{
    const char *p = options.line;
    size_t at = 0;
    while (*p && at + 12 < size) {
        int number = strncmp(p, "{room}", 6) == 0 ? caller->room : strncmp(p, "{caller}", 8) == 0 ? caller->number : -1;
        if (number >= 0) {
            at += (size_t)snprintf(target + at, size - at, "%d", number);
            p = strchr(p, '}') + 1;
        } else {
            target[at++] = *p++;
        }
    }
    target[at] = 0;
}

bool caller_connect(struct caller *caller)
{
    char target[512];
    write_target(caller, target, sizeof target);
    caller->connected_at = now_ns();
    caller->line = websocket_connect(options.user_port, target, NULL, &events, caller);
    return caller->line != NULL;
}

void callers_begin(void) { speaking_since = now_ns() + 200 * MILLISECOND; }
