// Silero's model on onnxruntime's C API, which is one append-only table of functions. The few slots used here
// are all of its first version (101 is its last, asserted in onnxruntime's own sources), so any later library fits.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "speech_engines.h"

typedef void *opaque;
typedef opaque status;  // NULL: success

typedef struct {
    const void *const *(*get_api)(uint32_t version);
    const char *(*get_version_string)(void);
} api_base;

enum slot {
    GET_ERROR_MESSAGE = 2,
    CREATE_ENV = 3,
    CREATE_SESSION = 7,
    RUN = 9,
    CREATE_SESSION_OPTIONS = 10,
    SET_INTRA_OP_NUM_THREADS = 24,
    SET_INTER_OP_NUM_THREADS = 25,
    CREATE_TENSOR_WITH_DATA = 49,
    GET_TENSOR_MUTABLE_DATA = 51,
    CREATE_CPU_MEMORY_INFO = 69,
    RELEASE_ENV = 92,
    RELEASE_STATUS = 93,
    RELEASE_MEMORY_INFO = 94,
    RELEASE_SESSION = 95,
    RELEASE_VALUE = 96,
    RELEASE_SESSION_OPTIONS = 100,
};

enum { LOG_ERROR = 3, TENSOR_FLOAT = 1, TENSOR_INT64 = 7, ARENA_ALLOCATOR = 1, MEMORY_DEFAULT = 0 };

struct silero_model {
    const void *const *api;
    opaque env, options, session, memory;
};

#define CALL(model, slot, type) ((type)(uintptr_t)(model)->api[slot])

static void release(silero_model *model, enum slot slot, opaque thing) {
    if (thing) CALL(model, slot, void (*)(opaque))(thing);
}

/// 1 when `result` is an error, which is then written down and released.
static int failed(silero_model *model, status result, const char *what, speech_complaint *complaint) {
    if (!result) return 0;
    const char *why = CALL(model, GET_ERROR_MESSAGE, const char *(*)(status))(result);
    snprintf(complaint->text, sizeof complaint->text, "%s: %.400s", what, why);
    release(model, RELEASE_STATUS, result);
    return 1;
}

/// One thread: a window costs 0.1 ms, less than waking a second thread does.
static int prepare(silero_model *model, const char *path, speech_complaint *complaint) {
    return failed(
               model, CALL(model, CREATE_ENV, status(*)(int, const char *, opaque *))(LOG_ERROR, "vad", &model->env),
               "environment", complaint)
        || failed(
               model, CALL(model, CREATE_SESSION_OPTIONS, status(*)(opaque *))(&model->options), "options", complaint)
        || failed(
               model, CALL(model, SET_INTRA_OP_NUM_THREADS, status(*)(opaque, int))(model->options, 1), "threads",
               complaint)
        || failed(
               model, CALL(model, SET_INTER_OP_NUM_THREADS, status(*)(opaque, int))(model->options, 1), "threads",
               complaint)
        || failed(
               model,
               CALL(model, CREATE_SESSION, status(*)(opaque, const char *, opaque, opaque *))(
                   model->env, path, model->options, &model->session),
               "model", complaint)
        || failed(
               model,
               CALL(model, CREATE_CPU_MEMORY_INFO, status(*)(int, int, opaque *))(
                   ARENA_ALLOCATOR, MEMORY_DEFAULT, &model->memory),
               "memory", complaint);
}

silero_model *silero_open(const char *onnxruntime_path, const char *model_path, speech_complaint *complaint) {
    void *library = dlopen(onnxruntime_path, RTLD_NOW | RTLD_LOCAL);
    const api_base *(*base)(void) = library ? (const api_base *(*)(void))dlsym(library, "OrtGetApiBase") : NULL;
    const void *const *api = base ? base()->get_api(1) : NULL;
    if (!api) {
        const char *why = dlerror();
        snprintf(complaint->text, sizeof complaint->text, "%s", why ? why : "no onnxruntime API of version 1");
        return NULL;
    }
    silero_model *model = calloc(1, sizeof *model);
    model->api = api;
    if (!prepare(model, model_path, complaint)) return model;
    silero_close(model);
    return NULL;
}

void silero_close(silero_model *model) {
    if (!model) return;
    release(model, RELEASE_MEMORY_INFO, model->memory);
    release(model, RELEASE_SESSION, model->session);
    release(model, RELEASE_SESSION_OPTIONS, model->options);
    release(model, RELEASE_ENV, model->env);
    free(model);
}

static opaque tensor(
    silero_model *model, void *data, size_t byte_count, const int64_t *shape, size_t rank, int type,
    speech_complaint *complaint) {
    opaque value = NULL;
    status result =
        CALL(model, CREATE_TENSOR_WITH_DATA, status(*)(opaque, void *, size_t, const int64_t *, size_t, int, opaque *))(
            model->memory, data, byte_count, shape, rank, type, &value);
    return failed(model, result, "tensor", complaint) ? NULL : value;
}

static int copy_out(
    silero_model *model, opaque value, float *into, size_t count, speech_complaint *complaint) {
    void *data = NULL;
    status result = CALL(model, GET_TENSOR_MUTABLE_DATA, status(*)(opaque, void **))(value, &data);
    if (failed(model, result, "result", complaint)) return -1;
    memcpy(into, data, count * sizeof *into);
    return 0;
}

int silero_run(
    silero_model *model, float *samples, float *state, float *probability, speech_complaint *complaint) {
    static const char *const inputs[] = {"input", "state", "sr"}, *const outputs[] = {"output", "stateN"};
    const int64_t width = SILERO_CONTEXT_COUNT + SILERO_WINDOW_COUNT;
    const int64_t samples_shape[] = {1, width}, state_shape[] = {2, 1, 128};
    int64_t rate = 16000;
    opaque in[] = {
        tensor(model, samples, width * sizeof *samples, samples_shape, 2, TENSOR_FLOAT, complaint),
        tensor(model, state, SILERO_STATE_COUNT * sizeof *state, state_shape, 3, TENSOR_FLOAT, complaint),
        tensor(model, &rate, sizeof rate, NULL, 0, TENSOR_INT64, complaint),
    };
    opaque out[] = {NULL, NULL};
    int outcome = -1;
    if (in[0] && in[1] && in[2]) {
        status result = CALL(
            model, RUN,
            status(*)(opaque, opaque, const char *const *, opaque const *, size_t, const char *const *, size_t, opaque *))(
            model->session, NULL, inputs, in, 3, outputs, 2, out);
        if (!failed(model, result, "run", complaint))
            outcome = copy_out(model, out[0], probability, 1, complaint)
                | copy_out(model, out[1], state, SILERO_STATE_COUNT, complaint);
    }
    for (int i = 0; i < 3; i++) release(model, RELEASE_VALUE, in[i]);
    for (int i = 0; i < 2; i++) release(model, RELEASE_VALUE, out[i]);
    return outcome;
}
