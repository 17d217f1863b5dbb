#include "joins.h"

#include "clock.h"
#include "http.h"
#include "meter.h"
#include "options.h"

#include <stdio.h>
#include <stdlib.h>

enum { AT_A_TIME = 32 };

struct join {
    struct http_request request;
    const char *kind;
    int room;
    const char *agent;
    bool is_measured;
};

static struct join *queue;
static int queued, sent, answered_count, running;
/* Takes callbacks and says nothing, ever. */
static int silent_port;

static void keep_open(int fd) { (void)fd; }

static void send_more(void);

static void answered(struct http_request *request, int status, const char *body, size_t count)
{
    struct join *join = OWNER(request, struct join, request);
    answered_count++;
    running--;
    if (status != 200) fprintf(stderr, "join of %s: %d %.*s\n", join->agent, status, (int)count, body);
    if (join->is_measured || status != 200) meter_joined(now_ns() - request->began_at, status == 200);
    send_more();
}

static bool send_join(struct join *join)
{
    char body[512], callback[128] = "";
    if (silent_port > 0 && join->kind[0] == 'q')
        snprintf(callback, sizeof callback, ",\"callback_url\":\"http://127.0.0.1:%d/%d\"", silent_port, join->room);
    snprintf(
        body, sizeof body, "{\"room\":\"%s-%d\",\"agent\":\"%s\"%s}", join->kind, join->room, join->agent, callback);
    join->request.answered = answered;
    running++;
    return http_send(
        &join->request, options.user_port, "POST", "/voice/join", "Content-Type: application/json\r\nPrefer: wait=30\r\n", body);
}

static void send_more(void)
{
    while (sent < queued && (running < AT_A_TIME || queue[sent].is_measured)) {
        struct join *join = &queue[sent++];
        if (!send_join(join)) answered(&join->request, 0, "nobody listens", 14);
    }
}

static void add(const char *kind, int room, const char *agent, bool is_measured)
{
    queue[queued++] = (struct join){.kind = kind, .room = room, .agent = agent, .is_measured = is_measured};
}

void joins_begin(void)
{
    int count = options.rooms * options.agent_count + options.bystanders;
    queue = new_zeroed((size_t)(count + options.storm + 1) * sizeof *queue);
    if (options.bystanders > 0) silent_port = socket_listen(0, keep_open);
    for (int room = 0; room < options.rooms; room++)
        for (int agent = 0; agent < options.agent_count; agent++) add("bench", room, options.agents[agent], false);
    for (int room = 0; room < options.bystanders; room++) add("quiet", room, options.agents[0], false);
    send_more();
}

void joins_storm(int count)
{
    for (int room = 0; room < count; room++) add("storm", room, options.agents[0], true);
    send_more();
}

bool joins_are_done(void) { return answered_count == queued; }
