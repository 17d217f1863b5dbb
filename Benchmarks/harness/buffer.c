#include "buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *memory)
{
    if (memory) return memory;
    fprintf(stderr, "out of memory\n");
    exit(1);
}

void *new_zeroed(size_t size) { return checked(calloc(1, size)); }

char *copy_text(const char *text, size_t count)
{
    char *copy = checked(malloc(count + 1));
    memcpy(copy, text, count);
    copy[count] = 0;
    return copy;
}

uint8_t *buffer_room(struct buffer *buffer, size_t count)
{
    if (buffer->start == buffer->end) buffer->start = buffer->end = 0;
    if (buffer->end + count <= buffer->capacity) return buffer->bytes + buffer->end;
    size_t used = buffer_count(buffer);
    if (buffer->start > 0) memmove(buffer->bytes, buffer_first(buffer), used);
    buffer->start = 0;
    buffer->end = used;
    if (used + count > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity : 2048;
        while (capacity < used + count) capacity *= 2;
        buffer->bytes = checked(realloc(buffer->bytes, capacity));
        buffer->capacity = capacity;
    }
    return buffer->bytes + buffer->end;
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t count)
{
    if (count == 0) return;
    memcpy(buffer_room(buffer, count), bytes, count);
    buffer->end += count;
}

void buffer_take(struct buffer *buffer, size_t count)
{
    buffer->start += count;
    if (buffer->start == buffer->end) buffer->start = buffer->end = 0;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}
