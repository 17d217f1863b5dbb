#include "meter.h"

#include "clock.h"
#include "series.h"

#include <stdio.h>
#include <string.h>

/* After that long an interruption is as complete as it will be. */
static const uint64_t interruption_patience = 750 * MILLISECOND;
/* Later than this a block counts as late. */
static const double late_us = 100000;

static bool is_measuring;
static uint64_t measuring_since;
static struct series to_ear, quiet_to_ear, to_agent, to_caller, first_sound, answer, grant, setup, join, gap;
static struct series cleared, last_block, blocks_after, cancelled, truncated;
static struct {
    unsigned long late_in, late_out, blocks_sent, blocks_heard, blocks_spoken, blocks_played, out_of_order, interruptions,
        responses, cancels, truncates, clears, lost_lines, joined, failed_joins, sessions, append_bytes, appends;
} counts;
static double longest_lead_ms;

void meter_begin(void)
{
    is_measuring = true;
    measuring_since = now_ns();
}

static bool counts_since(uint64_t moment) { return is_measuring && moment >= measuring_since; }

static double microseconds(uint64_t from, uint64_t to) { return ((double)to - (double)from) / 1000; }

static struct caller *caller_of(const struct session *session)
{
    return session->caller >= 0 && session->caller < caller_count ? &callers[session->caller] : NULL;
}

/* -- What reaches the mock */

void meter_session_opened(struct session *session)
{
    (void)session;
    counts.sessions++;
}

void meter_session_closed(struct session *session)
{
    (void)session;
    counts.sessions--;
}

void meter_heard(struct session *session, const struct block *block, bool is_voice)
{
    uint64_t now = now_ns();
    struct caller *caller = caller_of(session);
    if (!caller) return;
    if (caller->first_heard_at == 0) {
        caller->first_heard_at = now;
        series_add(&setup, microseconds(caller->connected_at, now));
    }
    if (!counts_since(block->at)) return;
    bool is_agent = !session->is_ear && !session->detects_voice;
    /* What was said before the voice was noticed comes to the agent in one go. */
    if (is_agent && block->at < caller->hearing.speech_started) return;
    double latency = microseconds(block->at, now);
    series_add(is_agent ? &to_agent : is_voice ? &to_ear : &quiet_to_ear, latency);
    if (!is_agent) counts.blocks_heard++;
    if (latency > late_us) counts.late_in++;
}

void meter_appended(struct session *session, uint64_t byte_count)
{
    (void)session;
    if (!is_measuring) return;
    counts.append_bytes += byte_count;
    counts.appends++;
}

static void settle(struct interruption *interruption)
{
    if (counts_since(interruption->began)) {
        uint64_t began = interruption->began;
        counts.interruptions++;
        series_add(&last_block, interruption->last_block ? microseconds(began, interruption->last_block) : 0);
        series_add(&blocks_after, interruption->blocks_after);
        if (interruption->cleared) series_add(&cleared, microseconds(began, interruption->cleared));
        if (interruption->cancelled) series_add(&cancelled, microseconds(began, interruption->cancelled));
        if (interruption->truncated) series_add(&truncated, microseconds(began, interruption->truncated));
    }
    *interruption = (struct interruption){0};
}

void meter_speech_started(struct session *session)
{
    struct caller *caller = caller_of(session);
    uint64_t now = now_ns();
    if (!caller) return;
    caller->hearing = (struct hearing){.speech_started = now};
    if (caller->interruption.began) settle(&caller->interruption);
    if (now < caller->plays_until) caller->interruption = (struct interruption){.began = now, .response = caller->response};
}

void meter_speech_stopped(struct session *session)
{
    struct caller *caller = caller_of(session);
    if (caller) caller->hearing.speech_stopped = now_ns();
}

void meter_understood(struct session *session)
{
    struct caller *caller = caller_of(session);
    if (caller) caller->hearing.understood = now_ns();
}

void meter_response_began(struct session *session)
{
    (void)session;
    if (is_measuring) counts.responses++;
}

void meter_spoke(struct session *session, int blocks)
{
    (void)session;
    if (is_measuring) counts.blocks_spoken += (unsigned long)blocks;
}

static struct interruption *interruption_of(const struct session *session)
{
    struct caller *caller = caller_of(session);
    bool is_this = caller && caller->interruption.began && caller->interruption.response == session->response.number;
    return is_this ? &caller->interruption : NULL;
}

void meter_cancelled(struct session *session)
{
    struct interruption *interruption = interruption_of(session);
    if (is_measuring) counts.cancels++;
    if (interruption && !interruption->cancelled) interruption->cancelled = now_ns();
}

void meter_truncated(struct session *session)
{
    struct interruption *interruption = interruption_of(session);
    if (is_measuring) counts.truncates++;
    if (interruption && !interruption->truncated) interruption->truncated = now_ns();
}

/* -- What reaches the callers */

void meter_joined(uint64_t nanoseconds, bool is_joined)
{
    series_add(&join, (double)nanoseconds / 1000);
    if (is_joined) counts.joined++;
    else counts.failed_joins++;
}

