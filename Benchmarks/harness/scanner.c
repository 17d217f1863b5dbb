#include "scanner.h"

#include "base64.h"

/* So many characters are a block, none of them padding. */
enum { BLOCK_CHARACTERS = BLOCK_BYTES / 3 * 4, HEAD_CHARACTERS = BLOCK_HEAD_BYTES / 3 * 4 };

static void find_blocks(struct scanner *scanner, block_found found, void *context)
{
    struct buffer *rest = &scanner->rest;
    struct block block;
    while (buffer_count(rest) >= BLOCK_BYTES) {
        if (block_read(buffer_first(rest), &block)) {
            found(context, &block);
            buffer_take(rest, BLOCK_BYTES);
        } else {
            buffer_take(rest, 2);
        }
    }
}

void scan_bytes(struct scanner *scanner, const uint8_t *bytes, size_t count, block_found found, void *context)
{
    struct block block;
    scanner->byte_count += count;
    if (buffer_count(&scanner->rest) == 0) {
        /* Whole blocks one after the other, as nearly always. */
        while (count >= BLOCK_BYTES && block_read(bytes, &block)) {
            found(context, &block);
            bytes += BLOCK_BYTES;
            count -= BLOCK_BYTES;
        }
    }
    buffer_append(&scanner->rest, bytes, count);
    find_blocks(scanner, found, context);
}

/* Whole blocks, of which only the heads are decoded. Returns how many characters that were. */
static size_t scan_heads(struct scanner *scanner, struct slice text, block_found found, void *context)
{
    uint8_t head[BLOCK_HEAD_BYTES];
    struct block block;
    size_t at = 0;
    while (text.count - at >= BLOCK_CHARACTERS) {
        if (base64_decode(text.text + at, HEAD_CHARACTERS, head) != BLOCK_HEAD_BYTES) break;
        if (!block_read(head, &block)) break;
        scanner->byte_count += BLOCK_BYTES;
        found(context, &block);
        at += BLOCK_CHARACTERS;
    }
    return at;
}

void scan_base64(struct scanner *scanner, struct slice text, block_found found, void *context)
{
    if (buffer_count(&scanner->rest) == 0 && text.count % BLOCK_CHARACTERS == 0) {
        size_t done = scan_heads(scanner, text, found, context);
        text.text += done;
        text.count -= done;
    }
    if (text.count == 0) return;
    uint8_t *room = buffer_room(&scanner->rest, text.count);
    size_t count = base64_decode(text.text, text.count, room);
    scanner->rest.end += count;
    scanner->byte_count += count;
    find_blocks(scanner, found, context);
}
