#include <dlfcn.h>
#include <stdio.h>

#include "speech_engines.h"

void *flite_voice_open(const char *library, const char *symbol, speech_complaint *complaint) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *(*make)(const char *) = handle ? (void *(*)(const char *))dlsym(handle, symbol) : NULL;
    void *voice = make ? make(NULL) : NULL;
    if (!voice) {
        const char *why = dlerror();
        snprintf(complaint->text, sizeof complaint->text, "%s", why ? why : "the library made no voice");
    }
    return voice;
}
