#include "loop.h"

#include "buffer.h"
#include "clock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* Timers are looked at this often: finer than anything that is measured by them, and hundreds of them in one go. */
static const uint64_t tick = MILLISECOND / 2;

static int epoll_fd = -1, tick_fd = -1;
static struct timer **heap;
static size_t heap_count, heap_capacity;
static void **garbage;
static size_t garbage_count, garbage_capacity;
static bool ended;
static int end_status;
static uint64_t longest_round;
static bool ticks;

/* A program without timers is not woken for nothing. */
static void tick_if(bool wanted)
{
    if (ticks == wanted) return;
    ticks = wanted;
    struct itimerspec every = {{0, wanted ? (long)tick : 0}, {0, wanted ? (long)tick : 0}};
    timerfd_settime(tick_fd, 0, &every, NULL);
}

static void drain_tick(struct watch *watch, uint32_t events)
{
    uint64_t count;
    (void)watch, (void)events;
    if (read(tick_fd, &count, sizeof count) < 0 && errno != EAGAIN) perror("timerfd");
}

static struct watch tick_watch = {drain_tick};

void loop_open(void)
{
    prctl(PR_SET_TIMERSLACK, 1000);
    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    tick_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    loop_watch(tick_fd, &tick_watch, EPOLLIN);
}

static void control(int operation, int fd, struct watch *watch, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.ptr = watch};
    if (epoll_ctl(epoll_fd, operation, fd, &event) < 0) perror("epoll_ctl");
}

void loop_watch(int fd, struct watch *watch, uint32_t events) { control(EPOLL_CTL_ADD, fd, watch, events); }
void loop_rewatch(int fd, struct watch *watch, uint32_t events) { control(EPOLL_CTL_MOD, fd, watch, events); }
void loop_unwatch(int fd) { control(EPOLL_CTL_DEL, fd, NULL, 0); }

void loop_free_later(void *memory)
{
    if (garbage_count == garbage_capacity) {
        garbage_capacity = garbage_capacity ? garbage_capacity * 2 : 64;
        garbage = realloc(garbage, garbage_capacity * sizeof *garbage);
        if (!garbage) exit(1);
    }
    garbage[garbage_count++] = memory;
}

static void put(size_t place, struct timer *timer)
{
    heap[place] = timer;
    timer->place = place;
}

static void sift_up(size_t place)
{
    struct timer *timer = heap[place];
    for (; place > 1 && heap[place / 2]->due > timer->due; place /= 2) put(place, heap[place / 2]);
    put(place, timer);
}

static void sift_down(size_t place)
{
    struct timer *timer = heap[place];
    for (;;) {
        size_t child = place * 2;
        if (child > heap_count) break;
        if (child < heap_count && heap[child + 1]->due < heap[child]->due) child++;
        if (heap[child]->due >= timer->due) break;
        put(place, heap[child]);
        place = child;
    }
    put(place, timer);
}

void timer_stop(struct timer *timer)
{
    size_t place = timer->place;
    if (place == 0) return;
    timer->place = 0;
    struct timer *last = heap[heap_count--];
    if (last == timer) return;
    put(place, last);
    sift_up(place);
    sift_down(last->place);
}

void timer_set(struct timer *timer, uint64_t due)
{
    timer_stop(timer);
    timer->due = due;
    if (heap_count + 2 > heap_capacity) {
        heap_capacity = heap_capacity ? heap_capacity * 2 : 64;
        heap = realloc(heap, heap_capacity * sizeof *heap);
        if (!heap) exit(1);
    }
    put(++heap_count, timer);
    sift_up(heap_count);
    tick_if(true);
}

static void fire_due_timers(uint64_t now)
{
    while (heap_count > 0 && heap[1]->due <= now) {
        struct timer *timer = heap[1];
        timer_stop(timer);
        timer->fire(timer, now);
    }
    tick_if(heap_count > 0);
}

int loop_run(void)
{
    struct epoll_event events[256];
    uint64_t before = now_ns();
    while (!ended) {
        int count = epoll_wait(epoll_fd, events, 256, -1);
        for (int i = 0; i < count; i++) {
            struct watch *watch = events[i].data.ptr;
            watch->ready(watch, events[i].events);
        }
        uint64_t now = now_ns();
        if (now - before > longest_round) longest_round = now - before;
        before = now;
        fire_due_timers(now);
        while (garbage_count > 0) free(garbage[--garbage_count]);
    }
    return end_status;
}

void loop_end(int status)
{
    ended = true;
    end_status = status;
}

uint64_t loop_longest_round(void)
{
    uint64_t longest = longest_round;
    longest_round = 0;
    return longest;
}
