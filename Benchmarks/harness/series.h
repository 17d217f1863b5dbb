/* Values that are collected, and where most of them lie. */
#ifndef SERIES_H
#define SERIES_H

#include <stddef.h>

struct series {
    double *values;
    size_t count, capacity;
};

void series_add(struct series *series, double value);
/* Appends `,"name":{n, p50, p95, p99, max}` to standard output; -1 where there is nothing. Sorts it. */
void series_print(const char *name, struct series *series);

#endif
