/* What the command line says; see `usage` in options.c for what each means. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

enum { MAX_AGENTS = 64, MAX_TEXTS = 64 };

struct options {
    const char *label, *command, *log_file;
    int mock_port, user_port;
    bool mock_only, start_only, is_verbose;
    int sut_cpu, own_cpu, priority;
    /* The load. */
    int rooms, callers, agent_count, text_count;
    const char *agents[MAX_AGENTS], *texts[MAX_TEXTS];
    const char *line;
    int storm, bystanders;
    int ramp_ms, warm_ms, measure_ms;
    int cycle_ms, speech_ms;
    /* The mock server. */
    int response_ms, delta_ms, think_ms, transcript_ms;
    double pace;
    bool has_partials, cancels;
};

extern struct options options;

/* Ends the program when the command line is wrong. */
void options_read(int count, char **arguments);

#endif
