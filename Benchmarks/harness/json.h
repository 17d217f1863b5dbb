/* Finds members of JSON objects in the text itself: no tree, no copies. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>

/* A part of a text; a string's is without its quotes and with its escapes. `text` is NULL when there is none. */
struct slice {
    const char *text;
    size_t count;
};

/* The member of an object, whose text begins with its brace. */
struct slice json_member(struct slice object, const char *name);
/* Members of members: `json_path(event, "session.audio.input")`. */
struct slice json_path(struct slice object, const char *path);

bool slice_is(struct slice slice, const char *text);
/* `fallback` when there is none. */
long slice_number(struct slice slice, long fallback);
/* Neither absent nor `null`. */
bool slice_has_value(struct slice slice);

/* `%.*s` of a slice. */
#define SLICE(slice) (int)(slice).count, (slice).text

#endif
