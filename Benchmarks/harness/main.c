/* rtbench: starts a server, fills its rooms, measures, and prints one line of JSON. */
#include "base64.h"
#include "caller.h"
#include "clock.h"
#include "http.h"
#include "joins.h"
#include "loop.h"
#include "meter.h"
#include "options.h"
#include "process.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum phase { STARTING, JOINING, CALLING, WARMING, MEASURING, ASKING };

static enum phase phase;
static uint64_t phase_since, started_at;
static double listening_ms, ready_ms;
static int called;

/* How things stood when the measuring began. */
static struct {
    struct usage sut, own;
    double busy;
    uint64_t at;
} before;

static void enter(enum phase next)
{
    phase = next;
    phase_since = now_ns();
}

static _Noreturn void fail(const char *why)
{
    fprintf(stderr, "rtbench: %s; see %s\n", why, options.log_file);
    process_stop();
    exit(3);
}

static void interrupted(int signal)
{
    (void)signal;
    process_stop();
    _exit(1);
}

static void ignore(struct socket *socket) { (void)socket; }
static const struct socket_events probe_events = {ignore, ignore};

static bool somebody_listens(void)
{
    struct socket probe;
    if (!socket_connect(&probe, options.user_port, &probe_events)) return false;
    socket_close(&probe);
    return true;
}

static bool everybody_is_heard(void)
{
    for (int i = 0; i < caller_count; i++)
        if (callers[i].first_heard_at == 0) return false;
    return true;
}

static void call_those_due(uint64_t now)
{
    uint64_t ramp = (uint64_t)options.ramp_ms * MILLISECOND;
    while (called < caller_count && now >= phase_since + ramp * (uint64_t)called)
        if (!caller_connect(&callers[called++])) fail("a line was refused");
}

static void begin_measuring(void)
{
    loop_longest_round();
    before.sut = process_usage(false);
    before.own = own_usage();
    before.busy = machine_busy();
    before.at = now_ns();
    meter_begin();
    if (options.storm > 0) joins_storm(options.storm);
    enter(MEASURING);
}

static void report(void)
{
    double seconds = (double)(now_ns() - before.at) / 1e9;
    double longest_round_us = (double)loop_longest_round() / 1000;
    struct usage sut = process_usage(true), own = own_usage();
    double busy = machine_busy() - before.busy, cpu = sut.cpu - before.sut.cpu, own_cpu = own.cpu - before.own.cpu;
    meter_end();
    printf(
        "{\"label\":\"%s\",\"rooms\":%d,\"callers\":%d,\"agents\":%d,\"seconds\":%.2f", options.label, options.rooms, caller_count,
        options.agent_count, seconds);
    printf(",\"listening_ms\":%.1f,\"ready_ms\":%.1f", listening_ms, ready_ms);
    printf(
        ",\"cpu_per_room_s\":%.6f,\"core_pct\":%.1f,\"own_core_pct\":%.1f", cpu / seconds / options.rooms, cpu / seconds * 100,
        own_cpu / seconds * 100);
    printf(",\"busiest_thread_pct\":%.1f", busiest_thread(&before.sut, &sut) / seconds * 100);
    printf(
        ",\"waited_pct\":%.1f,\"own_waited_pct\":%.1f,\"foreign_pct\":%.1f,\"longest_round_us\":%.0f",
        (sut.waited - before.sut.waited) / seconds * 100, (own.waited - before.own.waited) / seconds * 100,
        (busy - cpu - own_cpu) / seconds * 100, longest_round_us);
    printf(
        ",\"rss_kb\":%ld,\"pss_kb\":%ld,\"processes\":%d,\"threads\":%d", sut.rss_kb, sut.pss_kb, sut.processes, sut.threads);
    meter_print(seconds);
}

static void finish(void)
{
    printf("}\n");
    process_stop();
    loop_end(0);
}

/* What sound the service holds it says itself; the relay holds none. */
static void told(struct http_request *request, int status, const char *body, size_t count)
{
    static const char family[] = "\nparley_sound_bytes ";
    (void)request;
    const char *line = status == 200 ? memmem(body, count, family, sizeof family - 1) : NULL;
    if (line) printf(",\"sound_kb\":%.0f", strtod(line + sizeof family - 1, NULL) / 1024);
    finish();
}

static void ask(void)
{
    static struct http_request metrics = {.answered = told};
    enter(ASKING);
    if (options.agent_count == 0 || !http_send(&metrics, options.user_port, "GET", "/metrics", "", "")) finish();
}

static bool has_passed(uint64_t now, int milliseconds) { return now >= phase_since + (uint64_t)milliseconds * MILLISECOND; }

static void direct(struct timer *timer, uint64_t now)
{
    timer_set(timer, now + MILLISECOND);
    if (process_has_ended()) fail("the server under test ended");
    switch (phase) {
    case STARTING:
        if (somebody_listens()) {
            listening_ms = (double)(now - started_at) / 1e6;
            if (options.start_only) {
                printf("{\"label\":\"%s\",\"listening_ms\":%.1f", options.label, listening_ms);
                finish();
                break;
            }
            joins_begin();
            enter(JOINING);
        } else if (has_passed(now, 60000)) {
            fail("nobody listens");
        }
        break;
    case JOINING:
        if (joins_are_done()) enter(CALLING);
        else if (has_passed(now, 60000)) fail("joins were not answered");
        break;
    case CALLING:
        call_those_due(now);
        if (called == caller_count && everybody_is_heard()) {
            ready_ms = (double)(now - started_at) / 1e6;
            callers_begin();
            enter(WARMING);
        } else if (has_passed(now, 30000 + options.ramp_ms * caller_count)) {
            fail("not every caller is heard");
        }
        break;
    case WARMING:
        if (has_passed(now, options.warm_ms + (options.rooms > 1 ? options.cycle_ms : 0))) begin_measuring();
        break;
    case MEASURING:
        if (!has_passed(now, options.measure_ms) || !joins_are_done()) break;
        report();
        ask();
        break;
    case ASKING:
        if (has_passed(now, 5000)) finish();
        break;
    }
}

static void raise_limits(void)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int main(int count, char **arguments)
{
    static struct timer director = {.fire = direct};
    options_read(count, arguments);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, interrupted);
    signal(SIGTERM, interrupted);
    raise_limits();
    base64_prepare();
    block_prepare();
    loop_open();
    pin_to(options.own_cpu);
    if (options.priority != 0 && setpriority(PRIO_PROCESS, 0, options.priority) < 0) perror("--hurry");
    options.mock_port = mock_listen(options.mock_port);
    if (options.mock_only) {
        printf("listening on ws://127.0.0.1:%d/v1/realtime\n", options.mock_port);
        fflush(stdout);
        return loop_run();
    }
    if (options.user_port == 0) options.user_port = free_port();
    callers_prepare();
    started_at = now_ns();
    if (options.command)
        process_start(options.command, options.user_port, options.mock_port, options.sut_cpu, options.log_file);
    enter(STARTING);
    timer_set(&director, started_at);
    return loop_run();
}
