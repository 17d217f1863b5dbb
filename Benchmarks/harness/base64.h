/* RFC 4648 base64, as fast as two table look-ups for three bytes. */
#ifndef BASE64_H
#define BASE64_H

#include <stddef.h>
#include <stdint.h>

void base64_prepare(void);
/* Padded; returns the number of characters, 4/3 of the bytes rounded up. */
size_t base64_encode(const uint8_t *bytes, size_t count, char *text);
/* What is no digit is passed over: padding, and the backslash of an escaped slash. Returns the number of bytes. */
size_t base64_decode(const char *text, size_t count, uint8_t *bytes);

#endif
