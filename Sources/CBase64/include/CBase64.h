#ifndef CBASE64_H
#define CBASE64_H

#include <stddef.h>
#include <stdint.h>

/// Base64 (RFC 4648 §4) 24 bytes at a time, where the processor can: by table it was a tenth of what a frame costs. The end of
/// the JSON string that the base64 stands in is found by the same wide steps.
///
/// Each function does as many whole steps as it can and says how far it came; the rest, on other processors all of it,
/// is for whoever calls.

/// - Returns: the bytes of `bytes` whose text stands in `text` now, a multiple of 3.
size_t parley_base64_encode(const uint8_t *bytes, size_t count, uint8_t *text);

/// Stops before a step with a character that stands for nothing. May write up to 8 bytes more than it decodes, but never
/// more than the whole text has.
///
/// - Returns: the characters of `text` whose bytes stand in `bytes` now, a multiple of 4.
size_t parley_base64_decode(const uint8_t *text, size_t count, uint8_t *bytes);

/// - Returns: how many of the first characters are surely ASCII, no quote, no backslash and no control.
size_t parley_plain_prefix(const uint8_t *text, size_t count);

#endif
