#include "block.h"

#include <string.h>

/* A mark, maker and edge, id, sequence, time, and a sum over them. */
enum { HEAD_BYTES = 21 };
static const uint8_t mark[2] = {0xb1, 0x0c};
static uint8_t tone[BLOCK_BYTES];

void block_prepare(void)
{
    for (int i = 0; i < BLOCK_BYTES / 2; i++) {
        int16_t sample = (int16_t)(((i * 37) % 200 - 100) * 20);
        memcpy(tone + 2 * i, &sample, 2);
    }
}

static uint8_t sum(const uint8_t *head)
{
    uint8_t total = 0x5a;
    for (int i = 0; i < HEAD_BYTES - 1; i++) total = (uint8_t)(total * 31 + head[i]);
    return total;
}

static void pack(const struct block *block, uint8_t *head)
{
    memcpy(head, mark, 2);
    head[2] = block->maker;
    head[3] = block->edge;
    memcpy(head + 4, &block->id, 4);
    memcpy(head + 8, &block->sequence, 4);
    memcpy(head + 12, &block->at, 8);
    head[20] = sum(head);
}

void block_write(const struct block *block, bool is_voiced, uint8_t *bytes)
{
    uint8_t head[HEAD_BYTES];
    if (is_voiced) memcpy(bytes, tone, BLOCK_BYTES);
    else memset(bytes, 0, BLOCK_BYTES);
    pack(block, head);
    for (int i = 0; i < HEAD_BYTES; i++) {
        bytes[4 * i] = head[i] >> 4;
        bytes[4 * i + 1] = 0;
        bytes[4 * i + 2] = head[i] & 15;
        bytes[4 * i + 3] = 0;
    }
}

static uint8_t unpack(const uint8_t *samples) { return (uint8_t)(samples[0] << 4 | samples[2]); }

bool block_read(const uint8_t *bytes, struct block *block)
{
    uint8_t head[HEAD_BYTES];
    if (unpack(bytes) != mark[0] || unpack(bytes + 4) != mark[1]) return false;
    for (int i = 0; i < HEAD_BYTES; i++) {
        if ((bytes[4 * i] | bytes[4 * i + 2]) > 15 || (bytes[4 * i + 1] | bytes[4 * i + 3]) != 0) return false;
        head[i] = unpack(bytes + 4 * i);
    }
    if (head[20] != sum(head)) return false;
    block->maker = head[2];
    block->edge = head[3];
    memcpy(&block->id, head + 4, 4);
    memcpy(&block->sequence, head + 8, 4);
    memcpy(&block->at, head + 12, 8);
    return true;
}
