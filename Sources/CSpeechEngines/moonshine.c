// libmoonshine has no header; these declarations follow its Python bindings, header version 20000, 64-bit ABI.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "speech_engines.h"

enum { HEADER_VERSION = 20000, ARCHITECTURE_TINY = 0, RATE = 16000 };

typedef struct {
    const char *name, *value;
} option;

typedef struct {
    const char *text;
    const float *audio;
    size_t audio_count;
    float start, duration;
    uint64_t id;
    int8_t is_complete, is_updated, is_new, text_changed, speakers_changed;
    const void *speakers;
    uint64_t speaker_count;
    uint32_t latency_ms;
    const void *words;
    uint64_t word_count;
} line;

_Static_assert(sizeof(line) == 88, "transcript_line_t of header version 20000");

typedef struct {
    const line *lines;
    uint64_t count;
} transcript;

struct moonshine_engine {
    int32_t transcriber;
    const char *(*error_text)(int32_t);
    int32_t (*transcribe)(int32_t, float *, uint64_t, int32_t, uint32_t, transcript **);
    void (*release)(int32_t);
};

/// The voice activity detection inside the library is told to keep everything (threshold 0) in one piece:
/// what is an utterance is decided before. One thread of words per second keeps silence from growing stories.
static const option options[] = {
    {"vad_threshold", "0"}, {"return_audio_data", "false"}, {"max_tokens_per_second", "6.5"}};

typedef int32_t (*load_function)(const char *, uint32_t, const option *, uint64_t, int32_t);

moonshine_engine *moonshine_open(const char *library_path, const char *assets_path, speech_complaint *complaint) {
    void *library = dlopen(library_path, RTLD_NOW | RTLD_LOCAL);
    load_function load = library ? (load_function)dlsym(library, "moonshine_load_transcriber_from_files") : NULL;
    moonshine_engine found = {0};
    if (load) {
        *(void **)&found.error_text = dlsym(library, "moonshine_error_to_string");
        *(void **)&found.transcribe = dlsym(library, "moonshine_transcribe_without_streaming");
        *(void **)&found.release = dlsym(library, "moonshine_free_transcriber");
    }
    if (!found.error_text || !found.transcribe || !found.release) {
        const char *why = dlerror();
        snprintf(complaint->text, sizeof complaint->text, "%s", why ? why : "not the library expected");
        return NULL;
    }
    found.transcriber = load(assets_path, ARCHITECTURE_TINY, options, sizeof options / sizeof *options, HEADER_VERSION);
    if (found.transcriber < 0) {
        snprintf(
            complaint->text, sizeof complaint->text, "%s: %s", assets_path, found.error_text(found.transcriber));
        return NULL;
    }
    moonshine_engine *engine = malloc(sizeof *engine);
    *engine = found;
    return engine;
}

static char *joined(const transcript *heard) {
    size_t capacity = 1;
    for (uint64_t i = 0; i < heard->count; i++)
        capacity += heard->lines[i].text ? strlen(heard->lines[i].text) + 1 : 0;
    char *text = malloc(capacity);
    size_t used = 0;
    for (uint64_t i = 0; i < heard->count; i++) {
        const char *words = heard->lines[i].text;
        if (!words || !*words) continue;
        if (used) text[used++] = ' ';
        memcpy(text + used, words, strlen(words));
        used += strlen(words);
    }
    text[used] = 0;
    return text;
}

char *moonshine_transcribe(
    moonshine_engine *engine, float *samples, uint64_t count, speech_complaint *complaint) {
    transcript *heard = NULL;
    int32_t error = engine->transcribe(engine->transcriber, samples, count, RATE, 0, &heard);
    if (error || !heard) {
        snprintf(complaint->text, sizeof complaint->text, "%s", engine->error_text(error));
        return NULL;
    }
    return joined(heard);
}

void moonshine_close(moonshine_engine *engine) {
    if (!engine) return;
    engine->release(engine->transcriber);
    free(engine);
}
