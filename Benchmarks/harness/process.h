/* The server under test as a process: started in a session of its own, so that its children count, too. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdbool.h>

/* Of programs with more threads the others are in the sum alone. */
#define MAX_TOLD_THREADS 128

struct usage {
    /* Seconds: on a processor, and ready without one. */
    double cpu, waited;
    /* The same on a processor, of each thread. */
    struct {
        int id;
        double cpu;
    } each[MAX_TOLD_THREADS];
    int told;
    long rss_kb, pss_kb;
    int processes, threads;
};

void process_start(const char *command, int user_port, int mock_port, int cpu, const char *log_file);
bool process_has_ended(void);
/* With its memory only if asked for: that takes milliseconds. */
struct usage process_usage(bool with_memory);
void process_stop(void);
/* Seconds that the thread which did most has spent on a processor between two looks. */
double busiest_thread(const struct usage *before, const struct usage *after);

/* Of this program. */
struct usage own_usage(void);
/* Seconds of all processors of the machine that were not idle. */
double machine_busy(void);
void pin_to(int cpu);

#endif
