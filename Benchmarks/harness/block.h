/* 20 ms of sound, 16 bits at 24 kHz, that say in their own samples who made them and when.
 *
 * The head stands in the first samples, four bits in each, so quiet (-66 dBFS) that a frame of silence is still one: whoever
 * mixes, gates or counts voices is not misled by it. It survives whatever passes samples on bit by bit, however it cuts them
 * up; a resampler, a gain or a codec destroys it, and then nothing is counted as received. */
#ifndef BLOCK_H
#define BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BLOCK_BYTES 960
#define BLOCK_MS 20
/* Where the head stands. */
#define BLOCK_HEAD_BYTES 84

enum maker { OF_CALLER = 1, OF_MODEL = 2 };
enum edge { NO_EDGE = 0, SPEECH_BEGINS = 1, SPEECH_ENDS = 2 };

struct block {
    uint8_t maker, edge;
    /* The caller's number, or the response's. */
    uint32_t id;
    /* Counts the blocks of the caller, or of the response. */
    uint32_t sequence;
    /* When it was written, `now_ns`. */
    uint64_t at;
};

void block_prepare(void);
/* Writes a block, a tone or silence, of BLOCK_BYTES. */
void block_write(const struct block *block, bool is_voiced, uint8_t *bytes);
/* False when no head stands there. Needs BLOCK_HEAD_BYTES. */
bool block_read(const uint8_t *bytes, struct block *block);

#endif
