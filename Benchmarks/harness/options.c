#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct options options = {
    .label = "sut", .log_file = "/dev/null", .sut_cpu = -1, .own_cpu = -1, .rooms = 1, .callers = 1,
    .line = "/rooms/bench-{room}/call?identity=caller-{caller}&name=Ana", .ramp_ms = 20, .warm_ms = 2000,
    .measure_ms = 10000, .cycle_ms = 6000, .speech_ms = 1000, .response_ms = 4000, .delta_ms = 40, .think_ms = 100,
    .pace = 1, .has_partials = true, .cancels = true};

static const char usage[] =
    "rtbench: a mock Realtime server, rooms full of callers, and a meter, on one clock.\n"
    "  --spawn COMMAND      starts the server under test; {port} is where callers come, {mock} the mock's port\n"
    "  --label NAME         its name in the result         --log FILE   its output\n"
    "  --user-port N        where it listens (default: a free one)   --mock-port N   (default: a free one)\n"
    "  --mock-only          the mock alone, until it is killed       --verbose   prints what clients say\n"
    "  --start-only         tells how long the start took, and ends\n"
    "  --sut-cpu N --own-cpu N   pins both      --hurry   both go before other programs (root)\n"
    "load\n"
    "  --rooms N (1)  --callers N (1, of each room)  --agents A,B (persona ids; joined by POST /voice/join)\n"
    "  --line TARGET        of a caller's WebSocket; {room} and {caller} are numbers\n"
    "  --storm N            so many joins at once while it is measured, each to a room of its own\n"
    "  --bystanders N       so many rooms without callers, whose callbacks go to a receiver that never answers\n"
    "  --cycle MS (6000)    from one utterance to the next   --speech MS (1000)   how long it is\n"
    "  --say 'A|B'          what is said, in turn            --ramp MS (20)   between two callers\n"
    "  --warm MS (2000)     before it is measured            --measure MS (10000)\n"
    "mock\n"
    "  --response MS (4000) sound of a response              --delta MS (40)   sound of one event\n"
    "  --pace N (1)         times real time; 0: all at once  --think MS (100)   before the first sound\n"
    "  --transcript MS (0)  from the end of speech to its words   --partials 0|1 (1)   words while they are said\n"
    "  --cancels 0|1 (1)    a voice cancels the response where the session wants that\n";

enum code {
    SPAWN = 1, LABEL, LOG, USER_PORT, MOCK_PORT, MOCK_ONLY, START_ONLY, VERBOSE, SUT_CPU, OWN_CPU, HURRY, ROOMS, CALLERS, AGENTS, LINE, STORM,
    BYSTANDERS, CYCLE, SPEECH, SAY, RAMP, WARM, MEASURE, RESPONSE, DELTA, PACE, THINK, TRANSCRIPT, PARTIALS, CANCELS, HELP
};

static const struct option names[] = {
    {"spawn", 1, 0, SPAWN}, {"label", 1, 0, LABEL}, {"log", 1, 0, LOG}, {"user-port", 1, 0, USER_PORT},
    {"mock-port", 1, 0, MOCK_PORT}, {"mock-only", 0, 0, MOCK_ONLY}, {"start-only", 0, 0, START_ONLY}, {"verbose", 0, 0, VERBOSE}, {"sut-cpu", 1, 0, SUT_CPU},
    {"own-cpu", 1, 0, OWN_CPU}, {"hurry", 0, 0, HURRY}, {"rooms", 1, 0, ROOMS}, {"callers", 1, 0, CALLERS}, {"agents", 1, 0, AGENTS},
    {"line", 1, 0, LINE}, {"storm", 1, 0, STORM}, {"bystanders", 1, 0, BYSTANDERS}, {"cycle", 1, 0, CYCLE},
    {"speech", 1, 0, SPEECH}, {"say", 1, 0, SAY}, {"ramp", 1, 0, RAMP}, {"warm", 1, 0, WARM}, {"measure", 1, 0, MEASURE},
    {"response", 1, 0, RESPONSE}, {"delta", 1, 0, DELTA}, {"pace", 1, 0, PACE}, {"think", 1, 0, THINK},
    {"transcript", 1, 0, TRANSCRIPT}, {"partials", 1, 0, PARTIALS}, {"cancels", 1, 0, CANCELS}, {"help", 0, 0, HELP},
    {0}};

