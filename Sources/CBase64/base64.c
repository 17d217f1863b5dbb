#include "CBase64.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdbool.h>

// The steps are W. Muła's and D. Lemire's, "Faster Base64 Encoding and Decoding Using AVX2 Instructions" (2018): a
// character's kind, which decides what to add to it, is looked up by a half of its bits.

#define AVX2 __attribute__((target("avx2")))

enum { step_bytes = 24, step_characters = 32 };

static bool is_able(void) { return __builtin_cpu_supports("avx2"); }

AVX2 static inline __m256i twice(__m128i half) { return _mm256_broadcastsi128_si256(half); }

/// Six bits in each byte for three bytes in each four.
AVX2 static inline __m256i split(__m256i triples) {
    __m256i order = twice(_mm_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10));
    __m256i spread = _mm256_shuffle_epi8(triples, order);
    __m256i outer = _mm256_mulhi_epu16(_mm256_and_si256(spread, _mm256_set1_epi32(0x0fc0fc00)), _mm256_set1_epi32(0x04000040));
    __m256i inner = _mm256_mullo_epi16(_mm256_and_si256(spread, _mm256_set1_epi32(0x003f03f0)), _mm256_set1_epi32(0x01000010));
    return _mm256_or_si256(outer, inner);
}

/// Letters and digits of six bits.
AVX2 static inline __m256i characters(__m256i values) {
    __m256i shifts = twice(_mm_setr_epi8(
        'a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52,
        '+' - 62, '/' - 63, 'A', 0, 0));
    __m256i kind = _mm256_subs_epu8(values, _mm256_set1_epi8(51));
    __m256i is_capital = _mm256_cmpgt_epi8(_mm256_set1_epi8(26), values);
    kind = _mm256_or_si256(kind, _mm256_and_si256(is_capital, _mm256_set1_epi8(13)));
    return _mm256_add_epi8(values, _mm256_shuffle_epi8(shifts, kind));
}

AVX2 static size_t encode(const uint8_t *bytes, size_t count, uint8_t *text) {
    size_t done = 0;
    // Both halves are read 16 bytes wide.
    while (count - done >= step_bytes + 4) {
        __m128i low = _mm_loadu_si128((const __m128i *)(bytes + done));
        __m128i high = _mm_loadu_si128((const __m128i *)(bytes + done + step_bytes / 2));
        __m256i values = split(_mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1));
        _mm256_storeu_si256((__m256i *)(text + done / 3 * 4), characters(values));
        done += step_bytes;
    }
    return done;
}

/// The six bits that each character stands for. False: one of them stands for nothing.
AVX2 static inline bool values(__m256i characters, __m256i *values) {
    __m256i by_low = twice(_mm_setr_epi8(
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1a, 0x1b, 0x1b, 0x1b, 0x1a));
    __m256i by_high = twice(_mm_setr_epi8(
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10));
    __m256i shifts = twice(_mm_setr_epi8(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0));
    __m256i slash = _mm256_set1_epi8('/');
    __m256i high = _mm256_and_si256(_mm256_srli_epi32(characters, 4), _mm256_set1_epi8(0x0f));
    __m256i low = _mm256_and_si256(characters, _mm256_set1_epi8(0x0f));
    if (!_mm256_testz_si256(_mm256_shuffle_epi8(by_low, low), _mm256_shuffle_epi8(by_high, high))) return false;
    __m256i kind = _mm256_add_epi8(_mm256_cmpeq_epi8(characters, slash), high);
    *values = _mm256_add_epi8(characters, _mm256_shuffle_epi8(shifts, kind));
    return true;
}

/// Three bytes in each four joined to 24 at the beginning.
AVX2 static inline __m256i join(__m256i values) {
    __m256i pairs = _mm256_maddubs_epi16(values, _mm256_set1_epi32(0x01400140));
    __m256i triples = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000));
    __m256i order = twice(_mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1));
    __m256i halves = _mm256_shuffle_epi8(triples, order);
    return _mm256_permutevar8x32_epi32(halves, _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7));
}

AVX2 static size_t decode(const uint8_t *text, size_t count, uint8_t *bytes) {
    size_t done = 0;
    // A step writes 8 bytes more than it has: the 16 characters that must follow have 10 at least.
    while (count - done >= step_characters + 16) {
        __m256i six_bits;
        if (!values(_mm256_loadu_si256((const __m256i *)(text + done)), &six_bits)) break;
        _mm256_storeu_si256((__m256i *)(bytes + done / 4 * 3), join(six_bits));
        done += step_characters;
    }
    return done;
}

AVX2 static size_t plain_prefix(const uint8_t *text, size_t count) {
    size_t done = 0;
    while (count - done >= sizeof(__m256i)) {
        __m256i part = _mm256_loadu_si256((const __m256i *)(text + done));
        // As signed numbers what is beyond ASCII is below the controls.
        __m256i special = _mm256_or_si256(
            _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), part),
            _mm256_or_si256(
                _mm256_cmpeq_epi8(part, _mm256_set1_epi8('"')), _mm256_cmpeq_epi8(part, _mm256_set1_epi8('\\'))));
        unsigned found = (unsigned)_mm256_movemask_epi8(special);
        if (found) return done + (size_t)__builtin_ctz(found);
        done += sizeof part;
    }
    return done;
}

size_t parley_base64_encode(const uint8_t *bytes, size_t count, uint8_t *text) {
    return is_able() ? encode(bytes, count, text) : 0;
}

size_t parley_base64_decode(const uint8_t *text, size_t count, uint8_t *bytes) {
    return is_able() ? decode(text, count, bytes) : 0;
}

size_t parley_plain_prefix(const uint8_t *text, size_t count) { return is_able() ? plain_prefix(text, count) : 0; }

#else

size_t parley_base64_encode(const uint8_t *bytes, size_t count, uint8_t *text) { return 0; }
size_t parley_base64_decode(const uint8_t *text, size_t count, uint8_t *bytes) { return 0; }
size_t parley_plain_prefix(const uint8_t *text, size_t count) { return 0; }

#endif
