/* Bytes that grow at the end and are taken from the front. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <stdint.h>

struct buffer {
    uint8_t *bytes;
    size_t start, end, capacity;
};

/* Room for `count` bytes more, after what there is; the caller adds to `end` what it has written. */
uint8_t *buffer_room(struct buffer *buffer, size_t count);
void buffer_append(struct buffer *buffer, const void *bytes, size_t count);
void buffer_take(struct buffer *buffer, size_t count);
void buffer_free(struct buffer *buffer);

static inline size_t buffer_count(const struct buffer *buffer) { return buffer->end - buffer->start; }
static inline uint8_t *buffer_first(const struct buffer *buffer) { return buffer->bytes + buffer->start; }

/* malloc and its kin that never fail: a benchmark without memory is over. */
void *new_zeroed(size_t size);
char *copy_text(const char *text, size_t count);

#endif