static _Noreturn void complain(const char *what, const char *value)
{
    fprintf(stderr, "rtbench: %s: %s\n%s", what, value, usage);
    exit(2);
}

static int number(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (*end || end == text || value < 0 || value > 1000000) complain("expected a number", text);
    return (int)value;
}

static int split(char *text, const char *separator, const char **parts, int most)
{
    int count = 0;
    for (char *part = strtok(text, separator); part; part = strtok(NULL, separator)) {
        if (count == most) complain("too many", part);
        parts[count++] = part;
    }
    return count;
}

static void set_load(enum code code, char *value)
{
    switch (code) {
    case ROOMS: options.rooms = number(value); break;
    case CALLERS: options.callers = number(value); break;
    case AGENTS: options.agent_count = split(value, ",", options.agents, MAX_AGENTS); break;
    case SAY: options.text_count = split(value, "|", options.texts, MAX_TEXTS); break;
    case LINE: options.line = value; break;
    case STORM: options.storm = number(value); break;
    case BYSTANDERS: options.bystanders = number(value); break;
    case CYCLE: options.cycle_ms = number(value); break;
    case SPEECH: options.speech_ms = number(value); break;
    case RAMP: options.ramp_ms = number(value); break;
    case WARM: options.warm_ms = number(value); break;
    case MEASURE: options.measure_ms = number(value); break;
    case RESPONSE: options.response_ms = number(value); break;
    case DELTA: options.delta_ms = number(value); break;
    case PACE: options.pace = atof(value); break;
    case THINK: options.think_ms = number(value); break;
    case TRANSCRIPT: options.transcript_ms = number(value); break;
    case PARTIALS: options.has_partials = number(value) != 0; break;
    case CANCELS: options.cancels = number(value) != 0; break;
    default: complain("what is meant", usage);
    }
}

static void set(enum code code, char *value)
{
    switch (code) {
    case SPAWN: options.command = value; break;
    case LABEL: options.label = value; break;
    case LOG: options.log_file = value; break;
    case USER_PORT: options.user_port = number(value); break;
    case MOCK_PORT: options.mock_port = number(value); break;
    case MOCK_ONLY: options.mock_only = true; break;
    case START_ONLY: options.start_only = true; break;
    case VERBOSE: options.is_verbose = true; break;
    case SUT_CPU: options.sut_cpu = number(value); break;
    case OWN_CPU: options.own_cpu = number(value); break;
    case HURRY: options.priority = -19; break;
    case HELP: fputs(usage, stdout); exit(0);
    default: set_load(code, value);
    }
}

void options_read(int count, char **arguments)
{
    static const char *hello[] = {"Scout, please tell me more about that."};
    int code;
    while ((code = getopt_long(count, arguments, "", names, NULL)) != -1) {
        if (code == '?') exit(2);
        set((enum code)code, optarg);
    }
    if (optind < count) complain("what is meant", arguments[optind]);
    if (options.text_count == 0) {
        options.texts[0] = hello[0];
        options.text_count = 1;
    }
    if (options.delta_ms < 20 || options.delta_ms % 20 > 0 || options.delta_ms > 1000)
        complain("--delta", "expected a multiple of 20, at most 1000");
    if (options.speech_ms >= options.cycle_ms) complain("--speech", "expected less than --cycle");
    if (options.rooms == 0 || options.callers == 0) complain("--rooms, --callers", "expected at least 1");
}
