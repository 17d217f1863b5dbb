/* The event loop: sockets that are ready, and timers in the order of their time. One for the process. */
#ifndef LOOP_H
#define LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct watch {
    void (*ready)(struct watch *watch, uint32_t events);
};

struct timer {
    uint64_t due;
    /* From 1; 0 while it is not set. */
    size_t place;
    void (*fire)(struct timer *timer, uint64_t now);
};

/* The structure that holds this member. */
#define OWNER(pointer, type, member) ((type *)(void *)((char *)(pointer) - offsetof(type, member)))

void loop_open(void);
void loop_watch(int fd, struct watch *watch, uint32_t events);
void loop_rewatch(int fd, struct watch *watch, uint32_t events);
void loop_unwatch(int fd);
/* Freed when the events at hand are dealt with: one of them may still point there. */
void loop_free_later(void *memory);

void timer_set(struct timer *timer, uint64_t due);
void timer_stop(struct timer *timer);

/* Runs until `loop_end`; returns its status. */
int loop_run(void);
void loop_end(int status);

/* The longest time between two rounds since it was last asked: how late anything may have been noticed. */
uint64_t loop_longest_round(void);

#endif
