/* Finds the blocks in a stream of sound, however it was cut up on its way. */
#ifndef SCANNER_H
#define SCANNER_H

#include "block.h"
#include "buffer.h"
#include "json.h"

struct scanner {
    /* What is not a whole block yet. */
    struct buffer rest;
    /* Everything that went through, sound without blocks too. */
    uint64_t byte_count;
};

typedef void (*block_found)(void *context, const struct block *block);

void scan_bytes(struct scanner *scanner, const uint8_t *bytes, size_t count, block_found found, void *context);
void scan_base64(struct scanner *scanner, struct slice text, block_found found, void *context);

#endif
