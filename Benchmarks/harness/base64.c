#include "base64.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static char pairs[4096][2];
static int8_t values[256];

void base64_prepare(void)
{
    memset(values, -1, sizeof values);
    for (int i = 0; i < 64; i++) values[(uint8_t)digits[i]] = (int8_t)i;
    for (int i = 0; i < 4096; i++) {
        pairs[i][0] = digits[i >> 6];
        pairs[i][1] = digits[i & 63];
    }
}

size_t base64_encode(const uint8_t *bytes, size_t count, char *text)
{
    char *out = text;
    size_t i = 0;
    for (; i + 3 <= count; i += 3, out += 4) {
        uint32_t three = (uint32_t)bytes[i] << 16 | (uint32_t)bytes[i + 1] << 8 | bytes[i + 2];
        memcpy(out, pairs[three >> 12], 2);
        memcpy(out + 2, pairs[three & 4095], 2);
    }
    if (i < count) {
        uint32_t rest = (uint32_t)bytes[i] << 16 | (i + 1 < count ? (uint32_t)bytes[i + 1] << 8 : 0);
        memcpy(out, pairs[rest >> 12], 2);
        out[2] = i + 1 < count ? digits[rest >> 6 & 63] : '=';
        out[3] = '=';
        out += 4;
    }
    return (size_t)(out - text);
}

/* Four digits at a time as long as they are digits. */
static size_t decode_whole(const char *text, size_t count, uint8_t **bytes)
{
    size_t i = 0;
    uint8_t *out = *bytes;
    for (; i + 4 <= count; i += 4, out += 3) {
        int a = values[(uint8_t)text[i]], b = values[(uint8_t)text[i + 1]];
        int c = values[(uint8_t)text[i + 2]], d = values[(uint8_t)text[i + 3]];
        if ((a | b | c | d) < 0) break;
        uint32_t three = (uint32_t)a << 18 | (uint32_t)b << 12 | (uint32_t)c << 6 | (uint32_t)d;
        out[0] = (uint8_t)(three >> 16);
        out[1] = (uint8_t)(three >> 8);
        out[2] = (uint8_t)three;
    }
    *bytes = out;
    return i;
}

size_t base64_decode(const char *text, size_t count, uint8_t *bytes)
{
    uint8_t *out = bytes;
    size_t i = decode_whole(text, count, &out);
    uint32_t bits = 0;
    int held = 0;
    for (; i < count; i++) {
        int value = values[(uint8_t)text[i]];
        if (value < 0) continue;
        bits = bits << 6 | (uint32_t)value;
        if (++held < 4) continue;
        *out++ = (uint8_t)(bits >> 16);
        *out++ = (uint8_t)(bits >> 8);
        *out++ = (uint8_t)bits;
        held = 0;
        bits = 0;
    }
    if (held >= 2) *out++ = (uint8_t)(held == 2 ? bits >> 4 : bits >> 10);
    if (held == 3) *out++ = (uint8_t)(bits >> 2);
    return (size_t)(out - bytes);
}
