#include "series.h"

#include <stdio.h>
#include <stdlib.h>

void series_add(struct series *series, double value)
{
    if (series->count == series->capacity) {
        series->capacity = series->capacity ? series->capacity * 2 : 1024;
        series->values = realloc(series->values, series->capacity * sizeof *series->values);
        if (!series->values) exit(1);
    }
    series->values[series->count++] = value;
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double quantile(const struct series *series, double share)
{
    return series->count ? series->values[(size_t)(share * (double)(series->count - 1) + 0.5)] : -1;
}

void series_print(const char *name, struct series *series)
{
    qsort(series->values, series->count, sizeof *series->values, ascending);
    printf(
        ",\"%s\":{\"n\":%zu,\"p50\":%.0f,\"p95\":%.0f,\"p99\":%.0f,\"max\":%.0f}", name, series->count, quantile(series, 0.5),
        quantile(series, 0.95), quantile(series, 0.99), quantile(series, 1));
}
