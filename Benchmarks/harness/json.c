#include "json.h"

#include <stdlib.h>
#include <string.h>

static const char *skip_space(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')) p++;
    return p;
}

/* From after the opening quote to the closing one; `end` if there is none. */
static const char *string_end(const char *p, const char *end)
{
    const char *start = p;
    for (;;) {
        const char *quote = memchr(p, '"', (size_t)(end - p));
        if (!quote) return end;
        const char *before = quote;
        while (before > start && before[-1] == '\\') before--;
        if ((quote - before) % 2 == 0) return quote;
        p = quote + 1;
    }
}

/* To after the value that begins at `p`. */
static const char *value_end(const char *p, const char *end)
{
    int depth = 0;
    while (p < end) {
        char c = *p;
        if (c == '"') {
            p = string_end(p + 1, end);
            if (p < end) p++;
            if (depth == 0) return p;
            continue;
        }
        if (c == '{' || c == '[') depth++;
        if (c == '}' || c == ']') {
            if (depth == 0) return p;
            if (--depth == 0) return p + 1;
        }
        if (c == ',' && depth == 0) return p;
        p++;
    }
    return end;
}

static struct slice value_at(const char *p, const char *end)
{
    const char *last = value_end(p, end);
    if (*p == '"') return (struct slice){p + 1, last > p + 1 ? (size_t)(last - p - 2) : 0};
    while (last > p && (last[-1] == ' ' || last[-1] == '\n' || last[-1] == '\r' || last[-1] == '\t')) last--;
    return (struct slice){p, (size_t)(last - p)};
}

struct slice json_member(struct slice object, const char *name)
{
    struct slice none = {0};
    size_t length = strlen(name);
    if (!object.text) return none;
    const char *end = object.text + object.count, *p = skip_space(object.text, end);
    if (p == end || *p != '{') return none;
    p = skip_space(p + 1, end);
    while (p < end && *p == '"') {
        const char *key = p + 1, *key_end = string_end(key, end);
        p = key_end < end ? skip_space(key_end + 1, end) : end;
        if (p == end || *p != ':') return none;
        p = skip_space(p + 1, end);
        if (p == end) return none;
        if ((size_t)(key_end - key) == length && memcmp(key, name, length) == 0) return value_at(p, end);
        p = skip_space(value_end(p, end), end);
        if (p < end && *p == ',') p = skip_space(p + 1, end);
    }
    return none;
}

struct slice json_path(struct slice object, const char *path)
{
    char name[64];
    while (object.text && *path) {
        size_t length = strcspn(path, ".");
        if (length >= sizeof name) return (struct slice){0};
        memcpy(name, path, length);
        name[length] = 0;
        object = json_member(object, name);
        path += length + (path[length] == '.');
    }
    return object;
}

bool slice_is(struct slice slice, const char *text)
{
    return slice.text && strlen(text) == slice.count && memcmp(slice.text, text, slice.count) == 0;
}

long slice_number(struct slice slice, long fallback)
{
    char digits[24];
    if (!slice.text || slice.count == 0 || slice.count >= sizeof digits) return fallback;
    memcpy(digits, slice.text, slice.count);
    digits[slice.count] = 0;
    return strtol(digits, NULL, 10);
}

bool slice_has_value(struct slice slice) { return slice.text && !slice_is(slice, "null"); }
