/// C ABI of the speech engines that are loaded at run time, from files `make speech` installs: Silero's voice
/// activity model on onnxruntime, and Moonshine. Neither ships a header; what is needed of them is declared
/// in the .c files. No function here is safe to call on one engine from two threads at once.
#pragma once

#include <stdint.h>

/// Every call that can fail writes one line here; the caller turns it into a typed error.
typedef struct {
    char text[512];
} speech_complaint;

// Silero: one model for a process; the 256 floats of recurrent state belong to each stream.

typedef struct silero_model silero_model;

enum {
    SILERO_STATE_COUNT = 256,
    /// 32 ms at 16 kHz, after the last 64 samples of the window before.
    SILERO_WINDOW_COUNT = 512,
    SILERO_CONTEXT_COUNT = 64,
};

/// NULL on failure.
silero_model *silero_open(const char *onnxruntime_path, const char *model_path, speech_complaint *complaint);
/// `samples` holds context and window. Returns 0 and updates `state`, or -1.
int silero_run(
    silero_model *model, float *samples, float *state, float *probability, speech_complaint *complaint);
void silero_close(silero_model *model);

// Moonshine: one engine for a process, whole utterances of 16 kHz mono in, text out.

typedef struct moonshine_engine moonshine_engine;

/// NULL on failure.
moonshine_engine *moonshine_open(const char *library_path, const char *assets_path, speech_complaint *complaint);
/// Returns UTF-8 text to be released with `free`, or NULL on failure.
char *moonshine_transcribe(
    moonshine_engine *engine, float *samples, uint64_t count, speech_complaint *complaint);
void moonshine_close(moonshine_engine *engine);

// flite's voices, each in a library of its own, opened when first needed.

/// The `cst_voice *` that `symbol(NULL)` of the library makes, or NULL on failure. Never released: voices are
/// shared by all sessions until the process ends.
void *flite_voice_open(const char *library, const char *symbol, speech_complaint *complaint);