void meter_sent(void)
{
    if (is_measuring) counts.blocks_sent++;
}

void meter_line_lost(void) { counts.lost_lines++; }

static void begins(struct caller *caller, const struct block *block, uint64_t now)
{
    struct hearing *hearing = &caller->hearing;
    caller->response = block->id;
    if (block->sequence > 0 || !counts_since(block->at)) return;
    series_add(&first_sound, microseconds(block->at, now));
    if (hearing->speech_stopped) series_add(&answer, microseconds(hearing->speech_stopped, now));
    hearing->speech_stopped = 0;
}

/* A player that starts at once and has nothing in hand: where it would have run dry, and how far it is ahead. */
static void play(struct caller *caller, const struct block *block, uint64_t now)
{
    bool goes_on = block->sequence > 0 && caller->plays_until > 0;
    if (goes_on && now > caller->plays_until) series_add(&gap, microseconds(caller->plays_until, now));
    caller->plays_until = (now > caller->plays_until ? now : caller->plays_until) + BLOCK_MS * MILLISECOND;
    double lead = microseconds(now, caller->plays_until) / 1000;
    if (lead > longest_lead_ms) longest_lead_ms = lead;
}

void meter_played(struct caller *caller, const struct block *block)
{
    uint64_t now = now_ns();
    if (block->maker != OF_MODEL) return;
    if (caller->response != block->id) begins(caller, block, now);
    else if (is_measuring && block->sequence != caller->next_sequence) counts.out_of_order++;
    caller->next_sequence = block->sequence + 1;
    if (counts_since(block->at)) {
        double latency = microseconds(block->at, now);
        series_add(&to_caller, latency);
        counts.blocks_played++;
        if (latency > late_us) counts.late_out++;
        play(caller, block, now);
    } else {
        caller->plays_until = (now > caller->plays_until ? now : caller->plays_until) + BLOCK_MS * MILLISECOND;
    }
    struct interruption *interruption = &caller->interruption;
    if (interruption->began && now > interruption->began + interruption_patience) settle(interruption);
    if (interruption->began && interruption->response == block->id) {
        interruption->last_block = now;
        interruption->blocks_after++;
    }
}

static bool says(struct slice event, const char *word)
{
    for (size_t i = 0, length = strlen(word); i + length <= event.count; i++)
        if (memcmp(event.text + i, word, length) == 0) return true;
    return false;
}

void meter_told(struct caller *caller, struct slice event)
{
    uint64_t now = now_ns();
    struct slice type = json_member(event, "type");
    if (slice_is(type, "turn.granted")) {
        if (counts_since(caller->hearing.understood)) series_add(&grant, microseconds(caller->hearing.understood, now));
        caller->hearing.understood = 0;
    }
    if (!says(type, "clear") && !says(type, "interrupt") && !says(type, "flush")) return;
    caller->plays_until = now;
    if (is_measuring) counts.clears++;
    if (caller->interruption.began && !caller->interruption.cleared) caller->interruption.cleared = now;
}

void meter_end(void)
{
    for (int i = 0; i < caller_count; i++)
        if (callers[i].interruption.began) settle(&callers[i].interruption);
    is_measuring = false;
}

static void print_count(const char *name, unsigned long value) { printf(",\"%s\":%lu", name, value); }

void meter_print(double seconds)
{
    printf(",\"lead_ms\":%.0f,\"append_bytes_per_s\":%.0f", longest_lead_ms, (double)counts.append_bytes / seconds);
    series_print("to_ear_us", &to_ear);
    series_print("quiet_to_ear_us", &quiet_to_ear);
    series_print("to_agent_us", &to_agent);
    series_print("to_caller_us", &to_caller);
    series_print("first_us", &first_sound);
    series_print("answer_us", &answer);
    series_print("grant_us", &grant);
    series_print("setup_us", &setup);
    series_print("join_us", &join);
    series_print("gap_us", &gap);
    series_print("clear_us", &cleared);
    series_print("last_us", &last_block);
    series_print("blocks_after", &blocks_after);
    series_print("cancel_us", &cancelled);
    series_print("truncate_us", &truncated);
    print_count("late_in", counts.late_in);
    print_count("late_out", counts.late_out);
    print_count("blocks_sent", counts.blocks_sent);
    print_count("blocks_heard", counts.blocks_heard);
    print_count("blocks_spoken", counts.blocks_spoken);
    print_count("blocks_played", counts.blocks_played);
    print_count("out_of_order", counts.out_of_order);
    print_count("interruptions", counts.interruptions);
    print_count("responses", counts.responses);
    print_count("cancels", counts.cancels);
    print_count("truncates", counts.truncates);
    print_count("clears", counts.clears);
    print_count("lost_lines", counts.lost_lines);
    print_count("joined", counts.joined);
    print_count("failed_joins", counts.failed_joins);
    print_count("sessions", counts.sessions);
    print_count("appends", counts.appends);
}
